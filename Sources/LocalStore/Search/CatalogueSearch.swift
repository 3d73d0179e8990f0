internal import Domain
internal import SQLite
internal import SearchText

/// Situations and services by words.
///
/// FTS5 says which phrases a word meets; the few phrases that are met are weighed in memory (see
/// `CatalogueScoring`).
struct CatalogueSearch {
  let catalogue: CatalogueWords
  let connection: Connection
  let language: Language

  /// How a word met a phrase.
  private enum Meeting {
    static let exact = 1.0
    static let stem = 0.93
    static let shortestBeginning = 0.6
    static let longestBeginning = 0.9
    static let family = 0.5
    /// More for the phrase's first word.
    static let opening = 0.05
  }

  /// The best `limit` of each kind, best first.
  func hits(
    _ terms: CatalogueTerms, _ query: Query, kinds: Set<SearchHit.Kind>, limit: Int
  ) throws -> [SearchHit] {
    let terms = terms.terms
    guard !terms.isEmpty else { return [] }
    var meetings = Meetings(phrases: catalogue.phrases.count, terms: terms.count)
    for (place, term) in terms.enumerated() {
      for (choice, option) in term.options.enumerated() {
        try meet(option, term, place, choice, &meetings)
      }
    }
    let scores = CatalogueScoring(catalogue: catalogue, terms: terms, meetings: meetings)
      .scores(query)
    var left = Dictionary(uniqueKeysWithValues: kinds.map { ($0, limit) })
    return scores.compactMap { found in
      let kind = catalogue.entries[found.entry].kind
      guard let places = left[kind], places > 0 else { return nil }
      left[kind] = places - 1
      return hit(found, terms, meetings)
    }
  }

  private func meet(
    _ option: CatalogueTerm.Option, _ term: CatalogueTerm, _ place: Int, _ choice: Int,
    _ meetings: inout Meetings
  ) throws {
    let word = option.word
    if catalogue.vocabulary.contains(word) {
      try forEachPhrase(MatchText.exact(word)) {
        meetings.note($0, place, Meeting.exact * option.factor, choice)
      }
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
    var shortest = Int.max
    var opens = false
    for (place, candidate) in phrase.words.enumerated() where candidate.hasPrefix(word) {
      shortest = min(shortest, candidate.count)
      opens = opens || place == 0
    }
    let base = Meeting.shortestBeginning + (opens ? Meeting.opening : 0)
    guard word.count > 2, shortest < Int.max else { return base }
    let share = Double(word.count) / Double(shortest)
    return base + (Meeting.longestBeginning - Meeting.shortestBeginning) * share
  }

  private func forEachPhrase(_ match: String, _ body: (Int) -> Void) throws {
    try connection.forEach(
      "SELECT rowid FROM catalogue_search WHERE catalogue_search MATCH ?", values: [match]
    ) { row in
      if let place = catalogue.place(ofPhrase: try row.next()) { body(place) }
      return true
    }
  }

  private func hit(
    _ found: CatalogueScoring.EntryScore, _ terms: [CatalogueTerm], _ meetings: Meetings
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
    _ found: CatalogueScoring.EntryScore, _ terms: [CatalogueTerm], _ meetings: Meetings
  ) -> [SearchHit.Reason] {
    let phrase = catalogue.phrases[found.phrase]
    var reasons: [SearchHit.Reason] = []
    switch phrase.field {
    case .title: reasons.append(.title)
    case .synonym: reasons.append(.synonym(phrase.text))
    case .result, .body, .linkedService: reasons.append(.text)
    }
    let read = terms.enumerated().compactMap { place, term in
      let choice = meetings.choice(found.phrase, place)
      return term.options.indices.contains(choice) ? term.options[choice] : term.options.first
    }
    let text = read.map(\.word.text).joined(separator: " ")
    for reading in [Reading.otherLayout, .transliterated, .corrected]
    where read.contains(where: { $0.reading == reading }) {
      if let reason = reading.reason(text) { reasons.append(reason) }
    }
    return reasons
  }
}
