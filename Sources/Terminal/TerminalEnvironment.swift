// What the environment says of the terminal, as a value.

internal import Glibc

package struct TerminalEnvironment: Hashable, Sendable {
  /// `TERM`.
  package var name: String
  /// `COLORTERM`.
  package var colours: String
  /// `NO_COLOR` is there and not empty (no-color.org).
  package var refusesColour: Bool
  /// `TMUX` is there: this is tmux, whatever `TERM` calls it. Not within GNU screen (`STY`), which
  /// inherits the variable.
  package var isTmux: Bool

  package init(
    name: String, colours: String = "", refusesColour: Bool = false, isTmux: Bool = false
  ) {
    self.name = name
    self.colours = colours
    self.refusesColour = refusesColour
    self.isTmux = isTmux
  }

  /// This process's.
  package static func current() -> TerminalEnvironment {
    let name = variable("TERM")
    let isInScreen = !variable("STY").isEmpty && !name.hasPrefix("tmux")
    return TerminalEnvironment(
      name: name, colours: variable("COLORTERM"), refusesColour: !variable("NO_COLOR").isEmpty,
      isTmux: !variable("TMUX").isEmpty && !isInScreen)
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  func isNamed(_ families: String...) -> Bool {
    families.contains { name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + ".") }
  }

  /// `COLORTERM` promises 24-bit colour, and this terminal can be believed. The variable is inherited by
  /// what knows nothing of it: GNU screen 4 takes `38;2` for "dim", the Linux console has 16 colours.
  var promisesTruecolour: Bool {
    guard colours == "truecolor" || colours == "24bit" else { return false }
    if isNamed("screen") { return isTmux }
    return !isNamed("linux", "vt100", "vt102", "vt220", "vt52", "ansi", "cons25")
  }

  /// It knows the control sequences of ECMA-48 for a window's title (OSC 2).
  var takesTitles: Bool {
    isTmux
      || isNamed(
        "xterm", "rxvt", "putty", "tmux", "screen", "alacritty", "foot", "kitty", "vte", "gnome",
        "konsole", "st", "wezterm", "mlterm")
  }

  /// It speaks the kitty keyboard protocol, by which Ctrl with a Cyrillic letter arrives.
  var speaksKittyKeyboard: Bool {
    isNamed("xterm-kitty", "kitty", "foot", "alacritty", "xterm-ghostty", "ghostty", "wezterm")
  }
}
