import Domain
import Testing

@testable import CPSVAP

/// Shapes of CPSV-AP 1 to 3 in which catalogues are still published.
@Suite struct PublishedShapesTests {
  @Test func olderShapesAreRead() throws {
    let reading = try Sample.turtle(
      """
      @prefix s: <https://schema.org/> .
      ex:s a cpsv:PublicService ; dct:title "Vergunning" ; dct:identifier "s" ;
        cv:serviceProvider ex:o ; cv:hasFormalFramework ex:law ; cv:sector "NACE 84", ex:sector ;
        dct:language "nl", <http://publications.europa.eu/resource/authority/language/NLD> ;
        cv:processingTime ""^^xsd:duration ; cv:isGroupedBy ex:e ; cv:hasCost ex:c .
      ex:o a cv:PublicOrganisation ; s:name "Stad"@nl .
      ex:law a cv:FormalFramework ; dct:title "Wet"@nl .
      ex:e a cv:Event, cv:LifeEvent, cv:BusinessEvent ; dct:title "Bouw"@nl ; dct:identifier "e" .
      ex:c a cv:Cost ; cv:value "12.50" ; cv:currency "EUR" ; dct:identifier "c" .
      ex:s dct:title "Vergunning" .
      """)
    #expect(reading.counts.services == 1)
    #expect(reading.counts.situations == 1)
    #expect(reading.counts.costs == 1)
    let service = try #require(reading.services.first)
    #expect(service.body.ru == "Stad")
    #expect(service.legalBasis.map(\.act) == ["Wet"])
    #expect(service.fee == nil)
    #expect(service.note?.ru.contains("12.50 EUR") == true)
    #expect(service.term == nil)
    #expect(Sample.problems(reading).contains { $0.contains("empty processing time") })
    #expect(reading.situations.first?.audience == .person)
  }

