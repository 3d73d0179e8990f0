// A service in full, as its situation shows it and as a page of its own.

internal import Canvas
internal import DeskCore
internal import Domain

extension Passage {
  /// What it costs, takes and gives, and who says so: first what a citizen asks at the window.
  mutating func add(_ service: Service, _ papers: [Paper], _ words: Phrases) {
    let language = words.language
    add(label: words.fee, service.fee.map { money($0, language) } ?? words.toBeAsked)
    add(label: words.term, service.term.map { length($0, words) } ?? words.toBeAsked)
    add(papers, words)
    gap()
    if let note = service.note { add(label: words.note, note(language), .statusInfo) }
    add(label: words.ways, service.channels.map(words.channel).joined(separator: ", "))
    add(label: words.body, service.body(language))
    add(label: words.result, service.result(language))
    gap()
    add(label: words.colloquial, service.colloquial.joined(separator: ", "), .textMuted)
    add(words.level(service.level), .textMuted)
    for basis in service.legalBasis { add(label: words.basis, basis.cited, .textMuted) }
    let provenance = service.provenance
    add(
      label: words.source,
      "\(provenance.source), \(words.reviewed) \(typed(provenance.reviewed))", .textMuted)
  }

  /// Papers by what is done with them: bring, copy, and what must not be asked for.
  mutating func add(_ papers: [Paper], _ words: Phrases) {
    for origin in Document.Origin.strictestFirst {
      let group = papers.filter { $0.origin == origin }
      guard !group.isEmpty else { continue }
      gap()
      add("\(words.origin(origin)):", .textStrong)
      for paper in group { add(paper, words) }
    }
  }

  /// The page of a service that no situation lists.
  mutating func add(_ sheet: ServiceSheet, _ words: Phrases) {
    add(sheet.service.title(words.language), .heading)
    add(words.pages.onlyToRead, .textMuted)
    gap()
    add(sheet.service, sheet.papers, words)
    gap()
    add(words.referenceData, .textMuted)
  }
}

extension LegalBasis {
  var cited: String { article.map { "\(act), \($0)" } ?? act }
}

/// «5 рабочих дней», with what the term depends on.
private func length(_ term: Term, _ words: Phrases) -> String {
  words.termLength(term) + (term.note.map { " (\($0(words.language)))" } ?? "")
}
