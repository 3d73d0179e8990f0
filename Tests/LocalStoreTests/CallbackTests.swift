import Domain
import SQLite
import Testing

@testable import LocalStore

/// Calls that citizens ask for after a low rating.
@Suite struct CallbackTests {
  private func ask(_ desk: TestStore, _ number: String = "9000000001", days: Int = 3) throws {
    let phone = try #require(Phone(number))
    try desk.store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .given(score: 1, criteria: [])),
      callback: CallbackRequest(phone: phone, days: days), desk.stamp())
  }

  private func figures(_ desk: TestStore, in days: Int = 0) throws -> CallbackFigures {
    try desk.store.ratingPicture(
      from: desk.today, to: desk.today, today: desk.today.adding(days: days)
    ).callbacks
  }

  @Test(arguments: Place.allCases)
  func aCallIsMadeAndItsNumberGoes(place: Place) throws {
    let desk = try TestStore(place)
    try ask(desk)
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    #expect(call.phone?.digits == "79000000001")
    #expect((call.asked, call.due) == (desk.today, desk.today.adding(days: 3)))
    #expect(try figures(desk) == CallbackFigures(open: 1))
    #expect(try figures(desk, in: 3) == CallbackFigures(open: 1))
    #expect(try figures(desk, in: 4) == CallbackFigures(open: 1, overdue: 1))

    try desk.store.settle(call.id, .wonBack, desk.stamp(2))
    let settled = try desk.store.callbacks(desk.stamp(3))
    #expect(settled.map(\.phone) == [nil])
    #expect(settled.map(\.outcome) == [.wonBack])
    #expect(try figures(desk, in: 4) == CallbackFigures(settled: 1, wonBack: 1))
    #expect(throws: StoreError.self) { try desk.store.settle(call.id, .notWon, desk.stamp(4)) }
  }

  /// Neither leads to the other: no word in common, and no moment.
  @Test func theRatingAndTheCallDoNotKnowEachOther() throws {
    let desk = try TestStore()
    try ask(desk)
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    let midnight = desk.today.start(offset: .utc)
    let first = UUIDv7(at: midnight, random: (0, 0)).description.prefix(13)
    #expect(call.id.description.hasPrefix(first), "the id's moment is the day's beginning")
    let connection = desk.store.connection
    let columns: [String] = try connection.all("SELECT name FROM pragma_table_info('callback')") {
      try $0.next()
    }
    #expect(columns == ["id", "phone", "asked", "due", "outcome", "settled"])
    #expect(try desk.store.operations().isEmpty, "it stays at this desk")
  }

  @Test func theMostUrgentIsFirst() throws {
    let desk = try TestStore()
    try ask(desk, "9000000001", days: 9)
    try ask(desk, "9000000002", days: 2)
    #expect(
      try desk.store.callbacks(desk.stamp()).map(\.phone?.digits) == ["79000000002", "79000000001"])
  }

  /// Who has looked at numbers, and what was noted, is in the audit; the number itself is not.
  @Test func looksAndOutcomesAreInTheAudit() throws {
    let desk = try TestStore()
    try ask(desk)
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    try desk.store.settle(call.id, .unreached, desk.stamp(2))
    let entries = try desk.store.auditEntries().filter { $0.subject == "callback" }
    #expect(entries.map(\.action) == [.seen, .changed])
    #expect(entries.allSatisfy { !"\($0)".contains("9000000001") })
    #expect(try desk.store.verifyAudit().isEmpty)
  }
}
