internal import FoundationEssentials
internal import Glibc

/// A catalogue of CPSV-AP into the desk's store and its search, against rapper, which reads the same file and
/// counts its triples.
struct ImportBench: Bench {
  let name = "import"

  private static let rounds = 5

  func figures(_ context: BenchContext) throws -> [Figure] {
    guard Peer.isInstalled("rapper") else {
      throw Peer.Failure(description: "there is no rapper: install raptor2-utils")
    }
    var template = Array("/tmp/okno-import-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Peer.Failure(description: "no folder in /tmp")
    }
    let folder = String(cString: made)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = "\(folder)/catalogue.ttl"
    let sample = SampleTurtle()
    try Data(sample.text.utf8).write(to: URL(filePath: file))
    var (looking, importing, peer) = (Sample(), Sample(), Sample())
    for _ in 0..<Self.rounds {
      peer.add(try Peer.run(["rapper", "-q", "-c", "-i", "turtle", file], input: "/dev/null"))
      let store = "\(folder)/store"
      try? FileManager.default.removeItem(atPath: store)
      _ = try Peer.run(["okno", "situation", "list", "--data", store], input: "/dev/null")
      let words = ["okno", "catalogue", "import", file, "--json", "--data", store]
      looking.add(try Peer.run(words + ["--dry-run"], input: "/dev/null"))
      importing.add(try Peer.run(words, input: "/dev/null"))
    }
    return [
      row("import: reading \(sample.triples) triples, --dry-run", sample, looking, peer),
      row("import: \(sample.triples) triples into store and search", sample, importing, peer),
    ]
  }

  private func row(
    _ name: String, _ sample: SampleTurtle, _ ours: Sample, _ peer: Sample
  ) -> Figure {
    let triples = Double(sample.triples)
    return Figure(
      name: name, ours: triples / ours.median, peer: triples / peer.median, peerName: "rapper -c",
      unit: "triples/ms", goal: .ratioAtLeast(0.5))
  }
}

/// A catalogue such as a country publishes: 100 000 triples.
struct SampleTurtle {
  private(set) var text = """
    @prefix cpsv: <http://purl.org/vocab/cpsv#> .
    @prefix cv: <http://data.europa.eu/m8g/> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix eli: <http://data.europa.eu/eli/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix ex: <https://land.example/id/> .

    """
  private(set) var triples = 0

  init() {
    for number in 0..<200 { addCommon(number) }
    var number = 0
    while triples < 100_000 {
      addService(number)
      number += 1
    }
  }

  private mutating func add(_ lines: String, _ count: Int) {
    text += lines
    triples += count
  }

  /// An event, an organisation, a law: what many services lead to.
  private mutating func addCommon(_ number: Int) {
    add(
      """
      ex:event\(number) a cv:LifeEvent ; dct:identifier "e\(number)" ; dct:title "Ereignis Nummer \(number)"@de ,
        "Event number \(number)"@en .
      ex:body\(number) a cv:PublicOrganisation ; dct:identifier "b\(number)" ; skos:prefLabel "Amt der Stadt \(number)"@de .
      ex:law\(number) a eli:LegalResource ; dct:title "Gesetz über die Sache \(number)"@de .

      """, 9)
  }

  private mutating func addService(_ number: Int) {
    let common = number % 200
    add(
      """
      ex:service\(number) a cpsv:PublicService ; dct:identifier "s\(number)" ;
        dct:title "Bewilligung der Sache Nummer \(number)"@de , "Permit of the matter number \(number)"@en ;
        dct:description "Wer die Sache \(number) betreibt, braucht vor dem Beginn eine Bewilligung des Amtes."@de ;
        cv:hasCompetentAuthority ex:body\(common) ; cv:isGroupedBy ex:event\(common) ;
        cv:hasLegalResource ex:law\(common) ; cv:processingTime "P\(number % 60 + 1)D"^^xsd:duration ;
        cv:hasChannel ex:channel\(number) ; cpsv:hasInput ex:evidence\(number) ; cv:hasCost ex:cost\(number) ;
        cpsv:produces ex:output\(number) .
      ex:channel\(number) a cv:Channel ; dct:identifier "c\(number)" ; dct:type <http://channels.example/web> .
      ex:evidence\(number) a cv:Evidence ; dct:identifier "i\(number)" ; dct:title "Nachweis \(number)"@de .
      ex:cost\(number) a cv:Cost ; dct:identifier "k\(number)" ; cv:hasValue "\(number % 90).50"^^xsd:double ;
        cv:currency <http://publications.europa.eu/resource/authority/currency/EUR> .
      ex:output\(number) a cv:Output ; dct:identifier "o\(number)" ; dct:title "Bescheid \(number)"@de .

      """, 26)
  }
}
