import Testing

@testable import CPSVAP

/// Files that want harm are refused, with a reason.
@Suite struct HostileTests {
  private func refusal(_ text: String, _ name: String) -> ReadingError? {
    refusal(Array(text.utf8), name)
  }

  private func refusal(_ bytes: [UInt8], _ name: String) -> ReadingError? {
    do throws(ReadingError) {
      _ = try CatalogueBytes(path: name, bytes: bytes).reading(today: Sample.day)
      return nil
    } catch {
      return error
    }
  }

  @Test func aBillionLaughs() {
    let laughs = (1...9).map { #"<!ENTITY l\#($0) "&l\#($0 - 1);&l\#($0 - 1);">"# }.joined()
    let text =
      #"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">\#(laughs)]><x>&l9;</x>"#
    #expect(refusal(text, "a.rdf") == .entity(path: "a.rdf", name: "l1"))
  }

  @Test(arguments: [
    #"<!ENTITY x SYSTEM "file:///etc/passwd">"#, #"<!ENTITY % p "x">"#,
    #"<!ENTITY x PUBLIC "a" "http://127.0.0.1/">"#,
  ])
  func entitiesFromOutside(_ entity: String) {
    let text = #"<?xml version="1.0"?><!DOCTYPE x [\#(entity)]><x>&x;</x>"#
    guard case .entity = refusal(text, "a.xml") else {
      Issue.record("taken")
      return
    }
  }

  /// Letters that are others for the parser than they look.
  @Test(arguments: ["UTF-7", "utf-16", "EBCDIC-US"])
  func encodingsThatHide(_ name: String) {
    let text = #"<?xml version="1.0" encoding="\#(name)"?><x>+ADwAIQ-ENTITY</x>"#
    guard case .malformed(_, 1, let problem) = refusal(text, "a.rdf") else {
      Issue.record("taken")
      return
    }
    #expect(problem.contains(name.lowercased()))
  }

  @Test func tooManyStatements() throws {
    let file = try CatalogueBytes(path: "a.ttl", bytes: Array("<a:a> <a:b> 1 , 2 , 3 .".utf8))
    #expect(try file.graph(most: 3).triples.count == 3)
    #expect(throws: ReadingError.tooManyStatements(path: "a.ttl", limit: 2)) {
      try file.graph(most: 2)
    }
  }

  @Test func deepNesting() {
    let turtle = "<http://a/> <http://b/> " + String(repeating: "[ <http://c/> ", count: 100_000)
    #expect(refusal(turtle, "a.ttl") == .tooDeep(path: "a.ttl", line: 1, limit: 100))
    let json = String(repeating: #"{"@graph":["#, count: 100_000)
    guard case .malformed = refusal(json, "a.jsonld") else {
      Issue.record("JSON-LD was taken")
      return
    }
    let space = #"xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#""#
    let xml =
      "<r:RDF \(space)>\n" + String(repeating: #"<r:Description><a xmlns="x:">"#, count: 50_000)
    #expect(refusal(xml, "a.rdf") == .tooDeep(path: "a.rdf", line: 2, limit: 100))
  }

  @Test func attributesWithoutEnd() {
    let many = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
    guard case .malformed(_, 1, _) = refusal("<x \(many)/>", "a.rdf") else {
      Issue.record("taken")
      return
    }
  }

  /// What is no start of an element does not count, and what ends one does.
  @Test func elementsOneAfterAnother() {
    let element =
      #"<r:Description d:a="/> >'"><!-- <a> --><d:b><![CDATA[<a><a>]]></d:b></r:Description>"#
      + "<?p <a> ?>"
    let text =
      #"<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="x:">"#
      + String(repeating: element, count: 200) + #"<r:Description d:c="1"/></r:RDF>"#
    #expect(refusal(text, "a.rdf") == nil)
  }

  @Test(arguments: ["a.ttl", "a.rdf", "a.jsonld"])
  func invalidText(_ name: String) {
    #expect(refusal([0x0A, 0xFF, 0xFE], name) == .notText(path: name, line: 2))
    #expect(refusal([0x23, 0x00], name) == .notText(path: name, line: 1))
  }

  @Test func localAddresses() {
    let iri = "file:///etc/passwd"
    #expect(
      refusal("<\(iri)> a <http://purl.org/vocab/cpsv#PublicService> .", "a.ttl")
        == .localAddress(path: "a.ttl", iri: iri))
    #expect(
      refusal("<a:a> <a:b> \"1\"^^<\(iri)> .", "a.ttl") == .localAddress(path: "a.ttl", iri: iri))
    #expect(
      refusal(#"{"@id": "\#(iri)", "http://purl.org/dc/terms/title": "x"}"#, "a.jsonld")
        == .localAddress(path: "a.jsonld", iri: iri))
  }

  @Test(arguments: [
    #"{"@context": "http://127.0.0.1:9/c.jsonld"}"#,
    #"{"@context": {"@import": "http://127.0.0.1:9/c.jsonld"}}"#,
    #"{"@context": [{"a": {"@id": "x:y", "@context": "https://evil.example/cpsv-ap.jsonld"}}], "a": {}}"#,
  ])
  func contextsAreNotFetched(_ text: String) {
    guard case .remoteContext = refusal(text, "a.jsonld") else {
      Issue.record("taken")
      return
    }
  }

  @Test func tooLarge() {
    let bytes = [UInt8](repeating: 0x20, count: CatalogueBytes.largest + 1)
    #expect(refusal(bytes, "a.ttl") == .tooLarge(path: "a.ttl", limit: CatalogueBytes.largest))
  }

  /// Each of many names is written with the one before.
  @Test func aChainOfNames() {
    let names = (1...50_000).map { #""n\#($0)": "n\#($0 + 1):x""# }.joined(separator: ",")
    #expect(refusal(#"{"@context": {\#(names)}, "n1": "v"}"#, "a.jsonld") == nil)
  }

  /// Nodes that lead to one another in every way.
  @Test func aThicket() throws {
    let nodes = (0..<60).map { "ex:n\($0)" }
    let all = nodes.joined(separator: ", ")
    let text = nodes.map { "\($0) ex:p \(all) ." }.joined(separator: "\n")
    let reading = try Sample.turtle(
      "ex:s a cpsv:PublicService ; cv:hasChannel \(all) .\n" + text)
    #expect(reading.counts.channels == 60)
  }
}
