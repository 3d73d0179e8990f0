import Catalogue
import Domain
import FoundationEssentials
import JSON5
import Testing

@testable import LocalStore

@Suite struct CatalogueSearchTests {
  let desk: SearchDesk

  init() throws { desk = try SearchDesk(People.all, samples: 500) }

  @Test func situationsComeFirst() throws {
    let asked = [
      ("родился ребенок", "birth-of-child"), ("родился ребёнок", "birth-of-child"),
      ("прописка", "change-of-residence"), ("propiska", "change-of-residence"),
      ("потерял паспорт", "lost-documents"), ("умер муж", "loss-of-relative"),
      ("выхожу на пенсию", "retirement"), ("сократили", "job-loss"), ("загран", "foreign-travel"),
      ("открыть ип", "business-start"), ("купили квартиру", "home-purchase"),
      ("многодетная", "multi-child-family"), ("группа инвалидности", "disability"),
      ("выхожу замуж", "marriage"), ("hjlbkcz ht,tyjr", "birth-of-child"),
    ]
    for (text, id) in asked {
      let first = try #require(try desk.search(text).first)
      #expect(first.id == id, "\(first)")
      #expect(first.kind == .situation)
    }
  }

  /// Who says the name of a service asks for it, and not for a situation that leads to it.
  @Test func aServiceCalledByItsNameComesFirst() throws {
    let asked = [
      ("апостиль", "apostille"), ("егрн", "egrn-extract"),
      ("снять обременение", "mortgage-discharge"),
      ("международные права", "international-driving-permit"),
      ("наследство", "inheritance-opening"),
      ("замена паспорта", "passport-replacement"), ("пенсия по старости", "old-age-pension"),
      ("fgjcnbkm", "apostille"), ("нужен апостиль", "apostille"),
      ("регистрация ип", "sole-proprietor-registration"),
    ]
    for (text, id) in asked {
      #expect(try desk.search(text).first?.id == id, "\(text)")
    }
  }

  /// Every title and every short name finds its own service first.
  @Test func everyServiceIsFirstUnderItsName() throws {
    let services = try SearchDesk.catalogue.get().services
    let missed = try services.filter { service in
      try [service.title, service.short].compactMap { $0?.ru }.contains { name in
        try desk.search(name, [.situation, .service]).first?.id != service.id.rawValue
      }
    }
    #expect(missed.map(\.id.rawValue) == [])
  }

  @Test func reasonsAreGiven() throws {
    func reasons(_ text: String, _ id: String) throws -> [SearchHit.Reason]? {
      try desk.search(text).first { $0.id == id }?.reasons
    }
    #expect(try reasons("рождение ребенка", "birth-of-child") == [.title])
    #expect(try reasons("родила", "birth-of-child") == [.synonym("родила")])
    #expect(
      try reasons("hj;ltybt ht,tyrf", "birth-of-child")
        == [.title, .keyboardLayout(readAs: "рождение ребенка")])
    #expect(
      try reasons("pereezd", "change-of-residence")
        == [.title, .transliteration(readAs: "переезд")])
    #expect(
      try reasons("переест", "change-of-residence")
        == [.title, .correctedSpelling(readAs: "переезд")])
  }

  @Test func aServiceIsFoundByTheNameThatListsShow() throws {
    #expect(try desk.search("реестр малого бизнеса").first?.id == "sme-registry")
    let found = try desk.search("новое стс на машину", [.service]).first
    #expect(found?.id == "vehicle-certificate-duplicate")
    #expect(found?.reasons == [.synonym("Новое СТС на машину")])
  }

  @Test func kindsAndLimitAreKept() throws {
    let services = try desk.search("паспорт", [.service])
    #expect(!services.isEmpty)
    #expect(services.allSatisfy { $0.kind == .service })
    #expect(try desk.searcher.search("паспорт", limit: 2).count == 2)
    #expect(try desk.searcher.search("паспорт", limit: 0).isEmpty)
    #expect(try desk.search("паспорт", []).isEmpty)
  }

  @Test func scoresDescend() throws {
    for text in ["п", "па", "паспорт", "иванова пособие", "родился ребенок"] {
      let scores = try desk.search(text).map(\.score)
      #expect(!scores.isEmpty)
      #expect(scores == scores.sorted(by: >), "\(text)")
    }
  }

  @Test func aNameBesideAServiceFindsBoth() throws {
    let kinds = Set(try desk.search("иванова пособие").map(\.kind))
    #expect(kinds.contains(.citizen))
    #expect(kinds.contains(.service) || kinds.contains(.situation))
  }

  @Test func aNewCatalogueIsNoticed() throws {
    #expect(try desk.search("гномы").isEmpty)
    var content = try SearchDesk.catalogue.get()
    content.situations[0].synonyms.append("гномы")
    content.fingerprint = [9]
    try desk.store.installCatalogue({ content }, fingerprint: [9])
    // A searcher of its own connection sees `data_version` move; this one shares the writer's.
    let searcher = Searcher(desk.store.connection)
    #expect(try searcher.search("гномы").first?.id == content.situations[0].id.rawValue)
  }

  @Test func theTitleIsInTheLanguageOfTheScreen() throws {
    let searcher = Searcher(desk.store.connection)
    let hit = try #require(try searcher.search("birth of a child", language: .en).first)
    #expect(hit.id == "birth-of-child")
    #expect(hit.title == "Birth of a child")
  }

  /// The written set, with a few hundred people in the register.
  @Test func theWrittenQueriesFindTheirEntries() throws {
    struct Expectation: Decodable {
      let text: String
      let expect: [String]
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/queries.json5").path
    let queries = try JSON5Document(file: file).decode([Expectation].self)
    #expect(queries.count >= 150)
    let missed = try queries.filter { query in
      try !desk.search(query.text).prefix(3).contains { query.expect.contains($0.id) }
    }
    #expect(missed.count * 20 <= queries.count, "\(missed.map(\.text))")
  }
}
