internal import Domain
internal import Postgres
package import Sync

/// The central store as the machine sees it. Not `Sendable`: it belongs to one thread.
package final class PostgresRemote: SyncRemote {
  private enum State {
    case closed
    case connecting(PostgresLink)
    case open(PostgresLink)
  }

  private let settings: [(String, String)]
  private var state = State.closed
  /// Not sent yet.
  private var waiting: [SyncRequest] = []
  /// Sent, not answered; in order.
  private var underWay: [SyncRequest] = []
  /// The last operation that was pushed on this connection.
  private var pushed: Int64?
  /// Present while a snapshot comes in.
  private var snapshot: SnapshotReader?
  /// What has happened without the server.
  private var inputs: [SyncInput] = []

  package init(
    _ credentials: Credentials, allowPlainConnection: Bool = false
  ) throws(DSNFault) {
    settings = try DSNPolicy.settings(
      dsn: credentials.dsn, role: credentials.role, password: credentials.password,
      allowPlainConnection: allowPlainConnection)
  }

  package var interest: RemoteInterest? {
    let watch: Watch? =
      switch state {
      case .closed: nil
      case .connecting(let link), .open(let link): link.watch
      }
    return watch.map {
      RemoteInterest(
        descriptor: $0.descriptor, reads: $0.events.contains(.readable),
        writes: $0.events.contains(.writable))
    }
  }

  package func connect() {
    close()
    do throws(PostgresError) {
      state = .connecting(try PostgresLink(settings))
    } catch {
      inputs.append(.broken(RemoteFault.link(error)))
    }
  }

  package func close() {
    switch state {
    case .closed: break
    case .connecting(let link), .open(let link): link.close()
    }
    state = .closed
    waiting = []
    underWay = []
    pushed = nil
    snapshot = nil
    inputs = []
  }

  package func send(_ request: SyncRequest) {
    guard case .open(let link) = state else { return }
    waiting.append(request)
    do throws(PostgresError) {
      try pump(link)
    } catch {
      breakOff(error)
    }
  }

  package func advance() -> [SyncInput] {
    do throws(PostgresError) {
      switch state {
      case .closed: break
      case .connecting(let link):
        if try link.advanceConnecting() {
          try link.enterPipeline()
          state = .open(link)
          inputs.append(.connected)
        }
      case .open(let link): try work(link)
      }
    } catch {
      breakOff(error)
    }
    defer { inputs = [] }
    return inputs
  }

  private func breakOff(_ error: PostgresError) {
    end(with: .broken(RemoteFault.link(error)))
  }

  /// Closes, and keeps what is to be said.
  private func end(with input: SyncInput) {
    let said = inputs
    close()
    inputs = said + [input]
  }

  // MARK: - Asking

  /// Sends what waits. COPY does not go into a pipeline: a snapshot waits for the answers before it, and
  /// what comes after waits for the snapshot.
  private func pump(_ link: PostgresLink) throws(PostgresError) {
    while let request = waiting.first, snapshot == nil {
      if let statement = RequestStatement(request, after: pushed) {
        try link.send(statement.sql, statement.parameters)
        if case .push(let operations, _) = request { pushed = operations.last?.sequence ?? pushed }
        underWay.append(request)
      } else {
        guard underWay.isEmpty else { break }
        try link.leavePipeline()
        try link.sendAlone(RequestStatement.snapshot)
        snapshot = SnapshotReader()
      }
      waiting.removeFirst()
    }
    try link.flush()
  }

  // MARK: - Answers

  private func work(_ link: PostgresLink) throws(PostgresError) {
    // libpq reads into a buffer of its own size, and may leave the end of a TLS record where poll(2)
    // does not see it; a second turn takes it.
    for _ in 0..<(link.isEncrypted ? 2 : 1) {
      try link.receive()
      try takeAnswers(link)
      guard case .open = state else { return }
    }
    try pump(link)
  }

  private func takeAnswers(_ link: PostgresLink) throws(PostgresError) {
    while true {
      guard case .open = state else { return }
      if snapshot != nil {
        guard try takeSnapshot(link) else { return }
      } else {
        guard !underWay.isEmpty, try takeAnswer(link) else { return }
      }
    }
  }

  /// One step of a pipeline's answers; `false` when there is nothing yet.
  private func takeAnswer(_ link: PostgresLink) throws(PostgresError) -> Bool {
    switch try link.next() {
    case .later: return false
    case .end, .skipped: break
    case .synced: underWay.removeFirst()
    case .fault(let fault): take(fault)
    case .rows(let result):
      guard let request = underWay.first, let reply = ReplyText.reply(to: request, result) else {
        end(with: .broken(.stopped(.protocolFault)))
        return false
      }
      inputs.append(.replied(reply))
    case .copying: throw .misuse("COPY in a pipeline")
    }
    return true
  }

  private func takeSnapshot(_ link: PostgresLink) throws(PostgresError) -> Bool {
    switch try link.next() {
    case .later: return false
    case .copying: return try copy(link)
    case .fault(let fault):
      take(fault)
      return true
    case .end:
      snapshot = nil
      try link.enterPipeline()
      try pump(link)
      return true
    case .rows:
      // Only now is it sure that COPY has come to its end.
      let replies = snapshot?.end() ?? []
      guard snapshot?.isFaulty == false else {
        end(with: .broken(.stopped(.protocolFault)))
        return false
      }
      inputs += replies.map(SyncInput.replied)
      return true
    case .skipped, .synced: return true
    }
  }

  /// Reads the lines that are there; `true` at the end of them.
  private func copy(_ link: PostgresLink) throws(PostgresError) -> Bool {
    while true {
      let step = try link.copyRow { line in
        if let reply = snapshot?.take(line) { inputs.append(.replied(reply)) }
      }
      if snapshot?.isFaulty == true {
        end(with: .broken(.stopped(.protocolFault)))
        return false
      }
      switch step {
      case .row: continue
      case .later: return false
      case .ended: return true
      }
    }
  }

  private func take(_ fault: ServerFault) {
    let input = RemoteFault.input(fault)
    if case .broken = input { return end(with: input) }
    inputs.append(input)
  }
}
