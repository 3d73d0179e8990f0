/// RDF 1.1 Turtle.
enum TurtleWriter {
  static func text(_ graph: Graph) -> String {
    var text = Namespace.prefixes.map { "@prefix \($0.name): <\($0.iri)> .\n" }.joined()
    for subject in GroupedGraph(graph).subjects {
      text += "\n\(written(graph.term(subject.node)))"
      for (place, property) in subject.properties.enumerated() {
        let predicate = graph.term(property.predicate)
        let isType = predicate.iri == Namespace.rdf + "type"
        text += place == 0 ? " " : " ;\n  "
        text += isType ? "a" : written(predicate)
        text += " " + property.objects.map(written).joined(separator: ", ")
      }
      text += " .\n"
    }
    return text
  }

  private static func written(_ term: RDFTerm) -> String {
    switch term {
    case .iri(let iri): written(iri: iri)
    case .blank(let name): "_:" + name
    case .literal(let literal):
      "\"\(escaped(literal.text))\""
        + (literal.language.map { "@\($0)" }
          ?? literal.datatype.map { "^^\(written(iri: $0))" } ?? "")
    }
  }

  private static func written(iri: String) -> String {
    for (name, space) in Namespace.prefixes where iri.hasPrefix(space) {
      let local = iri.dropFirst(space.count)
      if !local.isEmpty, local.allSatisfy({ $0.isASCII && $0.isLetter }) {
        return "\(name):\(local)"
      }
    }
    return "<" + iri.unicodeScalars.map(iriLetter).joined() + ">"
  }

  /// IRIREF has no blanks, controls and none of `<>"{}|^`\`.
  private static func iriLetter(_ scalar: Unicode.Scalar) -> String {
    scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar)
      ? code(scalar) : String(scalar)
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: Words.isControl(scalar) ? code(scalar) : String(scalar)
      }
    }.joined()
  }

  static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
