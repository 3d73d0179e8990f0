internal import Domain

/// All that a graph says of an entry, written so that equal content gives equal words: the order of
/// statements, the names of blank nodes and repetitions say nothing.
struct Facts {
  private let said: Statements
  /// What nodes are by their own words, by node. Entries stand for themselves: a change in one is no change
  /// in another.
  private let types: [Kinds]
  private struct Place: Hashable {
    var node: Graph.Node
    var depth: Int
  }
  private var fingerprints: [Place: UInt64] = [:]
  /// How far a fact goes through nodes that are no entries themselves.
  private static let deepest = 4

  init(_ said: Statements, types: [Kinds]) {
    self.said = said
    self.types = types
  }

  /// A fingerprint by property; what several properties share is under the first one's name.
  mutating func facts(of node: Graph.Node) -> [String: UInt64] {
    Dictionary(grouping: said.about(node), by: key).mapValues { fingerprint($0) }
  }

  private mutating func fingerprint(_ statements: [Statements.Statement]) -> UInt64 {
    var fingerprint = Fingerprint()
    if statements.count == 1 {
      write(statements[0].object, Self.deepest, to: &fingerprint)
    } else {
      let values = statements.map { statement in
        var value = ""
        write(statement.object, Self.deepest, to: &value)
        return value
      }
      Self.write(values, between: "\n", to: &fingerprint)
    }
    return fingerprint.value
  }

  private func key(_ statement: Statements.Statement) -> String {
    statement.property == .other
      ? Words.line(said.graph.term(statement.predicate).iri ?? "") : statement.property.rawValue
  }

  private mutating func write(
    _ node: Graph.Node, _ depth: Int, to text: inout some TextOutputStream
  ) {
    switch said.graph.term(node) {
    case .literal(let literal):
      text.write("\"")
      text.write(literal.text)
      text.write("\"@")
      if let language = literal.language { text.write(language.lowercased()) }
      return
    case .iri(let iri):
      text.write("<")
      text.write(iri)
      text.write(">")
    case .blank: text.write("[]")
    }
    guard depth > 0, said.isDescribed(node), types[Int(node)].isDisjoint(with: .entries) else {
      return
    }
    text.write("{")
    text.write(Hexadecimal.text(inside(node, depth)))
    text.write("}")
  }

  /// A fingerprint, and each made once: nodes that lead to one another in many ways would grow without end.
  private mutating func inside(_ node: Graph.Node, _ depth: Int) -> UInt64 {
    let place = Place(node: node, depth: depth)
    if let known = fingerprints[place] { return known }
    let inner = said.about(node).map { statement in
      var line = key(statement)
      line += "="
      write(statement.object, depth - 1, to: &line)
      return line
    }
    var fingerprint = Fingerprint()
    Self.write(inner, between: ";", to: &fingerprint)
    fingerprints[place] = fingerprint.value
    return fingerprint.value
  }

  /// Texts in their order, each once.
  private static func write(
    _ texts: [String], between separator: String, to fingerprint: inout Fingerprint
  ) {
    var last: String?
    for text in texts.sorted() where text != last {
      if last != nil { fingerprint.write(separator) }
      fingerprint.write(text)
      last = text
    }
  }
}
