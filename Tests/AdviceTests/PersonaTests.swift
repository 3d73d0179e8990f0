import Catalogue
import Domain
import FoundationEssentials
import JSON5
import Testing

/// People with the answers that the law gives them, written by a second reading of the acts.
@Suite struct PersonaTests {
  @Test(arguments: PersonaTests.files())
  func everyoneGetsTheAnswersOfTheLaw(file: String) throws {
    let content = try BundledCatalogue().load()
    let book = try BundledCatalogue().adviceBook()
    for persona in try JSON5Document(file: file).decode([Persona].self) {
      let situation = try #require(
        content.situations.first { $0.id == persona.situation }, "\(persona.name)")
      let listed = Set(situation.services.map(\.id))
      let assessment = book.assessment(in: try persona.circumstances(book, situation))
      for (service, expected) in persona.expect {
        #expect(listed.contains(service), "\(persona.name): \(service) is not in the situation")
        let judgement = assessment.judgement(of: service)
        #expect(
          judgement.verdict == expected, "\(persona.name): \(service), \(judgement.reasons)")
      }
    }
  }

  @Test func thereAreAHundredOfThem() throws {
    let people = try Self.files().flatMap { try JSON5Document(file: $0).decode([Persona].self) }
    #expect(people.count >= 100)
    #expect(Set(people.map(\.name)).count == people.count)
  }

  /// Of a rule for everybody there is nobody whom it refuses.
  @Test func everyRuleMeetsSomebodyItGivesAndSomebodyItRefuses() throws {
    var expected: [Service.ID: Set<Judgement.Verdict>] = [:]
    let people = try Self.files().flatMap { try JSON5Document(file: $0).decode([Persona].self) }
    for persona in people {
      for (service, verdict) in persona.expect { expected[service, default: []].insert(verdict) }
    }
    for rule in try BundledCatalogue().adviceBook().rules {
      let wanted: Set<Judgement.Verdict> = rule.rule.form == .always ? [.due] : [.due, .notDue]
      #expect(expected[rule.service]?.isSuperset(of: wanted) == true, "\(rule.service)")
    }
  }

  static func files() -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".json5") }.map { folder.path + "/" + $0 }
  }
}

private struct Persona: Decodable {
  var name: String
  var situation: LifeSituation.ID
  var eventDate: CalendarDate?
  var today: CalendarDate
  var region: String?
  var facts: [Fact.ID: StatedFact]
  var expect: [Service.ID: Judgement.Verdict]
  /// Why, by the law.
  var because: String

  enum CodingKeys: String, CodingKey {
    case name, situation, today, region, facts, expect, because
    case eventDate = "event_date"
  }

  func circumstances(_ book: AdviceBook, _ situation: LifeSituation) throws -> Circumstances {
    var known: [Fact.ID: FactValue] = [:]
    if let eventDate { known[.eventDate] = .date(eventDate) }
    for (id, stated) in facts {
      let fact = try #require(book.fact(id), "\(name): there is no fact \(id)")
      guard case .value(let value) = book.statement(stated, of: fact) else {
        Issue.record("\(name): \(stated) is no answer to \(id)")
        continue
      }
      known[id] = value
    }
    return book.circumstances(
      today: today, region: region, facts: book.adding(situation.facts ?? [:], to: known))
  }
}
