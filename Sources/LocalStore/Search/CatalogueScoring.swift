internal import Domain
internal import SearchText

/// Weighs entries of the catalogue by the phrases that the query met.
///
/// What makes a good answer is how much of the query one phrase covers, and how much of the phrase
/// the query covers: «родила» is more of a hit in «родила» than in a sentence. Words that the best
/// phrase lacks count less where another phrase of the entry has them.
struct CatalogueScoring {
  struct EntryScore {
    let entry: Int
    /// The phrase that says best why.
    let phrase: Int
    var score: Double
    /// Whether the query is that phrase, in any of its forms, and nothing else.
    var isNamed = false
  }

  let catalogue: CatalogueWords
  let meetings: Meetings
  private let weights: [Double]
  private let all: Double

  /// A word met in another phrase than the best one.
  private static let elsewhere = 0.6

  init(catalogue: CatalogueWords, terms: [CatalogueTerm], meetings: Meetings) {
    self.catalogue = catalogue
    self.meetings = meetings
    weights = terms.indices.map {
      terms[$0].weight * Self.rarity(ofTerm: $0, catalogue, meetings)
    }
    all = max(weights.reduce(0, +), 0.01)
  }

  /// A word that few entries have says more.
  private static func rarity(
    ofTerm place: Int, _ catalogue: CatalogueWords, _ meetings: Meetings
  ) -> Double {
    var isMet = [Bool](repeating: false, count: catalogue.entries.count)
    for index in meetings.metPhrases where meetings.value(index, place) >= 0.8 {
      let phrase = catalogue.phrases[index]
      if phrase.field.weight >= 1 { isMet[phrase.entry] = true }
    }
    let share = Double(max(isMet.count(where: \.self), 1)) / Double(max(isMet.count, 2))
    return 1 - 0.6 * share.squareRoot()
  }

  /// All entries that were met, best first.
  func scores(_ query: Query) -> [EntryScore] {
    var best = [EntryScore?](repeating: nil, count: catalogue.entries.count)
    var anywhere = [Double](repeating: 0, count: catalogue.entries.count * weights.count)
    for index in meetings.metPhrases {
      let phrase = catalogue.phrases[index]
      for place in weights.indices {
        let cell = phrase.entry * weights.count + place
        let value = Self.elsewhere * phrase.field.weight * meetings.value(index, place)
        anywhere[cell] = max(anywhere[cell], value)
      }
      let quality = quality(of: phrase, index, query)
      if quality.score > best[phrase.entry]?.score ?? -1 {
        best[phrase.entry] = EntryScore(
          entry: phrase.entry, phrase: index, score: quality.score, isNamed: quality.isNamed)
      }
    }
    return best.compactMap { found in
      found.map { whole($0, anywhere[($0.entry * weights.count)...].prefix(weights.count)) }
    }
    .sorted { ($0.score, $1.entry) > ($1.score, $0.entry) }
  }

  private func whole(_ found: EntryScore, _ elsewhere: ArraySlice<Double>) -> EntryScore {
    let field = catalogue.phrases[found.phrase].field.weight
    var sum = found.score * all
    for (place, value) in elsewhere.enumerated() where value > 0 {
      let here = meetings.value(found.phrase, place) * field
      sum += max(0, value - Self.elsewhere * here) * weights[place] * (here > 0 ? 0.1 : 1)
    }
    var whole = found
    whole.score = min(sum / all, 1.2) * precedence(of: found)
    return whole
  }

  /// Where both fit, a person's situation comes before one of its services; but who says a service's
  /// own name asks for the service, and who says another name of it does unless that is also how
  /// people call the situation.
  private func precedence(of found: EntryScore) -> Double {
    guard catalogue.entries[found.entry].kind == .service else { return 1 }
    guard found.isNamed else { return 0.97 }
    return switch catalogue.phrases[found.phrase].field {
    case .title: 1.02
    case .synonym: 0.995
    case .result, .body, .linkedService: 0.97
    }
  }

  private func quality(
    of phrase: CatalogueWords.Phrase, _ index: Int, _ query: Query
  ) -> (score: Double, isNamed: Bool) {
    var covered = 0.0
    var met = 0.0
    for place in weights.indices {
      let value = meetings.value(index, place)
      covered += weights[place] * value
      if value > 0.55, weights[place] >= 0.05 { met += value }
    }
    let ofPhrase = min(1, met / phrase.weight)
    // Comparing texts is dear, and only a phrase that is covered can be the typed one.
    let isTyped = ofPhrase > 0.95 && query.has(phrase.folded, ofWords: phrase.words.count)
    let share = covered / all
    let score = phrase.field.weight * (share * (0.75 + 0.25 * ofPhrase) + (isTyped ? 0.1 : 0))
    return (score, ofPhrase >= 0.9 && share >= 0.85)
  }
}

/// How well each word of the query met each phrase: a table with a row for each word.
struct Meetings {
  private var values: [Float]
  private var choices: [UInt8]
  private let phrases: Int
  private(set) var metPhrases: [Int] = []
  private var isMet: [Bool]

  init(phrases: Int, terms: Int) {
    self.phrases = phrases
    values = [Float](repeating: 0, count: phrases * terms)
    choices = [UInt8](repeating: 0, count: phrases * terms)
    isMet = [Bool](repeating: false, count: phrases)
  }

  mutating func note(_ phrase: Int, _ place: Int, _ value: Double, _ choice: Int) {
    let cell = place * phrases + phrase
    guard Float(value) > values[cell] else { return }
    values[cell] = Float(value)
    choices[cell] = UInt8(clamping: choice)
    if !isMet[phrase] {
      isMet[phrase] = true
      metPhrases.append(phrase)
    }
  }

  func value(_ phrase: Int, _ place: Int) -> Double { Double(values[place * phrases + phrase]) }

  /// Which option of the word it was.
  func choice(_ phrase: Int, _ place: Int) -> Int { Int(choices[place * phrases + phrase]) }
}
