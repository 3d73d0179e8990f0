internal import Domain

// The next citizen, and tickets kept ahead for when the link breaks.

extension SyncMachine {
  /// Asks at once, whatever else is under way, or says at once that there is no link: a clerk and a
  /// citizen are waiting.
  mutating func takeCall(_ call: SyncCall, _ turn: inout Turn) {
    guard phase == .working || phase == .resting, serverVersion >= SyncProtocol.withTickets,
      !isDraining
    else { return say(.noLink, to: call.request.id, &turn) }
    calls.append(
      WaitingCall(request: call.request.id, deadline: turn.at + SyncTiming.call))
    ask(.call(call), .call(call), &turn)
    if phase == .working { renewDeadline(turn) }
  }

  /// - Returns: whether the answer was one to a call or about leases.
  mutating func takeQueueReply(
    _ reply: SyncReply, _ question: Question, _ turn: inout Turn
  ) -> Bool {
    switch (question, reply) {
    case (.call(let call), .called(let row?)):
      // Also one that comes too late for the clerk: the store has to know whom it has called.
      run(.takeCalled(call, Ticket.ID(row.id)), .takeCalled(row, call), &turn)
    case (.call(let call), .called(nil)): settle(call, .nobody, &turn)
    case (.call(let call), .notPermitted): settle(call, .notPermitted, &turn)
    case (.lease(let asked), .leased(let leases)):
      run(.setLeases, .setLeases(leases, since: asked), &turn)
    default: return false
    }
    questions.removeFirst()
    return true
  }

  mutating func settle(
    _ call: SyncCall, _ outcome: CallAnswer.Outcome, _ turn: inout Turn
  ) {
    guard let place = calls.firstIndex(where: { $0.request == call.request.id }) else { return }
    calls.remove(at: place)
    say(outcome, to: call.request.id, &turn)
  }

  mutating func giveUpCalls(_ turn: inout Turn) {
    while let first = calls.first, first.deadline <= turn.at {
      calls.removeFirst()
      say(.noLink, to: first.request, &turn)
    }
  }

  mutating func failCalls(_ turn: inout Turn) {
    for call in calls { say(.noLink, to: call.request, &turn) }
    calls = []
  }

  private func say(
    _ outcome: CallAnswer.Outcome, to request: TicketStep.ID, _ turn: inout Turn
  ) {
    turn.outputs.append(.answered(CallAnswer(request: request, outcome: outcome)))
  }

  /// Asks for leases where it is time to.
  ///
  /// - Returns: whether a question is under way.
  mutating func askForLeases(_ turn: inout Turn) -> Bool {
    guard serverVersion >= SyncProtocol.withTickets, let wish = store?.leaseWish else {
      return false
    }
    if let lastLeased, turn.at < lastLeased + SyncTiming.lease { return false }
    lastLeased = turn.at
    ask(.lease(turn.now), .lease(wish), &turn)
    return true
  }
}

extension SyncMachine.Question {
  /// What may be under way beside everything else.
  var isAside: Bool {
    switch self {
    case .call, .lease: true
    case .hello, .push, .pull, .snapshot, .catalogue, .anchor: false
    }
  }
}
