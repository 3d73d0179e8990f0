package import Domain
internal import SQLite

// A refused change of a card, corrected.

extension LocalStore {
  /// Sends a card as a person corrected it, in place of a refused change of it.
  ///
  /// What goes out is the difference from the server's card, the refused change included; the whole
  /// card where the server has none.
  /// - Parameter seen: the card as it was on the clerk's screen.
  /// - Returns: the card as it is now.
  /// - Throws: `.conflict` where the card says something else by now in a field that was corrected.
  @discardableResult
  package func amendRefused(
    _ id: Operation.ID, as citizen: Citizen, basedOn seen: Citizen, _ stamp: Stamp
  ) throws(StoreError) -> Citizen {
    try write { transaction in
      let connection = transaction.connection
      let refused = try Self.waiting(id, transaction)
      guard let stored = try CitizenTable.stored(citizen.id, connection) else {
        throw StoreError.notFound(kind: "citizen", id: "\(citizen.id)")
      }
      let wanted = CardChange(from: seen.details, to: citizen.details)
      guard let details = wanted.applied(to: stored.citizen.details) else {
        throw StoreError.conflict(current: stored.citizen)
      }
      try CitizenRules.check(details)
      var amended = stored.citizen
      if details != amended.details {
        amended.details = details
        amended.version += 1
        try CitizenTable.update(connection, amended)
      }
      try RefusedTable.setState("retried", refused.sequence, connection)
      if stored.serverVersion == 0 || refused.refusal == .unknownCitizen {
        try transaction.record(
          .citizenAdded, OperationBody.added(amended), about: amended.id, by: stamp)
      } else {
        let change = CardChange(from: try Self.beneath(refused, stored, connection), to: details)
        try transaction.record(
          .citizenChanged, OperationBody.changed(amended, change), about: amended.id, by: stamp)
      }
      try transaction.audit(.retried, "operation", "\(id)", purpose: "sync", stamp)
      try transaction.audit(.changed, "citizen", "\(amended.id)", purpose: "sync", stamp)
      return amended
    }
  }

  /// The card without the refused change: as the server has it where that is kept, else by what the
  /// clerk had seen.
  private static func beneath(
    _ refused: RefusedTable.Refused, _ stored: StoredCard, _ connection: Connection
  ) throws -> CitizenDetails {
    if let base = try BaseTable.base(of: stored.citizen.id, connection) { return base.card.details }
    var details = stored.citizen.details
    for (field, value) in OperationText.values("seen", in: refused.operation.body ?? "") {
      try? details.set(field, value)
    }
    return details
  }
}
