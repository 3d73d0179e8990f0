// Wrapping of text in which every scalar is a cluster of one column: by its bytes, without a copy but the
// lines themselves.

/// The rules are those of `TextWrap`.
struct PlainWrap {
  /// Bytes of the text that no line end may cut, unless they are longer than a line.
  private struct Piece {
    var start: Int
    var end: Int
    var columns: Int
  }

  private let text: String
  private let width: Int
  private var lines: [String] = []
  private var line: Piece?
  /// What has been read and may still be joined by a dash.
  private var pending: Piece?
  /// The paragraph's first word is a dash, which stays with the word behind it.
  private var opensWithDash = false

  /// The lines of a plain text; `nil` where blanks stand at a paragraph's beginning or side by side, so
  /// that a line is not a part of the text.
  static func lines(_ text: String, width: Int) -> [String]? {
    var wrap = PlainWrap(text: text, width: width)
    return wrap.run() ? wrap.lines : nil
  }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  private mutating func run() -> Bool {
    var word = Piece(start: 0, end: 0, columns: 0)
    // The last bytes of the word, to know a dash by.
    var tail: UInt32 = 0
    for byte in text.utf8 {
      let isBreak = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
      guard isBreak else {
        word.end += 1
        word.columns += byte & 0xC0 == 0x80 ? 0 : 1
        tail = tail << 8 | UInt32(byte)
        continue
      }
      let endsParagraph = byte == UInt8(ascii: "\n")
      guard take(word, tail) || (endsParagraph && pending == nil) else { return false }
      if endsParagraph { endParagraph() }
      word = Piece(start: word.end + 1, end: word.end + 1, columns: 0)
      tail = 0
    }
    guard take(word, tail) || pending == nil else { return false }
    endParagraph()
    return true
  }

  /// False for a word without letters.
  private mutating func take(_ word: Piece, _ tail: UInt32) -> Bool {
    guard word.columns > 0 else { return false }
    let isDash = word.end - word.start == 3 && (tail == 0xE2_8093 || tail == 0xE2_8094)
    guard var piece = pending else {
      pending = word
      opensWithDash = isDash
      return true
    }
    if isDash || opensWithDash {
      piece.end = word.end
      piece.columns += 1 + word.columns
      pending = piece
    } else {
      place(piece)
      pending = word
    }
    opensWithDash = false
    return true
  }

  private mutating func endParagraph() {
    if let pending { place(pending) }
    pending = nil
    opensWithDash = false
    finish(line ?? Piece(start: 0, end: 0, columns: 0))
    line = nil
  }

  private mutating func place(_ piece: Piece) {
    if var current = line {
      if current.columns + 1 + piece.columns <= width {
        current.end = piece.end
        current.columns += 1 + piece.columns
        line = current
        return
      }
      finish(current)
    }
    line = piece
    while let long = line, long.columns > width { cut(long) }
  }

  /// Makes a line of what fits of a piece that is too long.
  private mutating func cut(_ piece: Piece) {
    let from = text.utf8.index(text.startIndex, offsetBy: piece.start)
    let to = text.unicodeScalars.index(from, offsetBy: width)
    let end = piece.start + text.utf8.distance(from: from, to: to)
    finish(Piece(start: piece.start, end: end, columns: width))
    line = Piece(start: end, end: piece.end, columns: piece.columns - width)
  }

  private mutating func finish(_ piece: Piece) {
    let from = text.utf8.index(text.startIndex, offsetBy: piece.start)
    let to = text.utf8.index(from, offsetBy: piece.end - piece.start)
    lines.append(String(text[from..<to]))
  }
}