  /// A spreadsheet made into RDF: one description after another, nothing tagged, types as texts, addresses
  /// of channels of which nothing is said, a law without a title, and no identifier anywhere.
  @Test func aSpreadsheetAsRDF() throws {
    let reading = try Sample.read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns:cpsv="http://purl.org/vocab/cpsv#" xmlns:cv="http://data.europa.eu/m8g/"
        xmlns:dct="http://purl.org/dc/terms/"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="http://127.0.0.1:3362/K-1">
        <rdf:type rdf:resource="http://purl.org/vocab/cpsv#PublicService"/>
        <dct:title> Place in a kindergarten</dct:title>
        <cv:sector>Education</cv:sector><dct:type>Registration</dct:type>
        <dct:language>English</dct:language>
        <cv:isGroupedBy rdf:resource="http://data.europa.eu/LE/School"/>
        <cv:serviceProvider rdf:resource="http://town.example/agent"/>
        <cv:hasFormalFramework rdf:resource="https://town.example/id=3001"/>
        <cv:hasChannel rdf:resource="http://town.example/kindergarten#Email"/>
        <cpsv:hasInput rdf:resource="http://town.example/health"/>
        <cv:hasCost rdf:resource="http://town.example/free"/>
      </rdf:Description>
      <rdf:Description rdf:about="https://town.example/id=3001">
        <rdf:type rdf:resource="http://purl.org/vocab/cpsv#FormalFramework"/>
        <dct:description>https://town.example/?id=3001</dct:description>
      </rdf:Description>
      <rdf:Description rdf:about="http://town.example/agent">
        <rdf:type rdf:resource="http://purl.org/dc/terms/Agent"/>
        <dct:title>Ministry</dct:title>
      </rdf:Description>
      <rdf:Description rdf:about="http://town.example/health">
        <dct:description>A doctor's note</dct:description>
      </rdf:Description>
      <rdf:Description rdf:about="http://town.example/free">
        <dct:description>Free of charge</dct:description>
      </rdf:Description>
      <rdf:Description rdf:about="http://data.europa.eu/LE/School">
        <rdf:type rdf:resource="http://data.europa.eu/m8g/LifeEvent"/>
        <dct:title>Starting school</dct:title>
      </rdf:Description>
      </rdf:RDF>
      """, as: "services.rdf")
    #expect(
      reading.counts
        == CatalogueReading.Counts(
          services: 1, situations: 1, organisations: 1, documents: 1, costs: 1))
    let service = try #require(reading.services.first)
    #expect(service.title.ru == "Place in a kindergarten")
    #expect(service.body.ru == "Ministry")
    #expect(service.channels == [.portal])
    #expect(service.legalBasis.map(\.act) == ["https://town.example/?id=3001"])
    #expect(service.note?.ru.contains("Free of charge") == true)
    #expect(reading.documents.map(\.title.ru) == ["A doctor's note"])
    #expect(service.documents.map(\.id) == reading.documents.map(\.id))
    #expect(reading.situations.first?.services.map(\.id) == [service.id])
    #expect(reading.warnings.contains { $0.problem(.en).contains("kindergarten#Email") })
  }

  /// The event leads to the services, both in the namespace of the first vocabulary.
  @Test func anEventThatLeadsToItsServices() throws {
    let reading = try Sample.turtle(
      """
      ex:e a cpsv:LifeEvent ; dct:identifier "e" ; dct:title "Umzug"@de ; cpsv:isGroupedBy ex:s .
      ex:s a cpsv:PublicService ; dct:identifier "s" ; dct:title "Anmeldung"@de .
      ex:o a cv:PublicOrganisation ; dct:title "Stadt"@de ; cpsv:provides ex:s .
      """)
    #expect(reading.situations.first?.services.map(\.id) == reading.services.map(\.id))
    #expect(reading.services.first?.body.ru == "Stadt")
    #expect(reading.counts.organisations == 1)
  }

  @Test func theNamesOfTheOlderContext() throws {
    let reading = try Sample.read(
      """
      {"@context": ["https://raw.githubusercontent.com/catalogue-of-services-isa/CPSV-AP/master/releases/2.2.1/CPSV-AP_v2.2.1.jsonld",
        {"@base": "http://services.example/"}],
       "@graph": [
        {"isTypeOf": "PublicService", "id": "p1", "title": "Certificazione", "identifier": "p1",
         "hasCompetentAuthority": "o1", "isGroupedBy": "e1", "hasCost": "c1", "language": "Italian"},
        {"isTypeOf": "PublicOrganisation", "id": "o1", "prefLabel": "Provincia"},
        {"isTypeOf": ["Event", "BusinessEvent"], "id": "e1", "title": "Impresa", "identifier": "e1"},
        {"isTypeOf": "Cost", "id": "c1", "value": "16.00", "currency": "EUR"}]}
      """, as: "results.jsonld")
    #expect(
      reading.counts
        == CatalogueReading.Counts(services: 1, situations: 1, organisations: 1, costs: 1))
    #expect(reading.services.first?.body.ru == "Provincia")
    #expect(reading.services.first?.note?.ru == "16.00 EUR")
    #expect(reading.situations.first?.audience == .business)
    #expect(reading.entries.first?.subject == "http://services.example/p1")
  }

  @Test func expandedJSONLDIsRead() throws {
    let reading = try Sample.read(
      """
      [{"@id": "https://ipdc.example/1", "@type": ["http://purl.org/vocab/cpsv#PublicService"],
        "http://purl.org/dc/terms/title": [{"@language": "nl-be-x-formal", "@value": "Akte"}],
        "http://data.europa.eu/m8g/hasLegalResource": [{"@list": [{"@id": "https://law.example/1"}]}],
        "http://purl.org/dc/terms/identifier": [{"@value": "1"}],
        "https://schema.org/provider": [{"@type": "http://data.europa.eu/m8g/PublicOrganisation",
          "https://schema.org/name": "Gent"}]}]
      """, as: "ipdc.jsonld")
    #expect(reading.services.map(\.title.ru) == ["Akte"])
    #expect(reading.services.first?.body.ru == "Gent")
    #expect(reading.services.first?.legalBasis.map(\.act) == ["https://law.example/1"])
    #expect(reading.counts.organisations == 1)
  }

  @Test func contactPointsAreTold() throws {
    let reading = try Sample.turtle(
      """
      @prefix s: <https://schema.org/> .
      ex:s a cpsv:PublicService ; dct:identifier "1" ; dct:title "A"@en ; cv:hasContactPoint ex:p ;
        cv:contactPoint [ cv:telephone "+32 2 57" ; cv:contactPage <https://a.example/> ] .
      ex:p a s:ContactPoint ; s:email <mailto:office@a.example> ; s:openingHours "Mo-Fr" .
      """)
    let note = reading.services.first?.note?.ru
    #expect(note == "office@a.example, Mo-Fr, +32 2 57, https://a.example/")
  }

  /// Evidence without an address, asked for by many services, is one document.
  @Test func evidenceWithoutAnAddress() throws {
    let input = #"cpsv:hasInput [ a cv:Evidence ; dct:title "Identity card"@en ] ."#
    let reading = try Sample.turtle(
      """
      ex:a a cpsv:PublicService ; dct:identifier "a" ; dct:title "A"@en ; \(input)
      ex:b a cpsv:PublicService ; dct:identifier "b" ; dct:title "B"@en ; \(input)
      """)
    #expect(reading.documents.map(\.title.ru) == ["Identity card"])
    #expect(reading.services.allSatisfy { $0.documents.map(\.id) == reading.documents.map(\.id) })
  }

  /// One subject described twice is one entry; where the two do not agree, it is said.
  @Test func oneSubjectTwice() throws {
    let reading = try Sample.turtle(
      """
      ex:s a cpsv:PublicService ; dct:identifier "s" ; dct:title "Permit"@en .
      ex:s a cpsv:PublicService ; dct:identifier "s" ; dct:title "Permit"@en, "Vergunning"@nl .
      """)
    #expect(reading.counts.services == 1)
    #expect(reading.services.first?.colloquial == ["Vergunning"])
    #expect(!Sample.problems(reading).contains { $0.contains("several") })
    let torn = try Sample.turtle(
      """
      ex:s a cpsv:PublicService ; dct:identifier "s" ; dct:title "Permit"@en .
      ex:s dct:title "Licence"@en ; dct:identifier "t" .
      """)
    #expect(torn.counts.services == 1)
    #expect(Sample.problems(torn).contains { $0.contains("one language (en): Licence | Permit") })
    #expect(Sample.problems(torn).contains { $0.contains("several identifiers") })
  }

  @Test(arguments: ["http", "https"])
  func schemaOrgWithAndWithoutTheS(_ scheme: String) throws {
    let reading = try Sample.turtle(
      """
      @prefix s: <\(scheme)://schema.org/> .
      ex:s a cpsv:PublicService ; s:name "A" ; s:identifier "1" ; s:provider ex:o ;
        s:availableChannel [ a s:ServiceChannel ; dct:type "Homepage" ] .
      ex:o a cv:PublicOrganisation ; s:name "O" .
      """)
    #expect(reading.services.map(\.title.ru) == ["A"])
    #expect(reading.services.first?.body.ru == "O")
    #expect(reading.services.first?.channels == [.portal])
    #expect(reading.counts.channels == 1)
  }
}
