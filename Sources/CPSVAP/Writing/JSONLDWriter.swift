/// JSON-LD 1.1 with the prefixes as its context.
enum JSONLDWriter {
  static func text(_ graph: Graph) -> String {
    let prefixes = Namespace.prefixes.map { "    \(quoted($0.name)): \(quoted($0.iri))" }
    let nodes = GroupedGraph(graph).subjects.map { subject in
      let members = subject.properties.map { property in
        member(graph.term(property.predicate), property.objects)
      }
      return "    {\n      \"@id\": \(quoted(address(graph.term(subject.node))))"
        + members.map { ",\n      " + $0 }.joined() + "\n    }"
    }
    return "{\n  \"@context\": {\n" + prefixes.joined(separator: ",\n") + "\n  },\n"
      + "  \"@graph\": [\n" + nodes.joined(separator: ",\n") + "\n  ]\n}\n"
  }

  private static func member(_ predicate: RDFTerm, _ objects: [RDFTerm]) -> String {
    if predicate.iri == Namespace.rdf + "type" {
      let types = objects.compactMap(\.iri).map { quoted(compact($0)) }
      return "\"@type\": [" + types.joined(separator: ", ") + "]"
    }
    let values = objects.map(value)
    return quoted(compact(predicate.iri ?? "")) + ": [" + values.joined(separator: ", ") + "]"
  }

  private static func value(_ term: RDFTerm) -> String {
    guard let literal = term.literal else { return "{\"@id\": \(quoted(address(term)))}" }
    let tag =
      literal.language.map { ", \"@language\": \(quoted($0))" }
      ?? literal.datatype.map { ", \"@type\": \(quoted(compact($0)))" } ?? ""
    return "{\"@value\": \(quoted(literal.text))\(tag)}"
  }

  private static func address(_ term: RDFTerm) -> String {
    if case .blank(let name) = term { "_:" + name } else { term.iri ?? "" }
  }

  private static func compact(_ iri: String) -> String {
    guard let (name, space) = Namespace.prefixes.first(where: { iri.hasPrefix($0.iri) }) else {
      return iri
    }
    return name + ":" + iri.dropFirst(space.count)
  }

  private static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: Words.isControl(scalar) ? TurtleWriter.code(scalar) : String(scalar)
      }
    }
    return "\"" + inner.joined() + "\""
  }
}
