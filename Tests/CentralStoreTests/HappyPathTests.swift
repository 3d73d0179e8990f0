import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// The way of a day: hello, push, pull, snapshot.
@Suite struct HappyPathTests {
  @Test func whatOneDeskSavesTheOtherSees() throws {
    let store = try CentralFixture()
    let first = try store.desk()
    let second = try store.desk("Окно 2")
    guard case .snapshotNeeded = try second.ask(.pull(nil, limit: 10)) else {
      Issue.record("a desk without a cursor needs a snapshot")
      return
    }
    let empty = try second.snapshot()
    #expect(empty.rows.isEmpty)
    #expect(empty.cursor.number == 0)

    let citizen = first.id(Citizen.self)
    let visit = first.id(Visit.self)
    let rating = first.id(Visit.self).uuid
    let verdicts = try first.push([
      first.operation("citizen_added", Sample.card(citizen)),
      first.operation("visit_logged", Sample.visit(visit, of: citizen, note: #"a\\b \"c\""#)),
      first.operation("case_opened", #"{"id":"x"}"#),
      first.operation("rating_recorded", Sample.rating(rating)),
    ])
    #expect(verdicts.verdicts.map(\.kind) == [.accepted, .accepted, .accepted, .accepted])
    #expect(verdicts.verdicts.map(\.number) == [1, 1, 0, 1])
    #expect(!verdicts.isForked)
    #expect(verdicts.epoch == empty.cursor.epoch)

    let page = try second.pull(empty.cursor)
    #expect(page.cursor.number == 1)
    #expect(page.head == 1)
    #expect(page.rows.map(\.entity) == [.citizen, .rating, .visit])
    #expect(page.rows.map(\.id) == [citizen.uuid, rating, visit.uuid])
    #expect(page.rows.map(\.version) == [1, 1, 1])

    let idle = try second.pull(page.cursor)
    #expect(idle.rows.isEmpty)
    #expect(idle.cursor == page.cursor)

    let full = try second.snapshot()
    #expect(full.cursor == page.cursor)
    #expect(Set(full.rows) == Set(page.rows))
    #expect(full.rows.first?.entity == .citizen)
  }

  @Test func questionsUnderWayTogetherAreAnsweredInOrder() throws {
    let store = try CentralFixture()
    let desk = try store.desk()
    let operations = (0..<40).map { _ in desk.operation("visit_logged", Sample.visit(desk.id())) }
    for start in stride(from: 0, to: 40, by: 10) {
      desk.remote.send(.push(Array(operations[start..<start + 10]), incarnation: desk.incarnation))
    }
    desk.remote.send(.snapshot)
    desk.remote.send(.pull(nil, limit: 5))
    var answered: [Domain.Operation.ID] = []
    for number in 1...4 {
      guard case .verdicts(let verdicts) = try desk.answer() else {
        Issue.record("no verdicts")
        return
      }
      answered += verdicts.verdicts.map(\.operation)
      #expect(verdicts.verdicts.allSatisfy { $0.number == number })
    }
    #expect(answered == operations.map(\.id))
    guard case .snapshotBegan(let cursor, 40) = try desk.answer(),
      case .snapshotRows(let rows) = try desk.answer(), case .snapshotEnded = try desk.answer(),
      case .snapshotNeeded = try desk.answer()
    else {
      Issue.record("no snapshot of 40 rows, and then the next answer")
      return
    }
    #expect(cursor.number == 4)
    #expect(rows.count == 40)
    // Pages end with a whole transaction.
    let page = try desk.pull(
      SyncCursor(epoch: cursor.epoch, number: 0, chain: try chain(store, 0)), limit: 15)
    #expect(page.cursor.number == 2)
    #expect(page.rows.count == 20)
    #expect(page.head == 4)
  }

  private func chain(_ store: CentralFixture, _ number: Int64) throws -> String {
    let session = try store.session()
    return try #require(
      try session.value(
        "SELECT okno.short(chain) FROM okno.change WHERE number = $1 LIMIT 1", .integer(number)))
  }
}
