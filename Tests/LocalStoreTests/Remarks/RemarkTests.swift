import Domain
import Sync
import Testing

@testable import LocalStore

/// What is said of citizens and outlives the visit.
@Suite struct RemarkTests {
  private let desk: TestStore
  private let citizen: Citizen.ID

  init() throws {
    desk = try TestStore(.disk)
    citizen = try desk.addCitizen(snils: "112-233-445 95").id
  }

  private func told(
    _ value: String, _ fact: Fact.ID = "income", _ source: Remark.Source = .citizen,
    in situation: LifeSituation.ID? = nil
  ) -> RemarkDraft {
    RemarkDraft(
      id: desk.ids.make(), content: .fact(fact, value: value, source), situation: situation)
  }

  @discardableResult
  private func log(_ remarks: [RemarkDraft], minutes: Int64 = 0) throws -> Visit {
    let visit = desk.visit(citizen, minutes: minutes)
    try desk.store.logVisit(visit, eventDate: nil, remarks: remarks, desk.stamp(minutes + 5))
    return visit
  }

  private func values(_ fact: Fact.ID = "income") throws -> String? {
    let card = try desk.card(citizen)
    let opened = card.cases.first { $0.situation == "birth-of-child" }?.opened
    guard
      case .fact(_, let value, _) =
        card.remarks.answers(in: "birth-of-child", since: opened)[fact]?.content
    else { return nil }
    return value
  }

