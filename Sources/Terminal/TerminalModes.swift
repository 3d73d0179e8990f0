// The modes that ncurses does not know of, as sequences that set and undo them.

struct TerminalModes {
  /// Sent after ncurses has taken the screen, and before it gives it back.
  let on: String
  let off: String
  /// All that takes the terminal back without ncurses, for a crash.
  let restoring: String
  /// A window's title goes between these two; `nil` where it would be printed.
  let title: (before: String, after: String)?

  /// For the description that is loaded.
  init(environment: TerminalEnvironment, mouse: Bool) {
    title = Self.title(environment)
    // A terminal of another family would print these.
    let isANSI = Terminfo.string("cup")?.hasPrefix("\u{1B}[") ?? false

    var pairs: [(on: String, off: String)] = []
    if isANSI { pairs.append((on: "\u{1B}[?2004h", off: "\u{1B}[?2004l")) }
    if isANSI, mouse {
      pairs.append((on: "\u{1B}[?1000h\u{1B}[?1006h", off: "\u{1B}[?1006l\u{1B}[?1000l"))
    }
    // 1: unambiguous Esc and Ctrl keys; 4: the key's Latin letter beside the Russian one.
    if environment.speaksKittyKeyboard { pairs.append((on: "\u{1B}[>5u", off: "\u{1B}[<u")) }
    let keepsTitle = Terminfo.string("smcup").map(Self.savesTitle) ?? false
    if isANSI, title != nil, !keepsTitle, !environment.isTmux {
      pairs.append((on: "\u{1B}[22;2t", off: "\u{1B}[23;2t"))
    }
    on = pairs.reduce("") { $0 + $1.on }
    off = pairs.reduce("") { $0 + $1.off }

    // Wiped before the first screen comes back: not every terminal that promises a second one has it
    // (GNU screen does by option only), and what is on it are people's names.
    let usual = ["sgr0", "op", "clear", "cnorm", "rmcup"].compactMap { Terminfo.string($0) }
    restoring = Self.withoutDelays(off + usual.joined())
  }

  /// Whether a sequence has `CSI 22 ; …` in it, xterm's word for keeping the title.
  private static func savesTitle(_ sequence: String) -> Bool {
    sequence.split(separator: "[" as Character).contains { $0.hasPrefix("22;") }
  }

  private static func title(_ environment: TerminalEnvironment) -> (String, String)? {
    if let before = Terminfo.string("tsl"), let after = Terminfo.string("fsl"),
      before.hasPrefix("\u{1B}]"), !before.contains("%")
    {
      return (before, after)
    }
    return environment.takesTitles ? ("\u{1B}]2;", "\u{07}") : nil
  }

  /// terminfo writes pauses as `$<5>`; a terminal would print them.
  static func withoutDelays(_ sequence: String) -> String {
    var result = ""
    var rest = sequence[...]
    while let start = rest.firstIndex(of: "$") {
      result.append(contentsOf: rest[..<start])
      rest = rest[start...]
      if rest.dropFirst().first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("$")
        rest = rest.dropFirst()
      }
    }
    result.append(contentsOf: rest)
    return result
  }
}
