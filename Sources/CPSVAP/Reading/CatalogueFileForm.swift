/// The forms in which catalogues are written.
package enum CatalogueForm: String, Hashable, Sendable {
  case rdfXML = "rdf-xml"
  case turtle
  case jsonLD = "json-ld"
  /// The project's own.
  case json5

  /// By the name's ending; where that says nothing, by how the text begins. `.json` and `.json5` may
  /// be either of two.
  init?(path: String, bytes: [UInt8]) {
    switch Self.ending(of: path) {
    case "ttl", "turtle", "nt", "n3": self = .turtle
    case "rdf", "xml", "owl", "rdfxml": self = .rdfXML
    case "jsonld": self = .jsonLD
    default:
      guard let form = Self.form(beginningWith: bytes) else { return nil }
      self = form
    }
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func form(beginningWith bytes: [UInt8]) -> CatalogueForm? {
    let text = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return contains(bytes, "\"@context\"") || contains(bytes, "\"@id\"")
        || contains(bytes, "\"@type\"") ? .jsonLD : .json5
    case UInt8(ascii: "/"): return .json5
    case UInt8(ascii: "<"):
      let second = text.dropFirst().first ?? 0
      let isMarkup = [UInt8(ascii: "?"), UInt8(ascii: "!")].contains(second)
      return isMarkup || contains(Array(text.prefix(200)), "xmlns") ? .rdfXML : .turtle
    case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "P"), UInt8(ascii: "p"),
      UInt8(ascii: "_"), UInt8(ascii: "B"), UInt8(ascii: "b"):
      return .turtle
    default: return nil
    }
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      (0...(bytes.count - word.count)).contains { start in
        bytes[start] == word[0] && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
      }
    }
  }
}
