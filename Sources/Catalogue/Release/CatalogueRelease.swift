package import Domain
internal import FoundationEssentials

/// A catalogue as the central store sends it out: all files under a number that only grows.
package struct CatalogueRelease: CatalogueSource, Hashable {
  /// The largest content that is read, in bytes.
  package static let largest = 16 << 20

  /// From 1; the bundled catalogue counts as 0.
  package let number: Int64
  private let entries: [CatalogueFile]

  package var root: String { "release \(number)" }

  /// Reviewed where it was made; the clock of the desk says nothing about it.
  package var isReleased: Bool { true }

  package var requiredSituations: [LifeSituation.ID] { [] }

  package init(number: Int64, from source: some CatalogueSource) throws(CatalogueError) {
    self.number = number
    entries = Self.inOrder(try source.files())
  }

  /// Reads what `content` has written.
  package init(content: [UInt8]) throws(ReleaseError) {
    guard content.count <= Self.largest else { throw .notARelease(reason: "it is too large") }
    guard let text = try? JSONDecoder().decode(ReleaseText.self, from: Data(content)) else {
      throw .notARelease(reason: "its content cannot be read")
    }
    guard text.number > 0 else { throw .notARelease(reason: "its number is not above 0") }
    number = text.number
    entries = Self.inOrder(
      try text.files.map { path, text throws(ReleaseError) in try Self.file(path, text) })
  }

  package func files() -> [CatalogueFile] { entries }

  /// JSON, the same bytes for the same release.
  package var content: [UInt8] {
    let texts = entries.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = ReleaseText(number: number, files: Dictionary(uniqueKeysWithValues: texts))
    // Numbers and strings can always be written.
    return (try? encoder.encode(text)).map(Array.init) ?? []
  }

  /// Reads every entry.
  package func load(fingerprint: [UInt8]) throws(CatalogueError) -> CatalogueContent {
    try CatalogueReader.content(of: entries, fingerprint: fingerprint)
  }

  /// Reads facts, parameters and rules.
  package func adviceBook() throws(CatalogueError) -> AdviceBook {
    try CatalogueReader.adviceBook(of: entries)
  }

  /// None in a release that leaves the calendar to the program.
  package func calendarYears() throws(CatalogueError) -> [CalendarYear] {
    try CatalogueReader.calendarYears(of: entries)
  }

  /// Reads what the desk offers by itself.
  package func offers() throws(CatalogueError) -> [Offer] {
    try CatalogueReader.offers(of: entries)
  }

  private static func inOrder(_ files: [CatalogueFile]) -> [CatalogueFile] {
    CatalogueGroup.allCases.flatMap { group in
      files.filter { $0.group == group }.sorted { $0.name < $1.name }
    }
  }

  /// `Situations/birth-of-child.json5` and nothing that could lead elsewhere.
  private static func file(
    _ path: String, _ text: String
  ) throws(ReleaseError) -> CatalogueFile {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let group = CatalogueGroup(rawValue: String(parts[0])),
      parts[1].hasSuffix(".json5"), parts[1].utf8.count <= 200, !parts[1].hasPrefix(".")
    else { throw .notARelease(reason: "it has a file that does not belong to a catalogue") }
    return CatalogueFile(group: group, name: String(parts[1]), bytes: Array(text.utf8))
  }
}

private struct ReleaseText: Codable {
  var number: Int64
  var files: [String: String]
}

/// Why a release is not used. `description` is for whoever publishes the catalogue, in English.
package enum ReleaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not signed with the key that the desk was enrolled with, or changed afterwards.
  case signature
  case notARelease(reason: String)
  case catalogue(CatalogueError)
  /// It has mistakes with which a catalogue must not be used.
  case findings([CatalogueFinding])

  package var description: String {
    switch self {
    case .signature: "the signature does not hold"
    case .notARelease(let reason): "no catalogue release: \(reason)"
    case .catalogue(let error): error.description
    case .findings(let findings): findings.map(\.description).joined(separator: "\n")
    }
  }
}
