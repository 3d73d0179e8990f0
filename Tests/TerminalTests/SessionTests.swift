// The real session in a pseudo-terminal: TerminalProbe, driven by the robot.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@testable internal import Terminal

private func probe(
  _ arguments: [String] = [], environment: [String: String] = [:], size: Size = Robot.usualSize
) throws -> Robot {
  let robot = try Robot("TerminalProbe", arguments, environment: environment, size: size)
  try robot.waitFor("probe \(size.columns)x\(size.rows)")
  return robot
}

private func expectRestored(_ robot: Robot, _ location: SourceLocation = #_sourceLocation) {
  #expect(!robot.showsSecondScreen, sourceLocation: location)
  #expect(robot.cursor != nil, sourceLocation: location)
  #expect(robot.lineModes == .cooked, sourceLocation: location)
  #expect(!robot.reportsMouse, sourceLocation: location)
  let text = String(decoding: robot.output, as: UTF8.self)
  let (on, off) = ("\u{1B}[?2004h", "\u{1B}[?2004l")
  #expect(lastPlace(of: off, in: text) > lastPlace(of: on, in: text), sourceLocation: location)
}

private func lastPlace(of part: String, in text: String) -> Int {
  let (text, part) = (Array(text.utf8), Array(part.utf8))
  let places = text.indices.filter { text[$0...].starts(with: part) }
  return places.last ?? -1
}

@Suite struct SessionTests {
  @Test func takesAndGivesBackTheTerminal() throws {
    let robot = try probe(["mouse", "title=Окно"])
    #expect(robot.showsSecondScreen)
    #expect(robot.lineModes == .raw)
    #expect(robot.reportsMouse)
    #expect(robot.title == "Окно")
    #expect(robot.cursor == Point(column: 0, row: 2))
    try robot.press(.control("q"))
    #expect(try robot.waitForExit() == .exited(0))
    expectRestored(robot)
  }

  @Test func showsTextInStraightColumnsAndSendsNoControls() throws {
    let robot = try probe()
    #expect(robot.screen[1] == "Окно ┌─┐ ж́ 中文 ❤  👩 ␛[31m\u{FFFD}end")
    #expect(!String(decoding: robot.output, as: UTF8.self).contains("\u{202E}"))
    #expect(robot.cell(column: 12, row: 1).text == "文" || robot.cell(column: 11, row: 1).width == 2)
  }

  @Test func keysOfEveryKindArrive() throws {
    let robot = try probe(["mouse"])
    try robot.press(
      .character("Щ"), .function(1), .function(10), .up, .pageDown, .backTab, .control("c"),
      .control("z"), .alt("ж"), .paste("a\nб"), .press(Point(column: 4, row: 2)), .wheel(1), .enter)
    try robot.waitFor("13: enter")
    let expected = [
      "1: character(\"Щ\")", "2: function(1)", "3: function(10)", "4: up", "5: pageDown",
      "6: backTab", "7: control(\"c\")", "8: control(\"z\")", "9: alt(\"ж\")",
      "10: paste(\"a б\")", "11: press(Canvas.Point(column: 4, row: 2))", "12: wheel(1)",
    ]
    #expect(Array(robot.screen[3..<15]) == expected)
  }

  @Test func loneEscapeArrivesByItself() throws {
    let robot = try probe()
    try robot.press(.escape)
    try robot.waitFor("1: escape")
    try robot.send(Array("\u{1B}4".utf8))
    try robot.waitFor("2: function(4)")
  }

  @Test func everySizeAtAnyMoment() throws {
    let robot = try probe()
    let sizes = [(60, 20), (1, 1), (500, 200), (2, 300), (132, 43), (37, 3), (80, 24)]
    for (columns, rows) in sizes {
      robot.resize(Size(columns: columns, rows: rows))
      try robot.press(.character("x"))
      let whole = "probe \(columns)x\(rows) 256"
      let head = columns < whole.count ? String(whole.prefix(columns - 1)) + "…" : whole
      try robot.wait(until: "the head at \(columns)×\(rows)") { $0.screen[0] == head ? () : nil }
    }
    try robot.press(.control("q"))
    #expect(try robot.waitForExit() == .exited(0))
  }

