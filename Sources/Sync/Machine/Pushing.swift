internal import Domain

// A cycle: everything that waits is sent, then everything new is fetched.

extension SyncMachine {
  mutating func beginCycle(_ turn: inout Turn) {
    deadline = nil
    run(.readToWork, .read, &turn)
  }

  /// Another server than the last one may lack what that one had acknowledged. It is sent before
  /// anything new, so that nothing comes before what it is about. Without a cursor only the
  /// acknowledgements know where the last one was: the store asks them.
  mutating func beginWork(_ turn: inout Turn) {
    let greeted = greetedEpoch
    greetedEpoch = nil
    if let greeted, let store, store.pushedThrough > 0, store.cursor?.epoch != greeted {
      run(.resend, .sendAgainIn(epoch: greeted), &turn)
    } else {
      beginSending(&turn)
    }
  }

  mutating func beginSending(_ turn: inout Turn) {
    sentThrough = store?.pushedThrough ?? 0
    hasMoreToSend = true
    hasChanged = false
    wasAsked = false
    sendMore(&turn)
  }

  /// Takes the next batch while there is room for it; behind the last one goes the pull, which the
  /// server answers after them.
  mutating func sendMore(_ turn: inout Turn) {
    guard !isStoreAtWork else { return }
    if hasMoreToSend {
      if questions.count < SyncLimit.pushesUnderWay {
        run(.take, .takeOperations(after: sentThrough), &turn)
      }
    } else if !questions.contains(where: \.isPull) {
      anchorAudit(&turn)
      pull(from: store?.cursor, &turn)
    }
  }

  /// Tells the head of the audit where it has grown: an idle poll stays as short as it is.
  private mutating func anchorAudit(_ turn: inout Turn) {
    guard serverVersion >= SyncProtocol.withAnchors, let store, let head = store.audit,
      head != anchored
    else { return }
    ask(.anchor(head), .anchor(head, incarnation: store.incarnation), &turn)
  }

  mutating func send(_ operations: [SyncOperation], _ turn: inout Turn) {
    if let last = operations.last, let store {
      sentThrough = last.sequence
      ask(.push(operations), .push(operations, incarnation: store.incarnation), &turn)
    } else {
      hasMoreToSend = false
    }
    sendMore(&turn)
  }

  mutating func takeVerdicts(
    _ verdicts: Verdicts, _ sent: [SyncOperation], _ turn: inout Turn
  ) {
    guard verdicts.verdicts.map(\.operation) == sent.map(\.id),
      verdicts.verdicts.allSatisfy({ $0.number >= 0 })
    else { return fault(&turn) }
    linkTrouble = nil
    isForked = verdicts.isForked
    run(.settle, .settle(verdicts, sent: sent), &turn)
  }
}

extension SyncMachine.Question {
  var isPull: Bool { if case .pull = self { true } else { false } }
}
