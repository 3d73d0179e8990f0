internal import CPSVAP
internal import Catalogue
internal import Domain
internal import Glibc

/// A catalogue with all that it says, wherever it was read from.
struct WholeCatalogue {
  var content: CatalogueContent
  var book: AdviceBook
  /// CPSV-AP has no words for facts, figures and rules: a file of it does not say that there are none.
  var saysRules: Bool
  /// Absent where nothing is said of them.
  var offers: [Offer]?
  var years: [CalendarYear]?

  /// What the program brings along, under this word.
  static let bundledName = "bundled"

  static func bundled() throws -> WholeCatalogue {
    let bundled = BundledCatalogue()
    return WholeCatalogue(
      content: try bundled.load(), book: try bundled.adviceBook(), saysRules: true,
      offers: try bundled.offers(), years: try bundled.calendarYears())
  }

  static func folder(_ path: String) throws -> WholeCatalogue {
    let directory = CatalogueDirectory(path)
    return WholeCatalogue(
      content: try directory.load(), book: try directory.adviceBook(), saysRules: true,
      offers: try directory.offers(), years: try directory.calendarYears())
  }

  /// A folder, a file in one of the forms that are imported, or `bundled`.
  static func at(_ place: String, today: CalendarDate) throws -> WholeCatalogue {
    var status = stat()
    let isThere = stat(place, &status) == 0
    if !isThere, place == bundledName { return try bundled() }
    if isThere, status.st_mode & S_IFMT == S_IFDIR { return try folder(place) }
    let file = try CatalogueBytes(path: place)
    let reading = try file.anyReading(source: nil, today: today)
    let none = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    return WholeCatalogue(
      content: none.adding(reading.entries.map(\.content)), book: reading.book,
      saysRules: file.form == .json5, offers: reading.offers, years: reading.years)
  }
}

extension CatalogueBytes {
  /// Reads a file in whichever form it is.
  func anyReading(source: String?, today: CalendarDate) throws -> CatalogueReading {
    guard form == .json5 else { return try reading(source: source, today: today) }
    do {
      return try ownReading(source: source, today: today)
    } catch {
      throw CatalogueError.malformed(error)
    }
  }
}
