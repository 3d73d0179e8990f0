import Domain
import Sync

/// The central store of docs/decisions/sync.md as a value: every centre's stream, and who may ask.
/// A copy of it is what a backup, or a standby that lags behind, would hold.
struct CentralModel {
  /// The name by which a desk logs in.
  typealias Role = String

  /// A desk as it was enrolled.
  struct Seat {
    var centre: String
    /// The server's own id of the desk, which is not the store's.
    var desk: UUIDv7
    var isRevoked = false
    /// Two copies of it are at work.
    var isForked = false
  }

  var centres: [String: CentreStream] = [:]
  var seats: [Role: Seat] = [:]
  /// Versions of the protocol that are served.
  var versions: ClosedRange<Int> = 1...1_000
  /// Kinds that a server of an older version does not know.
  var unknownKinds: Set<String> = []
  /// Until then every question is answered with "later".
  var busyUntil = Instant(milliseconds: .min)
  /// How long a transaction takes to become durable, in milliseconds.
  var hold: Int64 = 600_000
  var poll = 20
  /// Rows of a page, whatever a desk asks for.
  var mostOfPage = Int.max
  var mutant: Mutant?

  mutating func enrol(_ role: Role, _ desk: UUIDv7, in centre: String, epoch: String) {
    seats[role] = Seat(centre: centre, desk: desk)
    if centres[centre] == nil { centres[centre] = CentreStream(epoch: epoch, mutant: mutant) }
  }

  /// Spread as docs/decisions/sync.md has it: 80 desks a second, at most a minute.
  var spread: Int { min(60, seats.count / 80) }

  mutating func answer(
    _ request: SyncRequest, from role: Role, after: Int64?, at now: Instant
  ) -> [SyncReply] {
    guard let seat = seats[role] else { return [.stopped(.credentials)] }
    if seat.isRevoked { return [.stopped(.revoked)] }
    if now < busyUntil {
      return [.busy(retryAfter: Int((busyUntil.milliseconds - now.milliseconds) / 1000) + 1)]
    }
    switch request {
    case .hello(let hello):
      guard versions.contains(hello.version) else { return [.stopped(.version)] }
      return [
        .welcome(
          Welcome(
            serverTime: now, spread: spread, poll: poll, retryAfter: 0,
            epoch: centres[seat.centre]?.toldEpoch ?? ""))
      ]
    case .push(let operations, let incarnation):
      var batch = batch(operations, incarnation, seat, role, now)
      batch.after = after
      return [push(batch, seat.centre).map(SyncReply.verdicts) ?? .busy(retryAfter: 1)]
    case .pull(let cursor, let limit): return [pull(cursor, limit, seat.centre, now)]
    case .snapshot: return centres[seat.centre]?.snapshot() ?? []
    case .anchor(let head, _): return [.anchored(head.sequence)]
    case .catalogue, .desks: return [.stopped(.protocolFault)]
    case .call(let call):
      let batch = batch([], [], seat, role, now)
      return [.called(centres[seat.centre]?.call(call, batch) ?? nil)]
    case .lease(let wish):
      let batch = batch([], [], seat, role, now)
      return [.leased(centres[seat.centre]?.lease(wish, batch) ?? [])]
    }
  }

  private mutating func push(_ batch: CentreStream.Batch, _ centre: String) -> Verdicts? {
    guard let result = centres[centre]?.apply(batch) else { return nil }
    if result.isForked { seats[batch.role]?.isForked = true }
    return Verdicts(
      epoch: centres[centre]?.toldEpoch ?? "", verdicts: result.verdicts,
      isForked: seats[batch.role]?.isForked ?? false)
  }

  private func batch(
    _ operations: [SyncOperation], _ incarnation: [UInt8], _ seat: Seat, _ role: Role,
    _ now: Instant
  ) -> CentreStream.Batch {
    CentreStream.Batch(
      operations: operations, desk: seat.desk, role: role, incarnation: incarnation, after: nil,
      unknownKinds: unknownKinds, now: now)
  }

  private func pull(
    _ cursor: SyncCursor?, _ limit: Int, _ centre: String, _ now: Instant
  ) -> SyncReply {
    guard let stream = centres[centre] else { return .snapshotNeeded }
    guard
      var page = stream.page(
        after: cursor, limit: min(limit, mostOfPage), at: now, hold: hold)
    else {
      return .snapshotNeeded
    }
    if mutant == .anotherCentresRows {
      let others = centres.filter { $0.key != centre }.sorted { $0.key < $1.key }
      page.rows += others.first?.value.rows(of: .visit).prefix(1) ?? []
    }
    return .page(page)
  }

  /// What PostgreSQL does when a standby is promoted.
  mutating func begin(timeline: Int) {
    for centre in centres.keys { centres[centre]?.timeline = timeline }
  }

  /// What the administrator does after a restore.
  mutating func beginEpoch(_ name: String) {
    for centre in centres.keys { centres[centre]?.epoch = name }
  }
}
