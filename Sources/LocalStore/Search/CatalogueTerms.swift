internal import Domain
internal import SQLite
internal import SearchText

/// A word of the query as the catalogue is asked for it.
struct CatalogueTerm {
  struct Option {
    let word: Word
    let reading: Reading
    /// What a find by this option is worth, at most 1.
    let factor: Double
  }

  /// One of them has to be found.
  let options: [Option]
  let weight: Double
}

struct CatalogueTerms {
  var terms: [CatalogueTerm] = []
  /// For each chunk of the query, whether the catalogue has its words as typed, or nearly.
  var known: [Bool] = []
}

/// Finds out how each piece of the query is to be read: as typed, in the other layout, from Latin
/// letters, joined, split or with its spelling corrected; no further than needed.
struct CatalogueResolver {
  let catalogue: CatalogueWords
  let connection: Connection
  /// Whether a piece of the query is somebody's name as it was typed: then it is not misspelt.
  let isName: (Query.Chunk) throws -> Bool

  func terms(_ query: Query) throws -> CatalogueTerms {
    var result = CatalogueTerms()
    var index = 0
    let chunks = query.chunks
    while index < chunks.count {
      if index + 1 < chunks.count, let joined = joined(chunks[index], chunks[index + 1]) {
        result.terms.append(joined)
        result.known += [true, true]
        index += 2
        continue
      }
      let chunk = chunks[index]
      // Beside words, a letter is an initial or the beginning of anything.
      if chunk.typed.count == 1, chunk.typed[0].count == 1, chunks.count > 1, !chunk.isLast {
        result.known.append(false)
        index += 1
        continue
      }
      let (terms, isKnown) = try read(chunk)
      result.terms += terms
      result.known.append(isKnown)
      index += 1
    }
    for number in query.numbers where number.digits.count <= 4 {
      let words = Words.folded(number.digits)
      if words.contains(where: { catalogue.vocabulary.contains($0) }) {
        result.terms += words.map { term([option($0, .asTyped)]) }
      }
    }
    return result
  }

  private func read(_ chunk: Query.Chunk) throws -> (terms: [CatalogueTerm], isKnown: Bool) {
    var best: (terms: [CatalogueTerm], strength: Double) = ([], 0)
    func consider(_ words: [Word], _ reading: Reading) throws {
      guard !words.isEmpty else { return }
      let strengths = try words.map(strength)
      let strength = reading.factor * (strengths.min() ?? 0)
      if strength > best.strength {
        best = (words.map { term([option($0, reading)]) }, strength)
      }
    }
    try consider(chunk.typed, .asTyped)
    try consider(chunk.otherLayout, .otherLayout)
    for words in latinReadings(chunk) { try consider(words, .transliterated) }
    // A word known by its family alone may be two words, or another one misspelt by ear.
    if best.strength >= 0.5 { return (best.terms, true) }
    if try isName(chunk) { return (chunk.typed.map { term([option($0, .asTyped)]) }, false) }
    if let alike = soundAlikes(chunk) { return (alike, false) }
    if let split = try split(chunk) { return (split, true) }
    return best.strength > 0 ? (best.terms, true) : (corrected(chunk), false)
  }

  /// How well the catalogue knows a word: written so, by its stem, as a beginning, by its family.
  private func strength(_ word: Word) throws -> Double {
    if WordWeight.isFiller(word) || catalogue.vocabulary.contains(word) { return 1 }
    if word.count >= 3, try hasStem(word) { return 0.97 }
    let completions = catalogue.vocabulary.range(ofPrefix: word.codes)
    if !completions.isEmpty {
      let shortest = completions.lazy.prefix(64).map { catalogue.vocabulary.word(at: $0).count }
      return 0.5 + 0.4 * Double(word.count) / Double(shortest.min() ?? word.count)
    }
    let related = WordFamilies.beginnings(relatedTo: word)
    return related.contains { !catalogue.vocabulary.range(ofPrefix: $0.codes).isEmpty } ? 0.45 : 0
  }

  private func hasStem(_ word: Word) throws -> Bool {
    try connection.value(
      "SELECT 1 FROM catalogue_search WHERE catalogue_search MATCH ? LIMIT 1",
      MatchText.stem(word), as: Int.self) != nil
  }

  private func latinReadings(_ chunk: Query.Chunk) -> [[Word]] {
    guard chunk.typed.count == 1, let word = chunk.typed.first, word.hasLatin else { return [] }
    let words = catalogue.vocabulary.readings(ofLatin: word, extent: .wholeWord, limit: 3)
    let beginnings = catalogue.vocabulary.readings(ofLatin: word, extent: .beginning, limit: 3)
    let guess = Transliteration.guess(word).map { [$0] } ?? []
    return (words + beginnings + guess).map { [$0] }
  }

  /// Written by ear: «переест», «инволидность».
  private func soundAlikes(_ chunk: Query.Chunk) -> [CatalogueTerm]? {
    for words in [chunk.typed, chunk.otherLayout, chunk.typed.compactMap(Transliteration.guess)]
    where words.count == 1 {
      let found = catalogue.soundAlikes(of: words[0])
      let factor = found.areWhole ? 0.9 : 0.8
      guard !found.words.isEmpty else { continue }
      let near = Spelling.corrections(of: words[0], in: catalogue.vocabulary, limit: 3)
        .filter { !found.words.contains($0.word) }
      return [
        term(
          found.words.prefix(6).map { option($0, .corrected, factor: factor) }
            + near.map { option($0.word, .corrected, factor: $0.factor) })
      ]
    }
    return nil
  }

