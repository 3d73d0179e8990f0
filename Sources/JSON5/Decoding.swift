// From a document to a type of the program.

extension JSON5Document {
  /// The document, or the value at the path, as a value of the type. What does not fit is told with
  /// its line and path; of a key that an object has twice, the first counts.
  package func decode<Value: Decodable>(
    _ type: Value.Type, at path: [JSON5Key] = []
  ) throws(JSON5Error) -> Value {
    guard let node = node(at: path) else { throw error(at: path, "a value is missing") }
    do {
      return try NodeDecoder(node: node, codingPath: path.map(PathKey.init)).decode(type)
    } catch let error as DecodingError {
      throw told(error)
    } catch let error as JSON5Error {
      throw error
    } catch {
      throw self.error(at: path, "\(error)")
    }
  }

  private func told(_ error: DecodingError) -> JSON5Error {
    switch error {
    case .keyNotFound(let key, let context):
      return self.error(at: way(context.codingPath), "`\(key.stringValue)` is missing")
    case .typeMismatch(let wanted, let context), .valueNotFound(let wanted, let context):
      let path = way(context.codingPath)
      let found = node(at: path)?.kind ?? "nothing"
      return self.error(at: path, "\(Self.kind(of: wanted)) is wanted here, not \(found)")
    case .dataCorrupted(let context):
      let path = way(context.codingPath)
      return self.error(at: path, corrupted(path, context.debugDescription))
    @unknown default:
      return JSON5Error(file: name, problem: "\(error)")
    }
  }

  /// The standard library's own words for a value that an enumeration does not know name types of
  /// the program; those of a type's own `init(from:)` are meant for people.
  private func corrupted(_ path: [JSON5Key], _ words: String) -> String {
    guard words.hasPrefix("Cannot initialize"), case .text(let text) = node(at: path)?.content
    else { return words }
    return "\"\(text)\" is not one of the values that may stand here"
  }

  private func way(_ path: [any CodingKey]) -> [JSON5Key] {
    path.map { key in key.intValue.map(JSON5Key.index) ?? .key(key.stringValue) }
  }

  private static func kind(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text in quotes"
    case is Bool.Type: "true or false"
    case is any BinaryInteger.Type: "a whole number"
    case is any BinaryFloatingPoint.Type: "a number"
    case is JSON5List.Type: "a list [ ]"
    case is JSON5Object.Type: "an object { }"
    default: "another kind of value"
    }
  }
}

/// Stand for the two kinds of container in an error of type.
enum JSON5List {}
enum JSON5Object {}

/// A step of a path, for the protocols of the standard library.
struct PathKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ step: JSON5Key) {
    switch step {
    case .key(let key): (stringValue, intValue) = (key, nil)
    case .index(let index): (stringValue, intValue) = (String(index), index)
    }
  }

  init(stringValue: String) { self.init(.key(stringValue)) }
  init(intValue: Int) { self.init(.index(intValue)) }
}
