internal import Domain
internal import JSON5

/// Where the facts come from. A missing source does not get this far: it has the wrong shape.
enum ProvenanceLint {
  static func findings<Value>(
    _ entry: CatalogueEntry<Value>, _ provenance: Provenance, today: CalendarDate?
  ) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    if let today, provenance.reviewed > today {
      findings.append(
        entry.finding(
          .reviewedInFuture(provenance.reviewed, today: today),
          at: [.key("provenance"), .key("reviewed")]))
    }
    if isDoubtful(provenance.source) {
      findings.append(
        entry.finding(
          .doubtfulAddress(provenance.source), at: [.key("provenance"), .key("source")]))
    }
    return findings
  }

  /// An act is named in words; what looks like an address must be one, over TLS.
  private static func isDoubtful(_ source: String) -> Bool {
    guard source.contains("://") || source.hasPrefix("www.") else { return false }
    return !source.hasPrefix("https://") || source.contains(" ")
  }
}
