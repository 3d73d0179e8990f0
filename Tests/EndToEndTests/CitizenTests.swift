// One citizen over several visits: the case is opened once and found again.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct CitizenTests {
  @Test func aCaseIsFoundAgainAtTheNextVisit() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.press(.character(" "), .down, .down, .character(" "))
    try desk.waitFor("отмечено: 2")
    try createCitizen(desk)
    try desk.waitFor("Визит: Иванова Мария Петровна")
    try desk.press(.function(4))
    try desk.waitFor("принято заявление")
    // The second service was told about only.
    try desk.press(.tab, .character("2"))
    try desk.waitFor("консультация")
    try desk.saveVisit()
    try desk.rate("4")
    #expect(try desk.leave() == .exited(0))

    let again = try scene.desk()
    try again.type("иванова мар")
    try again.waitFor("> заявитель  Иванова Мария Петровна")
    try again.press(.enter)
    try again.waitFor("> дело ")
    #expect(again.row(of: "Рождение ребёнка") != nil)
    try again.press(.enter)
    try again.waitFor(Shown.services)
    try again.waitFor("Визит: Иванова Мария Петровна")
    #expect(again.row(of: "подано") != nil)
    #expect(again.row(of: "рассказали") != nil)
    let visits = try scene.visits()
    #expect(visits.first?.services.map(\.outcome) == ["accepted", "consulted"])
    #expect(visits.first?.citizen != nil)
  }

  private func createCitizen(_ desk: Robot) throws {
    try desk.press(.function(2))
    try desk.waitFor("Заявитель визита")
    try desk.type("иванова мария петровна")
    try desk.waitFor("> + Завести карточку")
    try desk.press(.enter)
    try desk.waitFor("Новый заявитель")
    try desk.waitFor("Петровна")
    try desk.type("12.03.1990")
    try desk.press(.function(4))
    try desk.waitFor("Карточка сохранена")
  }

  @Test func theEventDateGivesTheDeadlinesAsDates() throws {
    let scene = try Scene()
    let desk = try scene.desk(size: Size(columns: 132, rows: 43))
    try desk.openBirth()
    try desk.press(.tab, .tab, .tab)
    try desk.waitFor("ДД.ММ.ГГГГ")
    try desk.type("31.01.2026")
    try desk.waitFor("28.02.2026")
    // A month, six months, three months; two years stand below.
    for day in ["28.02.2026", "31.07.2026", "30.04.2026"] {
      #expect(desk.row(of: day) != nil, "no \(day)\n\(desk.screen.joined(separator: "\n"))")
    }
    try desk.press(.pageDown)
    try desk.waitFor("31.01.2028")
  }

  @Test func theEventDateIsKnownAtTheNextVisit() throws {
    let scene = try Scene()
    let citizen: RegisteredCitizen = try scene.answer(
      ["citizen", "add"], input: #"{"surname": "Петрова", "given_name": "Анна"}"#)
    let logged = try scene.okno([
      "visit", "log", "--situation", "birth-of-child", "--service", "birth-registration",
      "--outcome", "issued", "--citizen", citizen.id, "--event-date", "2026-01-31",
    ])
    #expect(logged.code == 0, "\(logged.complaints)")
    let desk = try scene.desk(size: Size(columns: 132, rows: 43))
    try desk.type("петрова")
    try desk.waitFor("> заявитель  Петрова Анна")
    try desk.press(.enter)
    try desk.waitFor("31.01.2026")
    try desk.press(.enter)
    try desk.waitFor("выдано")
    try desk.press(.tab, .tab, .tab)
    try desk.waitFor("28.02.2026")
  }
}
