internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import FoundationEssentials
internal import Glibc
internal import LocalStore
internal import Themes

/// The supervisor's board of a large centre: what a whole drawing takes, and what it costs while nothing happens but
/// the clock's minutes, beside htop in the same seconds.
struct BoardBench: Bench {
  let name = "board"

  private static let windows = 50
  private static let waiting = 500
  private static let rounds = 200
  private static let idleSeconds = 20
  private static let size = Size(columns: 200, rows: 60)

  func figures(_ context: BenchContext) throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory.path + "/okno-board-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let size = "\(Self.size.columns)×\(Self.size.rows)"
    let place = "\(Self.windows) windows, \(Self.waiting) waiting, \(size)"
    let (readings, drawings) = try measure(folder)
    return [
      Figure(
        name: "board: a full redraw, median (\(place))", ours: drawings.median, unit: "ms",
        goal: .none),
      Figure(
        name: "board: a full redraw, p99 (\(place))", ours: drawings.p99, unit: "ms",
        goal: .atMost(5)),
      Figure(
        name: "board: the day read from the store, median", ours: readings.median, unit: "ms",
        goal: .none),
      try idle(folder),
    ]
  }

  /// Reading and drawing, each from nothing.
  private func measure(_ folder: String) throws -> (Sample, Sample) {
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let store = try LocalStore(
      directory: folder, access: .readWrite, ids: IDSource(seed: 7), now: now)
    defer { store.close() }
    let stamp = Stamp(now: now, author: Author(desk: store.desk), offset: .moscow)
    try fill(store, stamp)
    let theme = try ThemeLibrary(directories: []).theme(named: "day", depth: .truecolor)
    var state = BoardState(
      size: Self.size, language: .ru, clock: Clock(now: now, offset: .moscow),
      situations: try store.situations())
    var (readings, drawings) = (Sample(), Sample())
    for round in 0..<Self.rounds {
      let reading = try timed { try store.centreDay(stamp) }
      let drawing = timed {
        _ = update(&state, .loaded(reading.result), Facts(now: now, offset: .moscow))
        return GridDiff.runs(from: nil, to: view(state, theme: theme).grid).count
      }
      guard drawing.result > 0 else { throw Peer.Failure(description: "the board draws nothing") }
      // The first ones make what is made once.
      guard round >= 10 else { continue }
      readings.add(reading.milliseconds)
      drawings.add(drawing.milliseconds)
    }
    return (readings, drawings)
  }

  /// Each window has served one, half of them serve another; the rest wait.
  private func fill(_ store: LocalStore, _ stamp: Stamp) throws {
    var ids = IDSource(seed: 8)
    for number in 1...Self.windows {
      let desk: Identifier<Desk> = ids.makeID(at: stamp.now)
      var window = stamp
      window.author = Author(desk: desk)
      try store.tellPresence(
        DeskPresence(id: desk, name: "Окно \(number)", state: .free, since: stamp.now), window)
      for place in 0...(number % 2) {
        let ticket = try store.issueTicket(TicketRequest(situation: nil), stamp)
        try store.step(ticket.id, .call, window)
        try store.step(ticket.id, .start, window)
        if place == 0 { try store.step(ticket.id, .finish(visit: nil), window) }
      }
    }
    for _ in 0..<Self.waiting { _ = try store.issueTicket(TicketRequest(situation: nil), stamp) }
  }

  /// The processor's time of both in the same seconds.
  private func idle(_ folder: String) throws -> Figure {
    let board = try BenchTerminal(
      ["okno", "--data", folder, "board"], columns: Self.size.columns, rows: Self.size.rows)
    let peer =
      Peer.isInstalled("htop")
      ? try BenchTerminal(["htop"], columns: Self.size.columns, rows: Self.size.rows) : nil
    _ = (board.answer(), peer?.answer())
    for _ in 0..<3 { drain(board, peer, milliseconds: 1000) }
    let start = (board.processorTime, peer?.processorTime)
    for _ in 0..<Self.idleSeconds { drain(board, peer, milliseconds: 1000) }
    guard board.status("VmRSS") != nil else {
      throw Peer.Failure(description: "the board has ended")
    }
    var figure = Figure(
      name: "board: processor while nothing happens, \(Self.idleSeconds) s",
      ours: board.processorTime - start.0, unit: "ms", goal: .ratioAtMost(0.1))
    if let peer, let before = start.1 {
      figure.peer = peer.processorTime - before
      figure.peerName = "htop"
    }
    return figure
  }

  /// A terminal reads what is written: a program that waits for it would cost nothing.
  private func drain(_ one: BenchTerminal, _ other: BenchTerminal?, milliseconds length: Int) {
    let end = milliseconds() + Double(length)
    while milliseconds() < end {
      one.readWhatIsThere()
      other?.readWhatIsThere()
      wait(milliseconds: 50)
    }
  }
}
