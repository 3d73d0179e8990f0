// Why the screen cannot be opened. The words for a person are made at the edge, in their language.

package enum TerminalError: Error, Hashable, Sendable {
  package enum Stream: String, Hashable, Sendable { case input, output }

  /// Standard input or output is a file or a pipe: run in a terminal, without redirection.
  case notATerminal(Stream)
  /// `TERM` is not set: set it to what the terminal is, for instance `xterm-256color`.
  case unnamed
  /// No description of that terminal on this machine: install it (`ncurses-term`), or set `TERM`.
  case unknown(String)
  /// It cannot place its cursor (`dumb`, a printer): use another terminal, or the commands.
  case tooSimple(String)
  /// The machine has no UTF-8 locale, not even `C.utf8`: without one no Russian letter has a width.
  case noUTF8Locale
  /// ncurses refused, after all checks above.
  case refused(String)
  /// The system did.
  case system(call: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// For logs; what to do is said in the person's language elsewhere.
  package var description: String {
    switch self {
    case .notATerminal(let stream): "standard \(stream.rawValue) is not a terminal"
    case .unnamed: "TERM is not set"
    case .unknown(let name): "no terminfo description of \(name)"
    case .tooSimple(let name): "\(name) cannot place its cursor"
    case .noUTF8Locale: "no UTF-8 locale on this machine"
    case .refused(let name): "ncurses cannot start on \(name)"
    case .system(let call, let code): "\(call): error \(code)"
    }
  }
}
