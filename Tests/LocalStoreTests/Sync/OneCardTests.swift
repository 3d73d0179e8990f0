import Domain
import Sync
import Testing

@testable import LocalStore

@Suite struct MergingTests {
  @Test func theSamePersonFromTwoDesksIsOfferedOnce() throws {
    let sync = try SyncDesk()
    let own = try sync.desk.addCitizen(snils: "112-233-445 95")
    let bySNILS: Citizen.ID = sync.newID()
    let byName: Citizen.ID = sync.newID()
    let another: Citizen.ID = sync.newID()
    try sync.pull(
      [
        sync.citizenRow(
          bySNILS, surname: "Новая", birthDate: nil, snils: "11223344595"),
        sync.citizenRow(byName, surname: "ЕЛКИНА"),
        sync.citizenRow(another, birthDate: "1991-03-12"),
      ], to: 1)
    let offers = try sync.store.duplicateOffers()
    #expect(Set(offers.map(\.reason)) == [.snils, .nameAndBirthDate])
    #expect(offers.count == 2)
    #expect(
      offers.allSatisfy {
        $0.id == DuplicateOffer.ID(own.id, bySNILS)
          || $0.id == DuplicateOffer.ID(own.id, byName)
      })
    for offer in offers { try sync.store.dismissDuplicate(offer.id) }
    #expect(try sync.store.duplicateOffers().isEmpty)
    try sync.pull([sync.citizenRow(byName, version: 2, phone: nil)], to: 2)
    #expect(try sync.store.duplicateOffers().isEmpty)
  }

  @Test func afterASnapshotWhatWasAddedHereIsCompared() throws {
    let sync = try SyncDesk()
    let own = try sync.desk.addCitizen()
    let other: Citizen.ID = sync.newID()
    try sync.fill([sync.citizenRow(other)], to: 3)
    #expect(try sync.store.duplicateOffers().map(\.id) == [DuplicateOffer.ID(own.id, other)])
  }

  @Test func aFirstFillIsLookedThroughForSharedNumbers() throws {
    let sync = try SyncDesk()
    let ids: [Citizen.ID] = (0..<4).map { _ in sync.newID() }
    let numbers = ["11223344595", "11223344595", nil, nil]
    try sync.fill(
      zip(ids, numbers).map { id, number in
        sync.citizenRow(id, surname: "Имя\(id.uuid.low % 7)", birthDate: nil, snils: number)
      }, to: 3)
    #expect(try sync.store.duplicateOffers().map(\.id) == [DuplicateOffer.ID(ids[0], ids[1])])
    #expect(try sync.state().duplicates == 1)
    #expect(try sync.store.syncStatus().duplicates == 1)
    try sync.store.mergeCitizens(kept: ids[0], merged: ids[1], sync.desk.stamp())
    #expect(try sync.state().duplicates == 0)
  }

  @Test func aMergedCardIsFoundThroughTheKeptOneAndCanBeTakenOut() throws {
    let sync = try SyncDesk()
    let kept = try sync.desk.addCitizen("Ёлкина")
    let merged = try sync.desk.addCitizen("Иголкина")
    let visits = [try sync.desk.log(kept.id), try sync.desk.log(merged.id, minutes: 30)]
    let casesBefore = try [kept, merged].map { try sync.desk.card($0.id).cases }
    try sync.store.mergeCitizens(kept: kept.id, merged: merged.id, sync.desk.stamp())

    for card in try [sync.desk.card(kept.id), sync.desk.card(merged.id)] {
      #expect(card.citizen == kept)
      #expect(card.merged == [merged])
      #expect(card.visits == visits.reversed())
      // One birth, for which two desks had opened a case each.
      #expect(card.cases.count == 1)
      #expect(card.cases.first?.citizen == kept.id)
    }
    let searcher = Searcher(sync.store.connection)
    for text in ["ёлкина", "иголкина"] {
      let hits = try searcher.search(text, kinds: [.citizen])
      #expect(hits.map(\.target) == [.citizen(kept.id)], "\(text)")
    }
    let body = try #require(try sync.pending().last)
    #expect(body.kind == "citizens_merged")
    #expect(body.body == "{\"kept\":\"\(kept.id)\",\"merged\":\"\(merged.id)\"}")

    try sync.store.unmergeCitizen(merged.id, sync.desk.stamp())
    #expect(try sync.desk.card(merged.id).visits == [visits[1]])
    #expect(try sync.desk.card(kept.id).visits == [visits[0]])
    #expect(try sync.desk.card(merged.id).cases == casesBefore[1])
    #expect(try sync.desk.card(kept.id).cases == casesBefore[0])
    #expect(
      try searcher.search("иголкина", kinds: [.citizen]).map(\.target) == [
        .citizen(merged.id)
      ])
    #expect(
      try sync.store.auditEntries().map(\.action).filter { $0 == .merged || $0 == .unmerged }
        == [.merged, .unmerged])
    #expect(try sync.store.verifyAudit().isEmpty)
  }

  @Test func cardsAreMergedOnce() throws {
    let sync = try SyncDesk()
    let one = try sync.desk.addCitizen()
    let other = try sync.desk.addCitizen()
    #expect(throws: StoreError.self) {
      try sync.store.mergeCitizens(kept: one.id, merged: one.id, sync.desk.stamp())
    }
    try sync.store.mergeCitizens(kept: one.id, merged: other.id, sync.desk.stamp())
    #expect(throws: StoreError.self) {
      try sync.store.mergeCitizens(kept: other.id, merged: one.id, sync.desk.stamp())
    }
    #expect(throws: StoreError.self) {
      try sync.store.unmergeCitizen(one.id, sync.desk.stamp())
    }
  }

  /// The server has taken both: whoever looks sees one card, and no loop.
  @Test func aRingOfMergersEnds() throws {
    let sync = try SyncDesk()
    let ids: [Citizen.ID] = (0..<3).map { _ in sync.newID() }
    try sync.pull(
      (0..<3).map { sync.citizenRow(ids[$0], mergedInto: ids[($0 + 1) % 3]) }, to: 1)
    let standing = try #require(ids.min())
    for id in ids {
      let card = try sync.desk.card(id)
      #expect(card.citizen.id == standing)
      #expect(card.merged.count == 2)
    }
  }

  @Test func anotherDesksMergingIsShownAndAPendingOneHolds() throws {
    let sync = try SyncDesk()
    let ids: [Citizen.ID] = (0..<3).map { _ in sync.newID() }
    try sync.pull(ids.map { sync.citizenRow($0) }, to: 1)
    try sync.pull([sync.citizenRow(ids[1], version: 2, mergedInto: ids[0])], to: 2)
    #expect(try sync.desk.card(ids[1]).citizen.id == ids[0])
    try sync.store.mergeCitizens(kept: ids[0], merged: ids[2], sync.desk.stamp())
    try sync.pull([sync.citizenRow(ids[2], version: 2, phone: nil)], to: 3)
    #expect(try sync.desk.card(ids[2]).citizen.id == ids[0])
    // Refused and given up, it is two people again.
    try sync.push(number: 0) { _ in .refused(.erased) }
    let refused = try #require(try sync.store.refusedOperations().first)
    try sync.store.dropRefused(refused.id, reason: "разные", sync.desk.stamp())
    #expect(try sync.desk.card(ids[2]).citizen.id == ids[2])
    #expect(try sync.desk.card(ids[2]).citizen.details.phone == nil)
  }

  @Test func erasingAPersonErasesAllCards() throws {
    let sync = try SyncDesk()
    let kept = try sync.desk.addCitizen()
    let merged = try sync.desk.addCitizen("Иголкина")
    try sync.store.mergeCitizens(kept: kept.id, merged: merged.id, sync.desk.stamp())
    try sync.store.eraseCitizen(kept.id, sync.desk.stamp())
    #expect(try sync.store.citizen(merged.id) == nil)
    let erased = try sync.pending().filter { $0.kind == "citizen_erased" }
    #expect(
      Set(erased.compactMap { OperationText.id(in: $0.body) }) == [kept.id.uuid, merged.id.uuid])
  }
}

