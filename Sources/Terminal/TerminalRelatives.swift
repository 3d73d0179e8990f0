// Descriptions that do in place of a terminal's own. Debian's ncurses-base has some forty of them, and
// what people connect with (PuTTY, kitty, a newer tmux) need not be among them; ncurses-term has the
// rest, but a clerk's machine need not have ncurses-term.

enum TerminalRelatives {
  /// Each of the first understands all that the descriptions beside it say.
  private static let standIns: [(of: [String], like: [String])] = [
    (
      [
        "putty", "xterm", "rxvt", "kitty", "alacritty", "foot", "wezterm", "ghostty", "konsole",
        "gnome", "vte", "st", "stterm", "mlterm", "mintty", "iterm", "iterm2", "contour", "nsterm",
        "ms-terminal",
      ], ["xterm-256color", "xterm"]
    ),
    (["tmux"], ["screen-256color", "screen"]), (["screen"], ["screen"]), (["linux"], ["linux"]),
  ]

  /// The best first; none for a name that says nothing.
  static func names(of name: String) -> [String] {
    let related = standIns.first { entry in
      entry.of.contains { name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + ".") }
    }
    return related?.like.filter { $0 != name } ?? []
  }
}
