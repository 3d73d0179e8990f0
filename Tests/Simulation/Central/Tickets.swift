import Domain
import Sync

/// What the server's columns say of a ticket: as much of the fold as a call needs.
struct ModelTicket {
  var state = Ticket.State.waiting
  var priority: Int64
  var placed: Int64
  var situation: String?
  var destination: UUIDv7?
  var desk: UUIDv7?
  var comesBack: UUIDv7?
  var lastStep: String?
  var lease: (desk: UUIDv7, until: Instant)?

  var isWaiting: Bool { state == .waiting || state == .redirected }

  func isLeased(toOthersThan desk: UUIDv7, at now: Instant) -> Bool {
    lease.map { $0.desk != desk && $0.until > now } ?? false
  }

  /// - Returns: whether the step counts; else it lies beside.
  mutating func take(_ step: JSON) -> Bool {
    guard let kind = step["event"].string.flatMap({ TicketEvent.Kind(rawValue: $0) }),
      let next = TicketRules.state(after: kind, in: state),
      !kind.isOfWindow || step["follows"].string == lastStep
    else { return false }
    if kind == .putBack, state == .redirected { (destination, comesBack) = (nil, nil) }
    let returns = kind == .finish ? comesBack : nil
    state = returns == nil ? next : .waiting
    if kind.isOfWindow || kind == .reopen { lastStep = step["id"].string }
    takeDetail(kind, step)
    if let returns { (priority, destination, comesBack) = (priority + 1, returns, nil) }
    if !isWaiting {
      lease = nil
    } else if kind != .prioritise, kind != .settle {
      desk = nil
    }
    return true
  }

  private mutating func takeDetail(_ kind: TicketEvent.Kind, _ step: JSON) {
    switch kind {
    case .call, .recall: desk = step["desk"].string.flatMap { UUIDv7($0) }
    case .redirect:
      priority += 1
      comesBack = step["comes_back"] == .bool(true) ? desk : nil
    case .prioritise: if case .number(let wanted) = step["priority"] { priority = wanted }
    default: break
    }
    guard kind == .redirect || kind == .move else { return }
    destination = step["to_desk"].string.flatMap { UUIDv7($0) }
    if destination == nil { situation = step["to_situation"].string }
  }
}