  @Test func manyResizesInARow() throws {
    let robot = try probe()
    for step in 1...60 {
      robot.resize(Size(columns: 20 + step, rows: 5 + step % 30))
      try robot.press(.character("a"))
    }
    try robot.waitFor("probe 80x5")
    try robot.waitFor("60: character")
  }

  @Test func redrawRepairsWhatOthersPrinted() throws {
    let robot = try probe()
    // As another program would write over the screen: behind ncurses' back.
    try robot.press(.control("e"))
    try robot.waitFor("on standard error")
    try robot.press(.control("l"))
    try robot.waitForNo("on standard error")
  }

  @Test func standardErrorGoesToTheLog() throws {
    let log = TemporaryFile.path("errors.log")
    defer { unlink(log) }
    let robot = try probe(["log=\(log)"])
    try robot.press(.control("e"), .character("z"))
    try robot.waitFor("2: character(\"z\")")
    #expect(robot.row(of: "on standard error") == nil)
    #expect(TemporaryFile.text(log) == "on standard error\n")
  }
}

@Suite struct SessionEndTests {
  @Test(arguments: [SIGTERM, SIGQUIT, SIGHUP])
  func signalsEndItOrderly(_ number: Int32) throws {
    let robot = try probe(["mouse"])
    robot.signal(number)
    #expect(try robot.waitForExit() == .exited(0))
    expectRestored(robot)
  }

  @Test func interruptIsAnEventOnly() throws {
    let robot = try probe()
    robot.signal(SIGINT)
    try robot.waitFor("interrupted")
  }

  @Test func closedWindowEndsIt() throws {
    let robot = try probe()
    robot.hangUp()
    #expect(try robot.waitForExit() == .exited(0))
  }

  @Test(arguments: [Key.control("t"), .control("a")])
  func crashRestoresTheTerminal(_ key: Key) throws {
    let robot = try probe(["mouse"], environment: ["SWIFT_BACKTRACE": "enable=no"])
    try robot.press(key)
    let status = try robot.waitForExit()
    #expect(status == .signalled(key == .control("a") ? SIGABRT : SIGILL))
    expectRestored(robot)
  }

  @Test func resetRepairsWhatAKillLeaves() throws {
    let program = BuiltProduct.path("TerminalProbe")
    let robot = try Robot(
      "/bin/sh", ["-c", "\(program) mouse; \(program) reset; read answer; exit 5"])
    try robot.waitFor("Окно")
    let child = TemporaryFile.text("/proc/\(robot.process)/task/\(robot.process)/children")
    let process = try #require(child.flatMap { pid_t($0.prefix { $0 != " " }) })
    kill(process, SIGKILL)
    try robot.waitFor("reset")
    expectRestored(robot)
    try robot.type("yes\r")
    #expect(try robot.waitForExit() == .exited(5))
  }

  @Test func crashKeepsSwiftsBacktrace() throws {
    let robot = try probe(
      [], environment: ["SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no"],
      size: Size(columns: 200, rows: 100))
    try robot.press(.control("t"))
    _ = try robot.waitForExit()
    #expect(String(decoding: robot.output, as: UTF8.self).contains("Program crashed"))
    expectRestored(robot)
  }

