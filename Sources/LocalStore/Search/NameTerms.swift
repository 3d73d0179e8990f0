internal import Domain
internal import SQLite
internal import SearchText

/// A word of the query as a part of somebody's name.
struct NameTerm {
  struct Option {
    let word: Word
    let reading: Reading
    let factor: Double
    /// Parts of a name that have words of this beginning.
    let roles: [NameRole]
    /// Whether some name is just this word.
    let isWhole: Bool
  }

  let options: [Option]
}

struct NameTerms {
  var terms: [NameTerm] = []
  /// Words of the query that are no names.
  var others = 0

  /// The place of a word of two letters beside another name, as initials are also written: «петров си».
  var placeOfJoinedInitials: Int? {
    guard terms.count == NameRole.allCases.count - 1 else { return nil }
    return terms.firstIndex { $0.options.first?.word.count == 2 }
  }
}

/// Finds out which words of the query can be parts of names, and how they are to be read.
struct NameResolver {
  let connection: Connection
  let names: NameVocabulary

  func terms(_ query: Query, knownToCatalogue: [Bool]) throws -> NameTerms {
    let kinds = Self.kinds(of: query.chunks)
    let chunks = try query.chunks.enumerated().map { index, chunk in
      let isKnown = knownToCatalogue.indices.contains(index) && knownToCatalogue[index]
      return Candidate(
        kind: kinds[index], isKnownToCatalogue: isKnown,
        options: try options(
          chunk, isKnownToCatalogue: isKnown, isAlone: query.chunks.count == 1))
    }
    let content = chunks.filter { $0.kind == .content }
    guard !content.isEmpty else { return NameTerms(terms: chunks.flatMap(\.terms)) }
    let areAllNames = content.allSatisfy { !$0.options.isEmpty }
    var result = NameTerms()
    for chunk in chunks {
      switch chunk.kind {
      case .filler: continue
      case .initial: if areAllNames { result.terms += chunk.terms }
      case .content where chunk.isName(amongNames: areAllNames): result.terms += chunk.terms
      case .content: result.others += 1
      }
    }
    return result
  }

  /// Whether each word of the piece is, as typed, the whole of some name.
  func isName(_ chunk: Query.Chunk) throws -> Bool {
    let words = try options(chunk.typed, .asTyped)
    return !words.isEmpty && words.allSatisfy { $0.contains(where: \.isWhole) }
  }

  private struct Candidate {
    enum Kind { case filler, initial, content }

    let kind: Kind
    let isKnownToCatalogue: Bool
    /// Of each word of the chunk.
    let options: [[NameTerm.Option]]

    var terms: [NameTerm] { options.map { NameTerm(options: $0) } }

    /// Beside words that are no names, one that the catalogue knows is a name only if it is a whole
    /// one: «умер муж» does not ask for Мужиков.
    func isName(amongNames: Bool) -> Bool {
      guard !options.isEmpty else { return false }
      return amongNames || !isKnownToCatalogue
        || options.allSatisfy { $0.contains { $0.isWhole } }
    }
  }

  /// «А.», «М.С.» are initials although «а» and «с» are filler; the letter of «у меня» is none.
  private static func kinds(of chunks: [Query.Chunk]) -> [Candidate.Kind] {
    var kinds = chunks.map(kind)
    for place in kinds.indices.dropLast()
    where kinds[place] == .initial && kinds[place + 1] == .filler {
      kinds[place] = .filler
    }
    return kinds
  }

  private static func kind(of chunk: Query.Chunk) -> Candidate.Kind {
    let words = chunk.typed.isEmpty ? chunk.otherLayout : chunk.typed
    if words.count <= 2, words.allSatisfy({ $0.count == 1 }) { return .initial }
    return words.allSatisfy(WordWeight.isFiller) ? .filler : .content
  }

  /// The options of each word of the chunk; empty when it cannot be a name.
  private func options(
    _ chunk: Query.Chunk, isKnownToCatalogue: Bool, isAlone: Bool
  ) throws -> [[NameTerm.Option]] {
    var found = try options(chunk.typed, .asTyped)
    if found.isEmpty { found = try options(chunk.otherLayout, .otherLayout) }
    let latin = try chunk.typed.map(latinOptions)
    if found.isEmpty {
      if !latin.isEmpty, latin.allSatisfy({ !$0.isEmpty }) { return latin }
    } else if found.count == latin.count {
      return zip(found, latin).map { Array(($0 + $1).prefix(4)) }
    }
    if found.isEmpty, !isAlone, let initials = Self.joinedInitials(chunk) {
      found = try options(initials, .asTyped)
    }
    if found.isEmpty, !isKnownToCatalogue {
      found = try correctedOptions(chunk, limit: isAlone ? 4 : Self.mostSpellings)
    }
    return found
  }

