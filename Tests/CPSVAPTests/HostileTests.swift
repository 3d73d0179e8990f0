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
      "<r:RDF \(space)>" + String(repeating: #"<r:Description><a xmlns="x:">"#, count: 50_000)
    guard case .malformed = refusal(xml, "a.rdf") else {
      Issue.record("RDF/XML was taken")
      return
    }
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

  /// Texts with random damage are read or refused, in bounded time, and never end the program.
  @Test(arguments: ["example-rdf_public_service.ttl", "example-rdf_public_service.jsonld"])
  func damagedTexts(_ name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let original = try CatalogueBytes(path: "/\(folder)/Fixtures/\(name)").content
    var random = SplitMix(state: 20_261_128)
    for _ in 0..<3000 {
      var bytes = original
      for _ in 0...Int(random.next() % 6) { damage(&bytes, &random) }
      _ = refusal(bytes, name)
    }
  }

  @Test func damagedXML() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE r:RDF [<!ENTITY e "http://e/">]>
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/terms/"
       xml:base="http://a/"><r:Description r:about="&e;x"><d:title xml:lang="ru">т</d:title>
      <d:x r:parseType="Collection"><r:Description r:ID="q"/></d:x><d:y r:nodeID="n"/>
      <d:z r:parseType="Literal"><b>1</b></d:z></r:Description></r:RDF>
      """
    var random = SplitMix(state: 7)
    for _ in 0..<3000 {
      var bytes = Array(text.utf8)
      for _ in 0...Int(random.next() % 4) { damage(&bytes, &random) }
      _ = refusal(bytes, "a.rdf")
    }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = Int(random.next() % UInt64(bytes.count))
    switch random.next() % 5 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next()) & 0x7F
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(Array(#"<>[](){}"'\;.,:@&%#_"#.utf8)[Int(random.next() % 20)], at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 40)))
    default: bytes += bytes[place..<min(bytes.count, place + 60)]
    }
  }
}

/// Steele and others, "Fast splittable pseudorandom number generators".
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
