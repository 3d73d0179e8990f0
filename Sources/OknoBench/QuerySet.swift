internal import JSON5

/// The written search set: what people type, and what has to be found.
struct Expectation: Decodable {
  let kind: String
  let text: String
  let expect: [String]
}

enum QuerySet {
  static let path = "Tests/LocalStoreTests/Fixtures/queries.json5"

  static func load(_ path: String = path) throws -> [Expectation] {
    try JSON5Document(file: path).decode([Expectation].self)
  }
}
