// What goes into the machine and what comes out: plain values.

package import Domain

/// Milliseconds of a clock that nobody sets, counting while the machine sleeps.
package struct Monotonic: Hashable, Comparable, Sendable {
  package var milliseconds: Int64
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (moment: Self, milliseconds: Int64) -> Self {
    Self(milliseconds: moment.milliseconds + milliseconds)
  }
}

package enum SyncInput: Hashable, Sendable {
  case start
  /// The deadline set last has come.
  case alarm
  case connected
  case replied(SyncReply)
  /// The connection could not be made, or is gone; all that was under way is unanswered.
  case broken(LinkFault)
  case stored(StoreResult)
  /// A change was saved on this desk.
  case changed
  /// A person wants it now.
  case asked
  /// A window wants the next citizen: answered in any case, within `SyncTiming.call`.
  case call(SyncCall)
  /// Finish what is under way by letting it go: the program ends.
  case stop
}

package enum LinkFault: Hashable, Sendable {
  case unreachable
  case busy
  case stopped(SyncStatus.Stop)
}

package enum SyncOutput: Hashable, Sendable {
  case connect
  case disconnect
  case send(SyncRequest)
  case store(StoreCommand)
  /// Wake the machine then; replaces the deadline before it. `nil`: no deadline.
  case alarm(Monotonic?)
  /// The picture has changed.
  case show(SyncStatus)
  case answered(CallAnswer)
  /// A whole cycle is done: what `okno sync --once` waits for.
  case cycleDone
}

/// What the store does for the machine, each in one transaction.
package enum StoreCommand: Hashable, Sendable {
  /// Reads where the desk stands.
  case read
  /// Pending operations behind `sequence`, in order, within the limits of a batch.
  case takeOperations(after: Int64)
  case settle(Verdicts, sent: [SyncOperation])
  /// Applies a page and moves the cursor.
  case apply(SyncPage)
  case beginSnapshot(SyncCursor, rows: Int)
  case applySnapshot([SyncRow])
  /// Sweeps a few hundred rows that the snapshot did not have; answers `.sweeping` until none is left,
  /// then moves the cursor.
  case endSnapshot
  /// Takes everything beyond the durable number as unsent, because a snapshot of another past follows.
  case sendAgain
  /// Takes everything beyond the durable number as unsent, unless the server has acknowledged all of it
  /// in this epoch.
  case sendAgainIn(epoch: String)
  /// The same, and goes on from this cursor, which is the desk's own in another epoch.
  case move(to: SyncCursor)
  case keep(SignedRelease)
  /// Notes what the server said of spreading, and the letters of this desk's tickets.
  case remember(spread: Int, poll: Int, series: String?)
  /// Keeps the ticket that was called for this desk, and logs the call as the desk's own.
  case takeCalled(SyncRow, SyncCall)
  /// What the server keeps for this desk, asked for at `since`; nothing else is kept.
  case setLeases([GrantedLease], since: Instant)
}

package enum StoreResult: Hashable, Sendable {
  case state(SyncStoreState)
  case operations([SyncOperation])
  case applied(SyncStoreState)
  case sweeping
  /// The signature does not hold.
  case releaseRefused
  /// Nothing was changed: the disk is full, the file is locked or read-only.
  case failed
}

/// Where a desk's store stands.
package struct SyncStoreState: Hashable, Sendable {
  package var desk: Identifier<Desk>
  package var incarnation: [UInt8]
  package var cursor: SyncCursor?
  /// The rows are those of the cursor and none is newer: it stands at the head that the last page told
  /// of, and no snapshot is half taken.
  package var isAtHead: Bool
  /// Every operation up to this sequence has its verdict.
  package var pushedThrough: Int64
  package var pending: Int
  package var refused: Int
  package var conflicts: Int
  package var duplicates: Int
  package var release: Int64
  /// Rows of the server that could not be read and were kept out.
  package var unreadable: Int
  package var spread: Int
  package var poll: Int
  /// When the desk last had all that the server had.
  package var synced: Instant?
  package var series: String?
  /// What to ask the server to keep; absent while nobody waits or the window is not open.
  package var leaseWish: LeaseWish?
  /// Absent before the first entry.
  package var audit: AuditHead?
  /// A board looks at the centre's day.
  package var isWatched = false

  package init(
    desk: Identifier<Desk>, incarnation: [UInt8], cursor: SyncCursor? = nil,
    isAtHead: Bool = true, pushedThrough: Int64 = 0, pending: Int = 0, refused: Int = 0,
    conflicts: Int = 0, duplicates: Int = 0, release: Int64 = 0, unreadable: Int = 0,
    spread: Int = 0, poll: Int = 5, synced: Instant? = nil, series: String? = nil,
    leaseWish: LeaseWish? = nil, audit: AuditHead? = nil
  ) {
    self.desk = desk
    self.incarnation = incarnation
    self.cursor = cursor
    self.isAtHead = isAtHead
    self.pushedThrough = pushedThrough
    self.pending = pending
    self.refused = refused
    self.conflicts = conflicts
    self.duplicates = duplicates
    self.release = release
    self.unreadable = unreadable
    self.spread = spread
    self.poll = poll
    self.synced = synced
    self.series = series
    self.leaseWish = leaseWish
    self.audit = audit
  }
}
