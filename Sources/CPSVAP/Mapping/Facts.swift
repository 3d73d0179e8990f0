/// All that a graph says of an entry, written so that equal content gives equal words: the order of
/// statements, the names of blank nodes and repetitions say nothing.
struct Facts {
  private let said: Statements
  /// Entries stand for themselves: a change in one is no change in another.
  private let entries: Set<Graph.Node>
  private struct Place: Hashable {
    var node: Graph.Node
    var depth: Int
  }
  private var hashes: [Place: String] = [:]
  /// How far a fact goes through nodes that are no entries themselves.
  private static let deepest = 4

  init(_ said: Statements) {
    self.said = said
    var areEntries: [Graph.Node: Bool] = [:]
    var entries: Set<Graph.Node> = []
    for node in said.subjects {
      for statement in said.about(node) where statement.property == .type {
        let isEntry =
          areEntries[statement.object] ?? Kind(iri: said.graph.term(statement.object).iri ?? "")
          .map(Self.entryKinds.contains) ?? false
        areEntries[statement.object] = isEntry
        if isEntry { entries.insert(node) }
      }
    }
    self.entries = entries
  }

  private static let entryKinds: Set<Kind> = [
    .service, .event, .lifeEvent, .businessEvent, .evidence, .evidenceType,
  ]

  /// A hash by property; what several properties share is under the first one's name.
  mutating func facts(of node: Graph.Node) -> [String: String] {
    var values: [String: [String]] = [:]
    for statement in said.about(node) {
      values[key(statement), default: []].append(value(statement.object, Self.deepest))
    }
    return values.mapValues { values in
      let text = values.count == 1 ? values[0] : Set(values).sorted().joined(separator: "\n")
      return GraphReader.hash(text)
    }
  }

  private func key(_ statement: Statements.Statement) -> String {
    statement.property == .other
      ? Words.line(said.graph.term(statement.predicate).iri ?? "") : statement.property.rawValue
  }

  private mutating func value(_ node: Graph.Node, _ depth: Int) -> String {
    let term = said.graph.term(node)
    if case .literal(let literal) = term {
      return "\"\(literal.text)\"@\(literal.language?.lowercased() ?? "")"
    }
    let name = term.iri.map { "<\($0)>" } ?? "[]"
    guard depth > 0, said.isDescribed(node), !entries.contains(node) else { return name }
    return name + "{" + inside(node, depth) + "}"
  }

  /// A hash, and each made once: nodes that lead to one another in many ways would grow without end.
  private mutating func inside(_ node: Graph.Node, _ depth: Int) -> String {
    let place = Place(node: node, depth: depth)
    if let known = hashes[place] { return known }
    var inner: Set<String> = []
    for statement in said.about(node) {
      inner.insert(key(statement) + "=" + value(statement.object, depth - 1))
    }
    let hash = GraphReader.hash(inner.sorted().joined(separator: ";"))
    hashes[place] = hash
    return hash
  }
}
