// The queue of a centre: the entrance, a window, the supervisor's board and the wall, on one folder.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct QueueStoryTests {
  @Test func aTicketGoesFromTheEntranceToItsVisit() throws {
    let scene = try Scene(configuration: #"{desk: "Окно 4", queue_print: "true"}"#)
    let wall = try scene.open(["board", "--wall"], size: Size(columns: 200, rows: 60))
    try wall.waitFor("Ожидайте вызова")
    let board = try scene.open(["board"])
    try board.waitFor("ждут: 0")

    let reception = try scene.open(["reception"])
    try reception.waitFor("Что случилось?")
    try reception.type("родился ребенок")
    try reception.waitFor("> Рождение ребёнка")
    try reception.press(.enter)
    try reception.waitFor("Кто пришёл")
    try reception.press(.enter)
    try reception.waitFor("Ваш номер")
    try reception.waitFor("Талон напечатан")
    try board.waitFor("ждут: 1")

    let desk = try scene.desk()
    try desk.press(.function(5))
    try desk.waitFor("талон А001 вызван")
    try desk.waitFor(Shown.services)
    try wall.waitFor("А001 — окно 4")
    try board.waitFor("А001 · вызван")

    try desk.press(.function(6))
    try desk.waitFor("Талон А001")
    try desk.type("о")
    try desk.waitFor("Почему отложен")
    try desk.type("ищет паспорт")
    try desk.press(.enter)
    try desk.waitFor("отложены: А001")
    try wall.waitFor("Ожидайте вызова")

    try desk.press(.function(6))
    try desk.waitFor("Вызвать А001")
    try desk.press(.enter)
    try desk.waitFor("талон А001 вызван")
    try desk.press(.character(" "))
    try desk.waitFor("приём с")
    try board.waitFor("А001 · приём")
    try desk.press(.function(4))
    try desk.waitFor(Shown.visitForm)
    try desk.saveVisit()
    try desk.rate("5")
    try board.waitFor("Окно 4")
    try board.waitFor("свободно: 1")
    let visits = try scene.visits()
    #expect(visits.map(\.situation) == ["birth-of-child"])

    for screen in [wall, board, reception, desk] { #expect(try screen.leave() == .exited(0)) }
    try scene.expectHealthy()
  }

  /// The hall's screen at the least size that is common, and the clerk's ways with a ticket beside it.
  @Test func theWallIsLegibleOnASmallScreenToo() throws {
    let scene = try Scene(configuration: #"{desk: "Окно 4", queue_print: null}"#)
    let reception = try scene.open(["reception"])
    try reception.waitFor("Что случилось?")
    try reception.press(.enter)
    try reception.waitFor("Кто пришёл")
    try reception.press(.enter)
    try reception.waitFor("Ваш номер")
    let wall = try scene.open(["board", "--wall"])
    try wall.waitFor("Ожидайте вызова")
    let desk = try scene.desk()
    try desk.press(.function(5))
    try wall.waitFor("А001 — окно 4")
    #expect(wall.screen.contains { $0.contains("██") })
    try desk.press(.function(6))
    try desk.type("в")
    try desk.waitForNo("вызван")
    try wall.waitFor("Ожидайте вызова")
    // Nobody's key does anything here but leave.
    try wall.type("abc\r")
    #expect(try wall.leave() == .exited(0))
  }

  @Test func aPrinterThatFailsIsToldAndTheNumberIsShown() throws {
    let scene = try Scene(configuration: #"{queue_print: "exit 3"}"#)
    let reception = try scene.open(["reception"])
    try reception.waitFor("Что случилось?")
    try reception.press(.enter)
    try reception.waitFor("Кто пришёл")
    try reception.press(.enter)
    try reception.waitFor("! Талон не напечатан")
    #expect(reception.screen.contains { $0.contains("██") })
  }

  @Test func theTicketsTextGoesToTheCommand() throws {
    let scene = try Scene()
    let paper = scene.folder + "/paper"
    try scene.write(
      #"{centre: "МФЦ", queue_print: "cat > \#(paper)"}"#, to: scene.folder + "/c.json5")
    let reception = try scene.unopened(
      ["reception", "--data", scene.data, "--config", scene.folder + "/c.json5"])
    try reception.waitFor("Что случилось?")
    try reception.press(.enter)
    try reception.waitFor("Кто пришёл")
    try reception.press(.enter)
    try reception.waitFor("Талон напечатан")
    let text = try scene.text(paper)
    #expect(text.hasPrefix("МФЦ\n\nВаш номер: А001\n"))
  }
}

extension Scene {
  /// Opens a screen that is nobody's window.
  fileprivate func open(_ words: [String], size: Size = Robot.usualSize) throws -> Robot {
    try unopened(words + options, size: size)
  }

  fileprivate func unopened(_ words: [String], size: Size = Robot.usualSize) throws -> Robot {
    try Robot(
      "okno", words,
      environment: ["HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder], size: size)
  }
}
