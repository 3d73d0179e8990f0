import Domain
import FoundationEssentials
import Testing

@testable import CPSVAP

/// A hundred thousand small texts from a seed: each is read or refused, and what is read can be shown.
@Suite struct FuzzTests {
  /// Reads a text; what it holds must be fit for the store and the screen.
  private func tryOut(_ bytes: [UInt8], _ name: String) {
    do throws(ReadingError) {
      let reading = try CatalogueBytes(path: name, bytes: bytes).reading(today: Sample.day)
      for entry in reading.entries where !isSound(entry) {
        Issue.record("\(String(decoding: bytes, as: UTF8.self)) gives \(entry)")
      }
      for warning in reading.warnings where warning.problem.ru.isEmpty {
        Issue.record("\(String(decoding: bytes, as: UTF8.self)) gives an empty warning")
      }
    } catch {
      guard case .noLibrary = error else { return }
      Issue.record("libraptor2 is missing")
    }
  }

  private func isSound(_ entry: ImportedEntry) -> Bool {
    let title =
      switch entry.content {
      case .situation(let situation): situation.title
      case .service(let service): service.title
      case .document(let document): document.title
      }
    return Service.ID(rawValue: entry.id).isWellFormed && !entry.source.isEmpty
      && !title.ru.unicodeScalars.contains(where: Words.isControl)
      && !(title.en ?? "").unicodeScalars.contains(where: Words.isControl)
  }

  // MARK: Texts from pieces

  @Test(arguments: [(1 as UInt64, 20_000), (2, 20_000), (3, 20_000)])
  func inventedJSON(_ seed: UInt64, _ count: Int) {
    var random = SplitMix(state: seed)
    for _ in 0..<count {
      tryOut(Array(InventedJSON.text(&random).utf8), "invented.jsonld")
    }
  }

  @Test(arguments: [(4 as UInt64, 15_000), (5, 15_000)])
  func inventedTurtle(_ seed: UInt64, _ count: Int) {
    var random = SplitMix(state: seed)
    for _ in 0..<count {
      tryOut(Array(InventedPieces.turtle(&random).utf8), "invented.ttl")
    }
  }

  @Test func inventedXML() {
    var random = SplitMix(state: 6)
    for _ in 0..<5000 {
      tryOut(Array(InventedPieces.xml(&random).utf8), "invented.rdf")
    }
  }

  // MARK: Damaged texts

  @Test(arguments: ["example-rdf_public_service.ttl", "example-rdf_public_service.jsonld"])
  func damagedTexts(_ name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let original = try CatalogueBytes(path: "/\(folder)/Fixtures/\(name)").content
    var random = SplitMix(state: 20_261_128)
    for _ in 0..<3000 {
      var bytes = original
      for _ in 0...Int(random.next() % 6) { damage(&bytes, &random) }
      tryOut(bytes, name)
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
      tryOut(bytes, "damaged.rdf")
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
