import JSON5
import Testing

@testable import okno

/// What the catalogue answers: situations, the search, its own check.
@Suite struct CatalogueCommandTests {
  @Test func situationsAreListed() throws {
    let root = try TestProgram().run("situation list --json").json()
    let list = try #require(root.list)
    #expect(list.count >= 12)
    for item in list { #expect(item.keys == ["id", "title", "audience"]) }
    #expect(list.contains { $0["id"]?.text == "birth-of-child" })
  }

  @Test func aSituationIsShownInTheChosenLanguage() throws {
    let program = try TestProgram()
    let russian = try program.run("situation show birth-of-child --json").json()
    let english = try program.run("situation show birth-of-child --json --lang en").json()
    #expect(russian["title"]?.text == "Рождение ребёнка")
    #expect(english["title"]?.text != russian["title"]?.text)
    #expect(Array(russian.keys.prefix(3)) == ["id", "title", "audience"])
    #expect(russian["services"]?[0]?["id"]?.text == "birth-registration")
    for service in russian["services"]?.list ?? [] {
      #expect(Array(service.keys.prefix(2)) == ["id", "title"])
    }
    let text = program.run("situation show birth-of-child").output
    for service in russian["services"]?.list ?? [] {
      #expect(text.contains(service["id"]?.text ?? "?"))
    }
  }

  /// Whoever prints a leaflet from it must not name a fee or a day without its condition.
  @Test func feesTermsAndDeadlinesBringTheirConditions() throws {
    let travel = try TestProgram().run("situation show foreign-travel --json").json()
    let services = try #require(travel["services"]?.list)
    let child = try #require(services.first { $0["id"]?.text == "foreign-passport-child" })
    #expect(child["fee_note"]?.text?.contains("14") == true)
    #expect(child["term"]?["note"]?.text?.isEmpty == false)
    #expect(travel["deadlines"]?[0]?["note"]?.text?.isEmpty == false)
    let consent = try #require(services.first { $0["id"]?.text == "child-travel-consent" })
    #expect(consent["fee_kopecks"]?.isNull == true)
    #expect(consent["fee_note"]?.isNull == true)
    let text = try TestProgram().run("situation show foreign-travel").output
    #expect(text.contains("Плата: уточните"))
    #expect(text.contains("Срок: уточните"))
  }

  @Test func anUnknownSituationIsBadData() throws {
    let run = try TestProgram().run("situation show nowhere --json")
    #expect(run.code == 65)
    #expect(try run.failure().code == "not_found")
  }

  @Test func searchPutsTheSituationFirstAndSaysWhy() throws {
    let program = try TestProgram()
    let root = try program.run(["search", "родился", "ребенок", "--json"]).json()
    #expect(Array(try #require(root[0]).keys.prefix(5)) == ["kind", "id", "title", "score", "why"])
    #expect(root[0]?["kind"]?.text == "situation")
    #expect(root[0]?["id"]?.text == "birth-of-child")
    #expect(root[0]?["why"]?.text?.isEmpty == false)
    let services = program.run([
      "search", "ребенок", "--kind", "service", "--limit", "2", "--json",
    ])
    #expect(try services.json().list?.count == 2)
    #expect(try services.json().list?.allSatisfy { $0["kind"]?.text == "service" } == true)
  }

  @Test func searchReadsStandardInput() throws {
    let root = try TestProgram().run("search - --json", input: "propiska\n").json()
    #expect(root[0]?["id"]?.text == "change-of-residence")
  }

  @Test(arguments: ["\"", "*", "NEAR(", "a AND", "\u{1B}[2J", "-- --json"])
  func anyTextIsSearchedFor(_ text: String) throws {
    let run = try TestProgram().run(["search", "--json", "--", text])
    #expect(run.code == 0)
    #expect(try run.json().list != nil)
  }

  @Test func theCatalogueIsCleanAndCanBeExported() throws {
    let program = try TestProgram()
    let lint = program.run("catalogue lint --json")
    #expect(lint.code == 0)
    #expect(lint.output == "[]\n")
    let file = "\(program.folder.path)/catalogue.json"
    #expect(program.run("catalogue export --format json \(file)").code == 0)
    let exported = try JSON5Document(file: file).root
    #expect(exported["situations"]?.list?.count ?? 0 >= 12)
    let broken = program.run("catalogue lint --json --catalogue \(program.folder.path)")
    #expect(broken.code == 65)
    #expect(broken.output.hasPrefix("[{"))
  }
}
