internal import Domain
package import Sync

/// Gathers a snapshot's lines into batches, and counts them: a truncated one is no snapshot.
package struct SnapshotReader {
  private var expected: Int?
  private var seen = 0
  private var rows: [SyncRow] = []
  package private(set) var isFaulty = false

  package init() {}

  /// Takes a line of COPY; the answer that is complete with it, if any.
  package mutating func take(_ line: UnsafeRawBufferPointer) -> SyncReply? {
    guard expected != nil else { return begin(line) }
    guard let row = RowText.row(line, isCopied: true) else {
      isFaulty = true
      return nil
    }
    rows.append(row)
    seen += 1
    return rows.count >= SyncLimit.snapshotBatch ? batch() : nil
  }

  /// The last answers; none where rows are missing.
  package mutating func end() -> [SyncReply] {
    guard seen == expected, !isFaulty else {
      isFaulty = true
      return []
    }
    return (rows.isEmpty ? [] : [batch()]) + [.snapshotEnded]
  }

  private mutating func begin(_ line: UnsafeRawBufferPointer) -> SyncReply? {
    let text = UnsafeRawBufferPointer(rebasing: line.prefix { $0 != UInt8(ascii: "\n") })
    var fields = FieldReader(text)
    guard let epoch = fields.text(), let number = fields.number(), let chain = fields.text(),
      let count = fields.number()
    else {
      isFaulty = true
      return nil
    }
    expected = Int(count)
    return .snapshotBegan(
      SyncCursor(epoch: epoch, number: number, chain: chain), rows: Int(count))
  }

  private mutating func batch() -> SyncReply {
    defer {
      rows = []
      rows.reserveCapacity(SyncLimit.snapshotBatch)
    }
    return .snapshotRows(rows)
  }
}
