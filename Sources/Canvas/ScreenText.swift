// A screen as text, for the fixtures of tests: two screens are equal when their texts are.

/// Writes a frame as a header, a plane of glyphs, a plane of styles and the legend of the styles.
///
///     size 20x2  depth 256  cursor 3,0
///     glyphs
///          0         1
///        0│Окно  МФЦ␣␣␣␣␣␣␣␣␣␣␣│
///     styles
///        0│....aaaa............│
///     legend
///     . fg=15 bg=4
///     a fg=11 bg=4 bold
///
/// Blanks at a row's end are `␣`. A wide glyph stands once in the glyph plane and twice in the style
/// plane. Styles get their letters in the order in which they are met, the first one `.`.
package enum ScreenText {
  package static func text(of frame: Frame, depth: ColourDepth) -> String {
    var legend = Legend()
    let rows = 0..<max(0, frame.size.rows)
    let styles = rows.map { row in legend.letters(of: frame.grid.row(row)) }
    var lines = [header(frame, depth), "glyphs", ruler(frame.size.columns)]
    lines += rows.map { numbered($0, glyphs(of: frame.grid.row($0))) }
    lines.append("styles")
    lines += rows.map { numbered($0, styles[$0]) }
    lines.append("legend")
    lines += legend.lines
    return lines.joined(separator: "\n") + "\n"
  }

  /// The glyphs of the rows without a style or a number, blanks at the end left out: for a test
  /// that looks for a word.
  package static func plain(_ frame: Frame) -> [String] {
    (0..<max(0, frame.size.rows)).map { row in
      var text = visible(frame.grid.row(row))
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private static func header(_ frame: Frame, _ depth: ColourDepth) -> String {
    let cursor = frame.cursor.map { "\($0.column),\($0.row)" } ?? "none"
    return
      "size \(frame.size.columns)x\(frame.size.rows)  depth \(depth.rawValue)  cursor \(cursor)"
  }

  /// Tens over the glyphs' columns.
  private static func ruler(_ columns: Int) -> String {
    let tens = stride(from: 0, to: columns, by: 10).map { column -> String in
      let number = String(column / 10)
      return number + String(repeating: " ", count: 10 - number.count)
    }
    var line = "    " + tens.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func numbered(_ row: Int, _ content: String) -> String {
    let number = String(row)
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "│" + content + "│"
  }

  private static func glyphs(of row: ArraySlice<Cell>) -> String {
    var text = visible(row)
    var blanks = 0
    while text.last == " " {
      text.removeLast()
      blanks += 1
    }
    return text + String(repeating: "␣", count: blanks)
  }

  private static func visible(_ row: ArraySlice<Cell>) -> String {
    var text = ""
    for cell in row where cell.width > 0 { text.append(cell.character) }
    return text
  }
}

/// Letters for the styles met so far.
private struct Legend {
  private var letters: [Style: Character] = [:]
  private(set) var lines: [String] = []

  mutating func letters(of row: ArraySlice<Cell>) -> String {
    String(row.map { letter(of: $0.style) })
  }

  private mutating func letter(of style: Style) -> Character {
    if let known = letters[style] { return known }
    let letter = Self.alphabet(letters.count)
    letters[style] = letter
    lines.append("\(letter) \(style.description)")
    return letter
  }

  /// `.`, then Latin letters and digits, then Chinese ones, of which there are enough.
  private static func alphabet(_ index: Int) -> Character {
    let first = Array(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    if index < first.count { return first[index] }
    return Unicode.Scalar(UInt32(0x4E00 + index)).map(Character.init) ?? "?"
  }
}

extension Style: CustomStringConvertible {
  /// `fg=#ffb000 bg=4 bold`, as in fixtures.
  package var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let set = names.filter { attributes.contains($0.0) }.map(\.1)
    return (["fg=\(foreground)", "bg=\(background)"] + set).joined(separator: " ")
  }
}

extension Colour: CustomStringConvertible {
  package var description: String {
    switch self {
    case .terminal: "terminal"
    case .indexed(let index): String(index)
    case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(Self.hex).joined()
    }
  }

  private static func hex(_ value: UInt8) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
