internal import JSON5

/// The letters and signs of every text in a file.
enum CatalogueWords {
  /// Keys whose text, or whose list of texts, is Russian.
  private static let russianKeys: Set = ["ru", "act", "article", "synonyms", "colloquial"]

  static func findings(in text: JSON5Document) -> [CatalogueFinding] {
    let words = text.strings().flatMap { place in
      problems(of: place).map {
        CatalogueFinding(file: text.name, line: place.line, problem: $0)
      }
    }
    return words + untranslated(text)
  }

  private static func problems(of place: JSON5Place) -> [CatalogueProblem] {
    let spacing = spacing(place.text)
    switch key(of: place.path) {
    case "en": return spacing + english(place.text)
    case let key? where russianKeys.contains(key): return spacing + russian(place.text)
    default: return spacing
    }
  }

  private static func spacing(_ text: String) -> [CatalogueProblem] {
    if text.allSatisfy(\.isWhitespace) { return [.emptyText] }
    if text.contains(where: \.isNewline) { return [.lineBreak] }
    let isLone = text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
    return isLone ? [.loneSpaces] : []
  }

  private static func russian(_ text: String) -> [CatalogueProblem] {
    var problems = Alphabet.wronglySpelt(text).map { CatalogueProblem.mixedAlphabets(word: $0) }
    if text.contains("\"") { problems.append(.straightQuotes) }
    if text.contains(" - ") { problems.append(.hyphenForDash) }
    return problems
  }

  private static func english(_ text: String) -> [CatalogueProblem] {
    let mixed = Alphabet.mixed(text)
    guard mixed.isEmpty else { return mixed.map { .mixedAlphabets(word: $0) } }
    return Alphabet.words(of: text).first(where: Alphabet.isCyrillic)
      .map { [.untranslated(word: $0)] } ?? []
  }

  /// Texts with Russian and without English. An entry's own languages are optional to the decoder.
  private static func untranslated(_ text: JSON5Document) -> [CatalogueFinding] {
    text.keys().filter { $0.text == "ru" }.compactMap { place in
      let parent = Array(place.path.dropLast())
      guard text.node(at: parent)?.child(.key("en")) == nil else { return nil }
      return CatalogueFinding(file: text.name, line: place.line, problem: .missingEnglish)
    }
  }

  private static func key(of path: [JSON5Key]) -> String? {
    for step in path.reversed() {
      if case .key(let key) = step { return key }
    }
    return nil
  }
}

/// Latin and Cyrillic letters that look the same are found by a search only where they belong.
enum Alphabet {
  /// Words with letters of both alphabets, and Latin letters that stand alone for a Russian
  /// preposition or conjunction.
  static func wronglySpelt(_ text: String) -> [String] {
    mixed(text) + words(of: text).filter { lookalikes.contains($0) }
  }

  static func mixed(_ text: String) -> [String] {
    words(of: text).filter { $0.contains(where: isLatin) && $0.contains(where: isCyrillic) }
  }

  /// Runs of letters.
  static func words(of text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }

  static func isCyrillic(_ word: String) -> Bool { word.contains(where: isCyrillic) }

  /// Not the capitals: categories of driving licences and Roman numerals are Latin.
  private static let lookalikes: Set = ["a", "c", "e", "k", "o", "p", "x", "y"]

  private static func isLatin(_ letter: Character) -> Bool {
    letter.unicodeScalars.contains { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
  }

  private static func isCyrillic(_ letter: Character) -> Bool {
    letter.unicodeScalars.contains { (0x0400...0x052F).contains($0.value) }
  }
}
