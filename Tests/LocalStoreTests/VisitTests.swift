import Domain
import Testing

@testable import LocalStore

@Suite struct VisitTests {
  @Test(arguments: Place.allCases)
  func aVisitIsListedAsLogged(_ place: Place) throws {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen()
    let visit = try desk.log(
      citizen.id, services, minutes: 3)
    #expect(
      try desk.store.visits(from: desk.today, to: desk.today, offset: .moscow) == [visit])
    let day = try desk.store.day(desk.today, offset: .moscow)
    #expect(day.visits.map(\.situationTitle.ru) == ["Рождение ребёнка"])
    #expect(day.visits.map(\.citizenName) == ["Ёлкина Мария Петровна"])
  }

  private var services: LifeSituation.ID { "birth-of-child" }

  @Test func aDayBeginsAtTheCentresMidnight() throws {
    let desk = try TestStore()
    // 21:00 UTC is midnight in Moscow.
    for minutes in [14 * 60 - 1, 14 * 60] as [Int64] { try desk.log(nil, minutes: minutes) }
    let count = { (date: CalendarDate, offset: TimeZoneOffset) in
      try desk.store.visits(from: date, to: date, offset: offset).count
    }
    #expect(try count(desk.today, .moscow) == 1)
    #expect(try count(desk.today.adding(days: 1), .moscow) == 1)
    #expect(try count(desk.today, .utc) == 2)
  }

  @Test func theNewestComesFirst() throws {
    let desk = try TestStore()
    let visits = try [0, 10, 5].map { try desk.log(nil, minutes: $0) }
    let listed = try desk.store.visits(from: desk.today, to: desk.today, offset: .moscow)
    #expect(listed == [visits[1], visits[2], visits[0]])
  }

  /// The visit and what becomes of its draft are one transaction.
  @Test func aVisitSettlesItsDraft() throws {
    let desk = try TestStore()
    try desk.store.saveDraft("{\"visit\":1}")
    try desk.store.logVisit(desk.visit(nil), eventDate: nil, desk.stamp())
    #expect(try desk.store.draft() == "{\"visit\":1}")
    let putOff = DraftChange.replaced(by: "{\"visit\":2}")
    try desk.store.logVisit(desk.visit(nil), eventDate: nil, draft: putOff, desk.stamp())
    #expect(try desk.store.draft() == "{\"visit\":2}")
    try desk.store.logVisit(
      desk.visit(nil), eventDate: nil, draft: .replaced(by: nil), desk.stamp())
    #expect(try desk.store.draft() == nil)
  }

  @Test func theSameVisitTwiceIsOneVisit() throws {
    let desk = try TestStore()
    let visit = desk.visit(nil)
    for _ in 1...2 { try desk.store.logVisit(visit, eventDate: nil, desk.stamp()) }
    #expect(try desk.store.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
    #expect(try desk.store.operations().count == 1)
    var other = visit
    other.note = "другое"
    #expect(throws: StoreError.self) {
      try desk.store.logVisit(other, eventDate: nil, desk.stamp())
    }
  }

  @Test func whatIsNotInTheCatalogueIsRefused() throws {
    let desk = try TestStore()
    #expect(throws: StoreError.notFound(kind: "situation", id: "no-such")) {
      try desk.log(nil, "no-such")
    }
    #expect(throws: StoreError.notFound(kind: "service", id: "no-such")) {
      try desk.log(nil, "birth-of-child", [("no-such", .accepted)])
    }
    let nobody: Citizen.ID = desk.ids.make()
    #expect(throws: StoreError.notFound(kind: "citizen", id: "\(nobody)")) { try desk.log(nobody) }
    #expect(try desk.store.operations().isEmpty)
  }

  @Test func aVisitIsChecked() throws {
    let desk = try TestStore()
    var backwards = desk.visit(nil)
    backwards.ended = backwards.started + -1
    let twice = desk.visit(
      nil, "birth-of-child", [("passport", .accepted), ("passport", .issued)])
    let talkative = desk.visit(nil, note: String(repeating: "я", count: 10_001))
    for visit in [backwards, twice, talkative] {
      let error = #expect(throws: StoreError.self) {
        try desk.store.logVisit(visit, eventDate: nil, desk.stamp())
      }
      #expect(error?.exitCode == 65)
    }
  }

  @Test(arguments: Place.allCases)
  func anUndoneVisitIsNoLongerListedButStillThere(_ place: Place) throws {
    let desk = try TestStore(place)
    let visit = try desk.log(nil)
    try desk.store.undoVisit(visit.id, desk.stamp(10))
    #expect(try desk.store.visits(from: desk.today, to: desk.today, offset: .moscow).isEmpty)
    #expect(try desk.rows("SELECT typeof(undone) FROM visit") == ["integer"])
    #expect(throws: StoreError.self) { try desk.store.undoVisit(visit.id, desk.stamp(11)) }
    #expect(throws: StoreError.self) {
      try desk.store.logVisit(visit, eventDate: nil, desk.stamp())
    }
    #expect(try desk.store.operations().map(\.operation.kind) == [.visitLogged, .visitUndone])
  }
}

