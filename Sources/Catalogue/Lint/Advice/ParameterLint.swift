internal import Domain
internal import JSON5

/// What can be said of one dated figure by itself.
enum ParameterLint {
  static func findings(
    in entry: CatalogueEntry<Parameter>, today: CalendarDate?
  ) -> [CatalogueFinding] {
    let parameter = entry.value
    var findings = ProvenanceLint.findings(entry, parameter.provenance, today: today)
    if parameter.kind != .number, parameter.kind != .money {
      findings.append(entry.finding(.advice(.figureIsNoNumber), at: [.key("kind")]))
    }
    if parameter.values.isEmpty {
      findings.append(entry.finding(.advice(.figureWithoutValues), at: [.key("values")]))
    } else if let today, !parameter.values.contains(where: { $0.holds(on: today) }) {
      findings.append(entry.finding(.advice(.figureOutOfDate(today)), at: [.key("values")]))
    }
    for (index, value) in parameter.values.enumerated() {
      let path: [JSON5Key] = [.key("values"), .index(index)]
      if let to = value.to, to < value.from {
        findings.append(entry.finding(.advice(.emptyRange), at: path + [.key("to")]))
      }
      if value.legalBasis == nil {
        findings.append(entry.finding(.withoutLegalBasis, at: path))
      }
    }
    return findings
  }
}
