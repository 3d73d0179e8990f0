import Catalogue
import Testing

@testable import CPSVAP

/// The export against the published SHACL shapes of CPSV-AP 3.2. They use four constraints (class, datatype,
/// least and most count), so that a reader of these is all it takes; pyshacl says the same where it is
/// installed (`PySHACLTests`).
@Suite struct ShapesTests {
  private static func shapes() throws -> Shapes {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let file = try CatalogueBytes(path: "/\(folder)/Fixtures/cpsv-ap-SHACL.ttl")
    return Shapes(try file.graph())
  }

  @Test(arguments: ["out.ttl", "out.jsonld"])
  func theExportIsValid(_ name: String) throws {
    let bundled = try BundledCatalogue().load()
    let text =
      name.hasSuffix("ttl") ? CatalogueExport.turtle(bundled) : CatalogueExport.jsonLD(bundled)
    let graph = try CatalogueBytes(path: name, bytes: Array(text.utf8)).graph()
    let shapes = try Self.shapes()
    #expect(shapes.unknownConstraints.isEmpty)
    let breaches = shapes.breaches(in: graph)
    #expect(breaches.prefix(10) == [])
    #expect(shapes.checked(in: graph) > 1000)
  }

  /// What the shapes forbid is found.
  @Test(arguments: [
    ("ex:s a cpsv:PublicService .", "identifier"),
    (#"ex:s a cpsv:PublicService ; dct:identifier "1", "2" ."#, "identifier"),
    (#"ex:s a cpsv:PublicService ; dct:title "untagged" ."#, "title"),
    ("ex:s a cpsv:PublicService ; cv:hasCost ex:c .", "hasCost"),
    (#"ex:c a cv:Cost ; cv:hasValue "1" ."#, "hasValue"),
  ])
  func breachesAreFound(_ text: String, _ property: String) throws {
    let graph = try CatalogueBytes(path: "a.ttl", bytes: Array((Sample.prefixes + text).utf8))
      .graph()
    #expect(try Self.shapes().breaches(in: graph).contains { $0.contains(property) })
  }
}

/// Shapes as a value.
private struct Shapes {
  private struct Property {
    var path = ""
    var kind: String?
    var datatype: String?
    var least = 0
    var most = Int.max
  }

  private static let prefix = "http://www.w3.org/ns/shacl#"
  /// By the class that they hold for.
  private var byClass: [String: [Property]] = [:]
  private(set) var unknownConstraints: Set<String> = []

  init(_ graph: Graph) {
    let said = Said(graph)
    for (shape, predicates) in said.subjects {
      guard let target = predicates[Self.prefix + "targetClass"]?.first?.iri else { continue }
      let links = said.subjects[shape]?[Self.prefix + "property"] ?? []
      byClass[target] = links.map { property(said.subjects[$0] ?? [:]) }
    }
  }

  private mutating func property(_ predicates: [String: [RDFTerm]]) -> Property {
    var property = Property()
    for (predicate, values) in predicates where predicate.hasPrefix(Self.prefix) {
      guard let value = values.first else { continue }
      switch predicate.dropFirst(Self.prefix.count) {
      case "path": property.path = value.iri ?? ""
      case "class": property.kind = value.iri
      case "datatype": property.datatype = value.iri
      case "minCount": property.least = value.literal.flatMap { Int($0.text) } ?? 0
      case "maxCount": property.most = value.literal.flatMap { Int($0.text) } ?? .max
      case "name", "description": break
      case let name: unknownConstraints.insert(String(name))
      }
    }
    return property
  }

  /// How many values were looked at.
  func checked(in graph: Graph) -> Int {
    Said(graph).subjects.values.reduce(0) { count, predicates in
      count + properties(of: predicates).reduce(0) { $0 + (predicates[$1.path]?.count ?? 0) }
    }
  }

  func breaches(in graph: Graph) -> [String] {
    let said = Said(graph)
    return said.subjects.flatMap { subject, predicates in
      properties(of: predicates).compactMap { property in
        breach(property, predicates[property.path] ?? [], said).map {
          "\(subject.iri ?? "_:") \(property.path): \($0)"
        }
      }
    }.sorted()
  }

  private func properties(of predicates: [String: [RDFTerm]]) -> [Property] {
    (predicates[Namespace.rdf + "type"] ?? []).flatMap { byClass[$0.iri ?? ""] ?? [] }
  }

  private func breach(_ property: Property, _ values: [RDFTerm], _ said: Said) -> String? {
    if values.count < property.least { return "\(values.count) values" }
    if values.count > property.most { return "\(values.count) values" }
    for value in values {
      if let wanted = property.datatype, datatype(value) != wanted { return "no \(wanted)" }
      if let kind = property.kind, !said.isA(value, kind) { return "no \(kind)" }
    }
    return nil
  }

  private func datatype(_ value: RDFTerm) -> String? {
    guard let literal = value.literal else { return nil }
    return literal.language == nil
      ? literal.datatype ?? Namespace.xsd + "string" : Namespace.rdf + "langString"
  }
}

/// A graph by subject and predicate, each value once.
private struct Said {
  private(set) var subjects: [RDFTerm: [String: [RDFTerm]]] = [:]

  init(_ graph: Graph) {
    var seen: Set<[RDFTerm]> = []
    for triple in graph.triples {
      let terms = [triple.subject, triple.predicate, triple.object].map(graph.term)
      guard seen.insert(terms).inserted, let predicate = terms[1].iri else { continue }
      subjects[terms[0], default: [:]][predicate, default: []].append(terms[2])
    }
  }

  func isA(_ term: RDFTerm, _ kind: String) -> Bool {
    subjects[term]?[Namespace.rdf + "type"]?.contains(.iri(kind)) ?? false
  }
}
