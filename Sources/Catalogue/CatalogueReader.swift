internal import Domain
internal import JSON5

/// From files to entries. What only an author needs to know (unknown keys, dangling ids) is
/// `CatalogueLint`'s business.
enum CatalogueReader {
  static func content(
    of files: [CatalogueFile], fingerprint: [UInt8]
  ) throws(CatalogueError) -> CatalogueContent {
    var content = CatalogueContent(
      situations: [], services: [], documents: [], fingerprint: fingerprint)
    for file in files {
      do throws(JSON5Error) {
        let text = try JSON5Document(name: file.path, bytes: file.bytes)
        switch file.group {
        case .documents: content.documents += try text.decode([Document].self)
        case .services: content.services += try text.decode([Service].self)
        case .situations: content.situations.append(try text.decode(LifeSituation.self))
        }
      } catch {
        throw .malformed(error)
      }
    }
    return content
  }
}