  @Test(arguments: [true, false])
  func suspendedByThePaletteOrFromOutside(_ byKey: Bool) throws {
    let shell = try Robot(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "ready> ", "HISTFILE": "", "INPUTRC": "/dev/null"])
    try shell.waitFor("ready>")
    try shell.type(BuiltProduct.path("TerminalProbe") + " mouse\r")
    try shell.waitFor("probe 80x24")
    if byKey {
      try shell.press(.control("p"))
    } else {
      try shell.press(.control("n"))
      // While a frame is drawn, too: ncurses would ignore it then.
      kill(-shell.foregroundGroup, SIGTSTP)
    }
    try shell.wait(until: "the shell's prompt") {
      $0.showsSecondScreen ? nil : $0.row(of: "Stopped")
    }
    #expect(!shell.reportsMouse)
    shell.resize(Size(columns: 70, rows: 20))
    try shell.type("fg\r")
    try shell.waitFor("probe 70x20")
    #expect(shell.showsSecondScreen)
    #expect(shell.reportsMouse)
    try shell.press(.control("q"))
    try shell.wait(until: "the shell's prompt") { $0.showsSecondScreen ? nil : () }
    try shell.type("exit 3\r")
    #expect(try shell.waitForExit() == .exited(3))
  }
}

@Suite struct SessionStartTests {
  @Test(arguments: [
    ("", "TERM is not set"), ("no-such-terminal", "no terminfo description of no-such-terminal"),
    ("dumb", "dumb cannot place its cursor"),
  ])
  func terminalThatWillNotDo(_ name: String, _ message: String) throws {
    let robot = try Robot("TerminalProbe", environment: ["TERM": name])
    #expect(try robot.waitForExit() == .exited(78))
    #expect(robot.screen[0] == message)
    #expect(robot.lineModes == .cooked)
  }

  /// Where ncurses-term is installed these are described after all, and shall work as well.
  @Test(arguments: ["putty", "putty-256color", "xterm-kitty", "tmux-direct"])
  func terminalThatIsNotDescribedHereIsDrawnAsItsRelative(_ name: String) throws {
    let robot = try probe([], environment: ["TERM": name])
    #expect(robot.screen[1].hasPrefix("Окно ┌─┐"))
    try robot.press(.function(4))
    try robot.waitFor("1: function(4)")
    try robot.press(.control("q"))
    #expect(try robot.waitForExit() == .exited(0))
    expectRestored(robot)
  }

  @Test func relativesAreOfOneFamily() {
    #expect(TerminalRelatives.names(of: "putty") == ["xterm-256color", "xterm"])
    #expect(TerminalRelatives.names(of: "xterm-256color") == ["xterm"])
    #expect(TerminalRelatives.names(of: "screen.xterm-new") == ["screen"])
    for name in ["", "vt100", "dumb", "no-such-terminal", "puttyx", "stranger"] {
      #expect(TerminalRelatives.names(of: name).isEmpty, "\(name)")
    }
  }

