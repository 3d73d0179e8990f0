package import Domain
internal import FoundationEssentials
internal import JSON5

/// The years of the production calendar that a centre has written itself: a new decree, or days off of
/// its region.
package enum CentreCalendar {
  /// Reads every `.json5` file of the folders, those of the last first, so that a year of the first one
  /// counts. A folder that is not there is no mistake.
  ///
  /// - Returns: the years, and what is wrong with the files that cannot be used, a sentence each with
  ///   file, line and what to do.
  package static func read(
    _ folders: [String]
  ) -> (years: [CalendarYear], problems: [String]) {
    var years: [CalendarYear] = []
    var problems: [String] = []
    for folder in folders.reversed() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".json5") {
        do throws(JSON5Error) {
          let file = try JSON5Document(file: folder + "/" + name)
          let entry = CatalogueEntry(
            value: try file.decode(CalendarYear.self), text: file, path: [])
          let errors = findings(in: entry).filter { $0.severity == .error }
          problems += errors.map(\.description)
          if errors.isEmpty { years.append(entry.value) }
        } catch {
          problems.append(error.description)
        }
      }
    }
    return (years, problems)
  }

  private static func findings(
    in entry: CatalogueEntry<CalendarYear>
  ) -> [CatalogueFinding] {
    CatalogueKeys.findings(in: entry.text, of: .calendar)
      + CalendarLint.findings(in: entry, today: nil)
  }
}
