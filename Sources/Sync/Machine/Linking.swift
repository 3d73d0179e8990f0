internal import Domain

// From nothing to a link, and the ways in which it ends.

extension SyncMachine {
  mutating func start(_ turn: inout Turn) {
    guard phase == .beforeStart else { return }
    phase = .waiting(.slot)
    run(.readToLink, .read, &turn)
  }

  /// The desk's place among all that start at the same moment.
  mutating func waitForSlot(_ state: SyncStoreState, _ turn: inout Turn) {
    let spread = UInt64(min(max(state.spread, 0), SyncTiming.longestWait)) * 1000
    let slot = spread == 0 ? 0 : Int64(state.desk.uuid.mixed % spread)
    if slot == 0 { connect(&turn) } else { wait(.slot, slot, turn) }
  }

  mutating func connect(_ turn: inout Turn) {
    phase = .connecting
    waitsUntil = nil
    attempts += 1
    deadline = turn.at + SyncTiming.connect
    turn.outputs.append(.connect)
  }

  mutating func takeConnected(_ turn: inout Turn) {
    guard phase == .connecting, let store else { return }
    phase = .greeting
    let hello = Hello(
      version: SyncProtocol.version, incarnation: store.incarnation, program: program)
    ask(.hello, .hello(hello), &turn)
    renewDeadline(turn)
  }

  mutating func takeWelcome(_ welcome: Welcome, _ turn: inout Turn) {
    phase = .working
    linkTrouble = nil
    noteClock(welcome.serverTime, turn)
    greetedEpoch = welcome.epoch
    let spread = min(max(welcome.spread, 0), SyncTiming.longestWait)
    let poll = min(max(welcome.poll, 1), SyncTiming.longestWait)
    serverVersion = welcome.version
    anchored = nil
    if store?.spread != spread || store?.poll != poll || isNew(welcome.series) {
      run(.remember, .remember(spread: spread, poll: poll, series: welcome.series), &turn)
    }
    if welcome.retryAfter > 0 { pause(welcome.retryAfter, turn) } else { beginCycle(&turn) }
  }

  private func isNew(_ series: String?) -> Bool { series != nil && series != store?.series }

  mutating func noteClock(_ serverTime: Instant, _ turn: Turn) {
    let difference = turn.now.milliseconds.subtractingReportingOverflow(serverTime.milliseconds)
    isClockOff =
      difference.overflow || difference.partialValue.magnitude > SyncTiming.clockDifference
  }

  mutating func takeAlarm(_ turn: inout Turn) {
    // The alarm is spent. Clocks wake early at times, and the next deadline may be this very moment:
    // either has to be said.
    shownDeadline = nil
    giveUpCalls(&turn)
    takeSilence(turn)
    guard let deadline, deadline <= turn.at else { return }
    self.deadline = nil
    switch phase {
    case .waiting: run(.readToLink, .read, &turn)
    case .connecting, .greeting, .working: lose(.unreachable, &turn)
    case .pausing, .resting:
      phase = .working
      beginCycle(&turn)
    case .beforeStart, .ended: break
    }
  }

  /// A person wants it now: neither slot nor back-off nor breaker holds.
  mutating func takeAsked(_ turn: inout Turn) {
    hasHadSlot = true
    switch phase {
    case .waiting where !isStoreAtWork:
      deadline = nil
      run(.readToLink, .read, &turn)
    case .resting:
      phase = .working
      beginCycle(&turn)
    default: wasAsked = true
    }
  }

  /// A change is pushed at once where nothing else is under way; otherwise the counts are shown.
  mutating func takeChanged(_ turn: inout Turn) {
    switch phase {
    case .resting:
      phase = .working
      beginCycle(&turn)
    case .waiting, .connecting, .greeting, .pausing:
      if !isStoreAtWork { run(.readCounts, .read, &turn) }
    case .working: hasChanged = true
    case .beforeStart, .ended: break
    }
  }

  mutating func end(_ turn: inout Turn) {
    drop(&turn)
    deadline = nil
    phase = .ended
  }

  // MARK: Endings

  mutating func takeBroken(_ fault: LinkFault, _ turn: inout Turn) {
    guard phase.isLink else { return }
    forgetLink(&turn)
    switch fault {
    case .unreachable: backOff(.unreachable, turn)
    case .busy: backOff(.busy, turn)
    case .stopped(.protocolFault): backOff(asFault: turn)
    case .stopped(let stop): open(stop, turn)
    }
  }

