// What xterm sends for a key.

internal import Canvas

enum KeyBytes {
  private static let functions = [
    "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
  ]

  static func bytes(of key: Key) -> [UInt8] { Array(text(of: key).utf8) }

  private static func text(of key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .function(let number): "\u{1B}" + functions[number - 1]
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .insert: "\u{1B}[2~"
    case .up: "\u{1B}[A"
    case .down: "\u{1B}[B"
    case .right: "\u{1B}[C"
    case .left: "\u{1B}[D"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .control(let letter): control(letter)
    case .alt(let character): "\u{1B}\(character)"
    case .paste(let text): "\u{1B}[200~\(text)\u{1B}[201~"
    case .press(let point): "\u{1B}[<0;\(point.column + 1);\(point.row + 1)M"
    case .wheel(let step): "\u{1B}[<\(step < 0 ? 64 : 65);1;1M"
    case .unknown(let bytes): bytes
    }
  }

  private static func control(_ letter: Character) -> String {
    guard let ascii = letter.asciiValue else { return "" }
    return String(Unicode.Scalar(ascii & 0x1F))
  }
}
