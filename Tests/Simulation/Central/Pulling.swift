import Domain
import Sync

extension CentreStream {
  /// `nil` where the desk needs a snapshot.
  func page(after cursor: SyncCursor?, limit: Int, at now: Instant, hold: Int64) -> SyncPage? {
    guard let cursor, holds(cursor) else { return nil }
    if cursor.epoch != toldEpoch, mutant != .epochIgnored {
      return SyncPage(
        rows: [],
        cursor: SyncCursor(epoch: toldEpoch, number: cursor.number, chain: cursor.chain),
        head: head, durable: durable(at: now, hold: hold), release: 0, serverTime: now)
    }
    var end = cursor.number
    var known: Set<Key> = []
    var keys: [Key] = []
    while end < head, keys.count < limit {
      for key in changes[Int(end)].keys where known.insert(key).inserted { keys.append(key) }
      end += 1
    }
    let visible = keys.filter { !isStillInvisible($0, at: now) }
    return SyncPage(
      rows: visible.compactMap(row),
      cursor: SyncCursor(epoch: cursor.epoch, number: end, chain: chain(at: end)),
      head: head, durable: durable(at: now, hold: hold), release: 0, serverTime: now)
  }

  /// Whether the desk's place is one in this very stream from which it can go on.
  private func holds(_ cursor: SyncCursor) -> Bool {
    let isHere = cursor.number <= head
    if mutant == .epochIgnored { return isHere && cursor.number >= horizon }
    guard cursor.epoch.prefix(while: { $0 != "." }) == epoch, isHere else { return false }
    if mutant == .horizonIgnored { return chain(at: cursor.number) == cursor.chain }
    guard cursor.number >= horizon else { return false }
    return mutant == .chainIgnored || chain(at: cursor.number) == cursor.chain
  }

  /// A planted fault: numbers are given when transactions begin, so that a page passes over those
  /// that are not yet to be seen.
  private func isStillInvisible(_ key: Key, at now: Instant) -> Bool {
    guard mutant == .numberBeforeCommit, let last = changes.last(where: { $0.keys.contains(key) })
    else { return false }
    return key.id.low % 3 == 0 && now.milliseconds - last.time.milliseconds < 30_000
  }

  /// All answers of a snapshot, in batches.
  func snapshot() -> [SyncReply] {
    let live = SyncRow.Entity.allCases.flatMap { rows(of: $0) }
    let missing = mutant == .snapshotOlderThanItsCursor ? live.count / 8 : 0
    let told = Array(live.dropLast(missing))
    var replies: [SyncReply] = [.snapshotBegan(cursor, rows: told.count)]
    var start = 0
    while start < told.count {
      let end = min(start + 20, told.count)
      replies.append(.snapshotRows(Array(told[start..<end])))
      start = end
    }
    return replies + [.snapshotEnded]
  }
}
