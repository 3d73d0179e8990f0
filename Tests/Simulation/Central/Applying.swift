import Domain
import Sync

extension CentreStream {
  struct Batch {
    var operations: [SyncOperation]
    /// The server's own id of the desk.
    var desk: UUIDv7
    /// The desk's name.
    var role: String
    var incarnation: [UInt8]
    /// The last operation of the batch that was sent just before.
    var after: Int64?
    var unknownKinds: Set<String>
    var now: Instant
  }

  /// One transaction of the server.
  struct Transaction {
    let batch: Batch
    /// The number that it will have if it changes anything.
    let number: Int64
    var touched: [Key] = []
    var ids: [Operation.ID] = []
  }

  /// Carries out a batch; all its changes have one number.
  ///
  /// - Returns: `nil` where the batch before this one was not applied.
  mutating func apply(_ batch: Batch) -> (verdicts: [Verdict], isForked: Bool)? {
    let end = ends[batch.role].flatMap { $0.incarnation == batch.incarnation ? $0 : nil }
    if let after = batch.after, end?.sequence ?? 0 < after, mutant != .batchesOvertake {
      return nil
    }
    ends[batch.role] = LogEnd(
      incarnation: batch.incarnation,
      sequence: max(end?.sequence ?? 0, batch.operations.last?.sequence ?? 0))
    var transaction = Transaction(batch: batch, number: head + 1)
    var verdicts: [Verdict] = []
    var isForked = false
    for operation in batch.operations {
      let place = Place(
        role: batch.role, incarnation: batch.incarnation, sequence: operation.sequence)
      let first = places[place]
      if let first, first != operation.id { isForked = true }
      if first == nil { places[place] = operation.id }
      if isForked, mutant == .forkedOperationsDropped {
        verdicts.append(Verdict(operation: operation.id, kind: .accepted, number: head))
        continue
      }
      noteOrder(operation, batch)
      verdicts.append(judge(operation, &transaction))
    }
    commit(transaction)
    return (verdicts, isForked)
  }

  /// Whether a desk's operations take effect in the order in which it logged them.
  private mutating func noteOrder(_ operation: SyncOperation, _ batch: Batch) {
    guard ledger[operation.id] == nil else { return }
    let log = Log(role: batch.role, incarnation: batch.incarnation)
    if let last = lastTaken[log], last > operation.sequence {
      overtaken.append(
        CentreStream.Overtaken(
          role: batch.role, operation: operation.id,
          text: "\(batch.role) \(last) before \(operation.sequence)"))
    }
    lastTaken[log] = max(lastTaken[log] ?? 0, operation.sequence)
  }

  private mutating func judge(
    _ operation: SyncOperation, _ transaction: inout Transaction
  ) -> Verdict {
    if let known = ledger[operation.id] {
      guard known.kind == operation.kind, known.body == operation.body else {
        return Verdict(operation: operation.id, kind: .refused(.identityReused), number: 0)
      }
      guard mutant == .ledgerForgotten else { return known.verdict }
    }
    let kind = carryOut(operation, &transaction)
    let isCase = operation.kind.hasPrefix("case")
    var takesNumber = !isCase
    if case .refused = kind { takesNumber = false }
    let verdict = Verdict(
      operation: operation.id, kind: kind, number: takesNumber ? transaction.number : 0)
    let applied = (ledger[operation.id]?.applied ?? 0) + 1
    ledger[operation.id] = LedgerEntry(
      kind: operation.kind, body: operation.body, verdict: verdict, applied: applied)
    if takesNumber { transaction.ids.append(operation.id) }
    if case .refused = kind { return verdict }
    history.append(operation)
    return verdict
  }

  mutating func commit(_ transaction: Transaction) {
    guard !transaction.ids.isEmpty else { return }
    var seen: Set<Key> = []
    let keys = transaction.touched.filter { seen.insert($0).inserted }
      .sorted { ($0.entity.place, $0.id) < ($1.entity.place, $1.id) }
    var hash = TraceHash()
    hash.add(chain(at: head))
    for id in transaction.ids { hash.add(id.description) }
    for key in keys { hash.add("\(key.entity) \(key.id) \(rows[key]?.version ?? 0)") }
    let told = mutant == .tombstoneNotTold ? keys.filter { rows[$0]?.body != nil } : keys
    changes.append(Change(chain: hash.text, keys: told, time: transaction.batch.now))
  }

