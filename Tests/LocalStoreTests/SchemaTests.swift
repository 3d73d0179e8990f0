import Domain
import FoundationEssentials
import Glibc
import SQLite
import Testing

@testable import LocalStore

/// The schema, frozen: what was shipped does not change, and every shipped version can be read.
@Suite struct SchemaTests {
  /// A hash for each shipped step. A step that is in somebody's hands is never edited: a new need is
  /// a new step, and a new line here.
  private static let frozen = [
    "7d638935aaaef11e3b8870817fae6afb3407ffcfd4ba7e2ce7a1a866d1628f64",
    "625361822009b269947736317238f34459021fafb862d82c3045e28258987eb6",
    "b73b6df0b7eb6a510ddcc3e2312b4054a56e640d2435988227bf01b77515e7af",
    "748c769c9a68adf4f4dad9e5eb76f804dc9144ced95d3e2f5a685e2d2f4b7b62",
    "31a53ab05b4be3787cfb66ac6bbaabc5b923067d45b6a0157fc3a9325886f6fb",
    "2df26fc23d4cf131c60bed55cae43ee4ff11eecc03400c36514c5d079a7e7ba3",
    "7bd22e9f52a8a54012ab2b2672d8a84ebbdb5751fa613356d1f80d11758867db",
    "67da0bbff6eb55cbee8edbcbee114e8f67c9397b7b16fcc5074edd166f65683a",
    "7a6fbac5f2276f67008cb2a7531247f4f58e93af9a215b30341d0437ce63f682",
    "5c654c6c9e4abe75085e14b8bbf3ea1a16800f91a4eb7343d72081a0a17ed68b",
    "3327a4dbdf663102caa2e82bc18539e4abe8a6dfe8045e25a2463a83ceeda9fe",
    "e338ff9ea290969f39f4a42960905846ada2426c134633102ad1fcde6067303a",
    "62422ea25b303b48eeac3a361936d3c14edbd13e4d8466bb4861577c91457969",
  ]

  @Test func shippedStepsAreUnchanged() {
    let hashes = Migrations.all.map { step in
      var input = HashInput()
      input.add(step.sql)
      return input.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hashes == Self.frozen)
  }

  @Test func theSchemaIsTheGoldenOne() throws {
    let desk = try TestStore()
    let schema = try Self.dump(desk.store.connection)
    let golden = Fixture(name: "schema.sql")
    try golden.recordIfAsked(Array(schema.utf8))
    #expect(schema == String(decoding: try golden.bytes(), as: UTF8.self))
  }

  @Test func aStoreInMemoryAndOneOnDiskHaveOneSchema() throws {
    let memory = try TestStore(.memory)
    let disk = try TestStore(.disk)
    #expect(try Self.dump(memory.store.connection) == Self.dump(disk.store.connection))
  }

