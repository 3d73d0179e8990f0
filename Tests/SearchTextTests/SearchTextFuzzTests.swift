import Testing

@testable import SearchText

/// SplitMix64: a small seeded source, so that a failing input can be made again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func word(alphabet: UInt8, length: ClosedRange<Int>) -> Word {
    let count = Int.random(in: length, using: &self)
    return Word(codes: (0..<count).map { _ in 0x26 + UInt8.random(in: 0..<alphabet, using: &self) })
  }

  /// Letters of several alphabets, punctuation, controls, marks, halves of what people type.
  mutating func text() -> String {
    let count = Int.random(in: 0...24, using: &self)
    var text = ""
    for _ in 0..<count {
      switch UInt8.random(in: 0..<12, using: &self) {
      case 0...3: text += scalar(0x0410...0x0451)
      case 4: text += scalar(0x20...0x7E)
      case 5: text += scalar(0x30...0x39)
      case 6: text += scalar(0x00...0xFF)
      case 7: text += scalar(0x0300...0x036F)
      case 8: text += scalar(0x0000...0xFFFF)
      case 9: text += scalar(0x1_0000...0x10_FFFF)
      case 10: text += " "
      default: text += pieces.randomElement(using: &self) ?? ""
      }
    }
    return text
  }

  private mutating func scalar(_ range: ClosedRange<UInt32>) -> String {
    Unicode.Scalar(UInt32.random(in: range, using: &self)).map { String(Character($0)) }
      ?? "\u{FFFD}"
  }

  private var pieces: [String] {
    [
      "\"", "*", "NEAR(", " AND ", "';--", "родился", "ghjgbcrf", "12.03.1990", "+7(916)", "\u{0}",
      "\u{1B}[31m", "ё", "е\u{0308}", "shch", "112-233-445 95",
    ]
  }
}

@Suite struct SearchTextFuzzTests {
  private static let vocabulary = Vocabulary(
    ["рождение", "ребенок", "паспорт", "прописка", "пособие"].map { (Word($0), 3) })

  @Test(arguments: 0..<8)
  func anyTextIsText(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<15_000 { check(random.text()) }
  }

  @Test func aVeryLongTextIsText() {
    var random = SplitMix(seed: 99)
    for _ in 0..<20 { check((0..<1000).map { _ in random.text() }.joined()) }
  }

  private func check(_ text: String) {
    let words = Words.folded(text)
    #expect(words.count <= Words.mostWords, "\(text.debugDescription)")
    let once = Words.foldedText(text)
    #expect(Words.foldedText(once) == once, "folding twice: \(text.debugDescription)")
    #expect(!once.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x2A || $0 == 0x3D })
    for word in words {
      #expect(!word.codes.isEmpty && word.count <= Words.mostLetters)
      #expect(Word(word.text) == word, "\(text.debugDescription)")
      _ = Transliteration.guess(word)
    }
    if let word = words.first {
      _ = Self.vocabulary.corrections(of: word, errors: 2, extent: .beginning)
      _ = Self.vocabulary.readings(ofLatin: word, extent: .beginning)
    }
    let parts = QueryParts(text)
    #expect(parts.chunks.count + parts.numbers.count <= Words.mostWords)
    #expect(parts.numbers.allSatisfy { !$0.digits.isEmpty })
    _ = SNILSCheck.isMistyped(text)
    _ = KeyboardLayout.latin(KeyboardLayout.russian(text))
  }
}
