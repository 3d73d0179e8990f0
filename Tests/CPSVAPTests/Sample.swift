import Domain
import FoundationEssentials

@testable import CPSVAP

/// Texts of catalogues, as files that were read.
enum Sample {
  static func read(_ text: String, as name: String) throws -> CatalogueReading {
    try CatalogueBytes(path: name, bytes: Array(text.utf8)).reading(today: day)
  }

  static var day: CalendarDate { CalendarDate("2026-11-28").unsafelyUnwrapped }

  /// A file of `Fixtures`.
  static func fixture(_ name: String) throws -> CatalogueReading {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try CatalogueBytes(path: "/\(folder)/Fixtures/\(name)").reading(today: day)
  }

  static let prefixes = """
    @prefix cpsv: <http://purl.org/vocab/cpsv#> .
    @prefix cv: <http://data.europa.eu/m8g/> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix ex: <http://example.com/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """

  static func turtle(_ text: String) throws -> CatalogueReading {
    try read(prefixes + text, as: "sample.ttl")
  }

  static func problems(_ reading: CatalogueReading) -> [String] {
    reading.warnings.map { $0.problem(.en) }
  }
}

extension CatalogueReading {
  var services: [Service] {
    entries.compactMap { if case .service(let service) = $0.content { service } else { nil } }
  }
  var situations: [LifeSituation] {
    entries.compactMap { if case .situation(let situation) = $0.content { situation } else { nil } }
  }
  var documents: [Document] {
    entries.compactMap { if case .document(let document) = $0.content { document } else { nil } }
  }
}
