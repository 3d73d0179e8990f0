package import Domain
internal import SQLite

extension LocalStore {
  /// Takes over citizens that somebody else has logged already, as the first fill from a central
  /// store does: no operations, since nothing of them has to be sent.
  ///
  /// One transaction, many times faster than adding them one by one. For an empty register.
  package func receive(_ citizens: some Sequence<Citizen>) throws(StoreError) {
    try write { transaction in
      var iterator = citizens.makeIterator()
      try CitizenTable.fill(transaction.connection) { iterator.next() }
    }
    fold(.truncating, beyond: 0)
  }
}
