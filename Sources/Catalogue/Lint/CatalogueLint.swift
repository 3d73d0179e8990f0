package import Domain
internal import JSON5

/// Reads a catalogue as its most careful reader would.
package enum CatalogueLint {
  /// All findings, in the order of the files. What concerns several files (dangling ids, services
  /// that nobody links) is looked at when every file could be read: until then it would name entries
  /// as missing that are only behind a mistake.
  ///
  /// - Parameter today: The day after which nothing can have been reviewed; `nil` does not look, nor
  ///   is a released catalogue looked at.
  package static func run(
    _ source: some CatalogueSource, today: CalendarDate? = nil
  ) -> [CatalogueFinding] {
    let catalogue = CatalogueText(source)
    let today = source.isReleased ? nil : today
    var findings = catalogue.findings
    for (group, text) in catalogue.texts {
      findings += CatalogueKeys.findings(in: text, of: group)
      findings += CatalogueWords.findings(in: text)
      findings += ReadingEaseLint.findings(in: text, of: group)
    }
    findings += catalogue.services.flatMap { ServiceLint.findings(in: $0, today: today) }
    findings += catalogue.situations.flatMap { SituationLint.findings(in: $0, today: today) }
    findings += catalogue.facts.flatMap(FactLint.findings)
    findings += catalogue.parameters.flatMap { ParameterLint.findings(in: $0, today: today) }
    findings += catalogue.rules.flatMap {
      ProvenanceLint.findings($0, $0.value.provenance, today: today)
    }
    findings += catalogue.years.flatMap { CalendarLint.findings(in: $0, today: today) }
    findings += CalendarLint.doubles(catalogue.years)
    findings += catalogue.offers.flatMap {
      ProvenanceLint.findings($0, $0.value.provenance, today: today)
    }
    findings += IdentityLint.findings(in: catalogue)
    findings += CitationLint.findings(in: catalogue)
    if catalogue.isWhole {
      findings += ReferenceLint.findings(in: catalogue)
      findings += AdviceLint.findings(in: catalogue, source, today: today)
      findings += missing(in: catalogue, source)
    }
    return findings.sorted()
  }

  private static func missing(
    in catalogue: CatalogueText, _ source: some CatalogueSource
  ) -> [CatalogueFinding] {
    let there = Set(catalogue.situations.map(\.value.id))
    return source.requiredSituations.filter { !there.contains($0) }.map { id in
      CatalogueFinding(
        file: source.root + "/" + CatalogueGroup.situations.folder, line: 0,
        problem: .missingSituation(id))
    }
  }
}
