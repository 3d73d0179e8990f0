// Characters of five by five dots, legible across a hall: digits, the letters that a series of
// tickets may have, and those of the few words that a citizen is greeted and thanked with.

internal import Canvas

enum LargeGlyphs {
  /// The dots of one character, `#` where there is ink; `nil` where there is no such glyph.
  static func rows(of character: Character) -> [Substring]? { dots[character] }

  static let side = 5

  /// The columns that `count` characters take, one dot between two.
  static func columns(_ count: Int, scale: Int) -> Int { max(0, count * (side + 1) - 1) * scale }

  private static let dots: [Character: [Substring]] = patterns.mapValues {
    $0.split(separator: "|")
  }

  private static let patterns: [Character: String] = [
    "0": " ### |#   #|#   #|#   #| ### ",
    "1": "  #  | ##  |  #  |  #  | ### ",
    "2": "#### |    #| ### |#    |#####",
    "3": "#### |    #| ### |    #|#### ",
    "4": "#   #|#   #|#####|    #|    #",
    "5": "#####|#    |#### |    #|#### ",
    "6": " ### |#    |#### |#   #| ### ",
    "7": "#####|    #|   # |  #  |  #  ",
    "8": " ### |#   #| ### |#   #| ### ",
    "9": " ### |#   #| ####|    #| ### ",
    "А": " ### |#   #|#####|#   #|#   #",
    "Б": "#####|#    |#### |#   #|#### ",
    "В": "#### |#   #|#### |#   #|#### ",
    "Г": "#####|#    |#    |#    |#    ",
    "Д": "  ## | # # | # # |#####|#   #",
    "Е": "#####|#    |#### |#    |#####",
    "Ж": "# # #|# # #| ### |# # #|# # #",
    "И": "#   #|#  ##|# # #|##  #|#   #",
    "К": "#   #|#  # |###  |#  # |#   #",
    "Л": "  ###| #  #| #  #| #  #|#   #",
    "М": "#   #|## ##|# # #|#   #|#   #",
    "Н": "#   #|#   #|#####|#   #|#   #",
    "П": "#####|#   #|#   #|#   #|#   #",
    "Р": "#### |#   #|#### |#    |#    ",
    "С": " ####|#    |#    |#    | ####",
    "Т": "#####|  #  |  #  |  #  |  #  ",
    "У": "#   #|#   #| ####|    #| ### ",
    "Ф": " ### |# # #|# # #| ### |  #  ",
    "Х": "#   #| # # |  #  | # # |#   #",
    "Ц": "#  # |#  # |#  # |#####|    #",
    "Ч": "#   #|#   #| ####|    #|    #",
    "Ш": "# # #|# # #|# # #|# # #|#####",
    "Щ": "# # #|# # #|# # #|#####|    #",
    "Э": "#### |    #| ####|    #|#### ",
    "Ю": "#  # |# # #|### #|# # #|#  # ",
    "Я": " ####|#   #| ####|  # #|#   #",
    "З": "#### |    #| ### |    #|#### ",
    "Й": " ### |#   #|#  ##|# # #|##  #",
    "О": " ### |#   #|#   #|#   #| ### ",
    "Ы": "#   #|#   #|##  #|# # #|##  #",
    "Ь": "#    |#    |#### |#   #|#### ",
    "!": "  #  |  #  |  #  |     |  #  ",
    "E": "#####|#    |#### |#    |#####",
    "H": "#   #|#   #|#####|#   #|#   #",
    "K": "#   #|#  # |###  |#  # |#   #",
    "L": "#    |#    |#    |#    |#####",
    "N": "#   #|##  #|# # #|#  ##|#   #",
    "O": " ### |#   #|#   #|#   #| ### ",
    "S": " ####|#    | ### |    #|#### ",
    "T": "#####|  #  |  #  |  #  |  #  ",
    "A": " ### |#   #|#####|#   #|#   #",
    ">": "#    | ##  |   ##| ##  |#    ",
    "-": "     |     |#####|     |     ",
  ]
}

extension Frame {
  /// Draws one character of large dots with its upper left corner at `origin`, each dot `scale` cells wide
  /// and high; nothing where there is no such glyph.
  mutating func drawLarge(
    _ character: Character, at origin: Point, scale: Int, ink: Character, in rect: Rect,
    style: Style
  ) {
    for (row, line) in (LargeGlyphs.rows(of: character) ?? []).enumerated() {
      for (column, mark) in line.enumerated() where mark == "#" {
        let dot = Rect(
          column: origin.column + column * scale, row: origin.row + row * scale, columns: scale,
          rows: scale)
        fill(dot.intersection(rect), style: style, with: ink)
      }
    }
  }

  /// Draws a short text of large dots in the middle of `rect`.
  mutating func drawLarge(
    text: String, scale: Int, ink: Character, in rect: Rect, style: Style
  ) {
    var column = rect.column + (rect.columns - LargeGlyphs.columns(text.count, scale: scale)) / 2
    for character in text {
      drawLarge(
        character, at: Point(column: column, row: rect.row), scale: scale, ink: ink, in: rect,
        style: style)
      column += (LargeGlyphs.side + 1) * scale
    }
  }
}
