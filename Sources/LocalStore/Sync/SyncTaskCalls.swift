package import Domain
internal import SQLite
internal import Sync

// What sync leaves to a person, for the screens and the command line.

extension LocalStore {
  /// How the desk stands with the central store as far as the store itself knows, for a process that
  /// does not keep the link: when all was here, what waits, and how far a first fill has come.
  package func syncStatus() throws(StoreError) -> SyncStatus {
    try read { connection in
      let row = try SyncStateTable.read(connection)
      let state = try SyncStateTable.forMachine(desk: desk, connection)
      return SyncStatus(
        link: .elsewhere, synced: row.synced, pending: state.pending, refused: state.refused,
        conflicts: state.conflicts, duplicates: state.duplicates,
        fill: row.filling.map { _ in
          SyncStatus.Fill(done: row.fillingDone, total: row.fillingRows)
        }, trouble: state.unreadable > 0 ? .rows : nil)
    }
  }

  /// Everything that waits for a person on this desk.
  package func syncTasks() throws(StoreError) -> SyncTasks {
    try read { connection in
      SyncTasks(
        refused: try Self.refused(connection), conflicts: try ConflictTable.waiting(connection),
        duplicates: try DuplicateTable.offers(connection))
    }
  }

  /// Operations that the central store refused and nobody has looked at, the newest first.
  package func refusedOperations() throws(StoreError) -> [RefusedOperation] {
    try read { try Self.refused($0) }
  }

  /// Conflicts between desks, the newest first.
  package func conflicts() throws(StoreError) -> [CardConflict] {
    try read { try ConflictTable.waiting($0) }
  }

  /// Pairs of cards that may be one person's, as far as nobody has decided.
  package func duplicateOffers() throws(StoreError) -> [DuplicateOffer] {
    try read { try DuplicateTable.offers($0) }
  }

  private static func refused(_ connection: Connection) throws -> [RefusedOperation] {
    try RefusedTable.waiting(connection).map { one in
      let body = one.operation.body
      let visit = body.flatMap { OperationText.field("situation", in: $0) }
      let citizen =
        one.citizen
        ?? body.flatMap { OperationText.field("citizen", in: $0) }.flatMap { Citizen.ID($0) }
      return RefusedOperation(
        id: one.operation.id, kind: one.operation.kind, time: one.operation.time,
        refusal: one.refusal,
        citizen: try citizen.flatMap { try CitizenTable.read(connection, $0) },
        situation: try visit.map {
          try CatalogueTable.title(.situation, $0, connection) ?? LocalizedText(ru: $0)
        })
    }
  }
}

// Refused operations.
extension LocalStore {
  /// Sends a refused operation again, as a new one: the ledger answers a known id with the first
  /// verdict.
  package func retryRefused(_ id: Operation.ID, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      let refused = try Self.waiting(id, transaction)
      guard let body = refused.operation.body else {
        throw StoreError.badInput("what the operation said was erased")
      }
      try transaction.record(
        refused.operation.kind, body: try Self.body(body, by: stamp.author.employee, transaction),
        about: refused.citizen, at: stamp.now)
      try RefusedTable.setState("retried", refused.sequence, transaction.connection)
      try transaction.audit(.retried, "operation", "\(id)", purpose: "sync", stamp)
    }
  }

  /// Gives a refused operation up: what it changed on this desk becomes again what the server has.
  ///
  /// - Parameter reason: why, in the clerk's words; kept in the audit.
  package func dropRefused(
    _ id: Operation.ID, reason: String, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      guard !reason.allSatisfy(\.isWhitespace) else {
        throw StoreError.badInput("a reason is needed")
      }
      let refused = try Self.waiting(id, transaction)
      try RefusedTable.setState("dropped", refused.sequence, transaction.connection)
      try Reversal(transaction, stamp).takeBack(refused)
      try transaction.audit(.dropped, "operation", "\(id)", purpose: reason, stamp)
    }
  }

  /// Whoever sends it again answers for it: the first author may not have been permitted to.
  private static func body(
    _ body: String, by employee: Employee.ID?, _ transaction: WriteTransaction
  ) throws -> String {
    guard let employee else { return body }
    return try transaction.connection.value(
      "SELECT json_set(?, '$.employee', ?)", body, "\(employee)") ?? body
  }

  static func waiting(
    _ id: Operation.ID, _ transaction: WriteTransaction
  ) throws -> RefusedTable.Refused {
    guard let refused = try RefusedTable.waiting(id, transaction.connection) else {
      throw StoreError.notFound(kind: "refused operation", id: "\(id)")
    }
    return refused
  }
}

