internal import JSON5

/// JSON-LD to triples: what catalogues use of https://www.w3.org/TR/json-ld11-api/ (expansion and
/// "deserialize to RDF" in one go). A name for which no context has an IRI says nothing, as there.
struct JSONLDReader {
  private var graph = Graph()
  private var contexts: ContextReader
  private let path: String
  /// Blank nodes that have no name in the text.
  private var unnamed = 0

  static func graph(_ bytes: [UInt8], path: String) throws(ReadingError) -> Graph {
    let document: JSON5Document
    do {
      document = try JSON5Document(name: path, bytes: bytes)
    } catch {
      throw .malformed(path: path, line: error.line, problem: error.problem)
    }
    var reader = JSONLDReader(document, path)
    try reader.readTop(document.root)
    return reader.graph
  }

  private init(_ document: JSON5Document, _ path: String) {
    self.path = path
    contexts = ContextReader(path: path, line: { document.line(at: $0) })
  }

  private mutating func readTop(_ node: JSON5Node) throws(ReadingError) {
    let nodes = if case .list(let nodes) = node.content { nodes } else { [node] }
    for node in nodes { _ = try read(node, Context(), type: nil) }
  }

  /// An object of the text as a node, with all that is said of it.
  private mutating func read(
    _ node: JSON5Node, _ around: Context, type: String?
  ) throws(ReadingError) -> Graph.Node? {
    guard case .object(let members) = node.content else { return nil }
    let context = try context(of: members, around)
    var id: String?
    for member in members where context.name(member.key) == "@id" {
      id = ContextReader.text(member.value).map(context.address)
    }
    // A top object that only holds a graph is no node.
    let subject = try self.node(id)
    for member in members { try read(member, of: subject, context) }
    return subject
  }

  /// The object's own context, and those of its types.
  private mutating func context(
    of members: [JSON5Member], _ around: Context
  ) throws(ReadingError) -> Context {
    var context = around
    if let own = members.first(where: { $0.key == "@context" }) {
      context = try contexts.extended(context, by: own.value)
    }
    for member in members where context.name(member.key) == "@type" {
      for type in ContextReader.texts(member.value).sorted() {
        guard let local = context.terms[type]?.local else { continue }
        context = try contexts.extended(context, by: local)
      }
    }
    return context
  }

  private mutating func read(
    _ member: JSON5Member, of subject: Graph.Node, _ context: Context
  ) throws(ReadingError) {
    guard let name = context.name(member.key) else { return }
    switch name {
    case "@type":
      for type in ContextReader.texts(member.value).sorted() {
        guard let iri = context.name(type), iri.contains(":") else { continue }
        graph.add(subject, try node(Namespace.rdf + "type"), try node(iri))
      }
    case "@graph", "@included":
      for node in Self.list(member.value) { _ = try read(node, context, type: nil) }
    case "@reverse":
      guard case .object(let members) = member.value.content else { return }
      for member in members {
        try read(member.value, context.terms[member.key], member.key, subject, context, true)
      }
    default:
      if name.hasPrefix("@") || !name.contains(":") { return }
      let term = context.terms[member.key]
      try read(member.value, term, member.key, subject, context, term?.isReverse ?? false)
    }
  }

  private mutating func read(
    _ value: JSON5Node, _ term: Context.Term?, _ key: String, _ subject: Graph.Node,
    _ around: Context, _ isReverse: Bool
  ) throws(ReadingError) {
    guard let name = around.name(key), name.contains(":"), !name.hasPrefix("@") else { return }
    var context = around
    if let local = term?.local { context = try contexts.extended(context, by: local) }
    let predicate = try node(name)
    for (value, language) in Self.values(value, term) {
      for object in try objects(value, term, context, language) {
        if isReverse {
          graph.add(object, predicate, subject)
        } else {
          graph.add(subject, predicate, object)
        }
      }
    }
  }

