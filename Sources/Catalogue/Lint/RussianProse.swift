/// How hard a Russian text is to read, by counting.
struct RussianProse {
  private(set) var words = 0
  private(set) var syllables = 0
  private(set) var sentences = 0
  /// The words of the longest sentence.
  private(set) var longestSentence = 0

  init(_ text: String) {
    var length = 0
    for piece in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      for word in Self.words(of: piece) {
        length += 1
        syllables += max(1, word.count(where: Self.vowels.contains))
      }
      if Self.endsSentence(piece) { end(&length) }
    }
    end(&length)
  }

  /// The reading ease of Flesch with the weights of I. V. Oborneva (2006) for Russian: about 100 for
  /// a primer, under 30 for a law; `nil` without a Russian word.
  var ease: Double? {
    guard sentences > 0 else { return nil }
    let perSentence = Double(words) / Double(sentences)
    let perWord = Double(syllables) / Double(words)
    return 206.835 - 1.3 * perSentence - 60.1 * perWord
  }

  private mutating func end(_ length: inout Int) {
    guard length > 0 else { return }
    words += length
    sentences += 1
    longestSentence = max(longestSentence, length)
    length = 0
  }

  /// Words with a hyphen inside are one: «что-то». Digits and Latin letters are none.
  private static func words(of piece: Scalars) -> [Scalars] {
    piece.split { !isLetter($0) && $0 != "-" }.filter { $0.contains(where: isLetter) }
  }

  /// A colon and a semicolon let a reader breathe as a full stop does; an abbreviation does not.
  private static func endsSentence(_ piece: Scalars) -> Bool {
    let backwards = piece.reversed().drop { closing.contains($0) }
    guard let mark = backwards.first, marks.contains(mark) else { return false }
    guard mark == "." else { return true }
    let word = backwards.dropFirst().prefix(while: isLetter).reversed()
    return word.count != 1 && !abbreviations.contains { word.elementsEqual($0.unicodeScalars) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("а"..."я").contains(scalar) || ("А"..."Я").contains(scalar) || scalar == "ё" || scalar == "Ё"
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static let vowels = Set("аеёиоуыэюяАЕЁИОУЫЭЮЯ".unicodeScalars)
  private static let marks = Set(".!?;:…".unicodeScalars)
  private static let closing = Set("»)“".unicodeScalars)
  private static let abbreviations = ["ст", "руб", "тыс", "см", "кв"]
}
