// RDF as a value: terms by number, and what is said of each subject.

/// A term of a triple.
enum RDFTerm: Hashable, Sendable {
  case iri(String)
  /// Its name holds within one document.
  case blank(String)
  case literal(Literal)

  var iri: String? { if case .iri(let iri) = self { iri } else { nil } }
  var literal: Literal? { if case .literal(let literal) = self { literal } else { nil } }
}

struct Literal: Hashable, Sendable {
  var text: String
  /// BCP 47, as it was written.
  var language: String?
  /// An IRI; `nil` for a plain text.
  var datatype: String?
}

/// Triples in the order in which they were said.
struct Graph: Sendable {
  typealias Node = Int32

  struct Triple: Hashable, Sendable {
    var subject: Node
    var predicate: Node
    var object: Node
  }

  private(set) var terms: [RDFTerm] = []
  private(set) var triples: [Triple] = []
  private var nodes: [RDFTerm: Node] = [:]

  /// Makes room for about as many triples, each with a term of its own.
  mutating func reserveCapacity(_ count: Int) {
    triples.reserveCapacity(count)
    terms.reserveCapacity(count)
  }

  /// The node of an IRI or a blank node; one and the same for equal terms.
  mutating func node(_ term: RDFTerm) -> Node {
    if let known = nodes[term] { return known }
    let node = newNode(term)
    nodes[term] = node
    return node
  }

  /// A node that no other term is compared with: for literals, and for IRIs whose reader knows that
  /// they are new.
  mutating func newNode(_ term: RDFTerm) -> Node {
    terms.append(term)
    return Node(terms.count - 1)
  }

  mutating func add(_ subject: Node, _ predicate: Node, _ object: Node) {
    triples.append(Triple(subject: subject, predicate: predicate, object: object))
  }

  mutating func add(_ subject: String, _ predicate: String, _ object: RDFTerm) {
    let object = object.literal == nil ? node(object) : newNode(object)
    add(node(.iri(subject)), node(.iri(predicate)), object)
  }

  func term(_ node: Node) -> RDFTerm { terms[Int(node)] }
}
