internal import Domain
internal import SQLite

/// The end of a chained log: how many entries it has, and the last one's hash.
///
/// It is kept apart from the log, in `meta`, so that entries cut off at the end are missed.
struct ChainHead: Equatable {
  var count: Int64
  var hash: [UInt8]

  /// Before the first entry: a hash that differs from desk to desk and from log to log.
  static func start(of log: ChainedLog, desk: Identifier<Desk>) -> ChainHead {
    var input = HashInput()
    input.add("okno " + log.rawValue)
    input.add(desk.uuid.bytes)
    return ChainHead(count: 0, hash: input.digest)
  }

  static func read(_ log: ChainedLog, from connection: Connection) throws -> ChainHead? {
    try connection.value("SELECT value FROM meta WHERE key = ?", key(log), as: [UInt8].self)
      .flatMap(ChainHead.init(stored:))
  }

  /// Where the next entry goes on.
  ///
  /// Usually the stored head. Where that is missing or behind the log, somebody has meddled: work
  /// goes on from the last entry, and the check of the chain says what it finds.
  static func next(
    of log: ChainedLog, desk: Identifier<Desk>, _ connection: Connection
  ) throws -> ChainHead {
    let known = try connection.first(
      "SELECT value, (SELECT max(sequence) FROM \(log.rawValue)) FROM meta WHERE key = ?", key(log)
    ) { (stored: ChainHead(stored: try $0.next()), last: try $0.next(Int64?.self)) }
    if let stored = known?.stored, stored.count >= known?.last ?? 0 { return stored }
    let last = try connection.first(
      "SELECT sequence, hash FROM \(log.rawValue) ORDER BY sequence DESC LIMIT 1"
    ) { ChainHead(count: try $0.next(), hash: try $0.next()) }
    return last ?? .start(of: log, desk: desk)
  }

  func write(_ log: ChainedLog, to connection: Connection) throws {
    let number = UInt64(bitPattern: count)
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - $0 * 8)) }
    try connection.run(
      "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", Self.key(log), bytes + hash)
  }

  private static func key(_ log: ChainedLog) -> String { log.rawValue + "_head" }
}

extension ChainHead {
  /// `nil` for bytes that `write` has not written.
  fileprivate init?(stored: [UInt8]) {
    guard stored.count == 40 else { return nil }
    let count = stored.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.init(count: Int64(bitPattern: count), hash: Array(stored.suffix(32)))
  }
}

/// An entry of either log, as its chain sees it.
protocol ChainEntry {
  var sequence: Int64 { get }
  var previousHash: [UInt8] { get }
  var hash: [UInt8] { get }
  /// What the hash should be.
  var expectedHash: [UInt8] { get }
}

/// Walks along a log and notes where it is not what was written.
struct ChainCheck {
  private let log: ChainedLog
  private var last: ChainHead
  private(set) var faults: [AuditFault] = []

  init(_ log: ChainedLog, desk: Identifier<Desk>) {
    self.log = log
    last = .start(of: log, desk: desk)
  }

  mutating func visit(_ entry: some ChainEntry) {
    if entry.sequence != last.count + 1 || entry.previousHash != last.hash {
      note(.brokenChain, at: entry.sequence)
    }
    if entry.hash != entry.expectedHash { note(.changed, at: entry.sequence) }
    last = ChainHead(count: entry.sequence, hash: entry.hash)
  }

  mutating func finish(at head: ChainHead?) {
    guard let head else { return note(.cutOff, at: last.count + 1) }
    guard head != last else { return }
    note(head.count > last.count ? .cutOff : .brokenChain, at: last.count + 1)
  }

  private mutating func note(_ kind: AuditFault.Kind, at sequence: Int64) {
    faults.append(AuditFault(log: log, sequence: sequence, kind: kind))
  }
}
