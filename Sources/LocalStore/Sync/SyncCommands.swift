package import Domain
internal import SQLite
package import Sync

// What the sync machine has the store do. Each command is one transaction, but for a snapshot's rows,
// which are taken in several so that a clerk's save never waits long.

extension LocalStore {
  /// Notes by which id the central store knows this desk: visits that come from there under it are
  /// the desk's own.
  package func setEnrolled(_ id: Identifier<Desk>) throws(StoreError) {
    let known = try read { try Meta.get(.enrolled, $0, as: Identifier<Desk>.self) }
    guard known != id else { return }
    try write { try Meta.set(.enrolled, id, $0.connection) }
  }

  /// Notes which program looks at the central store's rows. What another one could not read it asks for
  /// again, by a snapshot: a page has only what is new.
  package func setReader(_ program: String) throws(StoreError) {
    let known = try read { try Meta.get(.reader, $0, as: String.self) }
    guard known != program else { return }
    try write { transaction in
      let connection = transaction.connection
      if try UnreadableTable.hasAny(connection) { try SyncStateTable.setCursor(nil, connection) }
      try Meta.set(.reader, program, connection)
    }
  }

  /// Does what the machine asks for, and answers what it has to be told.
  ///
  /// The signature of a release is checked by the caller, before it is kept.
  /// - Parameter offset: the centre's, for what belongs to a day.
  package func perform(
    _ command: StoreCommand, now: Instant, offset: TimeZoneOffset = .utc
  ) -> StoreResult {
    do {
      return try result(
        of: command, Stamp(now: now, author: Author(desk: desk), offset: offset))
    } catch {
      return .failed
    }
  }

  private func result(
    of command: StoreCommand, _ stamp: Stamp
  ) throws(StoreError) -> StoreResult {
    let now = stamp.now
    switch command {
    case .read:
      try logWhatIsOver(stamp.today)
      return .state(try syncState(stamp))
    case .takeOperations(let sequence): return .operations(try unsentOperations(after: sequence))
    case .settle(let verdicts, let sent):
      try settle(verdicts, sent, now)
    case .apply(let page):
      try apply(page, now)
    case .beginSnapshot(let cursor, let rows):
      try beginSnapshot(cursor, rows)
    case .applySnapshot(let rows):
      try applySnapshot(rows, now)
    case .endSnapshot:
      guard try endSnapshot(now) else { return .sweeping }
    case .sendAgain:
      try write {
        try SendAgain.unsee($0.connection)
        try SendAgain.rewind($0.connection)
      }
    case .sendAgainIn(let epoch):
      try write { try SendAgain.rewind($0.connection, unlessIn: epoch) }
    case .move(let cursor):
      try write {
        try SendAgain.rewind($0.connection, unlessIn: cursor.epoch)
        try SyncStateTable.setCursor(cursor, $0.connection)
      }
    case .keep(let release):
      try keep(release)
    case .remember(let spread, let poll, let series):
      try write {
        try $0.connection.run("UPDATE sync_state SET spread = ?, poll = ?", spread, poll)
        if let series { try Meta.set(.series, series, $0.connection) }
      }
    case .takeCalled(let row, let call):
      var stamp = stamp
      stamp.author.employee = call.employee
      try takeCalled(row, call, stamp)
    case .setLeases(let leases, let since):
      try setLeases(
        leases.map { TicketLease(ticket: $0.ticket, until: since + Int64($0.seconds)) })
    }
    return .applied(try syncState(stamp))
  }

  /// What was not logged beside its visit is, once its day is over: the window may be closed today.
  private func logWhatIsOver(_ today: CalendarDate) throws(StoreError) {
    let isDue = try read { connection in
      try connection.value(
        """
        SELECT EXISTS (SELECT 1 FROM callback WHERE logged = 0 AND asked < ?1)
          OR EXISTS (SELECT 1 FROM rating_token WHERE logged = 0 AND issued < ?1)
        """, today, as: Bool.self)
    }
    guard isDue == true else { return }
    try write(.afterOthers) { transaction in
      try CallbackTable.logDue(transaction, today: today, isAmongOthers: false)
      try RatingTokenTable.logDue(transaction, today: today)
    }
  }

  private func syncState(_ stamp: Stamp) throws(StoreError) -> SyncStoreState {
    var state = try read { connection in
      var state = try SyncStateTable.forMachine(desk: desk, connection)
      state.leaseWish = try LeaseWish.of(desk, stamp, connection)
      return state
    }
    state.isWatched = isDayWatched
    return state
  }

  private func stamp(_ now: Instant) -> Stamp {
    Stamp(now: now, author: Author(desk: desk), offset: .utc)
  }
}

// Pushing.
extension LocalStore {
  /// The sequence of the last operation that was logged here; 0 before the first.
  package func newestOperation() throws(StoreError) -> Int64 {
    try read { try $0.value("SELECT max(sequence) FROM operation") ?? 0 }
  }

  private func unsentOperations(after sequence: Int64) throws(StoreError) -> [SyncOperation] {
    try read { connection in
      var batch: [SyncOperation] = []
      var bytes = 0
      try connection.forEach(
        """
        SELECT sequence, id, kind, body, time, hash FROM operation
        WHERE sequence > ? AND body IS NOT NULL
          AND sequence NOT IN (SELECT sequence FROM refused_operation WHERE state <> 'refused')
        ORDER BY sequence LIMIT ?
        """, values: [sequence, SyncLimit.pushOperations]
      ) { row in
        let sequence: Int64 = try row.next()
        let id: Operation.ID = try row.next()
        let kind: String = try row.next()
        let body: String = try row.next()
        bytes += body.utf8.count
        guard batch.isEmpty || bytes <= SyncLimit.pushBytes else { return false }
        batch.append(
          SyncOperation(
            sequence: sequence, id: id, kind: kind, body: body, time: try row.next(),
            hash: try row.next()))
        return true
      }
      return batch
    }
  }

