package import Domain
internal import SQLite

// Calls that citizens have asked for after a low rating. Each desk of the centre knows them, and the number goes
// everywhere as soon as the call was made. An id is random but for its day, so that the moment of asking is nowhere.

/// What a citizen asks for with a rating.
package struct CallbackRequest: Hashable, Sendable {
  package var phone: Phone
  /// Until when they shall be called, in days from today.
  package var days: Int

  package init(phone: Phone, days: Int) {
    self.phone = phone
    self.days = days
  }
}

extension LocalStore {
  /// Those that wait, the most urgent first, and then those that were settled in the last ninety days. Who looks at
  /// numbers is in the audit.
  ///
  /// - Throws: `.forbidden` for whoever may not see them, where the desk has accounts.
  package func callbacks(_ stamp: Stamp) throws(StoreError) -> [Callback] {
    let (found, hasForgotten) = try write { transaction in
      let connection = transaction.connection
      try Self.checkCaller(stamp, connection)
      let hasForgotten = try CallbackTable.forgetOld(today: stamp.today, connection)
      let found =
        try CallbackTable.open(connection)
        + CallbackTable.settled(since: stamp.today.adding(days: -90), connection)
      for callback in found where callback.phone != nil {
        try transaction.audit(.seen, "callback", "\(callback.id)", purpose: "look", stamp)
      }
      return (found, hasForgotten)
    }
    if hasForgotten { fold(.truncating, beyond: 0) }
    return found
  }

  /// Notes what came of the call, and forgets the number.
  ///
  /// - Throws: `.notFound` where it is settled already, `.forbidden` for whoever may not, where the desk has accounts.
  package func settle(
    _ id: Callback.ID, _ outcome: Callback.Outcome, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      try Self.checkCaller(stamp, connection)
      guard let call = try CallbackTable.callback(id, connection), call.outcome == nil else {
        throw StoreError.notFound(kind: "callback", id: "\(id)")
      }
      try CallbackTable.settle(id, outcome, on: stamp.today, connection)
      try transaction.record(
        .callbackSettled, CallbackBody.settled(call, outcome, on: stamp.today), by: stamp)
      try transaction.audit(.changed, "callback", "\(id)", purpose: outcome.rawValue, stamp)
    }
    // What was forgotten must not live on in the write-ahead log.
    fold(.truncating, beyond: 0)
  }

  private static func checkCaller(_ stamp: Stamp, _ connection: Connection) throws {
    guard try EmployeeTable.hasAccounts(connection) else { return }
    let caller = try stamp.author.employee.flatMap { try EmployeeTable.stored($0, connection) }
    guard caller?.employee.may(.runQueue) == true else { throw StoreError.forbidden(.runQueue) }
  }
}
