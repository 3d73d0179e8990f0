internal import CRaptor
internal import Synchronization

/// RDF/XML and Turtle by libraptor2, see `CRaptor`.
struct RaptorReader {
  private(set) var graph = Graph()
  /// The nodes of the reader's numbers for IRIs.
  private var iris: [Graph.Node] = []
  private(set) var localAddress: String?
  private let most: Int

  /// Some times the statements of the largest national catalogue.
  static let mostStatements = 2_000_000

  private init(most: Int) { self.most = most }

  /// What relative IRIs are relative to, where the document says nothing (RFC 6761, `invalid`).
  static let base = "https://import.invalid/"

  /// libxml2 is begun and loaded once for the whole process.
  private static let turn = Mutex(())

  static func graph(
    _ syntax: okno_rdf_syntax, _ bytes: [UInt8], path: String, most: Int
  ) throws(ReadingError) -> Graph {
    var reader = RaptorReader(most: most)
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
    switch term.kind {
    case OKNO_RDF_IRI:
      let number = Int(term.number)
      if number < iris.count { return iris[number] }
      let iri = Self.text(term)
      if Addresses.isLocal(iri) { localAddress = localAddress ?? iri }
      // The reader counts from 0 without gaps.
      iris.append(graph.newNode(.iri(iri)))
      return iris[iris.count - 1]
    case OKNO_RDF_BLANK: return graph.node(.blank(Self.text(term)))
    default:
      return graph.newNode(
        .literal(
          Literal(
            text: Self.text(term), language: term.language.map { String(cString: $0) },
            datatype: term.datatype.map { String(cString: $0) })))
    }
  }

  private static func text(_ term: okno_rdf_term) -> String {
    guard let text = term.text else { return "" }
    return text.withMemoryRebound(to: UInt8.self, capacity: term.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: term.length), as: UTF8.self)
    }
  }
}

enum Addresses {
  /// Whether an IRI leads into the machine on which it is opened.
  static func isLocal(_ iri: String) -> Bool {
    iri.utf8.count >= 5 && iri.prefix(5).lowercased() == "file:"
  }
}