  private mutating func carryOut(
    _ operation: SyncOperation, _ transaction: inout Transaction
  ) -> Verdict.Kind {
    if transaction.batch.unknownKinds.contains(operation.kind) { return .refused(.unknownKind) }
    guard let kind = OperationKind(rawValue: operation.kind) else { return .refused(.unknownKind) }
    guard let body = JSON(operation.body), body.object != nil else { return .refused(.badBody) }
    switch kind {
    case .caseOpened, .caseChanged: return .accepted
    case .citizenAdded: return addCitizen(body, &transaction, operation)
    case .citizenChanged: return changeCitizen(body, &transaction, operation)
    case .citizenErased: return eraseCitizen(body, &transaction, operation)
    case .citizensMerged: return merge(body, &transaction, operation)
    case .citizensUnmerged: return unmerge(body, &transaction, operation)
    case .visitLogged: return logVisit(body, &transaction, operation)
    case .visitUndone: return undoVisit(body, &transaction, operation)
    case .ratingRecorded: return recordRating(body, &transaction, operation)
    case .conflictSettled: return settle(body, &transaction, operation)
    case .ticketIssued: return issueTicket(body, &transaction, operation)
    case .ticketStepped: return stepTicket(body, &transaction, operation)
    case .deskTold: return tellDesk(body, &transaction, operation)
    case .deskAssigned: return assign(body, &transaction, operation)
    case .messageSent: return send(body, &transaction, operation)
    case .messageSeen: return see(body, &transaction, operation)
    case .feedbackGiven: return giveFeedback(body, &transaction, operation)
    case .feedbackRead: return answerFeedback(body, &transaction, operation)
    case .factTold: return tell(body, &transaction, operation)
    case .ratingMonthTold: return tellMonth(body, &transaction, operation)
    case .wordsTold: return tellWords(body, &transaction, operation)
    case .callbackAsked: return askForCall(body, &transaction, operation)
    case .callbackSettled: return settleCall(body, &transaction, operation)
    case .ratingTokenIssued: return issueToken(body, &transaction, operation)
    case .ratingTokenAnswered: return answerToken(body, &transaction, operation)
    }
  }

  /// Writes a row with the next version.
  mutating func write(
    _ key: Key, _ body: JSON?, _ transaction: inout Transaction, _ operation: SyncOperation
  ) {
    var row = rows[key] ?? Row()
    if mutant != .versionNotRaised || row.version == 0 { row.version += 1 }
    row.body = body
    row.setBy = transaction.batch.role
    row.setAt = operation.time
    rows[key] = row
    transaction.touched.append(key)
  }

  func key(_ entity: SyncRow.Entity, _ value: JSON) -> Key? {
    value.string.flatMap { UUIDv7($0) }.map { Key(entity: entity, id: $0) }
  }
}

/// The kinds on the wire; a list of its own, so that the model does not follow the desk's mistakes.
enum OperationKind: String {
  case citizenAdded = "citizen_added"
  case citizenChanged = "citizen_changed"
  case citizenErased = "citizen_erased"
  case citizensMerged = "citizens_merged"
  case citizensUnmerged = "citizens_unmerged"
  case visitLogged = "visit_logged"
  case visitUndone = "visit_undone"
  case ratingRecorded = "rating_recorded"
  case conflictSettled = "conflict_settled"
  case caseOpened = "case_opened"
  case caseChanged = "case_changed"
  case ticketIssued = "ticket_issued"
  case ticketStepped = "ticket_stepped"
  case deskTold = "desk_told"
  case deskAssigned = "desk_assigned"
  case messageSent = "message_sent"
  case messageSeen = "message_seen"
  case feedbackGiven = "feedback_given"
  case feedbackRead = "feedback_read"
  case factTold = "fact_told"
  case ratingMonthTold = "rating_month_told"
  case wordsTold = "words_told"
  case callbackAsked = "callback_asked"
  case callbackSettled = "callback_settled"
  case ratingTokenIssued = "rating_token_issued"
  case ratingTokenAnswered = "rating_token_answered"
}

extension SyncRow.Entity {
  /// Citizens first, since others refer to them.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
