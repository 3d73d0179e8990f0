internal import Domain
internal import SQLite
internal import SearchText

/// Situations and services by words.
///
/// FTS5 says which phrases a word meets; the few phrases that are met are weighed here, since what
/// makes a good answer is how much of the query one phrase covers, and how much of the phrase the
/// query covers: «родила» is more of a hit in «родила» than in a sentence.
struct CatalogueSearch {
  let catalogue: CatalogueWords
  let connection: Connection
  let language: Language

  /// How a word met a phrase.
  private enum Meeting {
    static let exact = 1.0
    static let stem = 0.93
    static let shortestBeginning = 0.6
    static let family = 0.5
    /// More for the phrase's first word.
    static let opening = 0.05
  }

  func hits(_ terms: CatalogueTerms, _ query: Query) throws -> [SearchHit] {
    let terms = terms.terms
    guard !terms.isEmpty else { return [] }
    var meetings = Meetings(phrases: catalogue.phrases.count, terms: terms.count)
    for (place, term) in terms.enumerated() {
      for (choice, option) in term.options.enumerated() {
        try meet(option, term, place, choice, &meetings)
      }
    }
    let weights = weights(of: terms, meetings)
    return scores(meetings, weights, query)
      .map { hit($0, terms, meetings) }
      .sorted { ($0.score, $1.id) > ($1.score, $0.id) }
  }

  private func meet(
    _ option: CatalogueTerm.Option, _ term: CatalogueTerm, _ place: Int, _ choice: Int,
    _ meetings: inout Meetings
  ) throws {
    let word = option.word
    try forEachPhrase(MatchText.exact(word)) {
      meetings.note($0, place, Meeting.exact * option.factor, choice)
    }
    if word.count >= 3, !word.isNumber {
      try forEachPhrase(MatchText.stem(word)) {
        meetings.note($0, place, Meeting.stem * option.factor, choice)
      }
    }
    if term.takesBeginnings, !word.isNumber {
      try forEachPhrase(MatchText.beginning(word)) {
        let value = beginningValue(word, catalogue.phrases[$0])
        meetings.note($0, place, value * option.factor, choice)
      }
    }
    let related = WordFamilies.beginnings(relatedTo: word)
    guard !related.isEmpty else { return }
    try forEachPhrase(MatchText.anyBeginning(related)) {
      meetings.note($0, place, Meeting.family * option.factor, choice)
    }
  }

  /// One or two letters say nothing about how long the word will be.
  private func beginningValue(_ word: Word, _ phrase: CatalogueWords.Phrase) -> Double {
    let opens = phrase.words.first?.hasPrefix(word) == true ? Meeting.opening : 0
    guard word.count > 2 else { return Meeting.shortestBeginning + opens }
    let shortest = phrase.words.lazy.filter { $0.hasPrefix(word) }.map(\.count).min() ?? word.count
    let share = Double(word.count) / Double(max(shortest, 1))
    return Meeting.shortestBeginning + opens
      + (0.9 - Meeting.shortestBeginning) * share
  }

  private func forEachPhrase(_ match: String, _ body: (Int) -> Void) throws {
    try connection.forEach(
      "SELECT rowid FROM catalogue_search WHERE catalogue_search MATCH ?", values: [match]
    ) { row in
      if let place = catalogue.placeOfPhrase[try row.next()] { body(place) }
      return true
    }
  }

  /// A word that few entries have says more.
  private func weights(of terms: [CatalogueTerm], _ meetings: Meetings) -> [Double] {
    terms.indices.map { place in
      var met: Set<Int> = []
      for (index, phrase) in catalogue.phrases.enumerated()
      where phrase.field.weight >= 1 && meetings.value(index, place) >= 0.8 {
        met.insert(phrase.entry)
      }
      let share = Double(max(met.count, 1)) / Double(max(catalogue.entries.count, 2))
      return terms[place].weight * (1 - 0.6 * share.squareRoot())
    }
  }

  private struct EntryScore {
    var entry: Int
    var phrase: Int
    var score: Double
  }