  @Test(arguments: [("</dev/null", "input"), (">/dev/null", "output")])
  func redirected(_ redirection: String, _ stream: String) throws {
    let command = "\(BuiltProduct.path("TerminalProbe")) \(redirection)"
    let robot = try Robot("/bin/sh", ["-c", command])
    #expect(try robot.waitForExit() == .exited(78))
    #expect(robot.screen[0] == "standard \(stream) is not a terminal")
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
    "vt220", "ansi", "rxvt-unicode-256color", "screen.xterm-256color", "Eterm", "xterm-mono",
  ])
  func terminalsOfOldAndNew(_ name: String) throws {
    let robot = try probe([], environment: ["TERM": name])
    try robot.press(.character("я"), .up, .function(5))
    try robot.waitFor("3: function(5)")
    #expect(robot.screen[4] == "2: up")
    try robot.press(.control("q"))
    #expect(try robot.waitForExit() == .exited(0))
    #expect(robot.lineModes == .cooked)
    // What was on screen is people's data: it does not stay, with a second screen or without.
    #expect(robot.row(of: "character(") == nil)
  }

  /// Some shells export them, and they are wrong after the first resize.
  @Test func sizeIsTheTerminalsNotTheEnvironments() throws {
    _ = try probe([], environment: ["LINES": "10", "COLUMNS": "20"])
  }

  @Test(arguments: ["C", "POSIX", "ru_RU.KOI8-R", ""])
  func localeWithoutUTF8(_ locale: String) throws {
    let robot = try probe([], environment: ["LC_ALL": locale, "LANG": locale])
    #expect(robot.screen[1].hasPrefix("Окно ┌─┐"))
  }

  @Test(arguments: [
    (["COLORTERM": "truecolor"], [String](), "truecolor"), ([:], [], "256"),
    (["TERM": "xterm"], [], "16"), (["NO_COLOR": "1", "COLORTERM": "truecolor"], [], "mono"),
    (["NO_COLOR": ""], [], "256"), (["TERM": "linux"], [], "16"),
    (["TERM": "vt100"], [], "mono"), (["TERM": "xterm"], ["depth=truecolor"], "truecolor"),
    (["TERM": "xterm"], ["depth=256"], "256"), (["TERM": "vt100"], ["depth=256"], "256"),
    (["COLORTERM": "truecolor"], ["depth=16"], "16"), ([:], ["depth=mono"], "mono"),
  ])
  func coloursAreTheOnesAskedFor(
    _ environment: [String: String], _ arguments: [String], _ depth: String
  ) throws {
    let robot = try Robot("TerminalProbe", arguments, environment: environment)
    try robot.waitFor("probe 80x24 \(depth)")
    try robot.waitFor("Окно")
    let head = robot.cell(column: 0, row: 0).style
    let text = robot.cell(column: 0, row: 1).style
    let (amber, nearBlack) = (
      Colour.rgb(red: 255, green: 176, blue: 0), Colour.rgb(red: 0, green: 0, blue: 7)
    )
    switch depth {
    case "truecolor":
      #expect(head == Style(foreground: amber, background: nearBlack, attributes: .bold))
      #expect(
        text == Style(foreground: .indexed(196), background: .indexed(16), attributes: .underline))
    case "256":
      #expect(head == Style(foreground: .indexed(214), background: .indexed(16), attributes: .bold))
      #expect(
        text == Style(foreground: .indexed(196), background: .indexed(16), attributes: .underline))
    case "16":
      #expect(head.attributes.contains(.bold))
      #expect(head.background == .indexed(0))
      if case .indexed(let index) = text.foreground {
        #expect(index < 16)
      } else {
        Issue.record("\(text)")
      }
    default:
      #expect(head == Style(attributes: .bold))
      #expect(text == Style(attributes: .underline))
    }
  }

  /// The Linux console has 64 pairs; more in all frames than it holds must not change what is shown.
  @Test func moreColourPairsThanTheTerminalHolds() throws {
    let robot = try probe(["depth=16"], environment: ["TERM": "xterm"])
    for turn in 1...30 {
      try robot.press(.control("n"))
      try robot.waitFor("\(turn): control")
      #expect(robot.cell(column: 0, row: 0).style.background == .indexed(0))
    }
  }
}

@Suite struct BytesTests {
  /// The bytes of one changed line, against a program that draws the same with ncurses alone.
  @Test func oneChangedLineCostsLittleMoreThanNcursesAlone() throws {
    let ours = try bytesOfChange(Robot("TerminalProbe", ["list"]))
    let peer = try bytesOfChange(Robot("CursesPeer"))
    #expect(peer > 0)
    #expect(Double(ours) <= 1.2 * Double(peer), "\(ours) bytes, ncurses alone \(peer)")
  }

  private func bytesOfChange(_ robot: Robot) throws -> Int {
    try robot.waitFor("22 строка")
    try robot.press(.character("a"))
    try robot.waitFor("ход 1,")
    let before = robot.output.count
    for turn in 2...11 {
      try robot.press(.character("a"))
      try robot.waitFor("ход \(turn),")
    }
    return robot.output.count - before
  }
}
