/// All that a graph says of an entry, written so that equal content gives equal words: the order of
/// statements, the names of blank nodes and repetitions say nothing.
struct Facts {
  let said: Statements
  /// How far a fact goes through nodes that are no entries themselves.
  private static let deepest = 4

  /// By property; what several properties share is under the first one's name.
  func facts(of node: Graph.Node) -> [String: String] {
    var values: [String: Set<String>] = [:]
    for statement in said.about(node) {
      values[key(statement), default: []].insert(value(statement.object, Self.deepest, [node]))
    }
    return values.mapValues { $0.sorted().joined(separator: "\n") }
  }

  private func key(_ statement: Statements.Statement) -> String {
    statement.property == .other
      ? said.graph.term(statement.predicate).iri ?? "" : statement.property.rawValue
  }

  private func value(
    _ node: Graph.Node, _ depth: Int, _ path: Set<Graph.Node>
  ) -> String {
    let term = said.graph.term(node)
    if case .literal(let literal) = term {
      return "\"\(literal.text)\"@\(literal.language?.lowercased() ?? "")"
    }
    let name = term.iri.map { "<\($0)>" } ?? "[]"
    guard depth > 0, !path.contains(node), said.isDescribed(node), !isEntry(node) else {
      return name
    }
    let inner = Set(
      said.about(node).map {
        key($0) + "=" + value($0.object, depth - 1, path.union([node]))
      })
    return name + "{" + inner.sorted().joined(separator: ";") + "}"
  }

  /// Entries stand for themselves: a change in one is no change in another.
  private func isEntry(_ node: Graph.Node) -> Bool {
    said.objects(node, .type).contains { type in
      let kind = Kind(iri: said.graph.term(type).iri ?? "")
      return kind == .service || kind == .event || kind == .lifeEvent || kind == .businessEvent
        || kind == .evidence || kind == .evidenceType
    }
  }
}
