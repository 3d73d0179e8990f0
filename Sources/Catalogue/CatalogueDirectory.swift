package import Domain
internal import FoundationEssentials

/// A catalogue in a folder of the file system, laid out like the bundled one: `Documents`,
/// `Services` and `Situations`, where it advises `Facts`, `Parameters`, `Rules` and `Offers`, and
/// `Calendar`, with
/// `.json5` files.
package struct CatalogueDirectory: CatalogueSource {
  package let root: String

  package init(_ path: String) { root = path }

  package var isReleased: Bool { false }

  package var requiredSituations: [LifeSituation.ID] { [] }

  package func files() throws(CatalogueError) -> [CatalogueFile] {
    var files: [CatalogueFile] = []
    for group in CatalogueGroup.allCases {
      let folder = root + "/" + group.folder
      guard !group.isOptional || FileManager.default.fileExists(atPath: folder) else { continue }
      for name in try Self.names(in: folder) where name.hasSuffix(".json5") {
        let bytes = try Self.bytes(of: folder + "/" + name)
        files.append(CatalogueFile(group: group, name: name, bytes: bytes))
      }
    }
    return files
  }

  /// Reads every entry.
  package func load() throws(CatalogueError) -> CatalogueContent {
    let files = try files()
    var hash = CatalogueHash()
    for file in files {
      file.bytes.withUnsafeBytes { hash.add(group: file.group, name: file.name, bytes: $0) }
    }
    return try CatalogueReader.content(of: files, fingerprint: hash.finish())
  }

  /// Reads facts, parameters and rules.
  package func adviceBook() throws(CatalogueError) -> AdviceBook {
    try CatalogueReader.adviceBook(of: files())
  }

  /// Reads the years of the production calendar.
  package func calendarYears() throws(CatalogueError) -> [CalendarYear] {
    try CatalogueReader.calendarYears(of: files())
  }

  package func offers() throws(CatalogueError) -> [Offer] {
    try CatalogueReader.offers(of: files())
  }

  private static func names(in folder: String) throws(CatalogueError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw CatalogueError.unreadable(path: folder, reason: reason(error))
    }
  }

  private static func bytes(of file: String) throws(CatalogueError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw CatalogueError.unreadable(path: file, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let failure = error as? CocoaError else { return "\(error)" }
    switch failure.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return "there is no such file or folder"
    case .fileReadNoPermission: return "permission denied"
    default: return "error \(failure.code.rawValue)"
    }
  }
}
