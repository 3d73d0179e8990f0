package import Domain

/// The catalogue as a file of CPSV-AP 3.2.
package enum CatalogueExport {
  /// Turtle: a person can read it.
  package static func turtle(_ content: CatalogueContent) -> String {
    TurtleWriter.text(CatalogueGraph.graph(of: content))
  }

  /// JSON-LD with its context inline, so that no reader has to fetch one.
  package static func jsonLD(_ content: CatalogueContent) -> String {
    JSONLDWriter.text(CatalogueGraph.graph(of: content))
  }
}

/// What is said of each subject once: subjects, and the properties of each, in the graph's order.
struct GroupedGraph {
  struct Subject {
    var node: Graph.Node
    var properties: [(predicate: Graph.Node, objects: [RDFTerm])]
  }

  let subjects: [Subject]

  init(_ graph: Graph) {
    let said = Statements(graph)
    subjects = said.subjects.map { node in
      var places: [Graph.Node: Int] = [:]
      var properties: [(predicate: Graph.Node, objects: [RDFTerm])] = []
      for statement in said.about(node) {
        let object = graph.term(statement.object)
        guard let place = places[statement.predicate] else {
          places[statement.predicate] = properties.count
          properties.append((statement.predicate, [object]))
          continue
        }
        if !properties[place].objects.contains(object) { properties[place].objects.append(object) }
      }
      return Subject(node: node, properties: properties)
    }
  }
}
