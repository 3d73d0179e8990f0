internal import Domain

// The picture for the screen: said when it has changed.

extension SyncMachine {
  /// The same picture with a newer time is not said more often than this, in milliseconds.
  private static let synchronyStep: Int64 = 20_000

  mutating func sayWhatIsShown(_ turn: inout Turn) {
    guard phase != .beforeStart, phase != .ended else { return }
    let status = self.status
    guard isWorthSaying(status) else { return }
    shown = status
    turn.outputs.append(.show(status))
  }

  private func isWorthSaying(_ status: SyncStatus) -> Bool {
    guard var same = shown else { return true }
    if same.fill?.isAlike(status.fill) == true { same.fill = status.fill }
    if let old = same.synced, let new = status.synced,
      abs(new.milliseconds - old.milliseconds) < Self.synchronyStep
    {
      same.synced = new
    }
    return same != status
  }

  private var status: SyncStatus {
    SyncStatus(
      link: link, synced: synced, pending: store?.pending ?? 0, refused: store?.refused ?? 0,
      conflicts: store?.conflicts ?? 0, duplicates: store?.duplicates ?? 0,
      fill: fill.map { SyncStatus.Fill(done: $0.done, total: $0.total) }, trouble: trouble)
  }

  private var link: SyncStatus.Link {
    switch phase {
    case .beforeStart, .ended: .alone
    case .waiting(.breaker(let stop)): .stopped(stop)
    case .waiting: waitsUntil.map { .waiting(until: $0) } ?? .connecting
    case .connecting, .greeting: .connecting
    case .pausing, .working, .resting: .linked
    }
  }

  private var trouble: SyncStatus.Trouble? {
    if isStoreFailing { return .localStore }
    if let linkTrouble { return linkTrouble }
    if isForked { return .forked }
    if isClockOff { return .clock }
    if refusedRelease > 0, refusedRelease >= offeredRelease { return .release }
    return (store?.unreadable ?? 0) > 0 ? .rows : nil
  }
}

extension SyncStatus.Fill {
  /// Whether a bar of a hundred steps looks the same.
  func isAlike(_ other: SyncStatus.Fill?) -> Bool {
    guard let other, other.total == total, total > 0 else { return false }
    return other.done * 100 / total == done * 100 / total
  }
}
