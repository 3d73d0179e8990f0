// What a keyboard may send besides the expected.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct TypingTests {
  @Test(arguments: [("hj;ltybt", "рождение"), ("rozhdenie", "рождение")])
  func wordsInTheWrongLayoutOrInLatin(_ typed: String, _ meant: String) throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.type(typed)
    try desk.waitFor("> ситуация   Рождение ребёнка")
    #expect(desk.row(of: "прочитано: \(meant)") != nil)
  }

  @Test func russianLettersAnswerQuestions() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.press(.character(" "))
    try desk.waitFor("отмечено: 1")
    // «Н» is «нет», although its key says Y on a Latin keyboard.
    try desk.press(.function(10))
    try desk.waitFor(Shown.leaveQuestion)
    try desk.press(.character("Н"))
    try desk.waitForNo(Shown.leaveQuestion)
    try desk.press(.control("q"))
    try desk.waitFor(Shown.leaveQuestion)
    try desk.press(.character("y"))
    #expect(try desk.waitForExit() == .exited(0))
  }

  @Test func escAndADigitStandForAFunctionKey() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.press(.character(" "))
    try desk.waitFor("отмечено: 1")
    try desk.type("\u{1B}4")
    try desk.waitFor(Shown.visitForm)
    try desk.type("\u{1B}4")
    try desk.waitFor(Shown.rating)
    try desk.type("\u{1B}9")
    try desk.waitFor("Визит записан")
    try desk.type("\u{1B}0")
    #expect(try desk.waitForExit() == .exited(0))
    #expect(try scene.ratings().skipped == 1)
  }

  @Test func aPasteIsDataAndNothingElse() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.press(.paste("родился\r\n\u{1B}]2;взлом\u{07}\u{1B}OS\tребенок\u{1B}[31m"))
    // No Enter of it has opened anything, no key of it has done anything.
    try desk.waitFor("Поиск: родился")
    #expect(desk.row(of: Shown.services) == nil)
    #expect(desk.row(of: Shown.visitForm) == nil)
    #expect(!desk.title.contains("взлом"))
    try desk.press(.control("u"))
    try desk.waitFor(Shown.home)
    try desk.press(.paste("родился\nребенок"))
    try desk.waitFor("> ситуация   Рождение ребёнка")
  }

  @Test(arguments: [
    "\"", "*", "NEAR(", "родился\" OR 1", "-", "%_", "'; DROP TABLE visit; --",
    String(repeating: "я", count: 10_000), "👩‍👩‍👧", "ё", "((((((((((",
  ])
  func strangeTextIsText(_ text: String) throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.press(.paste(text))
    try desk.waitForNo(Shown.home)
    try desk.waitForNo("Ищу…")
    #expect(desk.row(of: "! ") == nil, "\(desk.screen.joined(separator: "\n"))")
    try desk.press(.control("u"))
    try desk.openBirth()
  }

  @Test func theKeyTestNamesWhatArrives() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.press(.control("p"))
    try desk.waitFor("Команды")
    try desk.type("проверка")
    try desk.waitFor("> Показать, какая клавиша")
    try desk.press(.enter)
    try desk.waitFor("Нажимайте клавиши")
    try desk.press(.function(7), .control("z"), .character("ж"))
    try desk.waitFor("Ctrl-Z")
    #expect(desk.row(of: "F7") != nil)
    try desk.press(.escape)
    try desk.waitFor("Esc")
    try desk.press(.escape)
    try desk.waitFor(Shown.home)
  }
}
