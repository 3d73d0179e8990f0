// A refused change of a card that a person corrects: what is sent in its place.

import Domain
import Sync
import Testing

@testable import LocalStore

@Suite struct AmendRefusedTests {
  /// The server has no such card: the whole of it goes out, as a new one.
  @Test func aCardThatTheServerLacksIsSentWhole() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    try desk.refuseAll(.badBody)
    let refused = try #require(desk.store.refusedOperations().first)
    let saved = try desk.store.amendRefused(
      refused.id, as: citizen.named("Елкин"), basedOn: citizen, desk.stamp(1))
    #expect(saved.details.surname == "Елкин")
    #expect(try desk.store.citizen(citizen.id) == saved)
    #expect(try desk.store.refusedOperations() == [])
    let sent = try desk.unsent()
    #expect(sent.map(\.kind) == ["citizen_added"])
    #expect(sent.first?.body.contains("\"surname\":\"Елкин\"") == true)
  }

  /// What goes out is the difference from the server's card, with what was refused.
  @Test func aCardOfTheServerIsSentAsItsDifference() throws {
    let desk = try TestStore()
    let citizen = try desk.cardOfServer()
    try desk.store.changeCitizen(citizen.named("Иванова"), basedOn: citizen, desk.stamp(1))
    try desk.refuseAll(.badBody)
    let refused = try #require(desk.store.refusedOperations().first)
    let shown = try #require(refused.citizen)
    #expect(shown.details.surname == "Иванова")
    try desk.store.amendRefused(
      refused.id, as: shown.named("Иванова-Петрова"), basedOn: shown, desk.stamp(2))
    let sent = try desk.unsent()
    #expect(sent.map(\.kind) == ["citizen_changed"])
    #expect(sent.first?.body.contains("\"seen\":{\"surname\":\"Ёлкина\"}") == true)
    #expect(sent.first?.body.contains("\"set\":{\"surname\":\"Иванова-Петрова\"}") == true)
  }

  /// Somebody else has changed the field since the form was opened.
  @Test func aChangeThatTheClerkHasNotSeenIsAConflict() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    try desk.refuseAll(.badBody)
    let refused = try #require(desk.store.refusedOperations().first)
    let current = try desk.store.changeCitizen(
      citizen.named("Иванова"), basedOn: citizen, desk.stamp(1))
    #expect(throws: StoreError.conflict(current: current)) {
      try desk.store.amendRefused(
        refused.id, as: citizen.named("Петрова"), basedOn: citizen, desk.stamp(2))
    }
    #expect(try desk.store.refusedOperations().count == 1)
  }

  @Test func whatNobodyRefusedIsNotFound() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    let id: Operation.ID = desk.ids.make()
    #expect(throws: StoreError.notFound(kind: "refused operation", id: "\(id)")) {
      try desk.store.amendRefused(id, as: citizen, basedOn: citizen, desk.stamp(1))
    }
  }
}

extension Citizen {
  fileprivate func named(_ surname: String) -> Citizen {
    var citizen = self
    citizen.details.surname = surname
    return citizen
  }
}

extension TestStore {
  fileprivate func unsent() throws -> [SyncOperation] {
    guard case .state(let state) = store.perform(.read, now: Self.morning),
      case .operations(let waiting) = store.perform(
        .takeOperations(after: state.pushedThrough), now: Self.morning)
    else { throw StoreError.internal("no answer") }
    return waiting
  }

  /// The server refuses all that waits.
  fileprivate func refuseAll(_ refusal: Refusal) throws {
    let waiting = try unsent()
    let verdicts = waiting.map { Verdict(operation: $0.id, kind: .refused(refusal), number: 0) }
    _ = store.perform(
      .settle(Verdicts(epoch: "e", verdicts: verdicts), sent: waiting), now: Self.morning)
  }

  /// A card that another desk has made.
  fileprivate func cardOfServer() throws -> Citizen {
    let id: Citizen.ID = ids.make()
    let body = """
      {"audience":"person","given_name":"Мария","id":"\(id)","patronymic":"","surname":"Ёлкина"}
      """
    let page = SyncPage(
      rows: [SyncRow(entity: .citizen, id: id.uuid, version: 1, body: body)],
      cursor: SyncCursor(epoch: "e", number: 1, chain: "c1"), head: 1, durable: 0, release: 0,
      serverTime: Self.morning)
    _ = store.perform(.apply(page), now: Self.morning)
    return try #require(try store.citizen(id))
  }
}
