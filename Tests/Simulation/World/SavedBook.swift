import Domain
import SQLite

@testable import LocalStore

/// What each desk's store has ever reported as saved: the operations that nobody may lose.
struct SavedBook {
  struct Entry {
    var sequence: Int64
    var id: Operation.ID
    var kind: Operation.Kind
    var body: String
  }

  private(set) var entries: [Int: [Entry]] = [:]
  private var ends: [Int: Int64] = [:]
  /// Everything that any desk has ever logged, whatever became of its disk.
  private(set) var everything: Set<Operation.ID> = []

  mutating func open(_ desk: Int) { entries[desk] = entries[desk] ?? [] }

  /// Takes down what was saved since the last time.
  ///
  /// - Returns: how many operations.
  mutating func note(_ desk: SimulatedDesk) -> Int {
    let end = desk.store.lastSequence
    guard end > ends[desk.index] ?? 0 else { return 0 }
    let saved = desk.store.operations(after: ends[desk.index] ?? 0)
    ends[desk.index] = end
    entries[desk.index]?.append(contentsOf: saved)
    everything.formUnion(saved.map(\.id))
    return saved.count
  }

  /// A disk was put back to what it was: what was saved since is gone, and known to be.
  mutating func forget(_ desk: Int, after sequence: Int64) {
    entries[desk]?.removeAll { $0.sequence > sequence }
    ends[desk] = sequence
  }

  /// A clone has what its original had.
  mutating func copy(_ desk: Int, to clone: Int) {
    entries[clone] = entries[desk]
    ends[clone] = ends[desk]
  }
}

extension DeskStore {
  var lastSequence: Int64 {
    (try? local.connection.value("SELECT coalesce(max(sequence), 0) FROM operation")) ?? 0
  }

  func operations(after sequence: Int64) -> [SavedBook.Entry] {
    let rows = try? local.connection.all(
      """
      SELECT sequence, id, kind, body FROM operation
      WHERE sequence > ? AND body IS NOT NULL ORDER BY sequence
      """, sequence
    ) { row in
      SavedBook.Entry(
        sequence: try row.next(), id: try row.next(), kind: try row.word(), body: try row.next())
    }
    return rows ?? []
  }
}
