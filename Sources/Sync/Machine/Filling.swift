internal import Domain

// The snapshot: the one way out of every doubt.

extension SyncMachine {
  /// The server may have lost what this desk had sent: that counts as unsent from now on.
  mutating func takeSnapshotNeeded(_ turn: inout Turn) {
    guard questions.allSatisfy(\.isAside) else { return fault(&turn) }
    run(.sendAgain, .sendAgain, &turn)
  }

  mutating func takeFill(_ reply: SyncReply, _ turn: inout Turn) {
    switch reply {
    case .snapshotBegan(let cursor, let rows) where fill == nil && rows >= 0:
      linkTrouble = nil
      fill = Fill(total: rows)
      run(.beginFill, .beginSnapshot(cursor, rows: rows), &turn)
    case .snapshotRows(let rows):
      guard let total = fill?.total, let done = fill?.done, done + rows.count <= total else {
        return fault(&turn)
      }
      fill?.done += rows.count
      if !rows.isEmpty { run(.fill, .applySnapshot(rows), &turn) }
    case .snapshotEnded:
      // A snapshot that was cut short would sweep away what it did not bring.
      guard let fill, fill.done == fill.total else { return fault(&turn) }
      questions.removeFirst()
      run(.sweep, .endSnapshot, &turn)
    default: fault(&turn)
    }
  }

  /// What waits is sent now, and what came meanwhile is fetched.
  mutating func finishFill(_ turn: inout Turn) {
    fill = nil
    beginCycle(&turn)
  }
}
