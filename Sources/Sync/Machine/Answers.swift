internal import Domain

// Answers of the server and of the store, each to the oldest question.

extension SyncMachine {
  mutating func takeReply(_ reply: SyncReply, _ turn: inout Turn) {
    guard phase.isLink, phase != .connecting else { return }
    // The store's result comes first: what it says decides what an answer means.
    if isStoreAtWork {
      held.append(reply)
      return
    }
    answer(reply, &turn)
    renewDeadline(turn)
  }

  private mutating func answer(_ reply: SyncReply, _ turn: inout Turn) {
    guard let question = questions.first else { return fault(&turn) }
    if case .stopped(let reason) = reply { return stop(reason, &turn) }
    if case .busy(let seconds) = reply { return takeBusy(seconds, &turn) }
    if takeQueueReply(reply, question, &turn) { return finishDrain(&turn) }
    if isDraining { return drain(reply, question, &turn) }
    switch (question, reply) {
    case (.hello, .welcome(let welcome)):
      questions.removeFirst()
      takeWelcome(welcome, &turn)
    case (.push(let sent), .verdicts(let verdicts)):
      questions.removeFirst()
      takeVerdicts(verdicts, sent, &turn)
    case (.pull(let cursor), .page(let page)):
      questions.removeFirst()
      takePage(page, after: cursor, &turn)
    case (.pull, .snapshotNeeded):
      questions.removeFirst()
      takeSnapshotNeeded(&turn)
    case (.snapshot, .snapshotBegan), (.snapshot, .snapshotRows), (.snapshot, .snapshotEnded):
      takeFill(reply, &turn)
    case (.catalogue(let number), .release(let release)):
      questions.removeFirst()
      takeRelease(release, number, &turn)
    case (.anchor(let head), .anchored(let sequence)) where sequence == head.sequence:
      questions.removeFirst()
      anchored = head
    default: fault(&turn)
    }
  }

  /// What else is under way is answered, but counts for nothing: an operation must not be settled
  /// before those ahead of it.
  private mutating func takeBusy(_ seconds: Int, _ turn: inout Turn) {
    if case .call(let call) = questions.removeFirst() { settle(call, .noLink, &turn) }
    pauseAfterDrain = max(seconds, isDraining ? pauseAfterDrain : 0)
    isDraining = true
    finishDrain(&turn)
  }

  private mutating func drain(_ reply: SyncReply, _ question: Question, _ turn: inout Turn) {
    switch (question, reply) {
    case (.push, .verdicts), (.pull, .page), (.pull, .snapshotNeeded), (.catalogue, .release),
      (.anchor, .anchored):
      questions.removeFirst()
      finishDrain(&turn)
    default: fault(&turn)
    }
  }

  private mutating func finishDrain(_ turn: inout Turn) {
    guard isDraining, questions.isEmpty else { return }
    isDraining = false
    // Without a welcome there is nothing to go on with.
    if phase == .greeting {
      lose(busyFor: pauseAfterDrain, &turn)
    } else {
      pause(pauseAfterDrain, turn)
    }
  }

  mutating func takeResult(_ result: StoreResult, _ turn: inout Turn) {
    guard !errands.isEmpty else { return }
    let outstanding = errands.removeFirst()
    switch result {
    case .state(let state), .applied(let state): note(state)
    case .operations, .sweeping, .releaseRefused, .failed: break
    }
    guard outstanding.connection == connection else { return }
    if result == .failed {
      failStore(&turn)
    } else {
      isStoreFailing = false
      goOn(from: outstanding.errand, result, &turn)
    }
    while !isStoreAtWork, !held.isEmpty, phase.isLink { answer(held.removeFirst(), &turn) }
    renewDeadline(turn)
  }

  private mutating func note(_ state: SyncStoreState) {
    store = state
    if let stored = state.synced { synced = max(synced ?? stored, stored) }
  }

  private mutating func goOn(
    from errand: Errand, _ result: StoreResult, _ turn: inout Turn
  ) {
    switch (errand, result) {
    case (.readToLink, .state(let state)):
      if hasHadSlot {
        connect(&turn)
      } else {
        hasHadSlot = true
        waitForSlot(state, &turn)
      }
    case (.readToWork, .state): beginWork(&turn)
    case (.readToGoOn, .state(let state)): goOn(state, &turn)
    case (.resend, .applied): beginSending(&turn)
    case (.move, .applied): beginCycle(&turn)
    case (.readCounts, .state), (.remember, .applied): break
    case (.take, .operations(let operations)): send(operations, &turn)
    case (.settle, .applied): sendMore(&turn)
    case (.apply(let page), .applied): finish(page, &turn)
    case (.sendAgain, .applied): ask(.snapshot, .snapshot, &turn)
    case (.beginFill, .applied), (.fill, .applied): break
    case (.takeCalled(let call, let ticket), .applied):
      settle(call, .ticket(ticket), &turn)
      takeChanged(&turn)
    case (.setLeases, .applied): rest(&turn)
    case (.sweep, .sweeping): run(.sweep, .endSnapshot, &turn)
    case (.sweep, .applied): finishFill(&turn)
    case (.keep, .applied): rest(&turn)
    case (.keep(let number), .releaseRefused):
      refusedRelease = number
      rest(&turn)
    default: failStore(&turn)
    }
  }
}
