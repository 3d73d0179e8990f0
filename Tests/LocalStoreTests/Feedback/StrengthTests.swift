import Domain
import Sync
import Testing

@testable import LocalStore

/// Employees' ratings in batches, and the own day.
@Suite struct StrengthTests {
  private let desk: TestStore
  private let orlov: Employee.ID

  init() throws {
    desk = try TestStore()
    orlov = desk.ids.make()
  }

  private func stamp(_ employee: Employee.ID?, days: Int64 = 0, minutes: Int64 = 0) -> Stamp {
    Stamp(
      now: desk.stamp(days * 1440 + minutes).now,
      author: Author(desk: desk.store.desk, employee: employee), offset: .moscow)
  }

  private func rate(
    _ score: Int, by employee: Employee.ID?, _ situation: LifeSituation.ID = "birth-of-child",
    days: Int64 = 0
  ) throws {
    try desk.store.recordRating(
      RatingEntry(
        situation: situation, result: .given(score: score, criteria: []), answeredIn: 3000),
      stamp(employee, days: days))
  }

  private func strengths() throws -> [Strength] {
    try desk.store.strengths(upTo: desk.today).map(\.strength)
  }

  @Test func nothingIsToldOfFewerThanFive() throws {
    for _ in 1...4 { try rate(5, by: orlov) }
    #expect(try strengths().isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM operation WHERE kind = 'strength_told'") == ["0"])
    // Four in each of two situations are no eight.
    for _ in 1...4 { try rate(5, by: orlov, "change-of-residence") }
    #expect(try strengths().isEmpty)
    try rate(2, by: orlov)
    #expect(
      try strengths() == [
        Strength(employee: orlov, situation: "birth-of-child", given: 5, best: 4)
      ])
    // Six to nine are told as five.
    for _ in 1...4 { try rate(1, by: orlov) }
    #expect(try strengths().map(\.given) == [5])
    try rate(1, by: orlov)
    #expect(try strengths().map(\.given) == [10])
  }

  @Test func nobodySignedInIsNobodysStrength() throws {
    for _ in 1...5 { try rate(5, by: nil) }
    #expect(try strengths().isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM strength_tally") == ["0"])
  }

  /// What a desk sends of a rating names no employee; what it sends of a batch, no rating, visit or hour.
  @Test func noOperationTiesARatingToAnEmployee() throws {
    for score in 1...5 { try rate(score, by: orlov) }
    let ratings = try desk.rows("SELECT body FROM operation WHERE kind = 'rating_recorded'")
    #expect(ratings.count == 5 && ratings.allSatisfy { !$0.contains("\(orlov)") })
    let told = try desk.rows("SELECT body, time FROM operation WHERE kind = 'strength_told'")
    #expect(told.count == 1)
    let midnight = desk.today.start(offset: .utc).milliseconds
    #expect(told.first?.hasSuffix("|\(midnight)") == true)
    #expect(told.first?.contains("employee") == false)
  }

  @Test func theOrderIsBySituationAndNameNotByScore() throws {
    let belov: Employee.ID = desk.ids.make()
    let sync = SyncDesk(desk)
    let hash = try PINHash.make(StaffDesk.pin, .least)
    func row(_ id: Employee.ID, _ name: String) -> SyncRow {
      SyncRow(
        entity: .employee, id: id.uuid, version: 1,
        body: #"{"name":"\#(name)","roles":["clerk"],"pin_hash":"\#(hash)","disabled":null}"#)
    }
    try sync.pull([row(orlov, "Орлов П. Н."), row(belov, "Белов Р. С.")], to: 1)
    for _ in 1...5 {
      try rate(5, by: orlov)
      try rate(1, by: belov)
      try rate(5, by: orlov, "change-of-residence")
    }
    let lines = try desk.store.strengths(upTo: desk.today)
    #expect(lines.map(\.employee) == ["Орлов П. Н.", "Белов Р. С.", "Орлов П. Н."])
    #expect(lines.map(\.situation.ru) == lines.map(\.situation.ru).sorted())
  }

  @Test func aYearIsLookedBack() throws {
    for _ in 1...5 { try rate(5, by: orlov, days: -365) }
    #expect(try strengths().isEmpty)
    for _ in 1...5 { try rate(5, by: orlov, days: -364) }
    #expect(try strengths().count == 1)
  }

  @Test func anotherDesksBatchIsAdded() throws {
    let sync = SyncDesk(desk)
    for _ in 1...5 { try rate(5, by: orlov) }
    let body = """
      {"about":"\(orlov)","best":1,"day":"2026-11-20","given":6,"situation":"birth-of-child"}
      """
    let id = desk.ids.make(Visit.self).uuid
    try sync.pull([SyncRow(entity: .strength, id: id, version: 1, body: body)], to: 1)
    #expect(try strengths().map(\.given) == [11])
    // One that is no batch is kept out.
    let few = body.replacing(#""given":6"#, with: #""given":4"#)
    let other = desk.ids.make(Visit.self).uuid
    try sync.pull([SyncRow(entity: .strength, id: other, version: 1, body: few)], to: 2)
    #expect(try strengths().map(\.given) == [11])
    #expect(try sync.state().unreadable == 1)
  }

  // MARK: - The own day

  @Test func theOwnDayIsOfTheEmployeeWhereverTheyServed() throws {
    let other: Employee.ID = desk.ids.make()
    func log(_ employee: Employee.ID?, _ situation: LifeSituation.ID, minutes: Int64) throws {
      try desk.store.logVisit(
        desk.visit(nil, situation, minutes: minutes), eventDate: nil,
        stamp(employee, minutes: minutes + 5))
    }
    try log(orlov, "birth-of-child", minutes: 0)
    try log(orlov, "birth-of-child", minutes: 10)
    try log(orlov, "change-of-residence", minutes: 20)
    try log(other, "birth-of-child", minutes: 30)
    let day = try desk.store.ownDay(stamp(orlov))
    #expect(day.figures.visits == 3 && day.figures.serving?.median == 300_000)
    #expect(day.situations.map(\.visits) == [2, 1])
    #expect(try desk.store.ownDay(stamp(other)).figures.visits == 1)
    // Without accounts it is the desk's.
    #expect(try desk.store.ownDay(stamp(nil)).figures.visits == 4)
    #expect(try desk.store.ownDay(stamp(orlov, days: 1)).figures.visits == 0)
  }

  @Test func theWaitIsOfTheTicketsThatWereServed() throws {
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp(7))
    var visit = desk.visit(nil, minutes: 8)
    visit.ticket = ticket.id
    try desk.store.logVisit(visit, eventDate: nil, desk.stamp(12))
    try desk.issue()
    let waiting = try #require(try desk.store.ownDay(desk.stamp(20)).figures.waiting)
    #expect(waiting.count == 1 && waiting.longest == 7 * 60_000)
  }
}