  private func scores(
    _ meetings: Meetings, _ weights: [Double], _ query: Query
  ) -> [EntryScore] {
    let all = max(weights.reduce(0, +), 0.01)
    var best: [Int: EntryScore] = [:]
    var anywhere: [Int: [Double]] = [:]
    for index in meetings.metPhrases {
      let phrase = catalogue.phrases[index]
      let quality = quality(of: phrase, index, meetings, weights, query)
      var values = anywhere[phrase.entry] ?? [Double](repeating: 0, count: weights.count)
      for place in weights.indices {
        values[place] = max(
          values[place], 0.6 * phrase.field.weight * meetings.value(index, place))
      }
      anywhere[phrase.entry] = values
      if quality > best[phrase.entry]?.score ?? -1 {
        best[phrase.entry] = EntryScore(entry: phrase.entry, phrase: index, score: quality)
      }
    }
    return best.values.map { found in
      var found = found
      let elsewhere = anywhere[found.entry] ?? []
      var sum = found.score * all
      for place in weights.indices where elsewhere[place] > 0 {
        let here =
          meetings.value(found.phrase, place) * catalogue.phrases[found.phrase].field.weight
        sum += max(0, elsewhere[place] - 0.6 * here) * weights[place] * (here > 0 ? 0.1 : 1)
      }
      found.score = min(sum / all, 1.2) * kindFactor(found.entry)
      return found
    }
  }

  private func quality(
    of phrase: CatalogueWords.Phrase, _ index: Int, _ meetings: Meetings, _ weights: [Double],
    _ query: Query
  ) -> Double {
    var covered = 0.0
    var metWeight = 0.0
    for place in weights.indices {
      let value = meetings.value(index, place)
      covered += weights[place] * value
      if value > 0.55, weights[place] >= 0.05 { metWeight += value }
    }
    let all = max(weights.reduce(0, +), 0.01)
    let ofPhrase = min(1, metWeight / phrase.weight)
    let isWhole = query.has(phrase.folded, ofWords: phrase.words.count) ? 0.1 : 0
    return phrase.field.weight * (covered / all * (0.75 + 0.25 * ofPhrase) + isWhole)
  }

  /// Where both fit, a person's situation comes before one of its services.
  private func kindFactor(_ entry: Int) -> Double {
    catalogue.entries[entry].kind == .situation ? 1 : 0.97
  }

  private func hit(
    _ found: EntryScore, _ terms: [CatalogueTerm], _ meetings: Meetings
  ) -> SearchHit {
    let entry = catalogue.entries[found.entry]
    return SearchHit(
      target: entry.kind == .situation
        ? .situation(LifeSituation.ID(rawValue: entry.id))
        : .service(Service.ID(rawValue: entry.id)),
      title: entry.title(language), detail: entry.detail(language), score: found.score,
      reasons: reasons(found, terms, meetings))
  }

  private func reasons(
    _ found: EntryScore, _ terms: [CatalogueTerm], _ meetings: Meetings
  ) -> [SearchHit.Reason] {
    let phrase = catalogue.phrases[found.phrase]
    var reasons: [SearchHit.Reason] = []
    switch phrase.field {
    case .title: reasons.append(.title)
    case .synonym: reasons.append(.synonym(phrase.text))
    case .result, .body, .linkedService: reasons.append(.text)
    }
    let read = terms.enumerated().map { place, term in
      let choice = meetings.choice(found.phrase, place)
      return term.options.indices.contains(choice) ? term.options[choice] : term.options.first
    }.compactMap(\.self)
    let text = read.map(\.word.text).joined(separator: " ")
    for reading in [Reading.otherLayout, .transliterated, .corrected]
    where read.contains(where: { $0.reading == reading }) {
      if let reason = reading.reason(text) { reasons.append(reason) }
    }
    return reasons
  }
}

/// How well each word of the query met each phrase: a table with a row for each word.
private struct Meetings {
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
  func choice(_ phrase: Int, _ place: Int) -> Int { Int(choices[place * phrases + phrase]) }
}
