// The desk ends by a signal, by its window's end, or by force: the terminal and the draft survive.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@Suite struct EndingTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalRestoresTheTerminalAndKeepsTheForm(_ number: Int32) throws {
    let scene = try Scene()
    let desk = try deskWithHalfAForm(scene)
    desk.signal(number)
    #expect(try desk.waitForExit() == .exited(0))
    desk.expectRestored()
    try expectTheFormAgain(scene)
  }

  @Test func theWindowIsClosed() throws {
    let scene = try Scene()
    let desk = try deskWithHalfAForm(scene)
    desk.hangUp()
    #expect(try desk.waitForExit() == .exited(0))
    try expectTheFormAgain(scene)
  }

  /// What stood on the screen for as long as it takes to look at it is kept even then.
  @Test func killedByForce() throws {
    let scene = try Scene()
    let desk = try deskWithHalfAForm(scene)
    // The store's thread serves in order: once a situation has come from it, the draft is written.
    try desk.press(.escape)
    try desk.waitFor(Shown.services)
    desk.signal(SIGKILL)
    #expect(try desk.waitForExit() == .signalled(SIGKILL))
    let again = try scene.unopenedDesk()
    try again.waitFor(Shown.draftOffer)
    try again.press(.enter)
    try again.waitFor("отмечено: 1")
    try again.press(.function(4))
    try again.waitFor("мать придёт с отцом")
    try scene.expectHealthy()
  }

  @Test func aDraftIsKeptForLaterByEscAndDroppedByDelete() throws {
    let scene = try Scene()
    let desk = try deskWithHalfAForm(scene)
    desk.signal(SIGTERM)
    #expect(try desk.waitForExit() == .exited(0))

    let later = try scene.unopenedDesk()
    try later.waitFor(Shown.draftOffer)
    try later.press(.escape)
    try later.waitFor("при следующем запуске")
    #expect(try later.leave() == .exited(0))

    let dropping = try scene.unopenedDesk()
    try dropping.waitFor(Shown.draftOffer)
    try dropping.press(.delete)
    try dropping.waitForNo(Shown.draftOffer)
    #expect(try dropping.leave() == .exited(0))
    #expect(try scene.desk().row(of: Shown.draftOffer) == nil)
  }

  @Test func aCitizensFormIsKeptToo() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    try desk.press(.function(2))
    try desk.waitFor("Заявитель визита")
    try desk.type("кузнецова ольга")
    try desk.waitFor("> +")
    try desk.press(.enter)
    try desk.waitFor("Новый заявитель")
    // Past the patronymic, where the cursor stands.
    try desk.press(.tab)
    try desk.type("01.02.1985")
    try desk.waitFor("01.02.1985")
    desk.signal(SIGHUP)
    #expect(try desk.waitForExit() == .exited(0))
    let again = try scene.unopenedDesk()
    try again.waitFor(Shown.draftOffer)
    try again.press(.enter)
    try again.waitFor("Кузнецова")
    #expect(again.row(of: "01.02.1985") != nil)
    try again.press(.function(4))
    try again.waitFor("Карточка сохранена")
    let found: [FoundCitizen] = try scene.answer(["citizen", "find", "кузнецова"])
    #expect(found.map(\.title) == ["Кузнецова Ольга"])
  }

  private func deskWithHalfAForm(_ scene: Scene) throws -> Robot {
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.openForm()
    try desk.press(.tab, .tab)
    try desk.type("мать придёт с отцом")
    try desk.waitFor("мать придёт с отцом")
    return desk
  }

  private func expectTheFormAgain(_ scene: Scene) throws {
    let again = try scene.unopenedDesk()
    try again.waitFor(Shown.draftOffer)
    try again.press(.enter)
    try again.waitFor(Shown.visitForm)
    #expect(again.row(of: "мать придёт с отцом") != nil)
    #expect(again.row(of: "отмечено: 1") != nil)
    try again.saveVisit()
    #expect(try scene.visits().count == 1)
  }
}