  /// The terms with the two letters at `place` read as two initials.
  func splitInitials(_ terms: NameTerms, at place: Int) throws -> NameTerms? {
    guard let pair = terms.terms[place].options.first else { return nil }
    let letters = try pair.word.codes.compactMap { code in
      try option(Word(codes: [code]), pair.reading, factor: pair.reading.factor)
    }
    guard letters.count == 2 else { return nil }
    var split = terms
    split.terms.replaceSubrange(place...place, with: letters.map { NameTerm(options: [$0]) })
    return split
  }

  /// The letters of «си» in «петров си»; not those of «ип», which means something.
  private static func joinedInitials(_ chunk: Query.Chunk) -> [Word]? {
    let words = chunk.otherLayout.isEmpty ? chunk.typed : chunk.otherLayout
    guard words.count == 1, words[0].count == 2, words[0].hasCyrillic,
      WordFamilies.beginnings(relatedTo: words[0]).isEmpty
    else { return nil }
    return words[0].codes.map { Word(codes: [$0]) }
  }

  /// Spellings of one word that are tried where the other words tell which of them is meant.
  static let mostSpellings = 12

  private func options(_ words: [Word], _ reading: Reading) throws -> [[NameTerm.Option]] {
    var options: [[NameTerm.Option]] = []
    for word in words {
      guard let option = try option(word, reading, factor: reading.factor) else { return [] }
      options.append([option])
    }
    return options
  }

  private func option(
    _ word: Word, _ reading: Reading, factor: Double
  ) throws -> NameTerm.Option? {
    var roles: [NameRole] = []
    var isWhole = false
    for role in NameRole.allCases {
      let first: [UInt8]? = try connection.value(
        "SELECT word FROM name_word WHERE role = ? AND word >= ? AND word < ? LIMIT 1",
        role.rawValue, word.codes, word.codes + [0xFF])
      guard let first else { continue }
      roles.append(role)
      if first == word.codes { isWhole = true }
    }
    return roles.isEmpty
      ? nil
      : NameTerm.Option(
        word: word, reading: reading, factor: factor, roles: roles, isWhole: isWhole)
  }

  private func latinOptions(_ word: Word) throws -> [NameTerm.Option] {
    guard word.hasLatin else { return [] }
    var readings: [Word] = []
    for role in NameRole.allCases {
      guard let words = names.words(role) else { continue }
      readings += words.readings(ofLatin: word, extent: .wholeWord, limit: 2)
      readings += words.readings(ofLatin: word, extent: .beginning, limit: 2)
    }
    if let guess = Transliteration.guess(word) { readings.append(guess) }
    var seen: Set<Word> = []
    return try readings.filter { seen.insert($0).inserted }.prefix(4)
      .compactMap { try option($0, .transliterated, factor: Reading.transliterated.factor) }
  }

  private func correctedOptions(
    _ chunk: Query.Chunk, limit: Int
  ) throws -> [[NameTerm.Option]] {
    for words in [chunk.typed, chunk.otherLayout] where !words.isEmpty {
      let options = try words.map { word in
        try option(word, .asTyped, factor: 1).map { [$0] } ?? corrections(of: word, limit: limit)
      }
      if options.allSatisfy({ !$0.isEmpty }) { return options }
    }
    return []
  }

  /// Other spellings of a name, the nearest and commonest first.
  func corrections(of word: Word, limit: Int) throws -> [NameTerm.Option] {
    var found: [(word: Word, factor: Double)] = []
    for role in NameRole.allCases {
      guard let words = names.words(role) else { continue }
      for correction in Spelling.corrections(of: word, in: words, limit: limit)
      where !found.contains(where: { $0.word == correction.word }) {
        found.append(correction)
      }
    }
    found.sort { $0.factor > $1.factor }
    return try found.prefix(limit).compactMap { try option($0.word, .corrected, factor: $0.factor) }
  }
}
