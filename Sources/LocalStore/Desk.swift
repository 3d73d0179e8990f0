package import Domain
internal import SQLite

// What the desk keeps for itself: a form not yet saved, settings, and a look into the logs.

/// What becomes of a screen's draft when its visit is logged.
package enum DraftChange: Hashable, Sendable {
  /// The visit did not come from a screen.
  case kept
  /// The draft gives way to another, or to none.
  case replaced(by: String?)
}

extension LocalStore {
  /// Keeps an unsaved form, in place of the one before.
  package func saveDraft(_ json: String) throws(StoreError) {
    try write { try replaceDraft(json, $0.connection) }
  }

  package func draft() throws(StoreError) -> String? {
    try read { try $0.value("SELECT body FROM draft WHERE desk = ?", draftKey) }
  }

  package func clearDraft() throws(StoreError) {
    try write { try replaceDraft(nil, $0.connection) }
  }

  /// Within a transaction: `nil` leaves no draft.
  func replaceDraft(_ json: String?, _ connection: Connection) throws {
    if let json {
      try connection.run(
        "INSERT OR REPLACE INTO draft (desk, body) VALUES (?, ?)", draftKey, json)
    } else {
      try connection.run("DELETE FROM draft WHERE desk = ?", draftKey)
    }
  }

  package func setting(_ key: String) throws(StoreError) -> String? {
    try read { try $0.value("SELECT value FROM setting WHERE key = ?", key) }
  }

  /// Sets or, with `nil`, takes away a setting.
  package func setSetting(_ key: String, _ value: String?) throws(StoreError) {
    try write { transaction in
      if let value {
        try transaction.connection.run(
          "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", key, value)
      } else {
        try transaction.connection.run("DELETE FROM setting WHERE key = ?", key)
      }
    }
  }

  /// Operations after the one with number `sequence`, in order.
  package func operations(
    after sequence: Int64 = 0, limit: Int = 1000
  ) throws(StoreError) -> [LoggedOperation] {
    try read { connection in
      try OperationLog.rows(after: sequence, limit: limit, connection).map {
        LoggedOperation(
          sequence: $0.sequence, operation: $0.operation, previousHash: $0.previousHash,
          hash: $0.hash)
      }
    }
  }

  /// Audit entries after the one with number `sequence`, in order.
  package func auditEntries(
    after sequence: Int64 = 0, limit: Int = 1000, _ filter: AuditFilter = AuditFilter()
  ) throws(StoreError) -> [AuditEntry] {
    try read { try AuditLog.entries(after: sequence, limit: limit, filter, $0) }
  }

  /// Where the audit and the operation log are not what was written; empty when they are.
  package func verifyAudit() throws(StoreError) -> [AuditFault] {
    try read { connection in
      try AuditLog.faults(desk: desk, connection) + OperationLog.faults(desk: desk, connection)
    }
  }
}
