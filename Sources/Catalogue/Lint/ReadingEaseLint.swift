internal import JSON5

/// Texts that a person hears or reads must be easy: words of few syllables in short sentences.
enum ReadingEaseLint {
  /// The least ease of a text that is long enough for the figure to mean anything.
  private static let least = 30
  private static let fewestWords = 8
  /// Questions are read aloud, so the short ones count too; a few words vary more.
  private static let leastOfQuestion = 18
  private static let longestSentence = 25

  static func findings(in text: JSON5Document, of group: CatalogueGroup) -> [CatalogueFinding] {
    text.strings().filter { $0.path.last == .key("ru") }.flatMap { place in
      problems(of: place, in: group).map {
        CatalogueFinding(file: text.name, line: place.line, problem: $0)
      }
    }
  }

  private static func problems(
    of place: JSON5Place, in group: CatalogueGroup
  ) -> [CatalogueProblem] {
    let prose = RussianProse(place.text)
    var problems: [CatalogueProblem] = []
    if prose.longestSentence > longestSentence {
      problems.append(.longSentence(words: prose.longestSentence, most: longestSentence))
    }
    let keys = place.path.compactMap { if case .key(let key) = $0 { key } else { nil } }
    let least = leastEase(of: keys, words: prose.words, in: group)
    if let ease = prose.ease, let least, ease < Double(least) {
      problems.append(.hardToRead(ease: Int(ease.rounded(.down)), least: least))
    }
    return problems
  }

  private static func leastEase(
    of keys: [String], words: Int, in group: CatalogueGroup
  ) -> Int? {
    let key = keys.dropLast().last ?? ""
    if names.contains(key), !keys.contains(where: told.contains) { return nil }
    if words >= fewestWords { return least }
    return group == .facts && key == "question" ? leastOfQuestion : nil
  }

  /// Names of papers, services, bodies and results are the law's; they are not ours to reword.
  private static let names: Set = ["title", "short", "body", "result", "unit"]
  /// Lists whose titles are not names but what a person is told or answers.
  private static let told: Set = ["deadlines", "choices"]
}
