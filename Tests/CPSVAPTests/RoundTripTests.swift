import Catalogue
import Domain
import Testing

@testable import CPSVAP

/// What is exported comes back.
@Suite struct RoundTripTests {
  /// A graph as text, so that two of them can be compared whatever their numbers are.
  private func lines(_ graph: Graph) -> Set<String> {
    Set(
      graph.triples.map {
        "\(graph.term($0.subject)) \(graph.term($0.predicate)) \(graph.term($0.object))"
      })
  }

  private func content(_ reading: CatalogueReading) -> CatalogueContent {
    CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
      .adding(reading.entries.map(\.content))
  }

  /// Export, import, export: the second file says what the first said, in both forms.
  @Test(arguments: ["out.ttl", "out.jsonld"])
  func nothingThatTheStandardSaysIsLost(_ name: String) throws {
    let bundled = try BundledCatalogue().load()
    let text =
      name.hasSuffix("ttl") ? CatalogueExport.turtle(bundled) : CatalogueExport.jsonLD(bundled)
    let file = try CatalogueBytes(path: name, bytes: Array(text.utf8))
    let first = CatalogueGraph.graph(of: bundled)
    #expect(lines(try file.graph()) == lines(first))
    let reading = try file.reading(today: Sample.day)
    #expect(reading.warnings.isEmpty)
    #expect(reading.counts.services == bundled.services.count)
    #expect(reading.counts.situations == bundled.situations.count)
    #expect(reading.counts.documents == bundled.documents.count)
    let second = lines(CatalogueGraph.graph(of: content(reading)))
    #expect(second.subtracting(lines(first)).sorted().prefix(10) == [])
    #expect(lines(first).subtracting(second).sorted().prefix(10) == [])
  }

  @Test func theOwnExportIsKnownAlready() throws {
    let bundled = try BundledCatalogue().load()
    let text = CatalogueExport.turtle(bundled)
    let reading = try CatalogueBytes(path: "own.ttl", bytes: Array(text.utf8))
      .reading(today: Sample.day)
    let plan = ImportPlan(reading.entries, own: bundled, imported: [])
    #expect(plan.new.isEmpty)
    #expect(plan.conflicts.map(\.entry.subject).prefix(5) == [])
    #expect(plan.unchanged == reading.entries.count)
  }

  @Test func anotherContentIsAConflict() throws {
    let service = #"ex:s a cpsv:PublicService ; dct:identifier "1" ; dct:title "#
    let first = try Sample.turtle(service + #""A"@en, "B"@nl ."#)
    let own = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    let again = try Sample.turtle(service + #""B"@nl, "A"@en ."#)
    #expect(ImportPlan(again.entries, own: own, imported: first.entries).unchanged == 1)
    let changed = try Sample.turtle(service + #""A"@en, "C"@nl ."#)
    let plan = ImportPlan(changed.entries, own: own, imported: first.entries)
    #expect(plan.conflicts.map(\.fields) == [["title"]])
    #expect(plan.new.isEmpty)
  }
}
