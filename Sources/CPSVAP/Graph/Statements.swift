/// A graph by subject, with the predicates that catalogues use told apart.
struct Statements: Sendable {
  struct Statement: Sendable {
    var property: Property
    var predicate: Graph.Node
    var object: Graph.Node
  }

  let graph: Graph
  /// By subject, each in the order in which it was said.
  private let statements: [Statement]
  /// Where the statements of a node begin; one more than there are nodes.
  private let starts: [Int32]

  init(_ graph: Graph) {
    self.graph = graph
    var properties = [Property?](repeating: nil, count: graph.terms.count)
    var starts = [Int32](repeating: 0, count: graph.terms.count + 1)
    for triple in graph.triples { starts[Int(triple.subject) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    let filler = Statement(property: .other, predicate: 0, object: 0)
    var statements = [Statement](repeating: filler, count: graph.triples.count)
    for triple in graph.triples {
      let predicate = Int(triple.predicate)
      let property = properties[predicate] ?? Property(iri: graph.terms[predicate].iri ?? "")
      properties[predicate] = property
      statements[Int(next[Int(triple.subject)])] = Statement(
        property: property, predicate: triple.predicate, object: triple.object)
      next[Int(triple.subject)] += 1
    }
    self.statements = statements
    self.starts = starts
  }

  func about(_ node: Graph.Node) -> ArraySlice<Statement> {
    statements[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }

  /// Whether anything is said of the node.
  func isDescribed(_ node: Graph.Node) -> Bool { starts[Int(node)] < starts[Int(node) + 1] }

  /// The objects of a property, each once.
  func objects(_ node: Graph.Node, _ property: Property) -> [Graph.Node] {
    let objects = about(node).compactMap { $0.property == property ? $0.object : nil }
    guard objects.count > 1 else { return objects }
    var seen: Set<Graph.Node> = []
    return objects.filter { seen.insert($0).inserted }
  }

  /// The literals of a property.
  func literals(_ node: Graph.Node, _ property: Property) -> [Literal] {
    about(node).compactMap {
      $0.property == property ? graph.term($0.object).literal : nil
    }
  }

  /// Every node of which something is said, in the order of the document.
  var subjects: [Graph.Node] {
    var seen = [Bool](repeating: false, count: graph.terms.count)
    return graph.triples.compactMap { triple in
      guard !seen[Int(triple.subject)] else { return nil }
      seen[Int(triple.subject)] = true
      return triple.subject
    }
  }
}
