import Domain
import Sync
import Testing

@testable import LocalStore

/// Messages to windows, alone and with a central store, and what a supervisor has a window serve.
@Suite struct MessageTests {
  private let sync: SyncDesk
  private var store: LocalStore { sync.store }
  private let enrolled: Identifier<Desk>

  init() throws {
    sync = try SyncDesk()
    enrolled = sync.newID()
    try store.setEnrolled(enrolled)
    for (id, name) in [(store.desk, "Окно 1"), (sync.otherDesk, "Окно 7")] {
      let presence = DeskPresence(id: id, name: name, state: .free, since: TestStore.morning)
      try store.write { try DeskTable.put(presence, $0.connection) }
    }
  }

  private func row(
    _ id: DeskMessage.ID, version: Int64 = 1, text: String = "Подойдите", seen: Instant? = nil
  ) -> SyncRow {
    let seen = seen.map { "\"\($0.iso8601)\"" } ?? "null"
    return SyncRow(
      entity: .message, id: id.uuid, version: version,
      body: """
        {"to": "\(enrolled)", "text": "\(text)", "sent": "\(TestStore.morning.iso8601)", \
        "desk": "\(sync.otherDesk)", "employee": null, "seen": \(seen)}
        """)
  }

  @Test func aMessageWaitsUntilItsWindowHasReadIt() throws {
    let stamp = sync.desk.stamp()
    let message = try store.sendMessage("Зайдите к старшему", to: store.desk, stamp)
    #expect(try store.unreadMessages(stamp) == [message])
    #expect(try store.windowQueue(stamp).messages == [message])
    try store.readMessage(message.id, sync.desk.stamp(3))
    try store.readMessage(message.id, sync.desk.stamp(4))
    #expect(try store.unreadMessages(stamp).isEmpty)
    #expect(try store.messages(stamp).map(\.seen) == [sync.desk.stamp(3).now])
    let kinds = try store.operations().map(\.operation.kind)
    #expect(kinds == [.messageSent, .messageSeen])
    let body = try store.operations().first?.operation.body ?? ""
    #expect(body.contains("\"to\":\"\(enrolled)\""), "the central store knows the desk by this id")
    #expect(try store.auditEntries().map(\.subject) == ["message"])
  }

  @Test(arguments: [
    "", "   ", String(repeating: "я", count: 201), "две\nстроки", "\u{1B}[2J", "\u{9B}31m",
  ])
  func whatIsNoLineIsNotSent(_ text: String) throws {
    #expect(throws: StoreError.badInput("a message is one line of 1 to 200 characters")) {
      try store.sendMessage(text, to: store.desk, sync.desk.stamp())
    }
    #expect(try store.operations().isEmpty)
  }

  @Test func aWindowThatNobodyKnowsGetsNone() throws {
    let nobody: Identifier<Desk> = sync.newID()
    #expect(throws: StoreError.notFound(kind: "desk", id: "\(nobody)")) {
      try store.sendMessage("Где вы?", to: nobody, sync.desk.stamp())
    }
  }

  @Test func nobodyReadsAnotherWindowsMessage() throws {
    let message = try store.sendMessage("Перерыв в 13", to: sync.otherDesk, sync.desk.stamp())
    try store.readMessage(message.id, sync.desk.stamp())
    #expect(try store.messages(sync.desk.stamp()).map(\.seen) == [nil])
    #expect(try store.unreadMessages(sync.desk.stamp()).isEmpty)
  }

  @Test func aRowFromTheCentreWaitsForTheClerkAndStaysReadHere() throws {
    let id: DeskMessage.ID = sync.newID()
    try sync.pull([row(id)], to: 1)
    #expect(try store.unreadMessages(sync.desk.stamp()).map(\.text) == ["Подойдите"])
    try store.readMessage(id, sync.desk.stamp(1))
    // The centre has not heard of it yet.
    try sync.pull([row(id, version: 2)], to: 2)
    #expect(try store.unreadMessages(sync.desk.stamp()).isEmpty)
    try sync.pull([row(id, version: 3, seen: sync.desk.stamp(1).now)], to: 3)
    #expect(try store.messages(sync.desk.stamp()).map(\.seen) == [sync.desk.stamp(1).now])
    try sync.pull([sync.tombstone(.message, id.uuid, version: 4)], to: 4)
    #expect(try store.messages(sync.desk.stamp()).isEmpty)
  }

  @Test(arguments: ["\\u001b[2J", "", "\\u0007"])
  func aRowWithoutALineIsKeptOut(_ text: String) throws {
    let id: DeskMessage.ID = sync.newID()
    try sync.pull([row(id, text: text)], to: 1)
    #expect(try store.unreadMessages(sync.desk.stamp()).isEmpty)
    #expect(try sync.state().unreadable == 1)
  }

  @Test func anotherWindowIsToldWhatItServes() throws {
    let stamp = sync.desk.stamp()
    try store.setSituations(["birth-of-child"], of: sync.otherDesk, stamp)
    try store.setSituations(["birth-of-child"], of: sync.otherDesk, stamp)
    try store.setSituations([], of: store.desk, stamp)
    let windows = try store.desks(stamp)
    #expect(windows.first { $0.id == sync.otherDesk }?.situations == ["birth-of-child"])
    let sent = try store.operations().map(\.operation)
    #expect(sent.map(\.kind) == [.deskAssigned])
    #expect(sent.first?.body?.contains("\(sync.otherDesk)") == true)
    #expect(throws: StoreError.notFound(kind: "situation", id: "nothing")) {
      try store.setSituations(["nothing"], of: sync.otherDesk, stamp)
    }
  }

  @Test func aRefusedMessageIsTakenBack() throws {
    let stamp = sync.desk.stamp()
    try store.sendMessage("Подойдите", to: sync.otherDesk, stamp)
    try sync.push(number: 1) { _ in .refused(.notPermitted) }
    let refused = try #require(try store.refusedOperations().first)
    try store.dropRefused(refused.id, reason: "нет прав", stamp)
    #expect(try store.messages(stamp).isEmpty)
  }

  @Test func aDeskAloneForgetsTheMessagesOfYesterday() throws {
    let alone = try TestStore()
    let presence = DeskPresence(id: alone.store.desk, state: .free, since: TestStore.morning)
    try alone.store.tellPresence(presence, alone.stamp())
    try alone.store.sendMessage("Вчера", to: alone.store.desk, alone.stamp())
    try alone.store.sendMessage("Сегодня", to: alone.store.desk, alone.stamp(24 * 60))
    #expect(try alone.store.unreadMessages(alone.stamp()).map(\.text) == ["Сегодня"])
  }
}
