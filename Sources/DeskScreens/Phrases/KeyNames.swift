// Keys by the names printed on keyboards.

package import Canvas

package enum KeyNames {
  package static func name(of key: Key, enter: String = "Enter", space: String = "Space") -> String
  {
    switch key {
    case .character(" "): space
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .enter: enter
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .paste(let text): "Paste: \(text.prefix(40))"
    case .press(let point): "Mouse \(point.column + 1):\(point.row + 1)"
    case .wheel(let steps): steps > 0 ? "Wheel ↓" : "Wheel ↑"
    case .unknown(let text): "? \(text)"
    }
  }

  /// A short form for the key bar: `F10`, `^Q`.
  package static func short(_ key: Key) -> String {
    if case .control(let letter) = key { "^\(letter.uppercased())" } else { name(of: key) }
  }
}
