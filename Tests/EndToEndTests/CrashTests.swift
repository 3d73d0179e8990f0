// kill -9 at any moment: what the screen called saved is in the store.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@Suite struct CrashTests {
  private static let rounds = 30

  /// The seed is in the name of each failure, so that the moment can be looked for again.
  @Test(arguments: [1, 2] as [UInt64])
  func killedWhileVisitsAreSavedInALoop(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let scene = try Scene()
    var saved = 0
    for round in 1...Self.rounds / 2 {
      let desk = try startAfterACrash(scene)
      saved = max(saved, savedVisits(desk) ?? 0)
      let moment = Moment(
        bytes: Int.random(in: 0...12_000, using: &random),
        turns: Int.random(in: 0...4_000, using: &random))
      saved = try saveVisits(desk, until: moment, from: saved)
      let visits = try scene.visits()
      #expect(visits.count >= saved, "seed \(seed), round \(round), \(moment)")
      #expect(Set(visits.map(\.id)).count == visits.count)
      try scene.expectHealthy()
    }
    #expect(saved > Self.rounds / 2)
  }

  private struct Moment {
    /// After so much more of output...
    var bytes: Int
    /// ...and so many turns given to others, to fall between two writes of the screen too.
    var turns: Int
  }

  /// A draft may be offered: the visit in it was not saved, or was called saved too late to be drawn.
  private func startAfterACrash(_ scene: Scene) throws -> Robot {
    let desk = try scene.unopenedDesk()
    let isOffered = try desk.wait(until: "the first screen") { robot -> Bool? in
      if robot.row(of: Shown.draftOffer) != nil { return true }
      return savedVisits(robot) == nil ? nil : false
    }
    if isOffered {
      try desk.press(.delete)
      try desk.wait(until: "home") { savedVisits($0) }
    }
    return desk
  }

  /// Saves visits until the moment has come, then kills the desk. Answers the number of visits that
  /// the screen called saved.
  private func saveVisits(_ desk: Robot, until moment: Moment, from start: Int) throws -> Int {
    let end = desk.output.count + moment.bytes
    var saved = start
    while desk.output.count < end {
      try desk.type("родился ребенок\r \u{1B}OS\u{1B}OS5\r")
      try desk.wait(until: "a visit more") { robot -> Bool? in
        if robot.output.count >= end { return true }
        let shown = savedVisits(robot) ?? 0
        return shown > saved && robot.row(of: "ответ принят") != nil ? true : nil
      }
      saved = max(saved, savedVisits(desk) ?? 0)
    }
    for _ in 0..<moment.turns { sched_yield() }
    desk.signal(SIGKILL)
    #expect(try desk.waitForExit() == .signalled(SIGKILL))
    // The last screen counts: a rating is asked for when its visit is saved.
    if desk.row(of: Shown.rating) != nil { return saved + 1 }
    return max(saved, savedVisits(desk) ?? 0)
  }
}

/// What home says of the day: «Сегодня: 3 визита», «Сегодня: визитов пока нет».
private func savedVisits(_ robot: Robot) -> Int? {
  guard let row = robot.row(of: "Сегодня:"),
    let rest = robot.screen[row].split(separator: "Сегодня: ").last
  else { return nil }
  if rest.hasPrefix("визитов пока нет") { return 0 }
  return Int(rest.prefix { $0.isNumber })
}
