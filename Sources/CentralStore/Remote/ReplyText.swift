internal import Domain
internal import Postgres
internal import Sync

/// What the server's functions answer, read into the machine's words; `nil` for what makes no sense.
enum ReplyText {
  static func reply(to request: SyncRequest, _ result: PostgresResult) -> SyncReply? {
    switch request {
    case .hello: result.withBytes(0, 0, welcome) ?? nil
    case .push(let operations, _):
      result.withBytes(0, 0) { verdicts($0, of: operations) } ?? nil
    case .pull(let cursor, _): page(result, after: cursor)
    case .catalogue(let number): release(number, result)
    case .call: called(result)
    case .lease: leases(result)
    case .anchor: result.withBytes(0, 0, anchored) ?? nil
    case .desks: desks(result)
    case .snapshot: nil
    }
  }

  private static func desks(_ result: PostgresResult) -> SyncReply? {
    var desks: [HeardDesk] = []
    for index in 0..<result.rowCount {
      let desk = result.withBytes(index, 0) { bytes -> HeardDesk? in
        var fields = FieldReader(bytes)
        guard let id = fields.uuid(), let age = fields.text(), let behind = fields.number(),
          age == "-" || Int64(age) != nil
        else { return nil }
        return HeardDesk(desk: Identifier(id), age: Int64(age), behind: behind)
      }
      guard let desk = desk ?? nil else { return nil }
      desks.append(desk)
    }
    return .desks(desks)
  }

  private static func welcome(_ bytes: UnsafeRawBufferPointer) -> SyncReply? {
    var fields = FieldReader(bytes)
    guard let time = fields.number(), let spread = fields.number(), let poll = fields.number(),
      let retryAfter = fields.number(), poll > 0, let version = fields.number(),
      let epoch = fields.text()
    else { return nil }
    return .welcome(
      Welcome(
        serverTime: Instant(milliseconds: time), spread: Int(spread), poll: Int(poll),
        retryAfter: Int(retryAfter), epoch: epoch, version: Int(version), series: fields.text()))
  }

  private static func anchored(_ bytes: UnsafeRawBufferPointer) -> SyncReply? {
    var fields = FieldReader(bytes)
    return fields.number().map { .anchored($0) }
  }

  private static func verdicts(
    _ bytes: UnsafeRawBufferPointer, of operations: [SyncOperation]
  ) -> SyncReply? {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard let first = lines.popFirst(), lines.count == operations.count else { return nil }
    var head = FieldReader(UnsafeRawBufferPointer(rebasing: first))
    guard let epoch = head.text(), let forked = head.number() else { return nil }
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(operations.count)
    for (operation, line) in zip(operations, lines) {
      var fields = FieldReader(UnsafeRawBufferPointer(rebasing: line))
      guard let kind = fields.text().flatMap(kind), let number = fields.number() else { return nil }
      verdicts.append(Verdict(operation: operation.id, kind: kind, number: number))
    }
    return .verdicts(Verdicts(epoch: epoch, verdicts: verdicts, isForked: forked != 0))
  }

  private static func kind(_ word: String) -> Verdict.Kind? {
    switch word {
    case "accepted": .accepted
    case "merged": .merged
    default: Refusal(rawValue: word).map(Verdict.Kind.refused)
    }
  }

  private static func page(_ result: PostgresResult, after cursor: SyncCursor?) -> SyncReply? {
    let head = result.withBytes(0, 0) { bytes -> SyncReply? in
      var fields = FieldReader(bytes)
      guard let start = fields.text() else { return nil }
      if start == "snapshot" { return .snapshotNeeded }
      guard var next = cursor else { return nil }
      if start != "=" {
        guard let number = Int64(start), number > next.number, let chain = fields.text() else {
          return nil
        }
        next.number = number
        next.chain = chain
      }
      guard let head = fields.number(), let durable = fields.number(),
        let release = fields.number(), let time = fields.number(), head >= next.number
      else { return nil }
      if let epoch = fields.text() { next.epoch = epoch }
      return .page(
        SyncPage(
          rows: [], cursor: next, head: head, durable: durable, release: release,
          serverTime: Instant(milliseconds: time)))
    }
    guard case .page(var page)? = head ?? nil else { return head ?? nil }
    page.rows.reserveCapacity(result.rowCount)
    for index in 1..<max(result.rowCount, 1) {
      guard let row = result.withBytes(index, 0, { RowText.row($0, isCopied: false) }) ?? nil else {
        return nil
      }
      page.rows.append(row)
    }
    return .page(page)
  }

  /// Without a text nobody waits.
  private static func called(_ result: PostgresResult) -> SyncReply? {
    guard result.rowCount == 1 else { return nil }
    guard let row = result.withBytes(0, 0, { RowText.row($0, isCopied: false) }) else {
      return .called(nil)
    }
    guard let row, row.entity == .ticket, row.body != nil else { return nil }
    return .called(row)
  }

  private static func leases(_ result: PostgresResult) -> SyncReply? {
    var leases: [GrantedLease] = []
    for index in 0..<result.rowCount {
      let lease = result.withBytes(index, 0) { bytes -> GrantedLease? in
        var fields = FieldReader(bytes)
        guard let id = fields.uuid(), let seconds = fields.number() else { return nil }
        return GrantedLease(ticket: Ticket.ID(id), seconds: Int(seconds))
      }
      guard let lease = lease ?? nil else { return nil }
      leases.append(lease)
    }
    return .leased(leases)
  }

  private static func release(_ number: Int64, _ result: PostgresResult) -> SyncReply? {
    guard let content = result.bytes(0, 0), let signature = result.bytes(0, 1) else { return nil }
    return .release(SignedRelease(number: number, content: content, signature: signature))
  }
}
