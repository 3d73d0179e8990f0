internal import Domain
internal import SQLite

/// The catalogue's search text.
enum CatalogueIndex {
  static func rebuild(_ connection: Connection, _ content: CatalogueContent) throws {}
}
