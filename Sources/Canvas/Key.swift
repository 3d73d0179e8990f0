// What a person pressed, whatever the terminal sent for it.

package enum Key: Hashable, Sendable {
  /// A letter, a digit, a sign or a space, as the layout gave it.
  case character(Character)
  /// F1 to F12; `Esc` and a digit stand for one where a terminal has none.
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// Ctrl with a Latin letter, in lower case.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  /// A bracketed paste, its control characters removed, line ends as spaces: data, never commands.
  case paste(String)
  /// A press of the mouse's first button.
  case press(Point)
  /// The wheel; a positive number is down.
  case wheel(Int)
  /// Something this terminal sent that has no meaning here, made visible.
  case unknown(String)
}
