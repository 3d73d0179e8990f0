// Questions to the terminal's description. They hold for the description that was loaded last.

internal import CNcurses
internal import Canvas
internal import Glibc

enum Terminfo {
  static func string(_ name: String) -> String? {
    // Capabilities of terminals in use are ASCII; one that is not is of no use to us.
    okno_terminfo_string(name).flatMap { String(validatingCString: $0) }
  }

  /// Loads the terminal's description, or says what is wrong with the name. Returns the name under
  /// which it was found: a relative's where this machine does not describe the terminal itself.
  static func load(_ name: String) throws(TerminalError) -> String {
    guard !name.isEmpty else { throw .unnamed }
    let names = [name] + TerminalRelatives.names(of: name)
    let found = names.first { okno_terminfo_load($0, STDOUT_FILENO) == OKNO_TERMINFO_FOUND }
    guard let found else { throw .unknown(name) }
    guard string("cup") != nil, string("clear") != nil, !okno_terminfo_flag("hc") else {
      throw .tooSimple(name)
    }
    return found
  }

  /// What the terminal says that its keys send.
  static func keySequences() -> [(bytes: [UInt8], key: Key)] {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    var sequences: [(bytes: [UInt8], key: Key)] = []
    for (name, key) in named + functions {
      guard let bytes = string(name).map({ Array($0.utf8) }) else { continue }
      // A single byte would take a letter or a control key away.
      if bytes.count > 2, bytes[0] == 0x1B { sequences.append((bytes, key)) }
    }
    return sequences
  }
}