  private func settle(
    _ verdicts: Verdicts, _ sent: [SyncOperation], _ now: Instant
  ) throws(StoreError) {
    guard let first = sent.first, let last = sent.last,
      verdicts.verdicts.map(\.operation) == sent.map(\.id)
    else { throw .badInput("the verdicts are not those of what was sent") }
    try write { transaction in
      let connection = transaction.connection
      let state = try SyncStateTable.read(connection)
      for (operation, verdict) in zip(sent, verdicts.verdicts) {
        try RefusedTable.note(operation, verdict.kind, connection)
      }
      let number = verdicts.verdicts.map(\.number).max() ?? 0
      try connection.run(
        """
        INSERT OR REPLACE INTO acknowledged (first, last, epoch, number, held)
        VALUES (?, ?, ?, ?, ?)
        """, first.sequence, last.sequence, verdicts.epoch, number, max(number, state.head))
      if last.sequence > state.pushedThrough {
        try SyncStateTable.setPushedThrough(last.sequence, connection)
      }
      // The first verdict of an operation that was sent before: its effect may be here already.
      let rows = try RowsFromServer(
        transaction, try PendingOperations(at: state.cursor, connection),
        generation: state.generation, rule: .newer, stamp(now))
      try rows.settleBases()
      if state.filling == nil { try rows.settleTickets() }
    }
  }
}

// Pulling.
extension LocalStore {
  private func apply(_ page: SyncPage, _ now: Instant) throws(StoreError) {
    let hasErased = try write { transaction in
      let connection = transaction.connection
      let state = try SyncStateTable.read(connection)
      let rows = try RowsFromServer(
        transaction, try PendingOperations(at: page.cursor, connection),
        generation: state.generation, rule: .newer, stamp(now))
      try rows.apply(page.rows)
      try rows.settleBases()
      try rows.settleTickets()
      try DuplicateTable.look(for: rows.changedCitizens, connection)
      try connection.run(
        "DELETE FROM acknowledged WHERE epoch = ? AND held <= ?", page.cursor.epoch, page.durable)
      try SyncStateTable.setCursor(page.cursor, connection)
      try connection.run(
        "UPDATE sync_state SET head = ?, synced = coalesce(?, synced)", page.head,
        page.cursor.number >= page.head ? now : nil)
      return rows.hasErased
    }
    if hasErased { fold(.truncating, beyond: 0) }
  }

  private func beginSnapshot(_ cursor: SyncCursor, _ rows: Int) throws(StoreError) {
    try write {
      try UnreadableTable.forget($0.connection)
      try $0.connection.run(
        """
        UPDATE sync_state SET generation = generation + 1, filling_epoch = ?, filling_number = ?,
          filling_chain = ?, filling_rows = ?, filling_done = 0, sweeping = 0, swept = NULL
        """, cursor.epoch, cursor.number, cursor.chain, rows)
    }
  }

  private func applySnapshot(_ rows: [SyncRow], _ now: Instant) throws(StoreError) {
    var rest = rows[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.rowsOfTransaction))
      rest = rest.dropFirst(part.count)
      try write(.afterOthers) { transaction in
        let connection = transaction.connection
        let state = try SyncStateTable.read(connection)
        let taken = try RowsFromServer(
          transaction, try PendingOperations(at: state.filling, connection),
          generation: state.generation, rule: .all, stamp(now))
        try taken.apply(part)
        try connection.run("UPDATE sync_state SET filling_done = filling_done + ?", part.count)
      }
    }
  }

  /// Rows that a clerk's save may have to wait for: some milliseconds.
  private static var rowsOfTransaction: Int { 250 }

  /// Sweeps some of what the snapshot did not have; once nothing is left, moves the cursor.
  ///
  /// - Returns: whether the end is reached.
  private func endSnapshot(_ now: Instant) throws(StoreError) -> Bool {
    let isFirst = try read { try SyncStateTable.read($0).cursor == nil }
    let isDone = try write(.afterOthers) { transaction in
      let connection = transaction.connection
      let state = try SyncStateTable.read(connection)
      guard let cursor = state.filling else {
        throw StoreError.badInput("no snapshot is coming in")
      }
      let rows = try RowsFromServer(
        transaction, try PendingOperations(at: cursor, connection), generation: state.generation,
        rule: .all, stamp(now))
      guard try Sweep(rows).step() else { return false }
      try rows.settleBases()
      try rows.settleTickets()
      try DuplicateTable.look(for: try CitizenTable.notOnServer(connection), connection)
      try SyncStateTable.setCursor(cursor, connection)
      try connection.run(
        """
        UPDATE sync_state SET head = ?, filling_epoch = NULL, filling_number = NULL,
          filling_chain = NULL, filling_rows = 0, filling_done = 0, sweeping = 0, swept = NULL
        """, cursor.number)
      return true
    }
    guard isDone else { return false }
    if isFirst { try offerSharedNumbers() }
    fold(.truncating, beyond: 0)
    return true
  }

  private func offerSharedNumbers() throws(StoreError) {
    let alike = try read { try DuplicateTable.withSharedNumber($0) }
    guard !alike.isEmpty else { return }
    try write(.afterOthers) { try DuplicateTable.look(for: alike, $0.connection) }
  }
}
