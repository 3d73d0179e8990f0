// Two desks on one folder of data.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@Suite struct TwoDesksTests {
  @Test func bothSaveTheirVisits() throws {
    let scene = try Scene()
    let (one, other) = (try scene.desk(), try scene.desk())
    for _ in 1...5 {
      for desk in [one, other] { try desk.type("родился ребенок\r \u{1B}OS\u{1B}OS5\r") }
      for desk in [one, other] {
        try desk.waitFor("ответ принят")
        try desk.press(.control("l"))
        try desk.waitForNo("ответ принят")
      }
    }
    #expect(try scene.visits().count == 10)
    #expect(try scene.ratings().count == 10)
    try scene.expectHealthy()
  }

  /// What one is putting together is neither offered to the other nor ended by it.
  @Test func eachHasItsOwnDraft() throws {
    let scene = try Scene()
    let one = try scene.desk()
    try one.openBirth()
    try one.openForm()
    let other = try scene.desk()
    #expect(other.row(of: Shown.draftOffer) == nil)
    try other.openBirth()
    try other.openForm()
    try other.saveVisit()
    try other.rate("5")
    one.signal(SIGKILL)
    #expect(try one.waitForExit() == .signalled(SIGKILL))
    let again = try scene.unopenedDesk()
    try again.waitFor(Shown.draftOffer)
    try again.press(.enter)
    try again.waitFor(Shown.visitForm)
  }

  @Test func theCommandLineWritesMeanwhile() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    let logged = try scene.okno([
      "visit", "log", "--situation", "marriage", "--service", "marriage-registration",
      "--outcome", "consulted",
    ])
    #expect(logged.code == 0, "\(logged.complaints)")
    try desk.openBirth()
    try desk.openForm()
    try desk.saveVisit()
    try desk.rate("5")
    #expect(desk.row(of: "2 визита") != nil)
  }
}