@Suite struct CaseTests {
  @Test(arguments: Place.allCases)
  func aCaseIsFoundAgainAtTheNextVisit(_ place: Place) throws {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id, "birth-of-child", [("birth-certificate", .accepted)])
    let opened = try #require(try desk.card(citizen.id).cases.first)
    try desk.log(
      citizen.id, "birth-of-child",
      [("birth-certificate", .issued), ("child-allowance", .consulted)], minutes: 60,
      event: "2026-11-20")
    let card = try desk.card(citizen.id)
    #expect(card.cases.count == 1)
    #expect(card.visits.count == 2)
    let found = try #require(card.cases.first)
    #expect(found.id == opened.id)
    #expect(found.eventDate == CalendarDate("2026-11-20"))
    #expect(found.services == ["birth-certificate": .issued, "child-allowance": .consulted])
    #expect(found.closed == nil)
  }

  @Test func aCaseIsSettledWhenAllThatWasBegunIs() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id, "birth-of-child", [("birth-certificate", .issued)])
    let settled = try #require(try desk.card(citizen.id).cases.first)
    #expect(settled.closed == TestStore.morning + 300)
    try desk.log(citizen.id, "birth-of-child", [("child-allowance", .accepted)], minutes: 60)
    let again = try #require(try desk.card(citizen.id).cases.first)
    #expect(again.id == settled.id)
    #expect(again.closed == nil)
    #expect(again.services == ["birth-certificate": .issued, "child-allowance": .accepted])
  }

  @Test func aSettledCaseIsForgottenAfterAYear() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    let year: Int64 = 365 * 24 * 60
    let issued: [(Service.ID, Outcome)] = [("birth-certificate", .issued)]
    try desk.log(citizen.id, "birth-of-child", issued)
    try desk.log(citizen.id, "birth-of-child", issued, minutes: year)
    #expect(try desk.card(citizen.id).cases.count == 1)
    try desk.log(citizen.id, "birth-of-child", issued, minutes: year + 1)
    #expect(try desk.card(citizen.id).cases.count == 2)
  }

  @Test func twoEventsAreTwoCases() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id, event: "2026-01-01")
    try desk.log(citizen.id, minutes: 10, event: "2026-11-01")
    try desk.log(citizen.id, minutes: 20, event: "2026-01-01")
    let cases = try desk.card(citizen.id).cases
    #expect(cases.map(\.eventDate?.description) == ["2026-11-01", "2026-01-01"])
    #expect(
      try desk.rows("SELECT count(*) AS n FROM visit GROUP BY situation_case ORDER BY n") == [
        "1", "2",
      ])
  }

  @Test func anotherSituationIsAnotherCase() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id)
    try desk.log(citizen.id, "change-of-residence", [("passport", .accepted)])
    #expect(try desk.card(citizen.id).cases.count == 2)
  }

  @Test func anAnonymousVisitHasNoCase() throws {
    let desk = try TestStore()
    try desk.log(nil)
    #expect(try desk.rows("SELECT id FROM situation_case").isEmpty)
  }

  @Test(arguments: Place.allCases)
  func undoTakesTheCaseBack(_ place: Place) throws {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id, "birth-of-child", [("birth-certificate", .accepted)])
    let before = try desk.card(citizen.id).cases
    let second = try desk.log(
      citizen.id, "birth-of-child", [("birth-certificate", .issued)], minutes: 9,
      event: "2026-11-20")
    #expect(try desk.card(citizen.id).cases != before)
    try desk.store.undoVisit(second.id, desk.stamp(20))
    #expect(try desk.card(citizen.id).cases == before)
  }

  @Test func undoOfTheOnlyVisitTakesTheCaseAway() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    let visit = try desk.log(citizen.id)
    try desk.store.undoVisit(visit.id, desk.stamp(10))
    let card = try desk.card(citizen.id)
    #expect(card.cases.isEmpty && card.visits.isEmpty)
    #expect(try desk.store.verifyAudit().isEmpty)
  }
}
