import Domain
import SQLite
import Testing

@testable import LocalStore

/// Calls that citizens ask for after a low rating.
@Suite struct CallbackTests {
  private func figures(_ desk: TestStore, in days: Int = 0) throws -> CallbackFigures {
    try desk.store.ratingPicture(
      from: desk.today, to: desk.today, today: desk.today.adding(days: days)
    ).callbacks
  }

  @Test(arguments: Place.allCases)
  func aCallIsMadeAndItsNumberGoes(place: Place) throws {
    let desk = try TestStore(place)
    try desk.askForCall()
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
    try desk.askForCall()
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    let midnight = desk.today.start(offset: .utc)
    let first = UUIDv7(at: midnight, random: (0, 0)).description.prefix(13)
    #expect(call.id.description.hasPrefix(first), "the id's moment is the day's beginning")
    #expect(
      try desk.rows("SELECT name FROM pragma_table_info('callback')") == [
        "id", "phone", "asked", "due", "outcome", "settled", "logged", "server_version",
        "generation",
      ])
    #expect(try desk.store.operations().isEmpty, "it would stand beside its visit")
  }

  @Test func theMostUrgentIsFirst() throws {
    let desk = try TestStore()
    try desk.askForCall("9000000001", days: 9)
    try desk.askForCall("9000000002", days: 2)
    #expect(
      try desk.store.callbacks(desk.stamp()).map(\.phone?.digits) == ["79000000002", "79000000001"])
  }

  /// Who has looked at numbers, and what was noted, is in the audit; the number itself is not.
  @Test func looksAndOutcomesAreInTheAudit() throws {
    let desk = try TestStore()
    try desk.askForCall()
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    try desk.store.settle(call.id, .unreached, desk.stamp(2))
    let entries = try desk.store.auditEntries().filter { $0.subject == "callback" }
    #expect(entries.map(\.action) == [.seen, .changed])
    #expect(entries.allSatisfy { !"\($0)".contains("9000000001") })
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  @Test func onlyASupervisorSeesNumbers() throws {
    let desk = try TestStore()
    try desk.askForCall()
    let call = try #require(try desk.store.callbacks(desk.stamp(1)).first)
    func add(_ role: Employee.Role, by author: Employee.ID?) throws -> Stamp {
      let employee = Employee(id: desk.ids.make(), name: "Проба \(role)", roles: [role])
      var stamp = desk.stamp(2)
      stamp.author.employee = author
      try desk.store.addEmployee(employee, pin: try #require(PIN("482913".utf8)), stamp)
      stamp.author.employee = employee.id
      return stamp
    }
    let boss = try add(.administrator, by: nil)
    let clerk = try add(.clerk, by: boss.author.employee)
    let supervisor = try add(.supervisor, by: boss.author.employee)
    for stamp in [desk.stamp(3), boss, clerk] {
      #expect(throws: StoreError.forbidden(.runQueue)) { try desk.store.callbacks(stamp) }
      #expect(throws: StoreError.forbidden(.runQueue)) {
        try desk.store.settle(call.id, .wonBack, stamp)
      }
    }
    #expect(try desk.store.callbacks(supervisor).map(\.id) == [call.id])
    try desk.store.settle(call.id, .wonBack, supervisor)
    let operation = try #require(try desk.store.operations().last?.operation)
    #expect(operation.kind == .callbackSettled)
    let signed = supervisor.author.employee.map { operation.body?.contains("\($0)") == true }
    #expect(signed == true)
  }

  /// A number that nobody has called is not kept for ever.
  @Test func anOldNumberGoesByItself() throws {
    let desk = try TestStore(.disk)
    try desk.askForCall()
    _ = try desk.store.callbacks(desk.stamp((3 + 30) * 24 * 60))
    #expect(try desk.rows("SELECT count(phone) FROM callback") == ["1"])
    _ = try desk.store.retire(days: 30, desk.stamp((3 + 31) * 24 * 60))
    #expect(try desk.rows("SELECT phone, outcome FROM callback") == ["NULL|unreached"])
    #expect(try !desk.holds("79000000001"), "neither in the file nor in its log")
  }
}

extension TestStore {
  /// A low rating, after which the citizen wants to be called.
  func askForCall(_ number: String = "9000000001", days: Int = 3, minutes: Int64 = 0) throws {
    let phone = try #require(Phone(number))
    try store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .given(score: 1, criteria: [])),
      callback: CallbackRequest(phone: phone, days: days), stamp(minutes))
  }

  /// Whether the bytes lie anywhere in the store's folder.
  func holds(_ text: String) throws -> Bool {
    let folder = try #require(folder)
    return try ["okno.sqlite", "okno.sqlite-wal"].filter(folder.has).contains { name in
      String(decoding: try folder.bytes(of: name), as: UTF8.self).contains(text)
    }
  }
}