extension CentreStream {
  mutating func issueTicket(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ticket, body["id"]), var fields = body.object,
      case .number(let priority) = body["priority"],
      let issued = body["issued"].string.flatMap({ Instant(iso8601: $0) })
    else { return .refused(.badBody) }
    guard tickets[key.id] == nil else { return .accepted }
    fields["id"] = nil
    fields["desk"] = .string("\(transaction.batch.desk)")
    fields["steps"] = .array([])
    tickets[key.id] = ModelTicket(
      priority: priority, placed: issued.milliseconds, situation: body["situation"].string)
    write(key, .object(fields), &transaction, operation)
    for step in orphanSteps.removeValue(forKey: key.id) ?? [] {
      add(step, to: key, &transaction, operation)
    }
    return .accepted
  }

  mutating func stepTicket(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ticket, body["id"]), var fields = body["step"].object,
      fields["id"]?.string != nil
    else { return .refused(.badBody) }
    fields["desk"] = .string("\(transaction.batch.desk)")
    add(.object(fields), to: key, &transaction, operation)
    return .accepted
  }

  private mutating func add(
    _ step: JSON, to key: Key, _ transaction: inout Transaction, _ operation: SyncOperation
  ) {
    // A failover may have lost the ticket, and another desk may be the first to send again.
    guard tickets[key.id] != nil, var fields = rows[key]?.body?.object,
      case .array(var steps)? = fields["steps"]
    else {
      let isKnown = orphanSteps[key.id, default: []].contains { $0["id"] == step["id"] }
      if !isKnown { orphanSteps[key.id, default: []].append(step) }
      return
    }
    guard !steps.contains(where: { $0["id"] == step["id"] }) else { return }
    let counts = tickets[key.id]?.take(step) ?? false
    if !counts, mutant == .besideDropped { return }
    steps.append(step)
    fields["steps"] = .array(steps)
    write(key, .object(fields), &transaction, operation)
  }

  mutating func tellDesk(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    let key = Key(entity: .desk, id: transaction.batch.desk)
    guard var fields = body.object else { return .refused(.badBody) }
    if let situations = assignments[key.id] { fields["situations"] = situations }
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  /// The next ticket for a desk; the same request again gets the same one.
  mutating func call(_ call: SyncCall, _ batch: Batch) -> SyncRow? {
    if let known = calls[call.request.id], mutant != .requestForgotten {
      return row(Key(entity: .ticket, id: known))
    }
    guard let id = next(for: call, batch) else { return nil }
    let step = JSON.object([
      "id": .string("\(call.request.id)"), "event": .string("call"),
      "time": .string(call.time.iso8601), "employee": .null,
      "follows": tickets[id]?.lastStep.map { .string($0) } ?? .null,
      "assurance": .string("confirmed"), "desk": .string("\(batch.desk)"),
    ])
    let operation = SyncOperation(
      sequence: 0, id: Operation.ID(call.request.id.uuid), kind: "call", body: "",
      time: call.time, hash: [])
    var transaction = Transaction(batch: batch, number: head + 1)
    transaction.ids = [operation.id]
    let key = Key(entity: .ticket, id: id)
    calls[call.request.id] = id
    add(step, to: key, &transaction, operation)
    commit(transaction)
    return row(key)
  }

  private func next(for call: SyncCall, _ batch: Batch) -> UUIDv7? {
    let served = call.request.situations.map(\.rawValue)
    return tickets.filter { id, ticket in
      guard ticket.isWaiting || (mutant == .calledTwice && ticket.state == .called) else {
        return false
      }
      guard ticket.placed >= call.since.milliseconds else { return false }
      // A desk that was not answered in time called this one by itself, under the same request, and
      // put it back since.
      let body = row(Key(entity: .ticket, id: id))?.body
      if body?.contains("\(call.request.id)") == true { return false }
      if ticket.isLeased(toOthersThan: batch.desk, at: batch.now), mutant != .leaseIgnored {
        return false
      }
      if let destination = ticket.destination { return destination == batch.desk }
      return served.isEmpty || ticket.situation.map { served.contains($0) } ?? true
    }.min { Self.goesBefore($0, $1) }?.key
  }

  mutating func lease(_ wish: LeaseWish, _ batch: Batch) -> [GrantedLease] {
    let windows = max(
      1, rows.count { $0.key.entity == .desk && $0.value.body?["state"] == .string("free") })
    let line = tickets.filter {
      $0.value.isWaiting && $0.value.placed >= wish.since.milliseconds
        && $0.value.destination == nil
    }.sorted { Self.goesBefore($0, $1) }.dropFirst(windows).map(\.key)
    for (id, ticket) in tickets where ticket.lease?.desk == batch.desk {
      if !wish.held.contains(Ticket.ID(id)) || !line.contains(id) { tickets[id]?.lease = nil }
    }
    let free = line.filter { id in
      tickets[id].map { !$0.isLeased(toOthersThan: batch.desk, at: batch.now) } ?? false
    }
    let own = free.filter { tickets[$0]?.lease?.desk == batch.desk }
    let granted = (own + free.filter { !own.contains($0) }).prefix(wish.want)
    for id in granted { tickets[id]?.lease = (batch.desk, batch.now + Self.leaseSeconds) }
    return granted.map { GrantedLease(ticket: Ticket.ID($0), seconds: Int(Self.leaseSeconds)) }
  }

  private static let leaseSeconds: Int64 = 120

  private static func goesBefore(
    _ one: (key: UUIDv7, value: ModelTicket), _ other: (key: UUIDv7, value: ModelTicket)
  ) -> Bool {
    (-one.value.priority, one.value.placed, one.key)
      < (-other.value.priority, other.value.placed, other.key)
  }
}
