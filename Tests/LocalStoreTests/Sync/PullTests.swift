import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

@Suite struct PullTests {
  @Test(arguments: Place.allCases)
  func rowsOfOtherDesksAreShown(_ place: Place) throws {
    let sync = try SyncDesk(place)
    let citizen: Citizen.ID = sync.newID()
    let visit: Visit.ID = sync.newID()
    let rating = sync.newID(Domain.Operation.self).uuid
    try sync.pull(
      [
        sync.citizenRow(citizen, snils: "11223344595"), sync.visitRow(visit, citizen: citizen),
        SyncRow(
          entity: .rating, id: rating, version: 1,
          body: """
            {"id": "\(rating)", "situation": "birth-of-child", "day": "2026-11-24", \
            "result": "given", "score": 5, "criteria": ["empathy"], "too_fast": false}
            """),
      ], to: 3)
    let card = try sync.desk.card(citizen)
    #expect(card.citizen.details.snils == SNILS("11223344595"))
    #expect(card.visits.map(\.id) == [visit])
    #expect(card.cases.map(\.services) == [["birth-certificate": .accepted]])
    #expect(
      try sync.store.visits(from: sync.desk.today, to: sync.desk.today, offset: .utc).count == 1)
    let summary = try sync.store.ratingSummary(from: sync.desk.today, to: sync.desk.today)
    #expect(summary.count == 1)
    // The desk's own day is its own.
    #expect(try sync.store.day(sync.desk.today, offset: .utc).visits.isEmpty)
    #expect(try sync.store.operations().isEmpty)
    let searcher = Searcher(sync.store.connection)
    #expect(try searcher.search("ёлкина мария", kinds: [.citizen]).count == 1)
  }

  /// The central store knows the desk by another id than the desk itself; its visits come back as its
  /// own all the same, and after a lost disk, too.
  @Test func theDesksOwnVisitsStayItsOwn() throws {
    let sync = try SyncDesk()
    let enrolled: Identifier<Desk> = sync.newID()
    try sync.store.setEnrolled(enrolled)
    let kept = try sync.desk.log(nil)
    try sync.pull(
      [
        sync.visitRow(kept.id, version: 1, desk: enrolled),
        sync.visitRow(sync.newID(), version: 1, desk: enrolled), sync.visitRow(sync.newID()),
      ], to: 1)
    let day = try sync.store.day(sync.desk.today, offset: .utc)
    #expect(day.visits.count == 2)
    #expect(day.visits.contains { $0.visit.id == kept.id })
  }

  @Test func onlyAHigherVersionIsTaken() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id, version: 3, surname: "Третья")], to: 1)
    try sync.pull([sync.citizenRow(id, version: 2, surname: "Вторая")], to: 2)
    #expect(try sync.surname(id) == "Третья")
    try sync.pull([sync.citizenRow(id, version: 4, surname: "Четвёртая")], to: 3)
    #expect(try sync.surname(id) == "Четвёртая")
    let visit: Visit.ID = sync.newID()
    try sync.pull([sync.visitRow(visit, version: 2, note: "вторая")], to: 4)
    try sync.pull([sync.visitRow(visit, version: 1, note: "первая")], to: 5)
    #expect(try sync.desk.rows("SELECT note FROM visit") == ["вторая"])
  }

  @Test func pendingChangesLieOnTop() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    let seen = try #require(try sync.store.citizen(id))
    var wanted = seen
    wanted.details.surname = "Иванова"
    try sync.store.changeCitizen(wanted, basedOn: seen, sync.desk.stamp())
    try sync.pull([sync.citizenRow(id, version: 2, surname: "Петрова", givenName: "Анна")], to: 2)
    #expect(try sync.surname(id) == "Иванова")
    #expect(try sync.store.citizen(id)?.details.givenName == "Анна")
    // The verdict is there, its number is not pulled yet.
    try sync.push(number: 4) { _ in .merged }
    try sync.pull([], to: 3)
    #expect(try sync.surname(id) == "Иванова")
    try sync.pull([], to: 4)
    #expect(try sync.surname(id) == "Петрова")
    #expect(try sync.desk.rows("SELECT * FROM citizen_base").isEmpty)
  }

  /// Sent a second time after a failover: the first number comes again, which is pulled long since.
  @Test func aVerdictThatCameBeforeSettlesTheCardAtOnce() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    let seen = try #require(try sync.store.citizen(id))
    var wanted = seen
    wanted.details.surname = "Иванова"
    try sync.store.changeCitizen(wanted, basedOn: seen, sync.desk.stamp())
    try sync.fill([sync.citizenRow(id, version: 2, surname: "Петрова")], to: 9)
    #expect(try sync.surname(id) == "Иванова")
    try sync.push(number: 5) { _ in .merged }
    #expect(try sync.surname(id) == "Петрова")
  }

  @Test func aPendingUndoingIsNotTakenBack() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    let visit = try sync.desk.log(citizen.id)
    try sync.push(number: 1)
    try sync.store.undoVisit(visit.id, sync.desk.stamp(10))
    let row = sync.visitRow(visit.id, citizen: citizen.id)
    try sync.pull([sync.citizenRow(citizen.id), row], to: 1)
    #expect(try sync.desk.card(citizen.id).visits.isEmpty)
    // Taken by the server, and lost by it again: what the server says counts.
    try sync.push(number: 2)
    try sync.pull([sync.visitRow(visit.id, version: 2, citizen: citizen.id)], to: 2)
    #expect(try sync.desk.card(citizen.id).visits.map(\.id) == [visit.id])
  }

  @Test func anErasedCardDoesNotComeBack() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    try sync.store.eraseCitizen(id, sync.desk.stamp())
    let visit: Visit.ID = sync.newID()
    try sync.pull(
      [sync.citizenRow(id, version: 2), sync.visitRow(visit, citizen: id, note: "тайна")], to: 2)
    #expect(try sync.store.citizen(id) == nil)
    #expect(try sync.desk.rows("SELECT note, citizen_id FROM visit") == ["|NULL"])
    #expect(try sync.desk.rows("SELECT * FROM citizen_base").isEmpty)
  }

  @Test func aVisitStandsBeforeItsCitizenInAPage() throws {
    let sync = try SyncDesk()
    let citizen: Citizen.ID = sync.newID()
    let visit: Visit.ID = sync.newID()
    try sync.pull([sync.visitRow(visit, citizen: citizen), sync.citizenRow(citizen)], to: 1)
    let card = try sync.desk.card(citizen)
    #expect(card.visits.map(\.id) == [visit])
    #expect(card.cases.count == 1)
  }

  @Test func aVisitWaitsForItsCitizen() throws {
    let sync = try SyncDesk()
    let citizen: Citizen.ID = sync.newID()
    let visit: Visit.ID = sync.newID()
    try sync.pull([sync.visitRow(visit, citizen: citizen)], to: 1)
    #expect(try sync.desk.rows("SELECT * FROM situation_case").isEmpty)
    try sync.pull([sync.citizenRow(citizen)], to: 2)
    let card = try sync.desk.card(citizen)
    #expect(card.visits.map(\.id) == [visit])
    #expect(card.cases.count == 1)
    #expect(try sync.desk.rows("SELECT citizen_id FROM visit") == ["NULL"])
  }

  @Test(arguments: [
    (SyncRow.Entity.citizen, "{"), (.citizen, "[]"), (.citizen, #"{"birth_date": "1990-02-30"}"#),
    (.citizen, #"{"audience": "robot"}"#), (.citizen, #"{"audience": "person", "snils": "1"}"#),
    (.visit, "{}"), (.visit, #"{"situation": "x", "channel": "smoke"}"#),
    (.rating, #"{"situation": "x", "day": "2026-11-24", "result": "given", "criteria": []}"#),
    (.rating, #"{"situation": "x", "day": "2026-13-24", "result": "skipped"}"#),
    (.conflict, "{}"), (.conflict, #"{"citizen": "x"}"#),
  ])
  func aRowThatCannotBeReadIsKeptOutAndCounted(
    _ entity: SyncRow.Entity, _ body: String
  ) throws {
    let sync = try SyncDesk()
    let bad = sync.newID(Citizen.self)
    let good: Citizen.ID = sync.newID()
    let row = SyncRow(entity: entity, id: bad.uuid, version: 1, body: body)
    try sync.pull([row, sync.citizenRow(good)], to: 5)
    #expect(try sync.state().cursor == sync.cursor(5))
    #expect(try sync.state().unreadable == 1)
    #expect(try sync.surname(good) == "Ёлкина")
    #expect(try sync.store.syncStatus().trouble == .rows)
    // Once it can be read, it is forgotten.
    try sync.pull([sync.tombstone(entity, bad.uuid, version: 2)], to: 6)
    #expect(try sync.state().unreadable == 0)
  }

  /// A newer program asks for it again, and the snapshot settles what is still out of reach.
  @Test func anotherProgramTakesAnotherLook() throws {
    let sync = try SyncDesk()
    try sync.store.setReader("okno 1")
    let rows = [
      sync.citizenRow(sync.newID()),
      SyncRow(entity: .visit, id: sync.newID(Visit.self).uuid, version: 1, body: "{}"),
    ]
    try sync.pull(rows, to: 5)
    try sync.store.setReader("okno 1")
    #expect(try sync.state().cursor == sync.cursor(5))
    try sync.store.setReader("okno 2")
    #expect(try sync.state().cursor == nil)
    // Said as long as it is so.
    #expect(try sync.state().unreadable == 1)
    try sync.fill(rows, to: 5)
    #expect(try sync.state().unreadable == 1)
    try sync.store.setReader("okno 3")
    try sync.fill(Array(rows.prefix(1)), to: 6)
    #expect(try sync.state().unreadable == 0)
    try sync.store.setReader("okno 4")
    #expect(try sync.state().cursor == sync.cursor(6))
  }

  /// The same visits in any order, in any pages, make the same cases.
  @Test func casesDoNotDependOnTheOrderOfArrival() throws {
    var ids = IDSource(seed: 5)
    let citizen: Citizen.ID = ids.makeID(at: TestStore.morning)
    let cases: [SituationCase.ID] = (0..<3).map { _ in ids.makeID(at: TestStore.morning) }
    let model = try SyncDesk()
    var rows: [SyncRow] = []
    for index in 0..<12 {
      let events = [nil, "2026-11-01", "2026-11-02"]
      rows.append(
        model.visitRow(
          ids.makeID(at: TestStore.morning), citizen: citizen, minutes: Int64(index * 7 % 12),
          caseID: cases[index % 3], outcome: Outcome.allCases[index % 5],
          event: events[index * 5 % 3], isUndone: index == 4))
    }
    var seen: Set<[String]> = []
    for seed in 0..<20 {
      let sync = try SyncDesk()
      var random = IDSource(seed: UInt64(seed))
      var number: Int64 = 1
      try sync.pull([sync.citizenRow(citizen)], to: number)
      var rest = rows.shuffled(using: &random)
      while !rest.isEmpty {
        number += 1
        let count = Int.random(in: 1...4, using: &random)
        try sync.pull(Array(rest.prefix(count)), to: number)
        rest.removeFirst(min(count, rest.count))
      }
      seen.insert(
        try sync.desk.rows(
          """
          SELECT hex(c.id), c.event_date, c.opened, c.closed, s.service, s.progress,
            (SELECT group_concat(hex(v.id)) FROM (SELECT id FROM visit
              WHERE situation_case = c.number AND undone IS NULL ORDER BY id) AS v)
          FROM situation_case AS c JOIN case_service AS s ON s.situation_case = c.number
          ORDER BY c.id, s.service
          """))
    }
    #expect(seen.count == 1)
    #expect((seen.first?.count ?? 0) > 1)
  }
}

@Suite struct TombstoneTests {
  /// Erased at another desk: no trace of the name or the note is left in any file of this desk.
  @Test func anErasureReachesTheBytesOfTheFiles() throws {
    let sync = try SyncDesk(.disk)
    let id: Citizen.ID = sync.newID()
    let visit: Visit.ID = sync.newID()
    let conflict: CardConflict.ID = sync.newID()
    try sync.pull(
      [
        sync.citizenRow(id, surname: "Невидимская"),
        sync.visitRow(visit, citizen: id, note: "Тайнопись"),
        sync.conflictRow(conflict, of: id, current: "Невидимская", wanted: "Незримская"),
      ], to: 1)
    let seen = try #require(try sync.store.citizen(id))
    var wanted = seen
    wanted.details.surname = "Незримская"
    try sync.store.changeCitizen(wanted, basedOn: seen, sync.desk.stamp())
    try sync.pull([sync.citizenRow(id, version: 2, surname: "Невидимская", phone: nil)], to: 2)
    try sync.store.saveDraft("{\"citizen\":\"\(id)\",\"name\":\"Невидимская\"}")
    sync.store.fold(.truncating, beyond: 0)
    #expect(try isFound("Невидимская", sync))

    try sync.pull(
      [
        sync.tombstone(.citizen, id.uuid, version: 3), sync.visitRow(visit, version: 2),
        sync.tombstone(.conflict, conflict.uuid, version: 2),
      ], to: 3)
    for name in ["Невидимская", "Незримская", "Тайнопись"] {
      #expect(try !isFound(name, sync), "\(name)")
    }
    #expect(try sync.store.citizen(id) == nil)
    #expect(try sync.desk.rows("SELECT count(*) FROM visit") == ["1"])
    #expect(try sync.store.auditEntries().last?.action == .erased)
    #expect(try sync.store.verifyAudit().isEmpty)
  }

  private func isFound(_ text: String, _ sync: SyncDesk) throws -> Bool {
    let folder = try #require(sync.desk.folder)
    let wanted = Array(text.utf8)
    return try ["okno.sqlite", "okno.sqlite-wal"].contains { name in
      guard folder.has(name) else { return false }
      let bytes = try folder.bytes(of: name)
      guard bytes.count >= wanted.count else { return false }
      return (0...bytes.count - wanted.count).contains { start in
        bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// A tombstone may arrive before the visits are made anonymous, and a visit of this desk may not
  /// have been sent yet.
  @Test func whatThisDeskHasNotSentOutlivesTheTombstone() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    let visit = sync.desk.visit(id, note: "тайна")
    try sync.store.logVisit(visit, eventDate: nil, sync.desk.stamp())
    try sync.pull([sync.tombstone(.citizen, id.uuid, version: 2)], to: 2)
    let sent = try sync.push(number: 3)
    let logged = sent.filter { $0.kind == "visit_logged" }
    #expect(logged.map { OperationText.id(in: $0.body) } == [visit.id.uuid])
    #expect(logged.allSatisfy { !$0.body.contains("тайна") && !$0.body.contains("\(id)") })
  }
}
