// Folding: what is left of a text when case, punctuation and ё no longer matter.

/// A folded word: lower case, ё as е, no punctuation.
package struct Word: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let codes: [LetterCode]

  package init(codes: [LetterCode]) { self.codes = codes }

  /// The first word of `text`; empty when it has none.
  package init(_ text: String) { self = Words.folded(text, limit: 1).first ?? Word(codes: []) }

  package var text: String { Letter.text(of: codes) }
  package var description: String { text }
  package var count: Int { codes.count }
  package var hasLatin: Bool { codes.contains(where: Letter.isLatin) }
  package var hasCyrillic: Bool { codes.contains(where: Letter.isCyrillic) }
  package var isNumber: Bool { !codes.isEmpty && codes.allSatisfy(Letter.isDigit) }

  package func hasPrefix(_ other: Word) -> Bool { codes.starts(with: other.codes) }

  package static func < (left: Word, right: Word) -> Bool {
    left.codes.lexicographicallyPrecedes(right.codes)
  }
}

package enum Words {
  /// Nobody says more to a clerk; a pasted page is cut here.
  package static let mostWords = 12
  package static let mostLetters = 40
  /// Scalars looked at before giving up on a text without words.
  static let mostScalars = 4096

  /// The words of `text`, at most `limit` of them.
  ///
  /// Letters and digits make different words («3ндфл» is «3», «ндфл»), so that a number is found with
  /// and without its hyphen.
  package static func folded(_ text: String, limit: Int = mostWords) -> [Word] {
    var folder = Folder(limit: limit)
    for (number, scalar) in text.unicodeScalars.enumerated() {
      guard number < mostScalars, folder.words.count < limit else { break }
      folder.read(scalar)
    }
    folder.endWord()
    return Array(folder.words.prefix(limit))
  }

  /// The words of `text` with one space between: what is put into an index.
  package static func foldedText(_ text: String, limit: Int = 512) -> String {
    Letter.text(of: key(text, limit: limit))
  }

  /// The sort and search key of a name: its words with a gap between.
  package static func key(_ text: String, limit: Int = mostWords) -> [LetterCode] {
    var key: [LetterCode] = []
    for word in folded(text, limit: limit) {
      if !key.isEmpty { key.append(Letter.gap) }
      key += word.codes
    }
    return key
  }
}

private struct Folder {
  private(set) var words: [Word] = []
  private var current: [LetterCode] = []

  init(limit: Int) {
    words.reserveCapacity(min(limit, 16))
    current.reserveCapacity(16)
  }

  mutating func read(_ scalar: Unicode.Scalar) {
    switch Letter.role(of: scalar) {
    case .letter(let code): append(code)
    case .foreign(let letter): append(letter)
    case .separator: endWord()
    case .silent:
      if let last = current.last, let letter = Letter.composed(last, with: scalar) {
        current[current.count - 1] = letter
      }
    }
  }

  private mutating func append(_ code: LetterCode) {
    if let last = current.last, Letter.isDigit(last) != Letter.isDigit(code) { endWord() }
    if current.count < Words.mostLetters { current.append(code) }
  }

  private mutating func append(_ letter: Unicode.Scalar) {
    if let last = current.last, Letter.isDigit(last) { endWord() }
    let bytes = UTF8.encode(letter).map(Array.init) ?? []
    if current.count + bytes.count <= Words.mostLetters { current += bytes }
  }

  mutating func endWord() {
    guard !current.isEmpty else { return }
    words.append(Word(codes: LookAlike.repaired(current)))
    current.removeAll(keepingCapacity: true)
  }
}

/// Latin letters drawn like Russian ones inside a Russian word (a pasted «CНИЛС»).
private enum LookAlike {
  private static let pairs: [LetterCode: LetterCode] = {
    let latin: [Unicode.Scalar] = ["a", "b", "c", "e", "h", "k", "m", "o", "p", "t", "x", "y"]
    let russian: [Unicode.Scalar] = ["а", "в", "с", "е", "н", "к", "м", "о", "р", "т", "х", "у"]
    return Dictionary(
      uniqueKeysWithValues: zip(latin.map(Letter.latin), russian.map(Letter.cyrillic)))
  }()

  static func repaired(_ codes: [LetterCode]) -> [LetterCode] {
    guard codes.contains(where: Letter.isCyrillic), codes.contains(where: Letter.isLatin) else {
      return codes
    }
    return codes.map { pairs[$0] ?? $0 }
  }
}