  /// «само занятый», «за гран» typed with a space too many.
  private func joined(_ first: Query.Chunk, _ second: Query.Chunk) -> CatalogueTerm? {
    guard first.typed.count == 1, second.typed.count == 1 else { return nil }
    let (left, right) = (first.typed[0], second.typed[0])
    let vocabulary = catalogue.vocabulary
    let areWords =
      (WordWeight.isFiller(left) || vocabulary.contains(left)) && vocabulary.contains(right)
    guard left.count + right.count >= 5, !areWords else { return nil }
    let whole = Word(codes: left.codes + right.codes)
    return vocabulary.contains(whole) ? term([option(whole, .corrected, factor: 0.9)]) : nil
  }

  /// «родилсяребенок» typed with a space too few.
  private func split(_ chunk: Query.Chunk) throws -> [CatalogueTerm]? {
    for word in chunk.typed + chunk.otherLayout where word.count >= 8 {
      for place in 3...(word.count - 3) {
        let halves = [word.codes[..<place], word.codes[place...]].map { Word(codes: Array($0)) }
        if try halves.allSatisfy(isSurelyWord) {
          return halves.map { term([option($0, .corrected, factor: 0.9)]) }
        }
      }
    }
    return nil
  }

  private func isSurelyWord(_ word: Word) throws -> Bool {
    if catalogue.vocabulary.contains(word) { return true }
    return try word.count >= 5 && hasStem(word)
  }

  private func corrected(_ chunk: Query.Chunk) -> [CatalogueTerm] {
    let guesses = chunk.typed.compactMap(Transliteration.guess)
    var readings = [chunk.typed]
    if !chunk.otherLayout.isEmpty { readings.append(chunk.otherLayout) }
    if !guesses.isEmpty, guesses.count == chunk.typed.count { readings.append(guesses) }
    var best: (terms: [CatalogueTerm], factor: Double) = ([], 0)
    for words in readings {
      let terms = words.map(correctedTerm)
      let factor = terms.map { $0.options.map(\.factor).max() ?? 0 }.min() ?? 0
      if factor > best.factor { best = (terms, factor) }
    }
    return best.factor > 0 ? best.terms : (readings.last ?? []).map { term([option($0, .asTyped)]) }
  }

  private func correctedTerm(_ word: Word) -> CatalogueTerm {
    if catalogue.vocabulary.contains(word) || WordWeight.isFiller(word) {
      return term([option(word, .asTyped)])
    }
    let options = Spelling.corrections(of: word, in: catalogue.vocabulary, limit: 4).map {
      option($0.word, .corrected, factor: $0.factor)
    }
    return CatalogueTerm(
      options: options, weight: WordWeight.weight(of: options.first?.word ?? word))
  }

  private func option(
    _ word: Word, _ reading: Reading, factor: Double? = nil
  ) -> CatalogueTerm.Option {
    CatalogueTerm.Option(word: word, reading: reading, factor: factor ?? reading.factor)
  }

  /// One letter says little.
  private static func weight(of word: Word) -> Double {
    min(WordWeight.weight(of: word), word.count == 1 ? 0.1 : 1)
  }

  private func term(_ options: [CatalogueTerm.Option]) -> CatalogueTerm {
    CatalogueTerm(
      options: options, weight: options.map { Self.weight(of: $0.word) }.max() ?? 1)
  }
}

/// Spelling corrections with what a find by each is worth.
enum Spelling {
  static func corrections(
    of word: Word, in vocabulary: Vocabulary, limit: Int
  ) -> [(word: Word, factor: Double)] {
    let allowed = EditDistance.allowed(inWordOf: word.count)
    for errors in stride(from: 1, through: allowed, by: 1) {
      let whole = vocabulary.corrections(of: word, errors: errors, extent: .wholeWord, limit: limit)
      // The beginning of a word has to be longer than a whole word to be recognised.
      let begun =
        word.count > 2 + errors * 2
        ? vocabulary.corrections(of: word, errors: errors, extent: .beginning, limit: limit) : []
      let found =
        whole.map { ($0.word, Self.factor($0, of: word)) }
        + begun.filter { candidate in !whole.contains { $0.word == candidate.word } }
        .map { ($0.word, 0.85 * Self.factor($0, of: word)) }
      if !found.isEmpty {
        return Array(found.sorted { $0.1 > $1.1 }.prefix(limit))
      }
    }
    return []
  }

  private static func factor(_ correction: Correction, of word: Word) -> Double {
    let isFirstWrong = correction.word.codes.first != word.codes.first
    let share = Double(correction.errors) / Double(max(word.count, 1))
    if Sound.key(correction.word) == Sound.key(word) { return 0.88 }
    return max(0.2, 0.9 - 1.2 * share - (isFirstWrong ? 0.1 : 0))
  }
}

/// Texts for FTS5's MATCH. Words are folded, so that they hold no quote and no operator's meaning.
enum MatchText {
  static func stem(_ word: Word) -> String { "\"=\(word.text)\"" }
}
