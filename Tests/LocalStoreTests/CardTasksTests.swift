// What of sync waits for a person on one card.

import Domain
import Sync
import Testing

@testable import LocalStore

@Suite struct CardTasksTests {
  @Test func aCardKnowsItsConflicts() throws {
    let desk = try TestStore()
    let (maria, other): (Citizen.ID, Citizen.ID) = (desk.ids.make(), desk.ids.make())
    let conflict: CardConflict.ID = desk.ids.make()
    desk.apply([
      desk.row(of: maria, "Ёлкина"), desk.row(of: other, "Иванова"),
      SyncRow(
        entity: .conflict, id: conflict.uuid, version: 1,
        body: """
          {"citizen":"\(maria)","current_at":"2026-11-24T07:00:00.000Z","current_by":"Окно 2",\
          "fields":{"surname":{"current":"Ёлкина","seen":"Елкина","wanted":"Йолкина"}},\
          "wanted_at":"2026-11-24T06:00:00.000Z","wanted_by":"Окно 4"}
          """),
    ])
    let found = try desk.card(of: maria).conflicts
    #expect(found.map(\.id) == [conflict])
    #expect(found == (try desk.store.conflicts()))
    #expect(try desk.card(of: other).conflicts == [])
    let chosen = try #require(found.first)
    try desk.store.settleConflict(chosen, choosing: chosen.wanted, desk.stamp(1))
    let settled = try desk.card(of: maria)
    #expect(settled.conflicts == [])
    #expect(settled.citizen.details.surname == "Йолкина")
  }

  @Test func aCardKnowsItsDoubles() throws {
    let desk = try TestStore()
    let here = try desk.addCitizen(snils: "112-233-445 95")
    let there: Citizen.ID = desk.ids.make()
    // The desk is past its first fill.
    desk.apply([])
    desk.apply([desk.row(of: there, "Ёлкина", ",\"snils\":\"11223344595\"")], number: 2)
    let offers = try desk.card(of: here.id).duplicates
    #expect(offers.map(\.id) == [DuplicateOffer.ID(here.id, there)])
    #expect(offers.first?.reason == .snils)
    #expect(try desk.card(of: there).duplicates == offers)
    #expect(try desk.store.duplicateOffers() == offers)
    try desk.store.dismissDuplicate(DuplicateOffer.ID(there, here.id))
    #expect(try desk.card(of: here.id).duplicates == [])
  }
}

extension TestStore {
  fileprivate func card(of id: Citizen.ID) throws -> CitizenCard {
    try store.card(of: id, purpose: "look", stamp(9))
  }

  fileprivate func row(of id: Citizen.ID, _ surname: String, _ more: String = "") -> SyncRow {
    SyncRow(
      entity: .citizen, id: id.uuid, version: 1,
      body: """
        {"audience":"person","given_name":"Мария","id":"\(id)","patronymic":"Петровна",\
        "surname":"\(surname)"\(more)}
        """)
  }

  fileprivate func apply(_ rows: [SyncRow], number: Int64 = 1) {
    let page = SyncPage(
      rows: rows, cursor: SyncCursor(epoch: "e", number: number, chain: "c\(number)"),
      head: number, durable: 0, release: 0, serverTime: Self.morning)
    _ = store.perform(.apply(page), now: Self.morning)
  }
}
