// Accounts in a real terminal.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct StaffTests {
  private static let administrator = "Смирнова А. В."
  private static let clerk = "Орлов П. Н."

  /// Makes accounts on a scene's data: an administrator with the PIN 314159, a clerk with 271828.
  private func makeAccounts(_ scene: Scene) throws {
    let first = try scene.okno(
      ["staff", "add", Self.administrator, "--role", "administrator"], input: "314159\n")
    try #require(first.code == 0, "\(first.complaints)")
    let second = try scene.okno(
      ["staff", "add", Self.clerk, "--role", "clerk", "--as", Self.administrator],
      input: "314159\n271828\n")
    try #require(second.code == 0, "\(second.complaints)")
  }

  private func signIn(_ desk: Robot, _ name: String, _ pin: String) throws {
    try desk.waitFor("Кто у окна?")
    try desk.type(name)
    try desk.press(.enter)
    try desk.waitFor("Введите PIN")
    try desk.type(pin)
    try desk.press(.enter)
  }

  @Test func theFirstAdministratorIsMadeAtTheDesk() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    #expect(desk.row(of: "без учётных записей") == 0)
    try desk.press(.control("p"))
    try desk.type("завести учет")
    try desk.press(.enter)
    try desk.waitFor("Первая учётная запись")
    try desk.type(Self.administrator + "\t314159\t314159\r")
    try desk.waitFor("Учётные записи заведены")
    #expect(desk.row(of: Self.administrator) == 0)
    #expect(try desk.leave() == .exited(0))
    let again = try scene.unopenedDesk()
    try signIn(again, "смир", "314159")
    try again.waitFor(Shown.home)
    #expect(try again.leave() == .exited(0))
    #expect(try scene.okno(["visit", "list"]).code == 77)
    let data = try scene.run("/bin/grep", ["-rc", "314159", scene.data])
    #expect(data.code == 1, "\(data.output)")
  }

  @Test func silenceLocksTheScreenAndKeepsTheDraft() throws {
    let scene = try Scene(configuration: "{ lock_after: 0.05 }")
    try makeAccounts(scene)
    let desk = try scene.unopenedDesk()
    try signIn(desk, "орл", "271828")
    try desk.waitFor(Shown.home)
    try desk.type("родился ребенок\r \u{1B}OS")
    try desk.waitFor("Введите PIN")
    #expect(desk.row(of: "Рождение") == nil && desk.row(of: Shown.visitForm) == nil)
    try desk.type("271828\r")
    try desk.waitFor(Shown.visitForm)
    try desk.saveVisit()
    try desk.press(.character("5"))
    try desk.press(.enter)
    try desk.waitFor("ответ принят")
    #expect(try desk.leave() == .exited(0))
  }

  @Test func wrongPINsWaitAndTheWaitOutlivesTheProgram() throws {
    let scene = try Scene()
    try makeAccounts(scene)
    let desk = try scene.unopenedDesk()
    try signIn(desk, "2", "999999")
    try desk.waitFor("Введите PIN")
    try desk.waitFor("PIN не подошёл")
    for _ in 1...2 {
      try desk.type("999999\r")
      try desk.waitForNo("••••••")
      try desk.waitFor("PIN не подошёл")
    }
    try desk.waitFor("Подождите")
    #expect(try desk.leave() == .exited(0))
    let again = try scene.unopenedDesk()
    try signIn(again, "2", "314159")
    try again.waitFor("Подождите")
    #expect(try again.leave() == .exited(0))
  }

  /// The other desk's command line closes the account; the link brings it here.
  @Test func anAccountThatIsClosedElsewhereIsSignedOutHere() throws {
    let centre = try CentreScene()
    let (one, other) = (try centre.window("Окно 1"), try centre.window("Окно 2"))
    try makeAccounts(one)
    for window in [one, other] {
      let run = try window.okno(["sync", "--once"])
      try #require(run.code == 0, "\(run.output)\(run.complaints)")
    }
    let desk = try other.unopenedDesk()
    try signIn(desk, "орл", "271828")
    try desk.waitFor(Shown.home)
    try desk.type("родился ребенок\r ")
    try desk.waitFor("отмечено: 1")
    let disabled = try one.okno(
      ["staff", "disable", Self.clerk, "--as", Self.administrator], input: "314159\n")
    #expect(disabled.code == 0, "\(disabled.complaints)")
    try #require(try one.okno(["sync", "--once"]).code == 0)
    try desk.waitFor("Учётная запись закрыта")
    #expect(desk.row(of: Self.clerk) == nil)
    #expect(try desk.leave() == .exited(0))
  }
}