  /// The values under a key; of a map of languages, each with its language.
  private static func values(
    _ node: JSON5Node, _ term: Context.Term?
  ) -> [(value: JSON5Node, language: String?)] {
    let containers = term?.containers ?? []
    if case .object(let members) = node.content,
      !members.contains(where: { $0.key.hasPrefix("@") }) || containers.contains("@language")
    {
      if containers.contains("@language") {
        return members.flatMap { member in list(member.value).map { ($0, member.key) } }
      }
      if !containers.isDisjoint(with: ["@index", "@id", "@type"]) {
        return members.flatMap { list($0.value) }.map { ($0, nil) }
      }
    }
    return list(node).map { ($0, nil) }
  }

  private static func list(_ node: JSON5Node) -> [JSON5Node] {
    if case .list(let nodes) = node.content { nodes } else { [node] }
  }

  private mutating func objects(
    _ value: JSON5Node, _ term: Context.Term?, _ context: Context, _ language: String?
  ) throws(ReadingError) -> [Graph.Node] {
    switch value.content {
    case .null: return []
    case .list(let nodes):
      var all: [Graph.Node] = []
      for node in nodes { all += try objects(node, term, context, language) }
      return all
    case .object:
      for keyword in ["@list", "@set"] {
        if let inner = Self.child(value, keyword, context) {
          return try objects(inner, term, context, language)
        }
      }
      if let literal = Self.child(value, "@value", context) {
        return literalNode(literal, value, context)
      }
      return try read(value, context, type: nil).map { [$0] } ?? []
    case .text(let text):
      if term?.type == "@id" { return [try node(context.address(text))] }
      if term?.type == "@vocab" { return [try node(context.name(text) ?? context.address(text))] }
      return [self.literal(text, term, context, language)]
    case .number(let number):
      let isWhole = number.allSatisfy { $0.isNumber || $0 == "-" }
      let type = term?.type ?? (Namespace.xsd + (isWhole ? "integer" : "double"))
      return [graph.newNode(.literal(Literal(text: number, datatype: type)))]
    case .truth(let truth):
      let type = term?.type ?? (Namespace.xsd + "boolean")
      return [graph.newNode(.literal(Literal(text: truth ? "true" : "false", datatype: type)))]
    }
  }

  private mutating func literal(
    _ text: String, _ term: Context.Term?, _ context: Context, _ language: String?
  ) -> Graph.Node {
    let isTagged = term?.type == nil || term?.type == Namespace.rdf + "langString"
    let spoken = language ?? term?.language ?? context.language
    return graph.newNode(
      .literal(
        Literal(
          text: text, language: isTagged ? spoken : nil, datatype: isTagged ? nil : term?.type)))
  }

  private mutating func literalNode(
    _ literal: JSON5Node, _ object: JSON5Node, _ context: Context
  ) -> [Graph.Node] {
    let text: String
    switch literal.content {
    case .text(let written), .number(let written): text = written
    case .truth(let truth): text = truth ? "true" : "false"
    default: return []
    }
    let language = ContextReader.text(Self.child(object, "@language", context))
    let type = ContextReader.text(Self.child(object, "@type", context)).flatMap(context.name)
    return [
      graph.newNode(.literal(Literal(text: text, language: language, datatype: type)))
    ]
  }

  /// The member by its keyword or another name of it.
  private static func child(
    _ node: JSON5Node, _ keyword: String, _ context: Context
  ) -> JSON5Node? {
    guard case .object(let members) = node.content else { return nil }
    return members.first { context.name($0.key) == keyword }?.value
  }

  private mutating func node(_ address: String?) throws(ReadingError) -> Graph.Node {
    guard let address else {
      unnamed += 1
      // No name in a text begins with a space.
      return graph.node(.blank(" \(unnamed)"))
    }
    if address.hasPrefix("_:") { return graph.node(.blank(String(address.dropFirst(2)))) }
    if Addresses.isLocal(address) { throw .localAddress(path: path, iri: address) }
    return graph.node(.iri(address))
  }
}