  @Test(arguments: 1...Migrations.current)
  func everyShippedVersionIsBroughtUpToDate(_ version: Int) throws {
    let fixture = Fixture(name: "store-v\(version).sqlite")
    if version == Migrations.current { try fixture.recordIfAsked(try Self.sampleFile()) }
    let folder = try TemporaryFolder()
    try folder.write(try fixture.bytes(), to: "okno.sqlite")

    let store = try TestStore.open(folder)
    #expect(try StoreVersion(of: store.connection).schema == Migrations.current)
    #expect(
      try Self.dump(store.connection)
        == String(decoding: try Fixture(name: "schema.sql").bytes(), as: UTF8.self))
    #expect(try store.verifyAudit().isEmpty)
    let today = TestStore.morning.date(offset: .moscow)
    let day = try store.day(today, offset: .moscow)
    #expect(day.visits.map(\.citizenName) == [nil, "Ёлкина Мария Петровна"])
    #expect(day.ratings.count == 5)
    #expect(day.ratings.shareBest == 0.2)
    let citizen = try #require(day.visits.last?.visit.citizen)
    let stamp = Stamp(now: TestStore.morning, author: Author(desk: store.desk), offset: .moscow)
    let card = try store.card(of: citizen, purpose: "test", stamp)
    #expect(card.cases.map(\.services) == [["birth-certificate": .accepted]])
    #expect(try store.draft() == "{}")
    #expect(try store.setting("theme") == "night")
    guard version >= 12 else { return }
    let october = today.startOfMonth.adding(months: -1)
    #expect(try store.citizensWords(from: october, to: october).count == 5)
    let picture = try store.ratingPicture(from: october, to: october.endOfMonth, today: today)
    #expect(picture.month.windows.map(\.answers) == [BestCount(given: 5, best: 1)])
  }

  /// A store of the program's version with a little of everything.
  private static func sampleFile() throws -> [UInt8] {
    let desk = try TestStore()
    let citizen = try desk.addCitizen(snils: "112-233-445 95")
    try desk.log(citizen.id)
    try desk.log(nil, minutes: 10)
    for day in [-40, 0] as [Int64] {
      for score in 1...5 {
        try desk.store.recordRating(
          RatingEntry(
            situation: "birth-of-child", result: .given(score: score, criteria: []),
            answeredIn: 2000),
          words: day < 0 ? CitizenWords("Слова \(score)") : nil, desk.stamp(day * 1440))
      }
    }
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp())
    try desk.store.tell(
      RemarkDraft(id: desk.ids.make(), content: .fact("income", value: "1", .citizen)),
      of: citizen.id, desk.stamp(6))
    try desk.store.saveDraft("{}")
    try desk.store.setSetting("theme", "night")
    let folder = try TemporaryFolder()
    try desk.store.backup(to: folder.path + "/sample", desk.stamp())
    return try folder.bytes(of: "sample")
  }

  private static func dump(_ connection: Connection) throws -> String {
    let statements: [String] = try connection.all(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
    ) { try $0.next() }
    return statements.map { $0 + ";\n" }.joined()
  }

  /// Each statement that the store runs in a day's work finds its rows by an index, in tables that grow.
  @Test func noStatementWalksThroughATableThatGrows() throws {
    let desk = try TestStore()
    try work(desk)
    let growing = [
      "citizen", "citizen_word", "visit", "v", "visit_service", "situation_case", "c",
      "case_service", "rating", "told", "other", "operation", "audit", "ticket", "t",
      "ticket_step", "s", "message", "remark", "rating_token", "rating_pace",
      "callback", "rating_month", "rating_words", "rating_hour",
    ]
    var seen: Set<String> = []
    for sql in desk.store.connection.preparedStatements {
      let plan: [String] = try desk.store.connection.all("EXPLAIN QUERY PLAN \(sql)") {
        try $0.get(3)
      }
      for step in plan {
        let words = step.split(separator: " ").map(String.init)
        seen.formUnion(words)
        guard words.count > 1, words[0] == "SCAN", growing.contains(words[1]) else { continue }
        // Those that wait are few, and are all wanted; the last entry is the first from the end.
        let isShort =
          step.hasSuffix("rating_pending") || step.hasSuffix("callback_due")
          || step.hasSuffix("callback_pending") || step.hasSuffix("rating_token_pending")
          || step.hasSuffix("operation_number") || step.hasSuffix("ticket_line")
          || sql.hasSuffix("DESC LIMIT 1")
        #expect(isShort, "\(step): \(sql)")
      }
      // One citizen's cases and visits are few, and are put in order after they are found.
      let isSorted = plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }
      let isOneCitizens = plan.contains {
        $0.contains("INDEX situation_case_citizen") || $0.contains("visit_citizen (citizen=?)")
      }
      #expect(!isSorted || isOneCitizens, "\(plan): \(sql)")
    }
    // The walk is not empty: it came by these.
    #expect(
      seen.isSuperset(of: ["visit_started", "visit_citizen", "rating_day", "rating_pending"]))
  }

  private func work(_ desk: TestStore) throws {
    let citizen = try desk.addCitizen(snils: "112-233-445 95")
    var changed = citizen
    changed.details.phone = nil
    try desk.store.changeCitizen(changed, basedOn: citizen, desk.stamp())
    _ = try desk.store.duplicates(of: citizen.details)
    let visits = try [0, 10, 20].map { try desk.log(citizen.id, minutes: $0) }
    try desk.store.undoVisit(visits[2].id, desk.stamp(30))
    for _ in 1...5 {
      try desk.store.recordRating(
        RatingEntry(situation: "birth-of-child", result: .skipped), desk.stamp())
    }
    for _ in 1...3 { try desk.issue() }
    _ = try desk.store.callNext(CallRequest(id: desk.ids.make()), desk.stamp(1))
    _ = try desk.store.queue(desk.stamp(2))
    _ = try desk.store.tickets(from: desk.today, to: desk.today, offset: .moscow)
    _ = try desk.store.ticket(number: "А001")
    _ = try desk.store.desks(desk.stamp(2))
    try desk.store.tellPresence(.free, name: "", desk.stamp(1))
    let message = try desk.store.sendMessage("Зайдите", to: desk.store.desk, desk.stamp(2))
    _ = try desk.store.windowQueue(desk.stamp(2))
    try desk.store.readMessage(message.id, desk.stamp(3))
    _ = try desk.store.messages(desk.stamp(3))
    _ = try desk.store.expectedWait(for: "birth-of-child", desk.stamp(2))
    for (minute, source) in Remark.Source.allCases.enumerated() {
      try desk.store.tell(
        RemarkDraft(id: desk.ids.make(), content: .fact("income", value: "1", source)),
        of: citizen.id, desk.stamp(Int64(minute)))
    }
    _ = try RemarkTable.offers(
      from: desk.stamp().now, before: desk.stamp(60).now, desk.store.connection)
    _ = try desk.card(citizen.id)
    _ = try desk.store.day(desk.today, offset: .moscow)
    _ = try desk.store.sheet(of: "birth-of-child")
    let token = try desk.store.issueRatingToken(desk.stamp())
    _ = try desk.store.answer(token, score: 4, criteria: [], desk.stamp(1))
    try desk.store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .given(score: 1, criteria: [])),
      callback: CallbackRequest(phone: try #require(Phone("9000000001")), days: 3), desk.stamp())
    for day in 1...6 {
      try desk.store.recordRating(
        RatingEntry(situation: "birth-of-child", result: .given(score: 5, criteria: [])),
        words: CitizenWords("Спасибо"), desk.stamp(Int64(day) * 1440))
    }
    try desk.store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .skipped), desk.stamp(30 * 1440))
    _ = try desk.store.citizensWords(from: desk.today, to: desk.today)
    let first = desk.today.startOfMonth
    _ = try desk.store.ratingPicture(
      from: first, to: first.endOfMonth, today: first.endOfMonth.adding(days: 1))
    for call in try desk.store.callbacks(desk.stamp()) {
      try desk.store.settle(call.id, .wonBack, desk.stamp())
    }
    _ = try desk.store.ratingPicture(from: desk.today, to: desk.today, today: desk.today)
    _ = try desk.store.operations(after: 1)
    _ = try desk.store.auditEntries(after: 1)
  }
}

/// A file beside the tests. `OKNO_RECORD=1` writes it anew, and then the test fails: what was
/// recorded has to be read by a person before it is believed.
struct Fixture {
  let name: String
  private var path: String {
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures/" + name
  }

  func bytes() throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path))) }

  func recordIfAsked(_ bytes: @autoclosure () throws -> [UInt8]) throws {
    guard getenv("OKNO_RECORD") != nil else { return }
    try Data(try bytes()).write(to: URL(filePath: path))
    Issue.record("recorded \(name): read it, then run again without OKNO_RECORD")
  }
}
