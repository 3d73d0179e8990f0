// Text in lines of a given width.

/// Breaks a text by words.
///
/// A line never starts with a dash: «—» stays with the word before it, as Russian typography wants,
/// and one that opens a paragraph with the word behind it. A no-break space never breaks. A word
/// longer than a line is cut between clusters. Line ends in the text end a paragraph, an empty line
/// stays; further runs of blanks count as one.
package enum TextWrap {
  /// The lines, each at most `width` columns (but for a wide glyph in a single column); none where
  /// there is no width or no text.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0, !text.isEmpty else { return [] }
    // A screen of text is wrapped for each key: nearly always what is on it can be cut by its bytes.
    if isPlain(text), let lines = PlainWrap.lines(text, width: width) { return lines }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph($0.split { $0 == " " || $0 == "\t" }, width: width) }
  }

  /// Whether no cluster has more than one scalar, and no line end or blank is any but the usual.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      WidthClass.isPlain(scalar.value) || scalar == "\n" || scalar == "\u{A0}"
    }
  }

  private static func paragraph(_ text: [Substring], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in words(text) {
      let wordColumns = DisplayWidth.columns(of: word)
      if columns > 0, columns + 1 + wordColumns <= width {
        line += " " + word
        columns += 1 + wordColumns
        continue
      }
      if columns > 0 { lines.append(line) }
      guard wordColumns > width else {
        (line, columns) = (word, wordColumns)
        continue
      }
      var parts = pieces(word, width: width)
      line = parts.removeLast()
      columns = DisplayWidth.columns(of: line)
      lines += parts
    }
    lines.append(line)
    return lines
  }

  /// The parts of a paragraph that a line end may come between.
  private static func words(_ text: [Substring]) -> [String] {
    var words: [String] = []
    var opensWithDash = false
    for word in text {
      let isDash = word == "—" || word == "–"
      if (isDash || opensWithDash), let last = words.popLast() {
        words.append(last + " " + word)
        opensWithDash = false
      } else {
        words.append(String(word))
        opensWithDash = isDash
      }
    }
    return words
  }

  /// An overlong word in pieces of at most `width` columns. It has at least one.
  private static func pieces(_ word: String, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var columns = 0
    for character in word {
      let wide = DisplayWidth.columns(of: character)
      if columns > 0, columns + wide > width {
        pieces.append(piece)
        piece = ""
        columns = 0
      }
      piece.append(character)
      columns += wide
    }
    return pieces + [piece]
  }
}
