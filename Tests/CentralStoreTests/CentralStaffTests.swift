import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Accounts at the central store: each function asks again who may do what.
@Suite struct CentralStaffTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let other: RemoteDesk
  private static let hash =
    "$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  private static let now: Int64 = 1_795_503_600_000

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
  }

  private func body(
    _ id: Employee.ID, _ roles: [Employee.Role], by author: Employee.ID? = nil
  ) -> String {
    let words = roles.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    let author = author.map { #","employee":"\#($0)""# } ?? ""
    return
      #"{"id":"\#(id)","name":"Сотрудник","roles":[\#(words)],"pin_hash":"\#(Self.hash)"\#(author)}"#
  }

  private func change(_ id: Employee.ID, _ set: String, by author: Employee.ID?) -> String {
    let author = author.map { #","employee":"\#($0)""# } ?? ""
    return #"{"id":"\#(id)","set":\#(set)\#(author)}"#
  }

  private func signed(_ body: String, _ employee: Employee.ID) -> String {
    body.dropLast() + #","employee":"\#(employee)"}"#
  }

  /// The first administrator.
  private func administrator() throws -> Employee.ID {
    let id = desk.id(Employee.self)
    #expect(try desk.push("employee_added", body(id, [.administrator])) == .accepted)
    return id
  }

  private func add(_ roles: [Employee.Role], by author: Employee.ID) throws -> Employee.ID {
    let id = desk.id(Employee.self)
    #expect(try desk.push("employee_added", body(id, roles, by: author)) == .accepted)
    return id
  }

  /// The desk has all that there is, so that nothing is forgiven it.
  private func pullAll(_ desk: RemoteDesk) throws {
    let (cursor, _) = try desk.snapshot()
    _ = try desk.pull(cursor)
  }

  @Test func theTableIsTheProgramsTable() throws {
    let session = try store.session()
    defer { session.close() }
    let result = try session.query("SELECT permission, role FROM okno.permission")
    let stored = Set(
      (0..<result.rowCount).map { row in
        "\(result.text(row, 0) ?? "") \(result.text(row, 1) ?? "")"
      })
    let known = Permission.allCases.flatMap { permission in
      permission.roles.map { "\(permission.rawValue) \($0.rawValue)" }
    }
    #expect(stored == Set(known))
  }

  @Test func untilThereIsAnAdministratorEverybodyMay() throws {
    #expect(try desk.push("visit_logged", Sample.visit(desk.id())) == .accepted)
    let clerk = desk.id(Employee.self)
    #expect(try desk.push("employee_added", body(clerk, [.clerk])) == .refused(.notPermitted))
    _ = try administrator()
    #expect(
      try desk.push("employee_added", body(clerk, [.administrator])) == .refused(.notPermitted))
  }

  private func remark(
    _ kind: String, _ value: String, source: String = "null"
  ) throws -> String {
    """
    {"citizen":"\(try card())","id":"\(desk.id(Remark.self))","kind":"\(kind)","occasion":null,\
    "reason":null,"situation":null,"source":\(source),"subject":"income",\
    "told":"2026-11-24T09:15:00.123Z","value":"\(value)","visit":null}
    """
  }

  /// Every kind of operation and every role, tried.
  @Test func everyCellOfTheTable() throws {
    let boss = try administrator()
    try pullAll(desk)
    let kinds: [(kind: String, permission: Permission, body: () throws -> String)] = [
      ("citizen_added", .serve, { Sample.card(desk.id()) }),
      (
        "citizen_changed", .serve,
        {
          Sample.change(try card(), seen: #"{"surname":"Иванова"}"#, set: #"{"surname":"Б"}"#)
        }
      ),
      ("citizen_erased", .erase, { #"{"id":"\#(try card())"}"# }),
      ("citizens_merged", .serve, { #"{"kept":"\#(try card())","merged":"\#(try card())"}"# }),
      ("citizens_unmerged", .serve, { #"{"merged":"\#(try card())"}"# }),
      (
        "conflict_settled", .serve,
        {
          #"{"id":"\#(desk.id(Citizen.self))","citizen":"\#(try card())","seen":{},"set":{}}"#
        }
      ),
      ("visit_logged", .serve, { Sample.visit(desk.id()) }),
      ("visit_undone", .serve, { #"{"id":"\#(desk.id(Visit.self))"}"# }),
      ("feedback_given", .serve, { Sample.feedback(desk.id()) }),
      ("feedback_read", .readFeedback, { Sample.answer(desk.id(), to: desk.id()) }),
      ("fact_told", .serve, { try remark("fact", "150", source: #""citizen""#) }),
      ("offer_answered", .serve, { try remark("offer", "taken") }),
      ("verdict_overruled", .serve, { try remark("verdict", "due") }),
      (
        "callback_settled", .runQueue,
        {
          #"{"asked":"2026-11-24","due":"2026-11-27","id":"\#(desk.id(Callback.self))","outcome":"won_back","settled":"2026-11-25"}"#
        }
      ),
      (
        "rating_token_answered", .report,
        {
          #"{"answered":"2026-11-25","criteria":"","hash":"\#(String(repeating: "a", count: 32))","id":"\#(desk.id(Callback.self))","issued":"2026-11-24","score":5}"#
        }
      ),
    ]
    clerk = try add([.clerk], by: boss)
    for role in Employee.Role.allCases {
      let employee = try add([role], by: boss)
      for (kind, permission, make) in kinds {
        let verdict = try desk.push(kind, signed(try make(), employee))
        let isAllowed = permission.roles.contains(role)
        #expect(verdict == (isAllowed ? .accepted : .refused(.notPermitted)), "\(kind) \(role)")
      }
      let added = body(desk.id(), [.clerk], by: employee)
      #expect(
        try desk.push("employee_added", added)
          == (role == .administrator ? .accepted : .refused(.notPermitted)), "\(role)")
      let closed = change(
        try add([.clerk], by: boss), #"{"disabled":"2026-11-24T10:00:00.000Z"}"#, by: employee)
      #expect(
        try desk.push("employee_changed", closed)
          == (role == .administrator ? .accepted : .refused(.notPermitted)), "\(role)")
    }
    let session = try store.session()
    defer { session.close() }
    let known = try session.query("SELECT kind FROM okno.kind_permission")
    #expect(
      Set((0..<known.rowCount).compactMap { known.text($0, 0) }) == Set(kinds.map(\.kind)))
  }

  private final class Box { var clerk: Employee.ID? }
  private let box = Box()
  private var clerk: Employee.ID? {
    get { box.clerk }
    nonmutating set { box.clerk = newValue }
  }

  /// A card of somebody who may make one.
  private func card() throws -> Citizen.ID {
    let id = desk.id(Citizen.self)
    let body = clerk.map { signed(Sample.card(id), $0) } ?? Sample.card(id)
    #expect(try desk.push("citizen_added", body) == .accepted)
    return id
  }

  @Test func nobodyAndStrangersAreRefusedOnceTheDeskKnows() throws {
    _ = try administrator()
    let visit = { Sample.visit(self.desk.id()) }
    // Its last pull began before there were accounts: it could not know.
    #expect(try desk.push("visit_logged", visit()) == .accepted)
    try pullAll(desk)
    #expect(try desk.push("visit_logged", visit()) == .refused(.notPermitted))
    #expect(try desk.push("visit_logged", signed(visit(), desk.id())) == .refused(.notPermitted))
    // Ratings are the citizen's.
    #expect(try desk.push("rating_recorded", Sample.rating(desk.id(Visit.self).uuid)) == .accepted)
    // A program of the first protocol, which was greeted before the store was brought up to date, knows no accounts.
    try pullAll(other)
    try store.session().execute("UPDATE okno.desk_state SET protocol = 1")
    #expect(try other.push("visit_logged", visit()) == .accepted)
  }

  @Test func whatWasDoneBeforeTheAccountWasClosedStays() throws {
    let boss = try administrator()
    let clerk = try add([.clerk], by: boss)
    let closed = change(clerk, #"{"disabled":"2026-11-24T10:00:00.000Z"}"#, by: boss)
    #expect(try desk.push("employee_changed", closed) == .accepted)
    let moment: Int64 = 1_795_514_400_000
    func push(_ at: Int64) throws -> Verdict.Kind? {
      let operation = desk.operation("visit_logged", signed(Sample.visit(desk.id()), clerk), at: at)
      return try desk.push([operation]).verdicts.first?.kind
    }
    #expect(try push(moment - 1) == .accepted)
    #expect(try push(moment) == .refused(.notPermitted))
  }

  /// A desk that was without a link sends the new employee and their work in one batch.
  @Test func somebodyWhoWasAddedJustBeforeMay() throws {
    let boss = try administrator()
    try pullAll(desk)
    let clerk = desk.id(Employee.self)
    let verdicts = try desk.push([
      desk.operation("employee_added", body(clerk, [.clerk], by: boss)),
      desk.operation("visit_logged", signed(Sample.visit(desk.id()), clerk)),
      desk.operation("citizen_erased", signed(#"{"id":"\#(desk.id(Citizen.self))"}"#, clerk)),
    ])
    #expect(verdicts.verdicts.map(\.kind) == [.accepted, .accepted, .refused(.notPermitted)])
    // Nobody adds themselves.
    let rogue = desk.id(Employee.self)
    let refused = try desk.push([
      desk.operation("employee_added", body(rogue, [.administrator], by: rogue)),
      desk.operation("visit_logged", signed(Sample.visit(desk.id()), rogue)),
    ])
    #expect(refused.verdicts.allSatisfy { $0.kind == .refused(.notPermitted) })
  }

  @Test func whoMayGiveANewPIN() throws {
    let boss = try administrator()
    let supervisor = try add([.supervisor], by: boss)
    let clerk = try add([.clerk], by: boss)
    let pin = #"{"pin_hash":"\#(Self.hash)"}"#
    func may(_ author: Employee.ID, _ employee: Employee.ID) throws -> Bool {
      try desk.push("employee_changed", change(employee, pin, by: author)) == .accepted
    }
    #expect(try may(clerk, clerk) && may(supervisor, clerk) && may(boss, supervisor))
    #expect(try !may(clerk, supervisor) && !may(supervisor, boss) && !may(supervisor, desk.id()))
    let roles = change(clerk, #"{"pin_hash":"\#(Self.hash)","roles":["administrator"]}"#, by: clerk)
    #expect(try desk.push("employee_changed", roles) == .refused(.notPermitted))
  }

  /// Two administrators who close each other's account at two desks: one stays.
  @Test func theLastAdministratorStays() throws {
    let one = try administrator()
    let two = try add([.administrator], by: one)
    let closed = #"{"disabled":"2026-11-24T10:00:00.000Z"}"#
    #expect(try desk.push("employee_changed", change(two, closed, by: one)) == .accepted)
    #expect(
      try other.push("employee_changed", change(one, closed, by: two)) == .refused(.notPermitted))
    #expect(
      try desk.push("employee_changed", change(one, #"{"roles":["clerk"]}"#, by: one))
        == .refused(.notPermitted))
  }

  @Test func accountsReachOtherDesks() throws {
    let boss = try administrator()
    let (cursor, rows) = try other.snapshot()
    let row = try #require(rows.first { $0.entity == .employee })
    #expect(row.id == boss.uuid && row.body?.contains("argon2id") == true)
    let clerk = try add([.clerk], by: boss)
    let page = try other.pull(cursor)
    #expect(page.rows.map(\.id) == [clerk.uuid])
    // The author's id is no part of a card.
    let citizen = desk.id(Citizen.self)
    #expect(try desk.push("citizen_added", signed(Sample.card(citizen), clerk)) == .accepted)
    let card = try #require(try other.pull(page.cursor).rows.first)
    #expect(card.body?.contains("employee") == false)
  }

  @Test(arguments: [
    #"{"name":""}"#, #"{"roles":[]}"#, #"{"roles":"clerk"}"#, #"{"pin_hash":"x"}"#,
    #"{"pin_hash":"$argon2id$v=19$m=9999999,t=2,p=1$A$A"}"#, #"{"disabled":"yesterday"}"#, "{}",
    #"{"name":"А\u001b[2J"}"#,
  ])
  func whatIsNoAccountIsRefused(set: String) throws {
    let boss = try administrator()
    #expect(
      try desk.push("employee_changed", change(boss, set, by: boss)) == .refused(.badBody))
  }

  // MARK: - Anchors

  @Test func anchorsAreKeptAndNeverChanged() throws {
    for sequence: Int64 in [3, 9, 9] {
      let head = AuditHead(sequence: sequence, hash: [UInt8(sequence), 255])
      #expect(try desk.ask(.anchor(head, incarnation: [1, 2])) == .anchored(sequence))
    }
    let anchors = try AuditAnchors.read(desk.credentials)
    #expect(anchors.map(\.sequence) == [3, 9])
    #expect(anchors.last?.hash == [9, 255] && anchors.last?.incarnation == [1, 2])
    #expect(try AuditAnchors.read(other.credentials).isEmpty)
    let session = try store.session()
    defer { session.close() }
    for statement in [
      "UPDATE okno.audit_anchor SET hash = ''", "DELETE FROM okno.audit_anchor",
      "TRUNCATE okno.audit_anchor",
    ] {
      #expect(throws: PostgresError.self) { try session.execute(statement) }
    }
    #expect(try session.value("SELECT count(*) FROM okno.audit_anchor") == "2")
  }

  // MARK: - Retention

  @Test func aCardThatIsUsedAgainGetsAnotherVersion() throws {
    let citizen = desk.id(Citizen.self)
    #expect(try desk.push("citizen_added", Sample.card(citizen)) == .accepted)
    var (cursor, _) = try other.snapshot()
    #expect(try desk.push("visit_logged", Sample.visit(desk.id(), of: citizen)) == .accepted)
    var page = try other.pull(cursor)
    #expect(page.rows.map(\.entity) == [.visit])
    let session = try store.session()
    defer { session.close() }
    try session.execute(
      "UPDATE okno.row SET written = now() - interval '31 days' WHERE entity = 'c'")
    cursor = page.cursor
    #expect(try desk.push("visit_logged", Sample.visit(desk.id(), of: citizen)) == .accepted)
    page = try other.pull(cursor)
    #expect(page.rows.map(\.entity) == [.citizen, .visit])
    #expect(page.rows.first?.version == 2)
  }
}
