internal import Domain

// Pages, the release that comes with them, and the end of a cycle.

extension SyncMachine {
  mutating func pull(from cursor: SyncCursor?, _ turn: inout Turn) {
    ask(.pull(cursor), .pull(cursor, limit: SyncLimit.pullRows), &turn)
    beginListening(turn)
  }

  mutating func takePage(_ page: SyncPage, after cursor: SyncCursor?, _ turn: inout Turn) {
    guard let cursor else { return fault(&turn) }
    if page.cursor.epoch != cursor.epoch { return takeNewEpoch(page, after: cursor, &turn) }
    guard page.follows(cursor) else { return fault(&turn) }
    linkTrouble = nil
    silentAt = nil
    noteClock(page.serverTime, turn)
    offeredRelease = page.release
    // The server reads on while this page goes into the store.
    if !page.isLast { pull(from: page.cursor, &turn) }
    if page.changesNothing(at: cursor), !isTimeToNote(turn) {
      finish(page, &turn)
    } else {
      lastApplied = turn.at
      run(.apply(page), .apply(page), &turn)
    }
  }

  /// Another server goes on from a past that is the desk's own up to its cursor. What the desk sent since
  /// may be lost, and is sent again; what it has taken since may be lost too, and only a snapshot helps.
  private mutating func takeNewEpoch(
    _ page: SyncPage, after cursor: SyncCursor, _ turn: inout Turn
  ) {
    guard questions.allSatisfy(\.isAside), !hasMoved, page.moves(cursor) else {
      return fault(&turn)
    }
    hasMoved = true
    if store?.isAtHead == true {
      run(.move, .move(to: page.cursor), &turn)
    } else {
      takeSnapshotNeeded(&turn)
    }
  }

  /// Others, who do not keep the link, see in the store that the desk is up to date; to write that at
  /// each poll would be a write every few seconds for nothing.
  private func isTimeToNote(_ turn: Turn) -> Bool {
    guard let lastApplied else { return true }
    return lastApplied + SyncTiming.noteSynced <= turn.at
  }

  mutating func finish(_ page: SyncPage, _ turn: inout Turn) {
    guard page.isLast else { return }
    synced = turn.now
    attempts = 0
    refusals = 0
    if wasAsked { return beginCycle(&turn) }
    if hasChanged {
      hasChanged = false
      return run(.readToGoOn, .read, &turn)
    }
    endCycle(&turn)
  }

  /// What was saved meanwhile may have gone with this cycle already: a save is told of twice, by who made it and by the
  /// file that it wrote, and the second word costs no round trip.
  mutating func goOn(_ state: SyncStoreState, _ turn: inout Turn) {
    if wasAsked || state.pending > 0 || state.cursor == nil {
      beginWork(&turn)
    } else {
      endCycle(&turn)
    }
  }

  private mutating func endCycle(_ turn: inout Turn) {
    let known = max(store?.release ?? 0, refusedRelease)
    if offeredRelease > known {
      ask(.catalogue(offeredRelease), .catalogue(release: offeredRelease), &turn)
    } else {
      rest(&turn)
    }
  }

  mutating func takeRelease(_ release: SignedRelease, _ number: Int64, _ turn: inout Turn) {
    guard release.number == number else { return fault(&turn) }
    run(.keep(number), .keep(release), &turn)
  }

  mutating func rest(_ turn: inout Turn) {
    if askForLeases(&turn) { return }
    turn.outputs.append(.cycleDone)
    if hasChanged || wasAsked { return beginCycle(&turn) }
    phase = .resting
    deadline = turn.at + restingTime(turn)
  }
}

extension SyncPage {
  /// Whether the page can be an answer to what was asked.
  func follows(_ asked: SyncCursor) -> Bool {
    cursor.epoch == asked.epoch && cursor.number >= asked.number && head >= cursor.number
      && durable <= head && (cursor.number > asked.number || isLast)
  }

  /// Whether the page tells of the place that was asked with, in another epoch.
  func moves(_ asked: SyncCursor) -> Bool {
    cursor.number == asked.number && cursor.chain == asked.chain && head >= cursor.number
      && rows.isEmpty
  }

  /// Whether it reaches the head.
  var isLast: Bool { cursor.number >= head }

  func changesNothing(at asked: SyncCursor) -> Bool { rows.isEmpty && cursor == asked }
}
