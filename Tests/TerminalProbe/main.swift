// A small program for the terminal's tests: shows what arrives, and leaves in the ways a program can.
//
// Ctrl-Q leaves, Ctrl-P suspends, Ctrl-L redraws, Ctrl-T traps, Ctrl-A aborts on another thread,
// Ctrl-E writes to standard error, Ctrl-N shows the next of many colours. Arguments: `depth=256`,
// `mouse`, `log=PATH`, `title=TEXT`, `list`; `reset` repairs the terminal after a kill.

internal import Canvas
internal import Glibc
internal import Terminal

struct Probe {
  var seen: [String] = []
  var colours = 0
  /// Draws the screen of CursesPeer, for the comparison of bytes.
  let isList: Bool

  func list(_ session: TerminalSession) -> Frame {
    var frame = Frame(size: session.size, style: .plain)
    let pairs: [(UInt8, UInt8)] = [(214, 16), (40, 17), (231, 236)]
    for row in 0..<(session.size.rows - 1) {
      let (foreground, background) = pairs[row % 3]
      let turn = row == 7 ? seen.count : 0
      let text =
        "\(row < 10 ? " " : "")\(row) строка списка, ход \(turn), Иванова Мария Петровна, свидетельство"
      frame.draw(
        text, at: Point(column: 0, row: row),
        style: Style(
          foreground: .indexed(foreground), background: .indexed(background),
          attributes: row.isMultiple(of: 2) ? [] : .bold))
    }
    frame.cursor = Point(column: 70, row: 7)
    return frame
  }

  func frame(_ session: TerminalSession) -> Frame {
    if isList { return list(session) }
    let size = session.size
    var frame = Frame(size: size, style: .plain)
    let head = "probe \(size.columns)x\(size.rows) \(session.depth.rawValue)"
    frame.draw(
      head, at: Point(column: 0, row: 0),
      style: Style(
        foreground: .rgb(red: 255, green: 176, blue: 0),
        background: .rgb(red: 0, green: 0, blue: 7),
        attributes: .bold))
    frame.draw(
      "Окно ┌─┐ ж́ 中文 ❤️ 👩‍👩‍👧‍👦 \u{1B}[31m\u{202E}end", at: Point(column: 0, row: 1),
      style: Style(foreground: .indexed(196), background: .indexed(16), attributes: .underline))
    for column in 0..<min(colours, size.columns) {
      let shade = UInt8(truncatingIfNeeded: colours &* 7 &+ column &* 3)
      frame.draw(
        "#", at: Point(column: column, row: 2),
        style: Style(
          foreground: .rgb(red: shade, green: 255 - shade, blue: UInt8(column & 255)),
          background: .rgb(red: 0, green: 0, blue: shade)))
    }
    for (row, key) in seen.suffix(max(0, size.rows - 3)).enumerated() {
      frame.draw(key, at: Point(column: 0, row: row + 3), style: .plain)
    }
    let last = min(size.rows - 1, 2 + seen.count)
    frame.cursor = Point(column: 0, row: max(0, last))
    return frame
  }
}

func options() -> TerminalSession.Options {
  var options = TerminalSession.Options()
  for argument in CommandLine.arguments.dropFirst() {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    switch parts[0] {
    case "depth": options.depth = ColourDepth(rawValue: parts[1])
    case "mouse": options.mouse = true
    case "log": options.errorLog = parts[1]
    default: break
    }
  }
  return options
}

func complain(_ text: String) {
  let line = Array("\(text)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

func abortElsewhere() {
  var thread = pthread_t()
  pthread_create(&thread, nil, { _ in abort() }, nil)
}

func act(on key: Key, _ probe: inout Probe, _ session: TerminalSession) -> Bool {
  probe.seen.append("\(probe.seen.count + 1): \(key)")
  switch key {
  case .control("q"): return false
  case .control("p"): session.suspend()
  case .control("l"): session.redraw()
  case .control("n"): probe.colours += 40
  case .control("a"): abortElsewhere()
  case .control("e"): complain("on standard error")
  case .control("t"): _ = [Int]()[probe.seen.count]
  default: break
  }
  return true
}

func run() throws {
  try ProcessLocale.set()
  let signals = try SignalInbox()
  let poll = EventPoll(signals: signals, waker: try Waker())
  let session = try TerminalSession(options())
  try session.start()
  defer { session.end() }
  if let title = CommandLine.arguments.first(where: { $0.hasPrefix("title=") }) {
    session.setTitle(String(title.dropFirst(6)))
  }
  var probe = Probe(isList: CommandLine.arguments.contains("list"))
  while true {
    session.present(probe.frame(session))
    let happened = poll.wait(until: session.keyDeadline)
    if happened.hungUp || !happened.signals.isDisjoint(with: [.terminate, .hangUp]) { return }
    if happened.signals.contains(.resize) { _ = session.resize() }
    if happened.signals.contains(.interrupt) { probe.seen.append("interrupted") }
    if happened.signals.contains(.suspend) { session.suspend() }
    if happened.signals.contains(.resume) { session.redraw() }
    for key in session.readKeys() where !act(on: key, &probe, session) { return }
  }
}

if CommandLine.arguments.contains("reset") {
  TerminalSession.resetTerminal()
  complain("reset")
  exit(0)
}

do { try run() } catch {
  complain("\(error)")
  exit(78)
}
