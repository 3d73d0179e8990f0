internal import Domain
internal import SQLite
internal import SearchText

/// The catalogue's search text in memory: some thousand short phrases.
struct CatalogueWords {
  struct Entry {
    let kind: SearchHit.Kind
    let id: String
    let title: LocalizedText
    let detail: LocalizedText
  }

  /// A class: a letter meets thousands of phrases, and handing one on by value counts each of its texts.
  final class Phrase {
    let entry: Int
    let field: PhraseField
    let text: String
    let folded: String
    let words: [Word]
    /// The sum of its words' weights, filler aside.
    let weight: Double

    init(entry: Int, field: PhraseField, text: String, folded: String) {
      self.entry = entry
      self.field = field
      self.text = text
      self.folded = folded
      words = Words.folded(folded, limit: 64)
      let weights = words.map(WordWeight.weight).filter { $0 >= 0.1 }
      weight = max(weights.reduce(0, +), 0.1)
    }
  }

  /// A word in a phrase.
  struct Occurrence {
    let phrase: Int
    /// In letters.
    let length: Int
    /// Whether the phrase begins with it.
    let opens: Bool
  }

  let fingerprint: [UInt8]
  private(set) var entries: [Entry] = []
  private(set) var phrases: [Phrase] = []
  /// The numbers in `catalogue_phrase` of `phrases`, ascending and mostly without gaps.
  private var numbers: [Int64] = []
  private(set) var vocabulary = Vocabulary()
  /// Those of each word of the vocabulary, in its order.
  private var occurrences: [Occurrence] = []
  /// What the words sound like, and which words sound so.
  private var sounds = Vocabulary()
  private var wordsOfSound: [Word: [Word]] = [:]

  var isLoaded: Bool { !entries.isEmpty }

  init(_ connection: Connection, fingerprint: [UInt8]) throws {
    self.fingerprint = fingerprint
    var placeOfEntry: [Int64: Int] = [:]
    try connection.forEach(Self.entriesSQL) { row in
      placeOfEntry[try row.next()] = entries.count
      entries.append(try Self.entry(&row))
      return true
    }
    var found: [Word: [Occurrence]] = [:]
    try connection.forEach(Self.phrasesSQL) { row in
      let number: Int64 = try row.next()
      guard let entry = placeOfEntry[try row.next()] else { return true }
      numbers.append(number)
      let phrase = try Self.phrase(&row, entry: entry)
      for (place, word) in phrase.words.enumerated() {
        found[word, default: []].append(
          Occurrence(phrase: phrases.count, length: word.count, opens: place == 0))
      }
      phrases.append(phrase)
      return true
    }
    vocabulary = Vocabulary(found.map { ($0.key, $0.value.count) })
    occurrences = found.sorted { $0.key < $1.key }.flatMap(\.value)
    wordsOfSound = Dictionary(grouping: found.keys.filter(\.hasCyrillic), by: Sound.key)
    sounds = Vocabulary(wordsOfSound.map { ($0.key, $0.value.count) })
  }

  /// The place in `phrases` of a row of `catalogue_phrase`.
  func place(ofPhrase number: Int64) -> Int? {
    guard let first = numbers.first else { return nil }
    let guess = Int(clamping: number - first)
    if numbers.indices.contains(guess), numbers[guess] == number { return guess }
    return numbers.firstIndex(of: number)
  }

  /// Where words that begin so stand, the whole word too: a letter begins a tenth of all, which the
  /// full-text index would merge from a list of each word.
  func occurrences(ofBeginning word: Word) -> ArraySlice<Occurrence> {
    occurrences[vocabulary.places(ofPrefix: word.codes)]
  }

  /// Words that sound like `word`, or else words that begin so, if the beginning is long enough.
  func soundAlikes(of word: Word) -> (words: [Word], areWhole: Bool) {
    guard word.count >= 4, word.hasCyrillic else { return ([], true) }
    let key = Sound.key(word)
    guard key.count >= 3 else { return ([], true) }
    if let words = wordsOfSound[key] { return (words, true) }
    guard key.count >= 5 else { return ([], true) }
    let begun = sounds.range(ofPrefix: key.codes).prefix(4).map { sounds.word(at: $0) }
    return (begun.flatMap { wordsOfSound[$0] ?? [] }, false)
  }

  private static let entriesSQL = """
    SELECT number, kind, id, title_ru, title_en, detail_ru, detail_en
    FROM catalogue_hit ORDER BY number
    """
  private static let phrasesSQL =
    "SELECT number, hit, field, text, folded FROM catalogue_phrase ORDER BY number"

  private static func entry(_ row: inout Row) throws -> Entry {
    guard let kind = SearchHit.Kind(rawValue: try row.next()) else {
      throw row.malformed(1, expected: "kind")
    }
    return Entry(
      kind: kind, id: try row.next(), title: LocalizedText(ru: try row.next(), en: try row.next()),
      detail: LocalizedText(ru: try row.next(), en: try row.next()))
  }

  private static func phrase(_ row: inout Row, entry: Int) throws -> Phrase {
    guard let field = PhraseField(rawValue: try row.next()) else {
      throw row.malformed(2, expected: "field")
    }
    return Phrase(entry: entry, field: field, text: try row.next(), folded: try row.next())
  }
}
