// The main job on terminals of every kind.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct TerminalKindTests {
  @Test(arguments: ["linux", "xterm", "tmux-256color", "screen", "vt100", "vt220", "putty"])
  func theMainJob(on terminal: String) throws {
    let scene = try Scene()
    let desk = try scene.desk(environment: ["TERM": terminal])
    try expectTheMainJob(desk, scene)
    #expect(desk.lineModes == .cooked)
    #expect(desk.cursor != nil)
    // Nobody's name stays on a terminal that has no second screen.
    #expect(desk.row(of: Shown.home) == nil)
  }

  @Test func noColourAtAll() throws {
    for (environment, options) in [(["NO_COLOR": "1"], []), ([:], ["--no-colour"])] {
      let scene = try Scene()
      let desk = try scene.desk(environment: environment, options: options)
      for row in 0..<desk.size.rows {
        for column in 0..<desk.size.columns {
          let style = desk.cell(column: column, row: row).style
          #expect(style.foreground == .terminal && style.background == .terminal)
        }
      }
      try expectTheMainJob(desk, scene)
    }
  }

  @Test(arguments: ["C", "POSIX", "ru_RU.KOI8-R", "nowhere.UTF-8", ""])
  func aLocaleWithoutRussianLetters(_ locale: String) throws {
    let scene = try Scene()
    let desk = try scene.desk(environment: ["LANG": locale, "LC_ALL": locale])
    try expectTheMainJob(desk, scene)
  }

  private func expectTheMainJob(_ desk: Robot, _ scene: Scene) throws {
    try desk.openBirth()
    try desk.openForm()
    try desk.saveVisit()
    try desk.rate("5")
    #expect(try desk.leave() == .exited(0))
    #expect(try scene.visits().count == 1)
  }
}
