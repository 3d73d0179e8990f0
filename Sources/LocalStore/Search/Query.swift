internal import Domain
internal import SearchText

/// What was typed, taken apart.
struct Query {
  /// A piece of text between spaces.
  struct Chunk {
    let typed: [Word]
    /// What the keys type in the Russian layout; empty where the text is Russian already.
    let otherLayout: [Word]
    /// Whether it is the last, which may not be typed to its end.
    let isLast: Bool
    let raw: String
  }

  let chunks: [Chunk]
  let numbers: [NumberReading]
  /// All words as typed, for comparing with a whole phrase.
  let folded: String

  init(_ text: String) {
    let parts = QueryParts(text)
    let last = parts.chunks.count - 1
    chunks = parts.chunks.enumerated().map { index, chunk in
      Chunk(
        typed: Words.folded(chunk), otherLayout: Self.otherLayout(of: chunk),
        isLast: index == last, raw: chunk)
    }.filter { !$0.typed.isEmpty || !$0.otherLayout.isEmpty }
    numbers = parts.numbers
    folded = Words.foldedText(text, limit: Words.mostWords)
  }

  /// Whether the phrase was typed as it stands: alone, or a phrase of several words among others.
  func has(_ phrase: String, ofWords count: Int) -> Bool {
    if phrase == folded { return true }
    return count > 1 && phrase.utf8.count < folded.utf8.count
      && " \(folded) ".contains(" \(phrase) ")
  }

  var isEmpty: Bool { chunks.isEmpty && numbers.isEmpty }

  private static func otherLayout(of chunk: String) -> [Word] {
    let scalars = chunk.unicodeScalars.prefix(Words.mostLetters * 2)
    let isLatin = scalars.allSatisfy { $0.isASCII }
    guard isLatin, scalars.contains(where: KeyboardLayout.isLetterKey) else { return [] }
    return Words.folded(KeyboardLayout.russian(String(Substring(scalars))))
  }
}

/// How typed text was read to find something.
enum Reading: Hashable {
  case asTyped
  case otherLayout
  case transliterated
  case corrected

  /// What a find is worth that needed this reading.
  var factor: Double {
    switch self {
    case .asTyped: 1
    case .otherLayout, .transliterated: 0.95
    case .corrected: 1
    }
  }

  func reason(_ text: String) -> SearchHit.Reason? {
    switch self {
    case .asTyped: nil
    case .otherLayout: .keyboardLayout(readAs: text)
    case .transliterated: .transliteration(readAs: text)
    case .corrected: .correctedSpelling(readAs: text)
    }
  }
}