  @Test func anAnswerIsThereAtTheNextVisitWithWhoSaidItAndWhen() throws {
    let employee: Employee.ID = desk.ids.make()
    var stamp = desk.stamp(5)
    stamp.author.employee = employee
    let visit = desk.visit(citizen)
    let draft = told("1500000", "income", .document)
    try desk.store.logVisit(visit, eventDate: nil, remarks: [draft], stamp)
    let remark = try #require(try desk.card(citizen).remarks.first)
    #expect(
      remark
        == Remark(
          id: draft.id, citizen: citizen, content: .fact("income", value: "1500000", .document),
          visit: visit.id, told: stamp.now, employee: employee, desk: desk.store.desk))
    let operation = try #require(try desk.store.operations().last?.operation)
    #expect(operation.kind == .factTold && operation.body?.contains("1500000") == true)
    // The audit says that something was kept, and nothing of what.
    let entry = try #require(try desk.store.auditEntries().first { $0.subject == "remark" })
    #expect(entry.purpose == "\(citizen)" && entry.subjectID == "\(draft.id)")
    #expect(try desk.rows("SELECT count(*) FROM audit WHERE purpose LIKE '%1500000%'") == ["0"])
  }

  @Test func theLastAnswerCounts() throws {
    try log([told("1")])
    try log([told("2")], minutes: 60)
    #expect(try values() == "2")
    // Another desk has heard something in between; it arrives later.
    let sync = SyncDesk(desk)
    try sync.pull([row("3", minutes: 30)], to: 1)
    #expect(try values() == "2")
    try sync.pull([row("4", minutes: 90)], to: 2)
    #expect(try values() == "4")
  }

  @Test func anAnonymousVisitKeepsNothing() throws {
    let visit = desk.visit(nil)
    try desk.store.logVisit(visit, eventDate: nil, remarks: [told("1")], desk.stamp(5))
    #expect(try desk.rows("SELECT count(*) FROM remark") == ["0"])
  }

  @Test func whatWasSaidInAVisitThatIsTakenBackDoesNotCount() throws {
    try log([told("1")])
    let wrong = try log([told("2")], minutes: 60)
    try desk.store.undoVisit(wrong.id, desk.stamp(70))
    #expect(try values() == "1")
  }

  @Test func anAnswerAboutTheCaseIsOfThatCase() throws {
    try log([told("yes", "twins", in: "birth-of-child")])
    #expect(try values("twins") == "yes")
    let remarks = try desk.card(citizen).remarks
    #expect(remarks.answers(in: "birth-of-child", since: nil).isEmpty)
    #expect(remarks.answers(in: "change-of-residence", since: desk.stamp().now).isEmpty)
    // A case that was opened later is about another child.
    #expect(remarks.answers(in: "birth-of-child", since: desk.stamp(60).now).isEmpty)
  }

  @Test func cardsThatWereMergedAnswerTogether() throws {
    let other = try desk.addCitizen(snils: nil).id
    try desk.store.tell(told("7"), of: other, desk.stamp(10))
    try log([told("1")])
    try desk.store.mergeCitizens(kept: citizen, merged: other, desk.stamp(20))
    #expect(try values() == "7")
    try desk.store.unmergeCitizen(other, desk.stamp(30))
    #expect(try values() == "1")
  }

  @Test func anErasedCitizenLeavesNoRemark() throws {
    try log([told("1500000")])
    try desk.store.eraseCitizen(citizen, desk.stamp(30))
    #expect(try desk.rows("SELECT count(*) FROM remark") == ["0"])
    #expect(
      try desk.rows("SELECT count(*) FROM operation WHERE body LIKE '%1500000%'") == ["0"])
    #expect(try desk.store.verifyAudit().isEmpty)
    let folder = try #require(desk.folder)
    desk.store.close()
    for name in ["okno.sqlite", "okno.sqlite-wal"] where folder.has(name) {
      #expect(!String(decoding: try folder.bytes(of: name), as: UTF8.self).contains("1500000"))
    }
  }

  @Test func offersAndVerdictsNeedTheirReasons() throws {
    func draft(_ content: Remark.Content, _ situation: LifeSituation.ID?) -> RemarkDraft {
      RemarkDraft(id: desk.ids.make(), content: content, situation: situation)
    }
    let stamp = desk.stamp()
    let bad = [
      draft(.verdict("passport", .due, reason: ""), "birth-of-child"),
      draft(.verdict("passport", .due, reason: "так"), nil),
      draft(.verdict("passport", .due, reason: "А\u{1b}[2J"), "birth-of-child"),
      draft(.offer("passport-at-20", .declined, reason: "", occasion: ""), nil),
      draft(.fact("income", value: "", .citizen), nil),
      draft(.fact("income", value: String(repeating: "1", count: 201), .citizen), nil),
    ]
    for one in bad {
      #expect(throws: StoreError.self) { try desk.store.tell(one, of: citizen, stamp) }
    }
    let good = [
      draft(.verdict("passport", .notDue, reason: "паспорт цел"), "birth-of-child"),
      draft(.offer("passport-at-20", .declined, reason: "уже сдал", occasion: "2026"), nil),
      draft(.offer("passport-at-20", .notToday, reason: "", occasion: "2027"), nil),
    ]
    for (minute, one) in good.enumerated() {
      try desk.store.tell(one, of: citizen, desk.stamp(Int64(minute)))
    }
    let remarks = try desk.card(citizen).remarks
    #expect(remarks.map(\.content) == good.map(\.content))
    #expect(remarks.verdicts(in: "birth-of-child", since: desk.stamp().now).count == 1)
    #expect(remarks.answer(to: "passport-at-20", for: "2026")?.content == good[1].content)
    #expect(remarks.answer(to: "passport-at-20", for: "2028") == nil)
    #expect(throws: StoreError.self) {
      try desk.store.tell(good[0], of: desk.ids.make(), stamp)
    }
  }

  // MARK: - On its way between desks

  private func row(
    _ value: String, minutes: Int64, of other: Citizen.ID? = nil, version: Int64 = 1
  ) -> SyncRow {
    let told = (TestStore.morning + minutes * 60).iso8601
    return SyncRow(
      entity: .remark, id: desk.ids.make(Remark.self).uuid, version: version,
      body: """
        {"citizen":"\(other ?? citizen)","kind":"fact","subject":"income","value":"\(value)",\
        "source":"interagency","situation":null,"visit":null,"told":"\(told)",\
        "desk":"\(desk.ids.make(Desk.self))","later":[1]}
        """)
  }

  @Test func aSweepLeavesWhatWasNotSent() throws {
    let sync = SyncDesk(desk)
    try sync.pull([row("3", minutes: 30)], to: 1)
    try desk.store.tell(told("1"), of: citizen, desk.stamp())
    try sync.fill([], to: 5)
    #expect(try values() == "1")
  }

  /// A remark of somebody who was erased meanwhile was answered, and a snapshot has no tombstones.
  @Test func whatWasNotShownGoesWithACardThatASnapshotLacks() throws {
    let sync = SyncDesk(desk)
    let other: Citizen.ID = desk.ids.make()
    try sync.pull([sync.citizenRow(other)], to: 1)
    try desk.store.tell(told("1"), of: other, desk.stamp())
    try sync.push(number: 2)
    try sync.fill([], to: 5)
    #expect(try desk.rows("SELECT count(*) FROM remark") == ["0"])
  }

  @Test func aTombstoneTakesItOut() throws {
    let sync = SyncDesk(desk)
    let theirs = row("3", minutes: 30)
    try sync.pull([theirs], to: 1)
    try sync.pull([sync.tombstone(.remark, theirs.id, version: 2)], to: 2)
    #expect(try values() == nil)
  }

  @Test func ofACitizenWhoIsBeingErasedNothingIsTaken() throws {
    let sync = SyncDesk(desk)
    try desk.store.eraseCitizen(citizen, desk.stamp())
    try sync.pull([row("3", minutes: 30)], to: 1)
    #expect(try desk.rows("SELECT count(*) FROM remark") == ["0"])
  }

  @Test func whatCannotBeReadIsKeptOut() throws {
    let sync = SyncDesk(desk)
    let bad = SyncRow(
      entity: .remark, id: desk.ids.make(Remark.self).uuid, version: 1,
      body: row("3", minutes: 1).body?.replacing("interagency", with: "hearsay"))
    try sync.pull([bad], to: 1)
    #expect(try sync.state().unreadable == 1)
  }

  @Test func aRefusedRemarkThatIsGivenUpIsGone() throws {
    let sync = SyncDesk(desk)
    try desk.store.tell(told("1"), of: citizen, desk.stamp())
    try sync.push(number: 1) { operation in
      operation.kind == "fact_told" ? .refused(.unknownKind) : .accepted
    }
    let refused = try #require(try desk.store.syncTasks().refused.first)
    #expect(try values() == "1" && refused.kind == .factTold)
    try desk.store.dropRefused(refused.id, reason: "ошибка", desk.stamp(5))
    #expect(try values() == nil)
  }
}
