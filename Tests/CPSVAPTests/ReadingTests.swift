import Domain
import Testing

@testable import CPSVAP

/// What catalogues say, in this one's words.
@Suite struct ReadingTests {
  @Test(arguments: ["example-rdf_public_service.ttl", "example-rdf_public_service.jsonld"])
  func theExampleOfTheStandard(_ name: String) throws {
    let reading = try Sample.fixture(name)
    #expect(reading.counts.services == 1)
    #expect(reading.counts.situations == 0)
    #expect(reading.counts.organisations == 1)
    #expect(reading.counts.channels == 1)
    #expect(reading.counts.documents == 1)
    #expect(reading.counts.outputs == 0)
    #expect(reading.counts.costs == 0)
    let service = try #require(reading.services.first)
    #expect(service.title == LocalizedText(ru: "Tax-on-web"))
    #expect(service.body.ru == "Federal Public Service FINANCE")
    #expect(service.note?.ru.hasPrefix("Service pour la") == true)
    #expect(service.id.isWellFormed)
    #expect(service.id.rawValue.hasPrefix("publicservice1-"))
    #expect(service.documents.map(\.id) == reading.documents.map(\.id))
    #expect(reading.documents.first?.title.ru == "Attestation garde d'enfants")
    #expect(reading.entries.allSatisfy { $0.source == "example.com" })
  }

  /// Turtle and JSON-LD of the example say the same, but for the class's name that the context has not.
  @Test func bothFormsGiveOneService() throws {
    let turtle = try Sample.fixture("example-rdf_public_service.ttl")
    let json = try Sample.fixture("example-rdf_public_service.jsonld")
    #expect(turtle.services == json.services)
    #expect(turtle.documents == json.documents)
  }

  @Test func rdfXMLIsRead() throws {
    let reading = try Sample.read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE rdf:RDF [<!ENTITY cv "http://data.europa.eu/m8g/">]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:cpsv="http://purl.org/vocab/cpsv#" xmlns:dct="http://purl.org/dc/terms/"
        xmlns:cv="http://data.europa.eu/m8g/" xml:base="https://city.example/">
        <cpsv:PublicService rdf:about="service/1">
          <dct:title xml:lang="ru">Справка</dct:title>
          <cv:isGroupedBy rdf:resource="event/1"/>
        </cpsv:PublicService>
        <rdf:Description rdf:about="event/1">
          <rdf:type rdf:resource="&cv;LifeEvent"/>
          <dct:title>Переезд</dct:title>
        </rdf:Description>
        <rdf:Description rdf:about="service/1"><dct:identifier>a-1</dct:identifier></rdf:Description>
      </rdf:RDF>
      """, as: "city.rdf")
    #expect(reading.services.map(\.title.ru) == ["Справка"])
    #expect(reading.situations.map(\.title.ru) == ["Переезд"])
    #expect(reading.situations.first?.services.map(\.id) == reading.services.map(\.id))
    #expect(reading.entries.map(\.source) == ["city.example", "city.example"])
  }

  @Test(arguments: [
    ("P30D", WrittenDuration.term(Term(30, .calendarDays))), ("P1M", .term(Term(1, .months))),
    ("P2W", .term(Term(14, .calendarDays))), ("P1Y", .term(Term(1, .years))),
    ("PT4H", .words("PT4H")), ("P1M2D", .words("P1M2D")), ("", .empty), ("P", .empty),
    ("P0D", .empty), ("30", .malformed), ("P-1D", .malformed), ("P9999999D", .malformed),
  ])
  func durations(_ text: String, _ expected: WrittenDuration) {
    #expect(WrittenDuration(text) == expected)
  }

  @Test func controlsStayOutOfTexts() throws {
    let reading = try Sample.turtle(
      #"ex:s a cpsv:PublicService ; dct:title "a\u001B[2Jb\nc\u202Ed"@en ; dct:identifier "1" ."#)
    #expect(reading.services.first?.title.ru == "a [2Jb c d")
  }

  /// More nodes than one core takes at a time.
  @Test func manyServicesStayInTheirOrder() throws {
    let numbers = (0..<5000).map(String.init)
    let services = numbers.map {
      """
      ex:s\($0) a cpsv:PublicService ; dct:identifier "\($0)" ; dct:title "Permit \($0)"@en ;
        cpsv:hasInput [ a cv:Evidence ; dct:identifier "i" ; dct:title "Identity card"@en ] .
      """
    }
    let reading = try Sample.turtle(services.joined(separator: "\n"))
    #expect(reading.services.map(\.title.ru) == numbers.map { "Permit \($0)" })
    #expect(reading.counts.documents == 5000)
    #expect(reading.documents.map(\.title.ru) == ["Identity card"])
    // Each lacks an authority.
    #expect(reading.warnings.map(\.subject) == numbers.map { "http://example.com/s\($0)" })
  }

  @Test func aFileWithoutServicesIsTold() throws {
    let reading = try Sample.turtle("ex:s a skos:Concept ; skos:prefLabel \"x\" .")
    #expect(reading.counts == CatalogueReading.Counts())
    #expect(reading.warnings.map(\.subject) == ["sample"])
  }

  @Test func whatIsMissingIsTold() throws {
    let reading = try Sample.turtle(
      "ex:s a cpsv:PublicService ; cv:hasChannel ex:nowhere ; ex:odd 1 .")
    let problems = Sample.problems(reading).joined(separator: "\n")
    #expect(problems.contains("no title"))
    #expect(problems.contains("no identifier"))
    #expect(problems.contains("http://example.com/nowhere"))
    #expect(reading.warnings.contains { $0.subject == "http://example.com/odd" })
    #expect(reading.services.first?.title.ru == "http://example.com/s")
  }
}
