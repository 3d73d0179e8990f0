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
}

/// Finds out which words of the query can be parts of names, and how they are to be read.
struct NameResolver {
  let connection: Connection
  let names: NameVocabulary

  func terms(_ query: Query, knownToCatalogue: [Bool]) throws -> NameTerms {
    var result = NameTerms()
    let isSingle = query.chunks.count == 1
    let hasMeaning = query.chunks.contains { !Self.isFiller($0) }
    for (index, chunk) in query.chunks.enumerated() {
      if hasMeaning, Self.isFiller(chunk) { continue }
      let isKnown = knownToCatalogue.indices.contains(index) && knownToCatalogue[index]
      let options = try options(chunk, isKnownToCatalogue: isKnown)
      // Beside other words, one that the catalogue knows is only a name if it is a whole one.
      let isName = options.contains { options in
        options.contains { $0.isWhole || isSingle || !isKnown }
      }
      if options.isEmpty || !isName {
        result.others += 1
      } else {
        result.terms += options.map { NameTerm(options: $0) }
      }
    }
    return result
  }

  private static func isFiller(_ chunk: Query.Chunk) -> Bool {
    (chunk.typed + chunk.otherLayout).contains { WordWeight.isFiller($0) }
  }

  /// The options of each word of the chunk; empty when it cannot be a name.
  private func options(
    _ chunk: Query.Chunk, isKnownToCatalogue: Bool
  ) throws -> [[NameTerm.Option]] {
    var found = try options(chunk.typed, .asTyped)
    if found.isEmpty { found = try options(chunk.otherLayout, .otherLayout) }
    let latin = try latinOptions(chunk)
    if found.isEmpty {
      if !latin.isEmpty { return [latin] }
    } else if found.count == 1, chunk.typed.first?.hasLatin == true {
      return [Array((found[0] + latin).prefix(4))]
    }
    if found.isEmpty, !isKnownToCatalogue { found = try correctedOptions(chunk) }
    return found
  }

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

  private func latinOptions(_ chunk: Query.Chunk) throws -> [NameTerm.Option] {
    guard chunk.typed.count == 1, let word = chunk.typed.first, word.hasLatin else { return [] }
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

  private func correctedOptions(_ chunk: Query.Chunk) throws -> [[NameTerm.Option]] {
    for words in [chunk.typed, chunk.otherLayout] where !words.isEmpty {
      let options = try words.map { word in
        try option(word, .asTyped, factor: 1).map { [$0] } ?? corrections(of: word)
      }
      if options.allSatisfy({ !$0.isEmpty }) { return options }
    }
    return []
  }

  /// Other spellings of a name, the nearest and commonest first.
  func corrections(of word: Word) throws -> [NameTerm.Option] {
    var found: [(word: Word, factor: Double)] = []
    for role in NameRole.allCases {
      guard let words = names.words(role) else { continue }
      for correction in Spelling.corrections(of: word, in: words, limit: 3)
      where !found.contains(where: { $0.word == correction.word }) {
        found.append(correction)
      }
    }
    found.sort { $0.factor > $1.factor }
    return try found.prefix(4).compactMap { try option($0.word, .corrected, factor: $0.factor) }
  }
}
