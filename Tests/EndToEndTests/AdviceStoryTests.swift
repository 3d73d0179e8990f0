// F8 in a real terminal: an answer at one visit is known at the next.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct AdviceStoryTests {
  /// The second question of a birth, which is about the citizen.
  private static let question = "Вы гражданин России?"

  /// The first answer decides a question; it is stored with the visit, survives the program, and is not
  /// asked at the next visit, where it stands with its source and can be changed.
  @Test func anAnswerIsAskedOnce() throws {
    let scene = try Scene()
    let added = try scene.okno(
      ["citizen", "add"],
      input: #"{"surname":"Сидорова","given_name":"Анна","birth_date":"1990-03-12"}"#)
    try #require(added.code == 0, "\(added.complaints)")

    let first = try scene.desk()
    try first.serveAnna()
    // The child's birth is the date of the event, and has its own place.
    try first.press(.function(8))
    try first.waitFor("Когда родился ребёнок?")
    try first.waitFor("Откуда: со слов заявителя")
    try first.type("01.11.2026")
    try first.press(.enter)
    try first.waitFor(Self.question)
    try first.press(.backTab)
    try first.waitFor("Откуда: по документу")
    try first.press(.character("1"))
    try first.waitForNo(Self.question)
    try first.press(.escape)
    // A key that follows Esc at once would be one with Alt.
    try first.waitForNo("Откуда:")
    try first.openForm()
    try first.saveVisit()
    try first.rate("5")
    #expect(try first.leave() == .exited(0))

    let second = try scene.desk()
    try second.openAnnasCard()
    // The row is her case by now, which leads to its situation.
    try second.press(.enter)
    try second.waitFor("Это подсказка")
    try second.press(.function(8))
    try second.waitFor("Откуда: со слов заявителя")
    #expect(second.row(of: Self.question) == nil)
    try second.press(.escape)
    try second.waitForNo("Откуда:")
    try second.press(.control("p"))
    try second.type("ответы заявителя")
    try second.waitFor("> Ответы заявителя")
    try second.press(.enter)
    try second.waitFor("по документу")
    try second.press(.enter)
    try second.waitFor(Self.question)
    try second.waitFor("Раньше: ")
    try second.press(.escape)
    try second.waitForNo("Откуда:")
    // The case's date is in the visit already.
    try second.press(.function(10))
    try second.waitFor(Shown.leaveQuestion)
    try second.press(.enter)
    #expect(try second.waitForExit() == .exited(0))
    try scene.expectHealthy()
  }
}

extension Robot {
  /// Chooses the citizen from the search and opens the birth of a child.
  fileprivate func serveAnna() throws {
    try openAnnasCard()
    try press(.enter)
    try waitFor(Shown.home)
    try openBirth()
    try waitFor("Это подсказка")
  }

  fileprivate func openAnnasCard() throws {
    try type("сидорова")
    try waitFor("> заявитель  Сидорова Анна")
    try press(.enter)
    try waitFor("12.03.1990")
  }
}
