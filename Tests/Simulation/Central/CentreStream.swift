import Domain
import Sync

/// One centre on the server: its rows, its gapless numbers, its ledger.
struct CentreStream {
  struct Key: Hashable {
    var entity: SyncRow.Entity
    var id: UUIDv7
  }

  struct Row {
    var version: Int64 = 0
    /// Absent for a tombstone.
    var body: JSON?
    /// Who set the row's fields last, and when: for the conflict that may come.
    var setBy = ""
    var setAt = Instant(milliseconds: 0)
  }

  struct Change {
    var chain: String
    var keys: [Key]
    var time: Instant
  }

  struct LedgerEntry {
    var kind: String
    var body: String
    var verdict: Verdict
    /// How often it was carried out; more than once is a fault of the server.
    var applied = 1
  }

  struct Place: Hashable {
    var role: String
    var incarnation: [UInt8]
    var sequence: Int64
  }

  struct Log: Hashable {
    var role: CentralModel.Role
    var incarnation: [UInt8]
  }

  struct Overtaken {
    var role: CentralModel.Role
    var operation: Operation.ID
    var text: String
  }

  struct LogEnd {
    var incarnation: [UInt8]
    var sequence: Int64
  }

  var epoch: String
  /// Another one after each failover, by itself.
  var timeline = 1
  var rows: [Key: Row] = [:]
  /// That of transaction n lies at n − 1.
  var changes: [Change] = []
  /// Changes up to this number were pruned, and their tombstones with them.
  var horizon: Int64 = 0
  var ledger: [Operation.ID: LedgerEntry] = [:]
  var places: [Place: Operation.ID] = [:]
  /// The end of each desk's log, as far as it was sent.
  var ends: [CentralModel.Role: LogEnd] = [:]
  /// Who was erased, for ever, by the id alone.
  var erased: Set<Key> = []
  /// Visits that were undone before they came: after a failover another desk may be the first to send
  /// again.
  var undoneBefore: [Key: Instant] = [:]
  /// Of each life of a desk's log, the last operation that was taken; and what was taken after a later
  /// one: for the properties, as `history`.
  var lastTaken: [Log: Int64] = [:]
  var overtaken: [Overtaken] = []
  /// Accepted operations in the order of their taking effect: for the properties, not for the desks.
  var history: [SyncOperation] = []
  var tickets: [UUIDv7: ModelTicket] = [:]
  /// Steps of tickets that have not come yet.
  var orphanSteps: [UUIDv7: [JSON]] = [:]
  var calls: [TicketStep.ID: UUIDv7] = [:]
  /// What a supervisor has said that windows serve.
  var assignments: [UUIDv7: JSON] = [:]
  /// Messages that were read before they came: after a failover the reader may be the first to send again.
  var readBefore: [UUIDv7: (moment: JSON, desk: UUIDv7)] = [:]
  /// Answers to feedback that has not come yet.
  var answersBefore: [UUIDv7: [JSON]] = [:]
  var mutant: Mutant?

  init(epoch: String, mutant: Mutant?) {
    self.epoch = epoch
    self.mutant = mutant
  }

  var head: Int64 { Int64(changes.count) }
  func chain(at number: Int64) -> String { number == 0 ? "0" : changes[Int(number) - 1].chain }

  /// The epoch as desks hear it.
  var toldEpoch: String { mutant == .timelineNotTold ? epoch : "\(epoch).\(timeline)" }

  var cursor: SyncCursor { SyncCursor(epoch: toldEpoch, number: head, chain: chain(at: head)) }

  func rows(of entity: SyncRow.Entity) -> [SyncRow] {
    rows.keys.filter { $0.entity == entity && rows[$0]?.body != nil }
      .sorted { $0.id < $1.id }.compactMap(row)
  }

  func row(_ key: Key) -> SyncRow? {
    guard let row = rows[key] else { return nil }
    let body = row.body.flatMap(\.object).map { JSON.object($0).written }
    return SyncRow(entity: key.entity, id: key.id, version: row.version, body: body)
  }

  /// What was durable at that moment: the head as it was `hold` milliseconds ago.
  func durable(at now: Instant, hold: Int64) -> Int64 {
    if mutant == .durableIsHead { return head }
    let end = now.milliseconds - hold
    return Int64(changes.prefix { $0.time.milliseconds <= end }.count)
  }

  /// Takes the changes up to `number` and the tombstones that only they told of.
  mutating func prune(through number: Int64) {
    guard number > horizon else { return }
    horizon = number
    let told = Set(changes[Int(number)...].flatMap(\.keys))
    for (key, row) in rows where row.body == nil && !told.contains(key) {
      rows[key] = nil
    }
  }
}
