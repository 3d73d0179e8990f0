package import Domain
internal import SQLite

extension LocalStore {
  /// How long somebody will wait who takes a ticket for `situation` now; `nil` where no window is open
  /// that serves it. The rule is `WaitQuestion`'s.
  package func expectedWait(
    for situation: LifeSituation.ID?, priority: Int = 0, _ stamp: Stamp
  ) throws(StoreError) -> WaitEstimate? {
    let windows = try desks(stamp)
    let waiting = try queue(stamp).waiting
    return try read { connection in
      let asked = Set(waiting.compactMap(\.situation) + [situation].compactMap { $0 })
      var times: [LifeSituation.ID: ServingTime] = [:]
      for situation in asked {
        times[situation] = ServingTime(
          lengths: try ServedTable.lengths(of: situation, before: stamp.now, connection))
      }
      let common = ServingTime(lengths: try ServedTable.lengths(before: stamp.now, connection))
      // A desk at which nobody has told who is there works alone: it is its own window.
      let alone = DeskPresence(id: stamp.author.desk, state: .free, since: stamp.now)
      return WaitQuestion(
        situation: situation, priority: priority, waiting: waiting,
        windows: windows.isEmpty ? [alone] : windows, times: times, common: common ?? .unknown
      ).estimate
    }
  }
}

/// How long servings took lately.
enum ServedTable {
  /// The newest of the last four weeks: what the day is like counts first.
  private static let most = 100
  private static let days: Int64 = 28

  static func lengths(
    of situation: LifeSituation.ID, before now: Instant, _ connection: Connection
  ) throws -> [Int64] {
    try connection.all(
      """
      SELECT served FROM ticket INDEXED BY ticket_served
      WHERE situation = ? AND ended > ? AND started IS NOT NULL AND state = 'done'
      ORDER BY ended DESC LIMIT ?
      """, situation.rawValue, now + -days * 86_400, most
    ) { try $0.next() }
  }

  static func lengths(before now: Instant, _ connection: Connection) throws -> [Int64] {
    try connection.all(
      """
      SELECT served FROM ticket
      WHERE issued > ? AND started IS NOT NULL AND state = 'done' ORDER BY issued DESC LIMIT ?
      """, now + -days * 86_400, most
    ) { try $0.next() }
  }
}
