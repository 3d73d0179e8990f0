// Two windows of one centre, the link cut and back, and a dispute that a person settles.

internal import Canvas
internal import PostgresServer
internal import TerminalRobot
internal import Testing

@Suite struct SyncStoryTests {
  /// Both windows work on while the server is away. What they did not see of each other becomes a
  /// dispute; it is settled at one window and gone at the other.
  @Test func aDisputeIsSettledAtOneWindowAndGoneAtTheOther() throws {
    let centre = try CentreScene()
    let (first, second) = (try centre.window("Окно 1"), try centre.window("Окно 2"))
    let wide = try first.desk(size: Size(columns: 132, rows: 43))
    // The name under which it was enrolled.
    try wide.waitFor("Окно 1")
    #expect(try wide.leave() == .exited(0))
    let (one, two) = (try first.desk(), try second.desk())
    for desk in [one, two] { try desk.waitFor("связь есть · ") }
    try one.createCitizen("сидоров пётр")
    let found: [FoundCitizen] = try second.wait(
      until: "the card", ["citizen", "find", "Сидоров"]
    ) { (found: [FoundCitizen]) in
      found.count == 1
    }
    let id = try #require(found.first?.id)

    centre.server.stop()
    for desk in [one, two] { try desk.waitFor("нет связи") }
    try one.changePhone("+7 916 111-22-33")
    try two.changePhone("+7 903 333-44-55")
    for desk in [one, two] {
      try desk.logVisit()
      try desk.waitFor("ждут ")
    }

    try centre.server.start()
    for desk in [one, two] { try desk.linkNow() }
    for desk in [one, two] { try desk.waitFor("спорных 1") }
    let chosen = try one.settleDispute()
    try one.waitForNo("спорных")
    try two.waitForNo("спорных")
    for (scene, desk) in [(first, one), (second, two)] {
      let card: PhoneOfCard = try scene.wait(
        until: "the settled value", ["citizen", "show", id]
      ) { (card: PhoneOfCard) in
        card.phone == chosen
      }
      #expect(card.visits.count == 1)
      #expect(try scene.visits().count == 2)
      #expect(try desk.leave() == .exited(0))
      try scene.expectHealthy()
    }
  }

  /// The same person is entered at two windows without a link: made one at one window, and two again
  /// at the other.
  @Test func twoCardsOfOnePersonAreMergedAndTakenApart() throws {
    let centre = try CentreScene()
    let (first, second) = (try centre.window("Окно 1"), try centre.window("Окно 2"))
    let (one, two) = (try first.desk(), try second.desk())
    for desk in [one, two] { try desk.waitFor("связь есть · ") }
    centre.server.stop()
    for desk in [one, two] {
      try desk.waitFor("нет связи")
      try desk.createCitizen("петрова анна ильинична", birthDate: "12.03.1990")
      try desk.waitFor("ждут ")
    }
    try centre.server.start()
    for desk in [one, two] { try desk.linkNow() }
    let find = ["citizen", "find", "Петрова Анна"]
    try first.wait(until: "the other card", find) { (found: [FoundCitizen]) in found.count == 2 }
    try one.openLink()
    try one.waitFor("двойник?")
    try one.press(.end, .enter)
    try one.waitFor("Похоже, это один человек")
    try one.press(.enter)
    try one.waitFor("Соединить карточки?")
    try one.press(.enter)
    try one.waitFor("Карточки соединены")

    try second.wait(until: "one card", find) { (found: [FoundCitizen]) in found.count == 1 }
    try two.press(.function(3))
    try two.waitFor(Shown.home)
    try two.type("петрова")
    try two.waitFor("> заявитель  Петрова Анна")
    try two.press(.enter)
    try two.waitFor("влита  ")
    try two.press(.end, .enter)
    try two.waitFor("Вернуть отдельную карточку")
    try two.press(.enter)
    try two.waitFor("Карточки разделены")
    try first.wait(until: "two cards", find) { (found: [FoundCitizen]) in found.count == 2 }
    for scene in [first, second] { try scene.expectHealthy() }
  }

  /// A window without a server opens, works and says so; nothing waits for the network.
  @Test func aWindowThatHasNeverSeenItsCentreWorks() throws {
    let centre = try CentreScene()
    let scene = try centre.window("Окно 1")
    centre.server.stop()
    let desk = try scene.desk()
    try desk.waitFor("нет связи")
    try desk.logVisit()
    try desk.press(.control("p"))
    try desk.type("связь")
    try desk.waitFor("> Связь с центром")
    try desk.press(.enter)
    try desk.waitFor("Данных центра ещё не было.")
    #expect(desk.row(of: "Работайте как обычно") != nil)
    try centre.server.start()
    try desk.press(.enter)
    try desk.waitFor("Связь есть.")
    try desk.waitFor("Решать нечего")
    #expect(try desk.leave() == .exited(0))
  }
}

private struct PhoneOfCard: Decodable {
  struct VisitOfCard: Decodable { var id: String }
  var phone: String?
  var visits: [VisitOfCard]
}

extension Robot {
  fileprivate func createCitizen(_ name: String, birthDate: String = "") throws {
    try press(.function(2))
    try waitFor("Заявитель визита")
    try type(name)
    try waitFor("> + Завести карточку")
    try press(.enter)
    try waitFor("Новый заявитель")
    try type(birthDate)
    try press(.function(4))
    try waitFor("Карточка сохранена")
    try press(.function(3))
    try waitFor(Shown.home)
  }

  fileprivate func changePhone(_ phone: String) throws {
    try press(.function(3))
    try waitFor(Shown.home)
    try press(.control("u"))
    try type("сидоров")
    try waitFor("> заявитель  Сидоров Пётр")
    try press(.enter)
    try waitFor("Ctrl-E изменить")
    try press(.control("e"))
    try waitFor("Карточка заявителя")
    // Up from the first field of names: who it is, then the last field.
    try press(.up, .up)
    try type(phone)
    try press(.function(4))
    try waitFor("Карточка сохранена")
    try press(.function(3))
    try waitFor("Поиск:")
    try press(.control("u"))
    try waitFor(Shown.home)
  }

  /// A visit without a name, with the ten keys of every day.
  fileprivate func logVisit() throws {
    try openBirth()
    try openForm()
    try saveVisit()
    try rate("5")
  }

  fileprivate func openLink() throws {
    try press(.control("p"))
    try type("связь")
    try waitFor("> Связь с центром")
    try press(.enter)
    try waitFor("Связаться с центром сейчас")
  }

  fileprivate func linkNow() throws {
    try openLink()
    try press(.home, .enter)
  }

  /// Takes the other window's value; answers it as digits.
  fileprivate func settleDispute() throws -> String {
    try waitFor("Сидоров Пётр · телефон")
    try press(.end, .enter)
    try waitFor("Карточку изменили на двух окнах")
    #expect(row(of: "Окно 2 · ") != nil)
    let line = try screen[waitFor("Телефон: → ")]
    try press(.right)
    try waitFor("(•)")
    try press(.function(4))
    try waitFor("Сохранить выбранное")
    try press(.enter)
    try waitFor("Спор решён")
    return String(line.filter { $0.isASCII && $0.isNumber })
  }
}