@Suite struct ConflictTests {
  private func desk() throws -> (SyncDesk, Citizen.ID, CardConflict) {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull(
      [
        sync.citizenRow(id, surname: "Иванова"),
        sync.conflictRow(sync.newID(), of: id, current: "Иванова", wanted: "Петрова"),
      ], to: 2)
    return (sync, id, try #require(try sync.store.conflicts().first))
  }

  @Test func aConflictShowsBothValuesWhoAndWhen() throws {
    let (sync, id, conflict) = try desk()
    #expect(conflict.citizen == id)
    #expect(conflict.fields == [.surname])
    #expect(conflict.current.surname == "Иванова")
    #expect(conflict.wanted.surname == "Петрова")
    #expect(conflict.wanted.givenName == conflict.current.givenName)
    #expect(conflict.wantedBy.desk == "окно 2")
    #expect(conflict.currentBy.time.iso8601 == "2026-11-24T07:05:00.000Z")
    #expect(try sync.state().conflicts == 1)
  }

  @Test func aSettledConflictIsSentAndHidden() throws {
    let (sync, id, conflict) = try desk()
    try sync.store.settleConflict(conflict, choosing: conflict.wanted, sync.desk.stamp())
    #expect(try sync.surname(id) == "Петрова")
    #expect(try sync.state().conflicts == 0)
    let sent = try sync.push(number: 3)
    #expect(sent.map(\.kind) == ["conflict_settled"])
    #expect(
      sent.first?.body == """
        {"citizen":"\(id)","id":"\(conflict.id)","seen":{"surname":"Иванова"},\
        "set":{"surname":"Петрова"}}
        """)
    try sync.pull(
      [
        sync.citizenRow(id, version: 2, surname: "Петрова"),
        sync.tombstone(.conflict, conflict.id.uuid, version: 2),
      ], to: 3)
    #expect(try sync.surname(id) == "Петрова")
    #expect(try sync.desk.rows("SELECT * FROM conflict").isEmpty)
    #expect(try sync.store.auditEntries().last?.action == .settled)
    #expect(throws: StoreError.self) {
      try sync.store.settleConflict(conflict, choosing: conflict.wanted, sync.desk.stamp())
    }
  }

  @Test func aRefusedSettlementGivenUpShowsTheConflictAgain() throws {
    let (sync, id, conflict) = try desk()
    try sync.store.settleConflict(conflict, choosing: conflict.wanted, sync.desk.stamp())
    try sync.push(number: 0) { _ in .refused(.badBody) }
    let refused = try #require(try sync.store.refusedOperations().first)
    try sync.store.dropRefused(refused.id, reason: "не так", sync.desk.stamp())
    #expect(try sync.surname(id) == "Иванова")
    #expect(try sync.store.conflicts().map(\.id) == [conflict.id])
  }

  @Test func aConflictOfAnErasedCardIsGone() throws {
    let (sync, id, _) = try desk()
    try sync.store.eraseCitizen(id, sync.desk.stamp())
    #expect(try sync.store.conflicts().isEmpty)
    #expect(try sync.desk.rows("SELECT * FROM conflict").isEmpty)
  }
}
