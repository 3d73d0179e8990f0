internal import Domain
internal import FoundationEssentials

/// From files to entries. What only an author needs to know (unknown keys, dangling ids) is
/// `CatalogueLint`'s business.
enum CatalogueReader {
  static func content(
    of files: [CatalogueFile], fingerprint: [UInt8]
  ) throws(CatalogueError) -> CatalogueContent {
    var content = CatalogueContent(
      situations: [], services: [], documents: [], fingerprint: fingerprint)
    for file in files {
      switch file.group {
      case .documents: content.documents += try decode([Document].self, from: file)
      case .services: content.services += try decode([Service].self, from: file)
      case .situations: content.situations.append(try decode(LifeSituation.self, from: file))
      }
    }
    return content
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from file: CatalogueFile
  ) throws(CatalogueError) -> Value {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(type, from: Data(file.bytes))
    } catch {
      throw CatalogueError.malformed(path: file.path, line: nil, reason: "\(error)")
    }
  }
}
