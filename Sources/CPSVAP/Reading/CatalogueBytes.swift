internal import CRaptor
internal import JSON5

/// A file from outside, whole and checked, before anything in it is believed.
package struct CatalogueBytes: Sendable {
  /// The largest file that is read, in bytes: some times the largest national catalogue.
  package static let largest = 64 << 20

  let path: String
  let bytes: [UInt8]
  package let form: CatalogueForm

  package init(path: String) throws(ReadingError) {
    let bytes: [UInt8]
    do {
      bytes = try DataFile.bytes(of: path, most: Self.largest)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    try self.init(path: path, bytes: bytes)
  }

  package init(path: String, bytes: [UInt8]) throws(ReadingError) {
    guard bytes.count <= Self.largest else { throw .tooLarge(path: path, limit: Self.largest) }
    self.path = path
    self.bytes = bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let start = error.byteOffsets.lowerBound
      throw .notText(path: path, line: Self.line(of: start, in: bytes))
    }
    // No form has it, and C takes it for the end.
    if let zero = bytes.firstIndex(of: 0) {
      throw .notText(path: path, line: Self.line(of: zero, in: bytes))
    }
    guard let form = CatalogueForm(path: path, bytes: bytes) else {
      throw .unknownForm(path: path)
    }
    self.form = form
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }
}

extension CatalogueBytes {
  /// The triples of a file of RDF.
  func graph(most: Int = RaptorReader.mostStatements) throws(ReadingError) -> Graph {
    switch form {
    case .rdfXML:
      if let name = EntityGuard.refusedEncoding(in: bytes) {
        throw .malformed(
          path: path, line: 1, problem: "the encoding \(name) is not read, only UTF-8")
      }
      if let name = EntityGuard.refusedEntity(in: bytes) {
        throw .entity(path: path, name: name)
      }
      switch XMLGuard.excess(in: bytes) {
      case .depth(let line): throw .tooDeep(path: path, line: line, limit: XMLGuard.deepest)
      case .attributes(let line):
        throw .malformed(path: path, line: line, problem: "an element with too many attributes")
      case nil: break
      }
      return try RaptorReader.graph(OKNO_RDF_XML, bytes, path: path, most: most)
    case .turtle:
      if let line = TurtleGuard.tooDeepLine(in: bytes) {
        throw .tooDeep(path: path, line: line, limit: TurtleGuard.deepest)
      }
      return try RaptorReader.graph(OKNO_RDF_TURTLE, bytes, path: path, most: most)
    case .jsonLD: return try JSONLDReader.graph(bytes, path: path)
    case .json5: return Graph()
    }
  }
}