  /// Ends the link for the network's or the server's sake, and tries again later.
  mutating func lose(_ trouble: SyncStatus.Trouble, _ turn: inout Turn) {
    drop(&turn)
    backOff(trouble, turn)
  }

  /// The server said what it must not say.
  mutating func fault(_ turn: inout Turn) {
    drop(&turn)
    backOff(asFault: turn)
  }

  /// Too busy even for a greeting: what the server says counts, and not the desk's own back-off.
  mutating func lose(busyFor seconds: Int, _ turn: inout Turn) {
    drop(&turn)
    linkTrouble = .busy
    wait(.backOff, Int64(min(max(seconds, 1), SyncTiming.longestWait)) * 1000, turn)
  }

  /// The server will not serve this desk: no attempt but one now and then, and at a person's wish.
  mutating func stop(_ stop: SyncStatus.Stop, _ turn: inout Turn) {
    drop(&turn)
    open(stop, turn)
  }

  /// The desk's own disk fails: the link is of no use until it works again.
  mutating func failStore(_ turn: inout Turn) {
    isStoreFailing = true
    if case .waiting = phase, deadline != nil { return }
    drop(&turn)
    let jitter = 0.8 + 0.4 * turn.chance
    wait(.store, Int64(Double(SyncTiming.storeRetry) * jitter), turn)
  }

  private mutating func backOff(_ trouble: SyncStatus.Trouble, _ turn: Turn) {
    linkTrouble = trouble
    wait(.backOff, backOffTime(turn), turn)
  }

  /// Shown as something for a person to see to, and tried again as after any other fault: an answer
  /// that was cut off looks the same.
  private mutating func backOff(asFault turn: Turn) {
    linkTrouble = nil
    wait(.breaker(.protocolFault), backOffTime(turn), turn)
  }

  private mutating func open(_ stop: SyncStatus.Stop, _ turn: Turn) {
    linkTrouble = nil
    wait(.breaker(stop), SyncTiming.breaker, turn)
  }

  private func backOffTime(_ turn: Turn) -> Int64 {
    jittered(attempts - 1, most: SyncTiming.backOffMost, turn)
  }

  /// Full jitter: anything from nothing to a limit that doubles each time.
  private func jittered(_ times: Int, most: Int64, _ turn: Turn) -> Int64 {
    let limit = min(most, SyncTiming.backOffStart << Int64(min(max(times, 0), 20)))
    return Int64(Double(limit) * turn.chance)
  }

  private mutating func wait(_ wait: Wait, _ milliseconds: Int64, _ turn: Turn) {
    phase = .waiting(wait)
    deadline = turn.at + milliseconds
    waitsUntil = Instant(milliseconds: turn.now.milliseconds + milliseconds)
  }

  /// The server asks to wait with the link as it is. Where it cannot serve the desk time and again, as
  /// with a full disk, the desk asks less and less often.
  mutating func pause(_ seconds: Int, _ turn: Turn) {
    phase = .pausing
    linkTrouble = .busy
    fill = nil
    let asked = Int64(min(max(seconds, 1), SyncTiming.longestWait)) * 1000
    deadline = turn.at + max(asked, jittered(refusals, most: SyncTiming.busyMost, turn))
    refusals += 1
  }

  private mutating func drop(_ turn: inout Turn) {
    if phase.isLink { turn.outputs.append(.disconnect) }
    forgetLink(&turn)
  }

  private mutating func forgetLink(_ turn: inout Turn) {
    failCalls(&turn)
    serverVersion = 0
    lastLeased = nil
    connection += 1
    questions = []
    held = []
    fill = nil
    isDraining = false
    greetedEpoch = nil
    hasMoved = false
    deadline = nil
    silentAt = nil
    waitsUntil = nil
  }
}

extension SyncMachine.Phase {
  /// Whether there is a connection, or is about to be.
  var isLink: Bool {
    switch self {
    case .connecting, .greeting, .pausing, .working, .resting: true
    case .beforeStart, .waiting, .ended: false
    }
  }
}

extension UUIDv7 {
  /// Spread evenly: the desks of a centre were enrolled within minutes, and their ids begin alike.
  /// The steps are those of splitmix64.
  var mixed: UInt64 {
    var mixed = high ^ (low &* 0x9E37_79B9_7F4A_7C15)
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The version of what is said on the wire.
package enum SyncProtocol {
  package static let version = 4
  /// From this one on there are tickets on the wire.
  package static let withTickets = 2
  /// And the server keeps the heads of the desks' audits.
  package static let withAnchors = 2
}