// Conflicts.
extension LocalStore {
  /// Settles a conflict: of its fields, `chosen` holds what the card shall say.
  ///
  /// - Parameter conflict: as it was on the clerk's screen. Where the centre's card says something else
  ///   by now in a field that the clerk changes, another conflict comes of it.
  package func settleConflict(
    _ conflict: CardConflict, choosing chosen: CitizenDetails, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      guard try ConflictTable.isWaiting(conflict.id, connection),
        let stored = try CitizenTable.stored(conflict.citizen, connection)
      else { throw StoreError.notFound(kind: "conflict", id: "\(conflict.id)") }
      var details = stored.citizen.details
      for field in conflict.fields { try? details.set(field, chosen[field]) }
      try CitizenRules.check(details)
      try keepBase(of: stored, connection)
      let body = JSONText.object([
        "id": .string("\(conflict.id)"), "citizen": .string("\(conflict.citizen)"),
        "seen": conflict.current.json(conflict.fields), "set": chosen.json(conflict.fields),
      ])
      try transaction.record(
        .conflictSettled, body, about: conflict.citizen, by: stamp)
      try CitizenTable.update(
        connection,
        Citizen(id: conflict.citizen, details: details, version: stored.citizen.version + 1))
      try ConflictTable.settle(conflict.id, connection)
      try transaction.audit(.settled, "citizen", "\(conflict.citizen)", purpose: "sync", stamp)
    }
  }

  /// Keeps what the server has of a card before this desk changes it in a way that cannot be read
  /// back from the operation.
  private func keepBase(of stored: StoredCard, _ connection: Connection) throws {
    let id = stored.citizen.id
    let state = try SyncStateTable.read(connection)
    guard stored.serverVersion > 0, try BaseTable.base(of: id, connection) == nil,
      try PendingOperations(at: state.cursor, connection).changes(of: id, connection).isEmpty
    else { return }
    try BaseTable.put(
      ServerCard(details: stored.citizen.details, mergedInto: stored.mergedInto),
      version: stored.serverVersion, of: id, connection)
  }
}

// Two cards of one person.
extension LocalStore {
  /// Makes two cards one: `merged` is found through `kept` from now on, with its cases and visits.
  /// Nothing is rewritten, so that it can be taken back.
  package func mergeCitizens(
    kept: Citizen.ID, merged: Citizen.ID, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      let kept = try CitizenTable.standing(for: kept, connection)
      guard try CitizenTable.row(of: kept, connection) != nil else {
        throw StoreError.notFound(kind: "citizen", id: "\(kept)")
      }
      guard let card = try CitizenTable.stored(merged, connection) else {
        throw StoreError.notFound(kind: "citizen", id: "\(merged)")
      }
      guard kept != merged, try CitizenTable.standing(for: merged, connection) == merged else {
        throw StoreError.badInput("the cards are one already")
      }
      try keepBase(of: card, connection)
      try transaction.record(
        .citizensMerged,
        .object(["kept": .string("\(kept)"), "merged": .string("\(merged)")]), about: merged,
        by: stamp)
      try CitizenTable.setMergedInto(kept, of: merged, connection)
      try transaction.audit(.merged, "citizen", "\(merged)", purpose: "\(kept)", stamp)
    }
  }

  /// Takes a merged card out again; the pair is not offered for merging any more.
  package func unmergeCitizen(_ merged: Citizen.ID, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      guard let card = try CitizenTable.stored(merged, connection), let kept = card.mergedInto
      else { throw StoreError.notFound(kind: "merged citizen", id: "\(merged)") }
      try keepBase(of: card, connection)
      try transaction.record(
        .citizensUnmerged, .object(["merged": .string("\(merged)")]), about: merged, by: stamp)
      try CitizenTable.setMergedInto(nil, of: merged, connection)
      try DuplicateTable.dismiss(DuplicateOffer.ID(kept, merged), connection)
      try transaction.audit(.unmerged, "citizen", "\(merged)", purpose: "\(kept)", stamp)
    }
  }

  /// Two people after all: the pair is not offered again on this desk.
  package func dismissDuplicate(_ pair: DuplicateOffer.ID) throws(StoreError) {
    try write { try DuplicateTable.dismiss(pair, $0.connection) }
  }
}
