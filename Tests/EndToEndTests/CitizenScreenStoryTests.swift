// The citizen's own screen beside a desk, in two terminals.

import Canvas
import FoundationEssentials
import Glibc
import Telephone
import TerminalRobot
import Testing

@Suite struct CitizenScreenStoryTests {
  private static let asked = "Нажмите цифру от 1 до 5"

  @Test(arguments: [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ])
  func aCitizenRatesWhileTheClerkGoesOn(size: Size) throws {
    let scene = try Scene(configuration: #"{ desk: "Окно 5" }"#)
    let desk = try scene.desk()
    let screen = try scene.citizenScreen(size: size)
    try desk.openBirth()
    try screen.waitFor("мы спросим")
    try desk.openForm()
    try desk.press(.function(4))
    try desk.waitFor("оценку спрашивает экран заявителя")
    try screen.waitFor(Self.asked)
    // The clerk is at the next one meanwhile.
    try desk.openBirth()
    try screen.press(.character("2"))
    try screen.waitFor("Enter — отправить")
    try screen.press(.character("6"), .character("8"))
    try screen.waitFor("[x] эмпатия")
    try screen.press(.enter)
    try screen.waitFor("Ваш ответ принят")
    try desk.waitFor("ответ принят")
    #expect(desk.row(of: Shown.services) != nil)
    let ratings = try scene.ratings()
    #expect((ratings.count, ratings.timedOut) == (1, 0))
    try scene.expectHealthy()
  }

  /// A citizen's name is on the desk's screen, and nothing of it in what the other screen has.
  @Test func theScreenKnowsNothingOfWhoIsServed() throws {
    let scene = try Scene(configuration: #"{ desk: "Окно 5" }"#)
    let added = try scene.okno(
      ["citizen", "add"],
      input: #"{"surname":"Сидорова","given_name":"Анна","birth_date":"1990-03-12"}"#)
    try #require(added.code == 0, "\(added.complaints)")
    let screen = try scene.citizenScreen()
    let desk = try scene.desk()
    try desk.type("сидорова")
    try desk.waitFor("> заявитель  Сидорова Анна")
    try desk.press(.enter)
    try desk.waitFor("12.03.1990")
    try desk.press(.enter)
    try screen.waitFor("мы спросим")
    try desk.waitFor(Shown.home)
    try desk.openBirth()
    try desk.openForm()
    try desk.press(.function(4))
    try screen.waitFor(Self.asked)
    let told = try scene.text(scene.data + "/rate/view.json")
    let view = try JSONDecoder().decode([String: String].self, from: Data(told.utf8))
    #expect(Set(view.keys) == ["centre", "window", "stage", "token"])
    #expect((view["window"], view["stage"]) == ("Окно 5", "asking"))
    #expect(!screen.output.contains(text: "Сидорова"))
    #expect(!screen.output.contains(text: "Рождение"))
    let opened = try scene.openFiles(of: screen.process)
    #expect(opened.contains { $0.hasSuffix("/rate/screen.lock") }, "\(opened)")
    #expect(!opened.contains { $0.contains("okno.sqlite") }, "\(opened)")
  }

  /// A screen that was killed loses no rating: the desk asks by itself.
  @Test func aScreenThatDiesHandsTheQuestionOver() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    let screen = try scene.citizenScreen()
    try desk.openBirth()
    try screen.waitFor("мы спросим")
    try desk.openForm()
    try desk.press(.function(4))
    try screen.waitFor(Self.asked)
    screen.signal(SIGKILL)
    try desk.waitFor(Shown.rating)
    try desk.rate("5")
    #expect(try scene.ratings().count == 1)
    // And without it all is as before.
    try desk.openBirth()
    try desk.openForm()
    try desk.saveVisit()
    try desk.rate("4")
    #expect(try scene.ratings().count == 2)
  }

  /// What a telephone reads is the region's form with a word that the desk takes an answer to.
  @Test func aCitizenRatesLaterByTheCode() throws {
    let scene = try Scene(
      configuration: #"{ desk: "Окно 5", rating_form: "https://example.org/r?t={token}" }"#)
    let desk = try scene.desk()
    let screen = try scene.citizenScreen()
    try desk.openBirth()
    try screen.waitFor("мы спросим")
    try desk.openForm()
    try desk.press(.function(4))
    try screen.waitFor(Self.asked)
    try screen.press(.character("0"))
    try screen.waitFor("Вы не ставите оценку")
    try screen.press(.enter)
    try screen.waitFor("Оценить позже")
    let size = Robot.usualSize
    let cells = (0..<size.rows).map { row in
      (0..<size.columns).map { column in
        let shown = screen.cell(column: column, row: row)
        return Telephone.Cell(text: shown.text, style: shown.style)
      }
    }
    let address = try Telephone.text(of: cells)
    #expect(address.hasPrefix("https://example.org/r?t="))
    let answers = scene.folder + "/answers.csv"
    try scene.write("token,score\n\(address.suffix(32)),2\n", to: answers)
    let brought = try scene.okno(["rating", "import", answers])
    #expect(brought.code == 0, "\(brought.output)\(brought.complaints)")
    #expect(try scene.okno(["rating", "import", answers]).code == 65)
  }

  /// A citizen writes at a keyboard: the desk's screen shows nothing of it, and the supervisor is told from five on.
  @Test func aCitizenWritesALine() throws {
    let scene = try Scene(configuration: #"{ desk: "Окно 5", rating_keyboard: "screen" }"#)
    let desk = try scene.desk()
    let screen = try scene.citizenScreen(size: Size(columns: 40, rows: 12))
    try desk.openBirth()
    try screen.waitFor("мы спросим")
    try desk.openForm()
    try desk.press(.function(4))
    try screen.waitFor(Self.asked)
    try screen.press(.character("4"))
    try screen.waitFor("Enter — отправить")
    try screen.press(.enter)
    try screen.waitFor("Хотите что-то добавить?")
    try screen.type("Ytgjyznysq gjhzljr")
    try screen.waitFor("Непонятный порядок")
    try screen.press(.enter)
    try screen.waitFor("Ваш ответ принят")
    try desk.waitFor("ответ принят")
    #expect(!desk.output.contains(text: "Непонятный"))
    #expect(try scene.ratings().count == 1)
    let words = try scene.okno(["rating", "words", "--json"])
    #expect(words.output == "[]\n", "\(words.output)\(words.complaints)")
    #expect(try scene.text(scene.data + "/rate/view.json").contains("Непонятный") == false)
    try scene.expectHealthy()
  }

  @Test func itIsLeftByTheCodeOnly() throws {
    let scene = try Scene(configuration: #"{ rating_leave_code: "4821" }"#)
    let screen = try scene.citizenScreen()
    try screen.waitFor("Выход: Ctrl-Q и код")
    try screen.press(.control("c"), .control("z"), .control("\\"), .function(10))
    try screen.waitFor("Код для выхода:")
    try screen.type("1111")
    try screen.press(.enter)
    try screen.waitFor("Код неверный")
    try screen.type("4821")
    try screen.press(.enter)
    #expect(try screen.waitForExit() == .exited(0))
    screen.expectRestored()
  }

  @Test func theSystemEndsIt() throws {
    let screen = try Scene().citizenScreen()
    screen.signal(SIGTERM)
    #expect(try screen.waitForExit() == .exited(0))
    screen.expectRestored()
  }

  @Test func aDeskHasOneOfThem() throws {
    let scene = try Scene()
    let screen = try scene.citizenScreen()
    let second = try scene.okno(["rate"])
    #expect(second.code == 75)
    withExtendedLifetime(screen) {}
  }
}

extension Scene {
  fileprivate func citizenScreen(size: Size = Robot.usualSize) throws -> Robot {
    let robot = try Robot(
      "okno", ["rate"] + options,
      environment: ["HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder],
      size: size)
    try robot.waitFor("Здесь можно оценить обслуживание")
    return robot
  }

  /// The files that a program has open.
  fileprivate func openFiles(of process: Int32) throws -> [String] {
    let place = "/proc/\(process)/fd"
    return try FileManager.default.contentsOfDirectory(atPath: place).compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: place + "/" + $0)
    }
  }
}

extension [UInt8] {
  fileprivate func contains(text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
