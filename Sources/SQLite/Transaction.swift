/// When a transaction takes its lock (sqlite.org/lang_transaction.html).
package enum TransactionKind: String, Sendable {
  /// A read snapshot, from the first read on.
  case deferred = "BEGIN DEFERRED"
  /// The write lock at once: a transaction that reads and then writes cannot fail in the middle.
  case immediate = "BEGIN IMMEDIATE"
}

extension Connection {
  /// Runs `body` in a transaction: kept when it returns, undone when it throws.
  package func transaction<T>(_ kind: TransactionKind, _ body: () throws -> T) throws -> T {
    try execute(kind.rawValue)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Ends the transaction, unless SQLite has already done so after the error (a full disk, for one).
  ///
  /// An interrupt from another thread stops a ROLLBACK too. Left open, the transaction would keep every
  /// later one from beginning, so that it is said again.
  private func rollBack() {
    while isInTransaction {
      do throws(SQLiteError) {
        try execute("ROLLBACK")
      } catch {
        guard error.primary == .interrupted else { return }
      }
    }
  }
}
