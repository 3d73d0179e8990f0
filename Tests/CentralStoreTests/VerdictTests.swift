import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Each row of the table of verdicts in docs/decisions/sync.md.
@Suite struct VerdictTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let other: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
  }

  /// The rows of the centre by id.
  private func rows() throws -> [UUIDv7: SyncRow] {
    Dictionary(uniqueKeysWithValues: try desk.snapshot().rows.map { ($0.id, $0) })
  }

  private func body(of id: UUIDv7) throws -> String { try rows()[id]?.body ?? "" }

  private func citizen(phone: String? = "79991234567") throws -> Identifier<Citizen> {
    let id = desk.id(Citizen.self)
    #expect(try desk.push("citizen_added", Sample.card(id, phone: phone)) == .accepted)
    return id
  }

  @Test func theSameOperationAgainHasItsFirstVerdict() throws {
    let operation = desk.operation("visit_logged", Sample.visit(desk.id()))
    let first = try desk.push([operation])
    try desk.push("visit_logged", Sample.visit(desk.id()))
    #expect(try desk.push([operation]) == first)
    #expect(try desk.push([operation, operation]).verdicts == first.verdicts + first.verdicts)
    #expect(try rows().count == 2)
  }

  @Test func twiceInOneBatchCountsOnce() throws {
    let operation = desk.operation("visit_logged", Sample.visit(desk.id()))
    var changed = operation
    changed.body = Sample.visit(desk.id())
    let verdicts = try desk.push([operation, operation, changed]).verdicts
    #expect(verdicts.map(\.kind) == [.accepted, .accepted, .refused(.identityReused)])
    #expect(verdicts.map(\.number) == [1, 1, 0])
    #expect(try rows().count == 1)
  }

  @Test func anIdForSomethingElseIsRefused() throws {
    var operation = desk.operation("visit_logged", Sample.visit(desk.id()))
    _ = try desk.push([operation])
    operation.body = Sample.visit(desk.id())
    #expect(try desk.push([operation]).verdicts.map(\.kind) == [.refused(.identityReused)])
    operation.kind = "rating_recorded"
    #expect(try desk.push([operation]).verdicts.map(\.kind) == [.refused(.identityReused)])
  }

  @Test func whatCannotBeReadIsRefusedAndBlocksNothing() throws {
    let visit = desk.id(Visit.self)
    let sound = Sample.visit(visit)
    func with(_ part: String, _ wrong: String) -> String {
      #expect(sound.contains(part))
      return sound.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
        .joined(separator: wrong)
    }
    let bad = [
      "", "{", "[]", "null", "\"x\"", "{}", "\u{0}", String(repeating: "[", count: 20_000),
      with("2026-11-24T09:05", "2026-02-30T09:05"), with("09:15:00.123", "09:04:00.123"),
      with("counter", "window"), with("accepted", "done"), with(#""note":"""#, #""note":7"#),
      with(#""note":"""#, #""note":"\u0000""#), with(#""citizen":null"#, #""citizen":"me""#),
      with("[{", #"[{"id":"birth-certificate","outcome":"issued"},{"#), with("\(visit)", "x"),
    ]
    var operations = bad.map { desk.operation("visit_logged", $0) }
    operations.append(desk.operation("visit_logged", sound))
    let verdicts = try desk.push(operations).verdicts
    #expect(verdicts.dropLast().map(\.kind) == bad.map { _ in .refused(.badBody) })
    #expect(verdicts.last?.kind == .accepted)
    #expect(verdicts.map(\.number) == bad.map { _ in 0 } + [1])
    #expect(try rows().count == 1)
  }

  @Test func aCardThatNoDeskCouldReadIsRefused() throws {
    let bodies = [
      #"{"id":"ID","audience":"alien","surname":"А"}"#, #"{"id":"ID","audience":"person"}"#,
      #"{"id":"ID","audience":"person","surname":"А","birth_date":"2026-02-29"}"#,
      #"{"id":"ID","audience":"person","surname":"А","snils":"11223344596"}"#,
      #"{"id":"ID","audience":"person","surname":"А","phone":"7"}"#,
      #"{"id":"ID","audience":"person","surname":"А","merged_into":"ID"}"#,
      #"{"id":"1","audience":"person","surname":"А"}"#,
    ]
    for body in bodies {
      let id = "\(desk.id(Citizen.self))"
      let text = body.split(separator: "ID", omittingEmptySubsequences: false).joined(separator: id)
      #expect(try desk.push("citizen_added", text) == .refused(.badBody))
    }
  }

  @Test func otherRefusals() throws {
    #expect(try desk.push("ticket_eaten", "{}") == .refused(.unknownKind))
    let long = Sample.visit(desk.id(), note: String(repeating: "я", count: 140_000))
    #expect(try desk.push("visit_logged", long) == .refused(.tooLarge))
    let nobody = desk.id(Citizen.self)
    let change = Sample.change(nobody, seen: #"{"phone":null}"#, set: #"{"phone":"79990000000"}"#)
    #expect(try desk.push("citizen_changed", change) == .refused(.unknownCitizen))
    let known = try citizen()
    #expect(
      try desk.push("citizens_merged", #"{"kept":"\#(known)","merged":"\#(nobody)"}"#)
        == .refused(.unknownCitizen))
    #expect(
      try desk.push("citizens_unmerged", #"{"merged":"\#(nobody)"}"#) == .refused(.unknownCitizen))
    #expect(
      try desk.push("citizens_merged", #"{"kept":"\#(known)","merged":"\#(known)"}"#)
        == .refused(.badBody))
  }

  @Test func fieldsOfDifferentPeopleMerge() throws {
    let id = try citizen()
    #expect(
      try desk.push(
        "citizen_changed",
        Sample.change(id, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":"79990000001"}"#))
        == .accepted)
    #expect(
      try other.push(
        "citizen_changed",
        Sample.change(id, seen: #"{"birth_date":null}"#, set: #"{"birth_date":"1990-05-17"}"#))
        == .accepted)
    // The same change by somebody else is no conflict.
    #expect(
      try other.push(
        "citizen_changed",
        Sample.change(id, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":"79990000001"}"#))
        == .accepted)
    let row = try #require(try rows()[id.uuid])
    #expect(row.version == 3)
    #expect(row.body?.contains(#""phone": "79990000001""#) == true)
    #expect(row.body?.contains(#""birth_date": "1990-05-17""#) == true)
    #expect(row.body?.contains("version") == false)
  }

  @Test func aConflictKeepsBothValuesWhoAndWhen() throws {
    let id = try citizen()
    let first = desk.operation(
      "citizen_changed",
      Sample.change(id, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":null}"#),
      at: 1_795_503_660_000)
    _ = try desk.push([first])
    let second = other.operation(
      "citizen_changed",
      Sample.change(
        id, seen: #"{"phone":"79991234567","surname":"Иванова"}"#,
        set: #"{"phone":"79990000002","surname":"Петрова"}"#), at: 1_795_503_720_000)
    let verdicts = try other.push([second])
    #expect(verdicts.verdicts.map(\.kind) == [.merged])
    let rows = try rows()
    #expect(rows[id.uuid]?.body?.contains("Петрова") == true)
    #expect(rows[id.uuid]?.body?.contains("phone") == false)
    let conflict = try #require(rows[second.id.uuid])
    #expect(conflict.entity == .conflict)
    let session = try store.session()
    func read(_ path: String) throws -> String? {
      try session.value(
        "SELECT $1::jsonb #>> $2::text[]", .text(conflict.body ?? ""), .text(path))
    }
    #expect(try read("{citizen}") == "\(id)")
    #expect(try read("{fields}")?.contains("surname") == false)
    #expect(try read("{fields,phone,current}") == nil)
    #expect(try read("{fields,phone,wanted}") == "79990000002")
    #expect(try read("{fields,phone,seen}") == "79991234567")
    #expect(try read("{wanted_by}") == "Окно 2")
    #expect(try read("{wanted_at}") == "2026-11-24T07:02:00.000Z")
    #expect(try read("{current_by}") == "Окно 1")
    #expect(try read("{current_at}") == "2026-11-24T07:01:00.000Z")

    let settled =
      #"{"id":"\#(second.id)","citizen":"\#(id)","seen":{"phone":null},"set":{"phone":"79990000002"}}"#
    #expect(try desk.push("conflict_settled", settled) == .accepted)
    #expect(try self.rows()[second.id.uuid] == nil)
    #expect(try body(of: id.uuid).contains("79990000002"))
  }

  @Test func aCardThatIsThereIsFilledIn() throws {
    let id = try citizen(phone: nil)
    let richer = Sample.card(id, surname: "Петрова", phone: "79990000003")
    #expect(try other.push("citizen_added", richer) == .accepted)
    let body = try body(of: id.uuid)
    #expect(body.contains("Иванова"))
    #expect(body.contains("79990000003"))
  }

  @Test func anErasedPersonIsGoneEverywhere() throws {
    let id = try citizen()
    let visit = desk.id(Visit.self)
    #expect(try desk.push("visit_logged", Sample.visit(visit, of: id, note: "тайна")) == .accepted)
    try desk.push(
      "citizen_changed",
      Sample.change(id, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":null}"#))
    let clash = other.operation(
      "citizen_changed",
      Sample.change(
        id, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":"79990000004"}"#))
    #expect(try other.push([clash]).verdicts.map(\.kind) == [.merged])
    let before = try other.snapshot().cursor

    #expect(try desk.push("citizen_erased", #"{"id":"\#(id)"}"#) == .accepted)
    #expect(try desk.push("citizen_erased", #"{"id":"\#(id)"}"#) == .accepted)
    let page = try other.pull(before)
    let pulled = Dictionary(uniqueKeysWithValues: page.rows.map { ($0.id, $0) })
    #expect(pulled[id.uuid]?.body == nil)
    #expect(pulled[id.uuid]?.version == 3)
    #expect(pulled[clash.id.uuid]?.body == nil)
    let anonymous = try #require(pulled[visit.uuid]?.body)
    #expect(anonymous.contains(#""citizen": null"#))
    #expect(!anonymous.contains("тайна"))
    #expect(try rows().count == 1)

    // What comes later is about nobody.
    #expect(
      try other.push(
        "citizen_changed", Sample.change(id, seen: "{}", set: #"{"phone":"79990000005"}"#))
        == .refused(.erased))
    #expect(try other.push("citizen_added", Sample.card(id)) == .refused(.erased))
    let late = other.id(Visit.self)
    #expect(try other.push("visit_logged", Sample.visit(late, of: id, note: "тайна")) == .accepted)
    #expect(try body(of: late.uuid).contains("тайна") == false)
    // Not in any table, not in any column.
    let session = try store.session()
    for table in ["row", "change", "operation", "desk_state", "stream"] {
      let hits = try session.value(
        "SELECT count(*) FROM okno.\(table) t WHERE t::text ~ 'Иванова|тайна|79991234567|79990000004'"
      )
      #expect(hits == "0", "okno.\(table)")
    }
  }

  @Test func anErasureOfSomebodyWhoNeverCameLeavesATombstone() throws {
    let id = desk.id(Citizen.self)
    #expect(try desk.push("citizen_erased", #"{"id":"\#(id)"}"#) == .accepted)
    #expect(try other.push("citizen_added", Sample.card(id)) == .refused(.erased))
  }

  /// A failover may have lost the card, and it comes again: the visit must not be nobody's by then.
  @Test func aVisitOfSomebodyUnknownWaitsForTheCard() throws {
    let visit = desk.id(Visit.self)
    let id = desk.id(Citizen.self)
    #expect(try desk.push("visit_logged", Sample.visit(visit, of: id, note: "тайна")) == .accepted)
    let kept = try body(of: visit.uuid)
    #expect(kept.contains(#""citizen": "\#(id)""#))
    #expect(kept.contains("тайна"))
    #expect(kept.contains(#""desk": "\#(desk.credentials.deskID)""#))
    #expect(try desk.push("citizen_erased", #"{"id":"\#(id)"}"#) == .accepted)
    #expect(try body(of: visit.uuid).contains("тайна") == false)
  }

  /// Also when the tombstone is gone, for a desk that was away for years.
  @Test func whoWasErasedStaysErased() throws {
    let id = try citizen()
    #expect(try desk.push("citizen_erased", #"{"id":"\#(id)"}"#) == .accepted)
    try store.session().execute("UPDATE okno.row SET written = now() - interval '91 days'")
    #expect(try store.administrator().prune(days: 90, operationDays: 400).tombstones == 1)
    #expect(try other.push("citizen_added", Sample.card(id)) == .refused(.erased))
    let change = Sample.change(id, seen: "{}", set: #"{"phone":"79990000005"}"#)
    #expect(try other.push("citizen_changed", change) == .refused(.erased))
    let known = try citizen()
    #expect(
      try other.push("citizens_merged", #"{"kept":"\#(known)","merged":"\#(id)"}"#)
        == .refused(.erased))
    let visit = other.id(Visit.self)
    #expect(try other.push("visit_logged", Sample.visit(visit, of: id, note: "тайна")) == .accepted)
    let body = try body(of: visit.uuid)
    #expect(body.contains(#""citizen": null"#))
    #expect(!body.contains("тайна"))
  }

  @Test func cardsAreMergedAndTakenApart() throws {
    let kept = try citizen()
    let merged = try citizen()
    let merging = #"{"kept":"\#(kept)","merged":"\#(merged)"}"#
    #expect(try desk.push("citizens_merged", merging) == .accepted)
    #expect(try body(of: merged.uuid).contains(#""merged_into": "\#(kept)""#))
    // The other way round at the same time: no circle, and the desk gets the server's row again.
    let before = try other.snapshot().cursor
    let circle = #"{"kept":"\#(merged)","merged":"\#(kept)"}"#
    #expect(try other.push("citizens_merged", circle) == .accepted)
    #expect(try body(of: kept.uuid).contains("merged_into") == false)
    #expect(try other.pull(before).rows.map(\.id) == [kept.uuid])
    #expect(try desk.push("citizens_unmerged", #"{"merged":"\#(merged)"}"#) == .accepted)
    #expect(try body(of: merged.uuid).contains("merged_into") == false)
  }

  @Test func aVisitIsUndoneOnce() throws {
    let visit = desk.id(Visit.self)
    let batch = [
      desk.operation("visit_logged", Sample.visit(visit)),
      desk.operation("visit_undone", #"{"id":"\#(visit)"}"#),
    ]
    #expect(try desk.push(batch).verdicts.map(\.number) == [1, 1])
    #expect(try other.push("visit_undone", #"{"id":"\#(visit)"}"#) == .accepted)
    let row = try #require(try rows()[visit.uuid])
    #expect(row.version == 2)
    #expect(row.body?.contains(#""undone": "2026-11-24T07:00:00.000Z""#) == true)
  }

  /// As after a failover that has lost the visit, when another desk is the first to send again.
  @Test func aVisitThatWasUndoneBeforeItCameIsUndone() throws {
    let visit = desk.id(Visit.self)
    #expect(try other.push("visit_undone", #"{"id":"\#(visit)"}"#) == .accepted)
    #expect(try rows()[visit.uuid]?.body == nil)
    #expect(try desk.push("visit_logged", Sample.visit(visit)) == .accepted)
    let row = try #require(try rows()[visit.uuid])
    #expect(row.version == 1)
    #expect(row.body?.contains("undone") == true)
  }

  @Test func aClockThatIsWrongByAnyMeasureCostsNothing() throws {
    let visit = desk.id(Visit.self)
    _ = try desk.push([desk.operation("visit_logged", Sample.visit(visit))])
    for time in [Int64.min, -1, Int64.max] {
      let undone = desk.operation("visit_undone", #"{"id":"\#(visit)"}"#, at: time)
      #expect(try desk.push([undone]).verdicts.map(\.kind) == [.accepted])
    }
    #expect(try body(of: visit.uuid).contains("undone"))
  }

  @Test func aCopyOfADeskIsNoticed() throws {
    let visit = desk.operation("visit_logged", Sample.visit(desk.id()))
    #expect(try desk.push([visit]).isForked == false)
    #expect(try desk.push([visit]).isForked == false)
    var copy = visit
    copy.id = desk.id()
    copy.body = Sample.visit(desk.id())
    let verdicts = try desk.push([copy])
    #expect(verdicts.isForked)
    #expect(verdicts.verdicts.map(\.kind) == [.accepted])
    #expect(try desk.push([visit]).isForked)
    let administrator = try store.administrator()
    #expect(try administrator.status().desks.filter(\.isForked).map(\.name) == ["Окно 1"])
    // A restored backup has another incarnation, and may count anew.
    let restored = try RemoteDesk(other.credentials)
    try restored.greet()
    _ = try other.push([other.operation("visit_logged", Sample.visit(other.id()))])
    let anew = try restored.push([restored.operation("visit_logged", Sample.visit(restored.id()))])
    #expect(!anew.isForked)
  }
}
