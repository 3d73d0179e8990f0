internal import Domain
internal import SQLite
internal import SearchText

/// Situations and services by words.
///
/// FTS5 says which phrases have a word of the same stem, the list of words which have it as it stands or
/// begun; the phrases that are met are weighed in memory (see `CatalogueScoring`).
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
        try meet(option, place, choice, &meetings)
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
    _ option: CatalogueTerm.Option, _ place: Int, _ choice: Int, _ meetings: inout Meetings
  ) throws {
    let word = option.word
    for found in catalogue.occurrences(ofBeginning: word) {
      let value = value(ofWord: word, begunBy: found)
      meetings.note(found.phrase, place, value * option.factor, choice)
    }
    if word.count >= 3, !word.isNumber {
      try forEachPhrase(ofStem: word) {
        meetings.note($0, place, Meeting.stem * option.factor, choice)
      }
    }
    for beginning in WordFamilies.beginnings(relatedTo: word) {
      for found in catalogue.occurrences(ofBeginning: beginning) {
        meetings.note(found.phrase, place, Meeting.family * option.factor, choice)
      }
    }
  }

  private func value(ofWord word: Word, begunBy found: CatalogueWords.Occurrence) -> Double {
    if found.length == word.count { return Meeting.exact }
    // «1» does not begin «18».
    if word.isNumber { return 0 }
    let base = Meeting.shortestBeginning + (found.opens ? Meeting.opening : 0)
    // One or two letters say nothing about how long the word will be.
    guard word.count > 2 else { return base }
    let share = Double(word.count) / Double(found.length)
    return base + (Meeting.longestBeginning - Meeting.shortestBeginning) * share
  }

  private func forEachPhrase(ofStem word: Word, _ body: (Int) -> Void) throws {
    try connection.forEach(
      "SELECT rowid FROM catalogue_search WHERE catalogue_search MATCH ?",
      values: [MatchText.stem(word)]
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
