internal import Domain
internal import JSON5

/// What can be said of one year of the production calendar.
enum CalendarLint {
  static func findings(
    in entry: CatalogueEntry<CalendarYear>, today: CalendarDate?
  ) -> [CatalogueFinding] {
    let days = holidays(entry) + transfers(entry)
    let year = entry.value
    var findings = days + ProvenanceLint.findings(entry, year.provenance, today: today)
    if year.legalBasis.isEmpty {
      findings.append(entry.finding(.withoutLegalBasis, at: [.key("legal_basis")]))
    }
    // A sum that is wrong because of a day that is would be told twice.
    let counted = year.countedWorkingDays
    if days.isEmpty, counted != year.workingDays {
      findings.append(
        entry.finding(
          .calendar(.wrongSum(stated: year.workingDays, counted: counted)),
          at: [.key("working_days")]))
    }
    return findings
  }

  /// A year that stands in two files.
  static func doubles(_ entries: [CatalogueEntry<CalendarYear>]) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    var known: [Int: String] = [:]
    for entry in entries {
      if let first = known[entry.value.year] {
        findings.append(
          entry.finding(
            .calendar(.secondYear(entry.value.year, first: first)), at: [.key("year")]))
      } else {
        known[entry.value.year] = entry.text.name
      }
    }
    return findings
  }

  private static func holidays(_ entry: CatalogueEntry<CalendarYear>) -> [CatalogueFinding] {
    var seen: Set<CalendarDate> = []
    return entry.value.holidays.enumerated().compactMap { index, day in
      let path: [JSON5Key] = [.key("holidays"), .index(index)]
      if day.year != entry.value.year {
        return entry.finding(.calendar(.anotherYear(day)), at: path)
      }
      return seen.insert(day).inserted
        ? nil : entry.finding(.calendar(.listedTwice(day)), at: path)
    }
  }

  private static func transfers(_ entry: CatalogueEntry<CalendarYear>) -> [CatalogueFinding] {
    let holidays = Set(entry.value.holidays)
    var seen: Set<CalendarDate> = []
    var findings: [CatalogueFinding] = []
    for (index, transfer) in entry.value.transfers.enumerated() {
      let path: [JSON5Key] = [.key("transfers"), .index(index)]
      for (key, day) in [("from", transfer.from), ("to", transfer.to)] {
        let problem: CalendarProblem? =
          if day.year != entry.value.year {
            .anotherYear(day)
          } else if !seen.insert(day).inserted {
            .listedTwice(day)
          } else if key == "from", day.weekday <= 5 {
            .noDayOff(day)
          } else if key == "to", day.weekday > 5 || holidays.contains(day) {
            .noWorkingDay(day)
          } else {
            nil
          }
        if let problem {
          findings.append(entry.finding(.calendar(problem), at: path + [.key(key)]))
        }
      }
    }
    return findings
  }
}
