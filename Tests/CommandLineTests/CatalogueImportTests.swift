import JSON5
import Testing

@testable import okno

/// Entries of other people's catalogues, on the command line.
@Suite struct CatalogueImportTests {
  private static let turtle = """
    @prefix cpsv: <http://purl.org/vocab/cpsv#> .
    @prefix cv: <http://data.europa.eu/m8g/> .
    @prefix dct: <http://purl.org/dc/terms/> .
    <https://stad.example/d/1> a cpsv:PublicService ; dct:identifier "1" ;
      dct:title "Hondenbelasting"@nl, "Dog tax"@en ; cv:hasCompetentAuthority <https://stad.example/o> ;
      cv:isGroupedBy <https://stad.example/e> .
    <https://stad.example/o> a cv:PublicOrganisation ; dct:title "Stad"@nl .
    <https://stad.example/e> a cv:LifeEvent ; dct:identifier "e" ; dct:title "Een hond"@nl .
    """

  @Test func aDryRunChangesNothing() throws {
    let program = try TestProgram()
    let file = try program.folder.write(Self.turtle, to: "stad.ttl")
    let run = program.run("catalogue import \(file) --dry-run --json")
    let root = try run.json()
    #expect(
      root.keys == [
        "services", "situations", "organisations", "channels", "documents", "outputs", "costs",
        "warnings",
      ])
    #expect(root["services"]?.number == "1")
    #expect(root["situations"]?.number == "1")
    #expect(root["organisations"]?.number == "1")
    #expect(root["warnings"]?.list?.isEmpty == true)
    #expect(FileFacts.mode("\(program.folder.path)/.local/share/okno") == nil)
  }

  @Test func whatIsImportedStandsBesideTheOwn() throws {
    let program = try TestProgram()
    let file = try program.folder.write(Self.turtle, to: "stad.ttl")
    let first = program.run("catalogue import \(file) --json")
    #expect(first.code == 0)
    #expect(try first.json()["added"]?.number == "2")
    for text in ["hondenbelasting", "dog"] {
      let found = try program.run(["search", text, "--json", "--lang", "en"]).json()
      #expect(found[0]?["title"]?.text == "Dog tax")
    }
    let situations = try program.run("situation list --json").json()
    let hond = try #require(situations.list?.first { $0["title"]?.text == "Een hond" })
    #expect(hond["source"]?.text == "stad.example")
    #expect(program.run("situation list").output.contains("Een hond · stad.example\n"))
    let shown = try program.run("situation show \(hond["id"]?.text ?? "") --json").json()
    #expect(shown["source"]?.text == "https://stad.example/e")
    #expect(shown["services"]?[0]?["title"]?.text == "Dog tax")
    let bySource = try program.run("search stad.example --json").json()
    #expect(bySource[0]?["detail"]?.text?.contains("stad.example") == true)
    #expect(situations.list?.contains { $0["id"]?.text == "birth-of-child" } == true)
    let again = program.run("catalogue import \(file) --json")
    #expect(again.code == 0)
    #expect(try again.json()["unchanged"]?.number == "2")
    let audit = try program.run("audit list --json").json()
    #expect(audit.list?.contains { $0["subject"]?.text == "catalogue" } == true)
    let changed = try program.folder.write(
      Self.turtle.replacing("Dog tax", with: "Cat tax"), to: "stad.ttl")
    try expectConflict(changed, program)
  }

  private func expectConflict(_ file: String, _ program: TestProgram) throws {
    let run = program.run("catalogue import \(file) --json")
    #expect(run.code == 65)
    let root = try JSON5Document(name: "stdout", text: run.output).root
    let conflicts = try #require(root["conflicts"])
    #expect(conflicts[0]?["subject"]?.text == "https://stad.example/d/1")
    #expect(conflicts[0]?["fields"]?[0]?.text == "title")
    let kept = try program.run(["search", "hondenbelasting", "--json", "--lang", "en"]).json()
    #expect(kept[0]?["title"]?.text == "Dog tax")
    #expect(program.run("catalogue import \(file) --replace").code == 0)
    let new = try program.run(["search", "hondenbelasting", "--json", "--lang", "en"]).json()
    #expect(new[0]?["title"]?.text == "Cat tax")
  }

  @Test func theOwnExportsAreNoNews() throws {
    let program = try TestProgram()
    for (form, name) in [("cpsv-ap", "a.ttl"), ("cpsv-ap", "a.jsonld"), ("json", "a.json")] {
      let file = "\(program.folder.path)/\(name)"
      #expect(program.run("catalogue export --format \(form) \(file)").code == 0)
      let run = program.run("catalogue import \(file) --json")
      #expect(run.code == 0, "\(run.complaints)")
      #expect(try run.json()["added"]?.number == "0")
      #expect(try run.json()["warnings"]?.list?.isEmpty == true)
    }
  }

  @Test(arguments: [
    ("a.ttl", "<file:///etc/passwd> <x:p> 1 .", "local_address"),
    ("a.ttl", "<x:s> <x:p> \"", "malformed"), ("a.json5", "{ services: 1 }", "catalogue"),
    ("a.jsonld", #"{"@context": "https://elsewhere.example/c"}"#, "remote_context"),
  ])
  func refusedFilesAreBadData(_ name: String, _ text: String, _ code: String) throws {
    let program = try TestProgram()
    let file = try program.folder.write(text, to: name)
    for words in [["--dry-run"], []] {
      let run = program.run(["catalogue", "import", file, "--json"] + words)
      #expect(run.code == 65)
      #expect(try run.failure().code == code)
    }
  }
}
