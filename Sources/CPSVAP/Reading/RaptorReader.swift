internal import CRaptor
internal import Synchronization

/// RDF/XML and Turtle by libraptor2, see `CRaptor`.
struct RaptorReader {
  private(set) var graph = Graph()
  /// The nodes of the reader's numbers for names.
  private var named: [Graph.Node] = []
  private(set) var localAddress: String?
  private let most: Int

  /// Some times the statements of the largest national catalogue.
  static let mostStatements = 2_000_000

  /// As catalogues are written, prefixes and all.
  private static let bytesOfStatement = 40

  private init(most: Int) { self.most = most }

  /// What relative IRIs are relative to, where the document says nothing (RFC 6761, `invalid`).
  static let base = "https://import.invalid/"

  /// libxml2 is begun and loaded once for the whole process.
  private static let turn = Mutex(())

  static func graph(
    _ syntax: okno_rdf_syntax, _ bytes: [UInt8], path: String, most: Int
  ) throws(ReadingError) -> Graph {
    var reader = RaptorReader(most: most)
    reader.graph.reserveCapacity(bytes.count / bytesOfStatement)
    var mistake = okno_rdf_mistake()
    let end = turn.withLock { _ in
      withUnsafeMutablePointer(to: &reader) { reader in
        okno_rdf_read(
          syntax, bytes, bytes.count, base,
          { context, subject, predicate, object in
            guard let context, let subject, let predicate, let object else { return 1 }
            let reader = context.assumingMemoryBound(to: RaptorReader.self)
            return reader.pointee.take(subject.pointee, predicate.pointee, object.pointee) ? 0 : 1
          }, reader, &mistake)
      }
    }
    switch end {
    case OKNO_RDF_READ: return reader.graph
    case OKNO_RDF_STOPPED:
      guard let iri = reader.localAddress else {
        throw .tooManyStatements(path: path, limit: most)
      }
      throw .localAddress(path: path, iri: iri)
    case OKNO_RDF_NO_LIBRARY: throw .noLibrary
    default:
      let text = withUnsafeBytes(of: mistake.text) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw .malformed(path: path, line: Int(mistake.line), problem: text)
    }
  }

  /// Whether reading goes on.
  private mutating func take(
    _ subject: okno_rdf_term, _ predicate: okno_rdf_term, _ object: okno_rdf_term
  ) -> Bool {
    graph.add(node(subject), node(predicate), node(object))
    return localAddress == nil && graph.triples.count <= most
  }

  private mutating func node(_ term: okno_rdf_term) -> Graph.Node {
    guard term.kind == OKNO_RDF_LITERAL else { return node(term.name, term.kind) }
    var literal = Literal(text: Self.text(term.text, term.length))
    literal.language = term.language.map { String(cString: $0) }
    if term.name.text != nil {
      // One text for all literals of a datatype.
      let datatype = node(term.name, OKNO_RDF_IRI)
      literal.datatype = graph.term(datatype).iri
    }
    return graph.newNode(.literal(literal))
  }

  private mutating func node(_ name: okno_rdf_name, _ kind: okno_rdf_kind) -> Graph.Node {
    let number = Int(name.number)
    if number < named.count { return named[number] }
    let text = Self.text(name.text, name.length)
    if kind == OKNO_RDF_IRI, Addresses.isLocal(text) { localAddress = localAddress ?? text }
    // The reader counts without gaps.
    named.append(graph.newNode(kind == OKNO_RDF_IRI ? .iri(text) : .blank(text)))
    return named[number]
  }

  private static func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let bytes else { return "" }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}

enum Addresses {
  /// Whether an IRI leads into the machine on which it is opened.
  static func isLocal(_ iri: String) -> Bool {
    // In either case.
    iri.utf8.prefix(5).lazy.map { $0 | 0x20 }.elementsEqual("file:".utf8)
  }
}
