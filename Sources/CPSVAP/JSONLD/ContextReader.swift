internal import CResources
internal import JSON5

/// Reads `@context` members. Nothing is fetched: a context is written in the document, or it is that of
/// CPSV-AP, which is part of the program.
struct ContextReader {
  let path: String
  /// The line of a place in the document.
  let line: (Int) -> Int
  /// Names that contexts have defined so far: a text may ask for the same ones again and again.
  private var defined = 0
  private static let most = 1_000_000
  /// Names that are written with other names, one after another.
  private static let longestChain = 50

  init(path: String, line: @escaping (Int) -> Int) {
    self.path = path
    self.line = line
  }

  mutating func extended(
    _ context: Context, by node: JSON5Node
  ) throws(ReadingError) -> Context {
    switch node.content {
    case .null: return Context()
    case .list(let nodes):
      var context = context
      for node in nodes { context = try extended(context, by: node) }
      return context
    case .text(let iri):
      guard let name = Self.bundledName(iri) else { throw .remoteContext(path: path, iri: iri) }
      guard let bundled = Self.bundled[name] else {
        throw malformed(node, "the bundled context is missing")
      }
      return try extended(context, by: bundled)
    case .object(let members): return try extended(context, by: members)
    default: throw malformed(node, "@context is no object")
    }
  }

  /// The context that stands in for a published address of the standard's: that of 3.2, or the
  /// shorter names of 2.x.
  private static func bundledName(_ iri: String) -> String? {
    let iri = iri.lowercased()
    let address = iri.firstRange(of: "://").map { iri[$0.upperBound...] } ?? ""
    guard publishers.contains(where: address.hasPrefix), address.contains("cpsv-ap"),
      address.hasSuffix(".jsonld")
    else { return nil }
    let isOlder = address.contains("/2.") || address.contains("v2.")
    return isOlder ? "cpsv-ap-2.jsonld" : "cpsv-ap-3.2.jsonld"
  }

  private static let publishers = [
    "semiceu.github.io/", "data.europa.eu/", "raw.githubusercontent.com/semiceu/",
    "raw.githubusercontent.com/catalogue-of-services-isa/",
    "catalogue-of-services-isa.github.io/",
  ]

  /// Read once: a text may ask for them again and again.
  private static let bundled: [String: JSON5Node] = {
    var contexts: [String: JSON5Node] = [:]
    for index in 0..<okno_resource_count() {
      let resource = okno_resource_at(index)
      guard String(cString: resource.group) == "contexts" else { continue }
      let name = String(cString: resource.name)
      let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
      let document = try? JSON5Document(name: name, bytes: bytes)
      contexts[name] = document?.root.child(.key("@context"))
    }
    return contexts
  }()

  private mutating func extended(
    _ context: Context, by members: [JSON5Member]
  ) throws(ReadingError) -> Context {
    defined += members.count
    guard defined <= Self.most else {
      throw .malformed(path: path, line: 0, problem: "its contexts define too many names")
    }
    var context = context
    for member in members {
      switch member.key {
      case "@import":
        throw .remoteContext(path: path, iri: Self.text(member.value) ?? "@import")
      case "@base": context.base = Self.text(member.value) ?? context.base
      case "@language": context.language = Self.text(member.value)
      case "@vocab":
        context.vocabulary = Self.text(member.value).flatMap { $0.isEmpty ? "" : context.name($0) }
      default: break
      }
    }
    var definitions = Definitions(
      members: Dictionary(
        members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }))
    for member in members where !member.key.hasPrefix("@") {
      define(member.key, &definitions, &context, depth: 0)
    }
    return context
  }

  /// Terms may be written with other terms of the same context, in any order.
  private struct Definitions {
    let members: [String: JSON5Node]
    var begun: Set<String> = []
  }

  private func define(
    _ name: String, _ definitions: inout Definitions, _ context: inout Context, depth: Int
  ) {
    guard depth < Self.longestChain, let node = definitions.members[name],
      definitions.begun.insert(name).inserted
    else {
      return
    }
    // Whatever it meant around this context, it is defined anew.
    context.terms[name] = nil
    let fields = node.child(.key("@id")) ?? node
    let reverse = node.child(.key("@reverse")).flatMap(Self.text)
    let written = reverse ?? Self.text(fields) ?? (Self.isObject(node) ? name : nil)
    guard let written else { return }
    for used in [written, Self.text(node.child(.key("@type"))) ?? ""] {
      let prefix = String(used.prefix { $0 != ":" })
      if prefix != name { define(prefix, &definitions, &context, depth: depth + 1) }
    }
    guard let id = context.name(written) else { return }
    var term = Context.Term(id: id)
    term.isReverse = reverse != nil
    term.type = Self.text(node.child(.key("@type"))).flatMap(context.name)
    if let language = node.child(.key("@language")) { term.language = .some(Self.text(language)) }
    term.containers = Self.texts(node.child(.key("@container")))
    term.local = node.child(.key("@context"))
    context.terms[name] = term
  }

  private func malformed(_ node: JSON5Node, _ problem: String) -> ReadingError {
    .malformed(path: path, line: line(node.offset), problem: problem)
  }

  private static func isObject(_ node: JSON5Node) -> Bool {
    if case .object = node.content { true } else { false }
  }

  static func text(_ node: JSON5Node?) -> String? {
    if case .text(let text) = node?.content { text } else { nil }
  }

  static func texts(_ node: JSON5Node?) -> Set<String> {
    guard case .list(let nodes) = node?.content else { return Set(text(node).map { [$0] } ?? []) }
    return Set(nodes.compactMap { text($0) })
  }
}
