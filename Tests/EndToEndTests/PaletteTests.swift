// The command palette, undo, and the way to the shell and back.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@Suite struct PaletteTests {
  @Test func aThemeIsSeenWhileItIsChosenAndKept() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    let day = desk.cell(column: 40, row: 20).style
    try choose("тема", "Выбрать цвета", in: desk)
    try desk.waitFor("> День")
    try desk.press(.down)
    try desk.waitForNo("> День")
    let seen = desk.cell(column: 1, row: 20).style
    #expect(seen != day)
    try desk.press(.enter)
    try desk.waitForNo("Консоль, 16 цветов")
    let chosen = desk.cell(column: 40, row: 20).style
    #expect(chosen == seen)
    #expect(try desk.leave() == .exited(0))
    let again = try scene.desk()
    #expect(again.cell(column: 40, row: 20).style == chosen)
  }

  @Test func aThemeIsGivenUpByEsc() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    let day = desk.cell(column: 40, row: 20).style
    try choose("theme", "Выбрать цвета", in: desk)
    try desk.press(.end)
    try desk.wait(until: "another theme") {
      $0.cell(column: 1, row: 20).style == day ? nil : ()
    }
    try desk.press(.escape)
    try desk.waitForNo("Консоль, 16 цветов")
    #expect(desk.cell(column: 40, row: 20).style == day)
  }

  @Test func theLanguageIsKept() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try choose("язык", "Выбрать язык", in: desk)
    try desk.waitFor("English")
    try desk.press(.down, .enter)
    try desk.waitFor("Leave")
    #expect(try desk.leave() == .exited(0))
    let again = try scene.unopenedDesk()
    try again.waitFor("Adoption and guardianship")
    let russian = try scene.unopenedDesk(options: ["--lang", "ru"])
    try russian.waitFor(Shown.home)
  }

  /// The word for the theme, typed with the Latin layout on.
  @Test func theOtherLayoutFindsACommandToo() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.press(.control("p"))
    try desk.waitFor("Команды")
    try desk.type("ntvf")
    try desk.waitFor("> Выбрать цвета экрана")
  }

  @Test func undoTakesBackAMarkAndThenAVisit() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.press(.character(" "))
    try desk.waitFor("отмечено: 1")
    try desk.press(.control("z"))
    try desk.waitFor("Отменено")
    #expect(desk.row(of: "отмечено") == nil)
    try desk.openForm()
    try desk.saveVisit()
    try desk.rate("3")
    try desk.press(.control("z"))
    try desk.waitFor("Отменить записанный визит?")
    try desk.press(.character("Д"))
    try desk.waitFor("Визит отменён")
    try desk.waitFor("визитов пока нет")
    #expect(try scene.visits().isEmpty)
    try scene.expectHealthy()
  }

  @Test func suspendedAndContinuedByAShell() throws {
    let scene = try Scene()
    let words = ([BuiltProduct.path("okno")] + scene.options).joined(separator: " ")
    let shell = try Robot(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "shell> ", "HOME": "/"])
    try shell.waitFor("shell>")
    try shell.type(words + "\r")
    try shell.waitFor(Shown.home)
    try shell.type("родился")
    try shell.waitFor("> ситуация")
    try choose("фон", "Приостановить", in: shell)
    try shell.waitFor("Stopped")
    #expect(!shell.showsSecondScreen)
    // The size may change while another program has the terminal.
    shell.resize(Size(columns: 100, rows: 30))
    try shell.type("fg\r")
    try shell.waitFor("> ситуация")
    #expect(shell.showsSecondScreen)
    #expect(shell.screen.count == 30)
    try shell.waitFor("F10")
    #expect(shell.row(of: "F10") == 29)
    try shell.press(.enter)
    try shell.waitFor(Shown.services)
    try shell.press(.control("q"))
    try shell.waitFor("shell>")
    try shell.type("exit\r")
    #expect(try shell.waitForExit() == .exited(0))
  }

  /// Types `word` into the palette and takes the row that comes first then.
  private func choose(_ word: String, _ row: String, in desk: Robot) throws {
    try desk.press(.control("p"))
    try desk.waitFor("┌ Команды")
    try desk.type(word)
    try desk.waitFor("> \(row)")
    try desk.press(.enter)
  }
}
