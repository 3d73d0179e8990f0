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
    let plan = try ImportPlan(
      reading.entries, known: KnownCatalogue(own: bundled, imported: []))
    #expect(plan.new.isEmpty)
    #expect(plan.conflicts.map(\.entry.subject).prefix(5) == [])
    #expect(plan.unchanged == reading.entries.count)
  }

  @Test func anotherContentIsAConflict() throws {
    let service = #"ex:s a cpsv:PublicService ; dct:identifier "1" ; dct:title "#
    let first = try Sample.turtle(service + #""A"@en, "B"@nl ."#)
    let own = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    let again = try Sample.turtle(service + #""B"@nl, "A"@en ."#)
    let known = KnownCatalogue(own: own, imported: first.entries)
    #expect(try ImportPlan(again.entries, known: known).unchanged == 1)
    let changed = try Sample.turtle(service + #""A"@en, "C"@nl ."#)
    let plan = try ImportPlan(changed.entries, known: known)
    #expect(plan.conflicts.map(\.fields) == [["title"]])
    #expect(plan.new.isEmpty)
  }

  /// A second file with other services of a known event would leave them without it.
  @Test func anEventWithOtherServicesIsAConflict() throws {
    let event = #"ex:e a cv:LifeEvent ; dct:identifier "e" ; dct:title "E"@en . "#
    func service(_ name: String) -> String {
      "ex:\(name) a cpsv:PublicService ; dct:identifier \"\(name)\" ; dct:title \"\(name)\"@en ; "
        + "cv:isGroupedBy ex:e . "
    }
    let first = try Sample.turtle(event + service("a"))
    let second = try Sample.turtle(event + service("b"))
    let own = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    let known = KnownCatalogue(own: own, imported: first.entries)
    let plan = try ImportPlan(second.entries, known: known)
    #expect(plan.new.map(\.subject) == ["http://example.com/b"])
    #expect(plan.conflicts.map(\.fields) == [["services"]])
    #expect(try ImportPlan(first.entries, known: known).unchanged == 2)
  }
}
