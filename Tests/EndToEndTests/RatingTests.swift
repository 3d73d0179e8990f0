// The citizen's screen: the clerk's keys are dead, and each way out of it is told apart.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct RatingTests {
  @Test func theClerksKeysAreDead() throws {
    let scene = try Scene()
    let desk = try deskAtARating(scene)
    try desk.press(
      .function(1), .function(2), .function(3), .function(4), .function(5), .function(10),
      .control("q"), .control("p"), .control("z"), .control("l"), .escape)
    try desk.type("\u{1B}3")
    try desk.press(.tab, .backspace, .character("ж"), .character("9"))
    // The keys come in order: the digit shows that those before it have come.
    try desk.press(.character("2"))
    try desk.waitFor("Enter — отправить")
    #expect(desk.row(of: Shown.rating) != nil)
    #expect(desk.row(of: "F10") == nil)
    try desk.press(.enter)
    try desk.waitFor("ответ принят")
    #expect(try scene.ratings().count == 1)
  }

  @Test func skippedByTheConfiguredKey() throws {
    let scene = try Scene(configuration: #"{ hand_back: "Ctrl-K" }"#)
    let desk = try deskAtARating(scene)
    try desk.press(.function(9))
    try desk.press(.character("5"))
    try desk.waitFor("Enter — отправить")
    try desk.press(.control("k"))
    try desk.waitFor("Визит записан")
    #expect(try desk.leave() == .exited(0))
    let ratings = try scene.ratings()
    #expect((ratings.count, ratings.skipped) == (0, 1))
  }

  @Test func declinedByTheCitizen() throws {
    let scene = try Scene()
    let desk = try deskAtARating(scene)
    try desk.press(.character("0"))
    try desk.waitFor("Вы не ставите оценку")
    try desk.press(.enter)
    try desk.waitFor("ответ принят")
    #expect(try desk.leave() == .exited(0))
    let ratings = try scene.ratings()
    #expect((ratings.count, ratings.declined) == (0, 1))
  }

  @Test func timedOut() throws {
    let scene = try Scene(configuration: "{ rating_timeout: 5 }")
    let desk = try deskAtARating(scene)
    try desk.waitFor(Shown.home)
    #expect(try desk.leave() == .exited(0))
    let ratings = try scene.ratings()
    #expect((ratings.count, ratings.timedOut) == (0, 1))
    #expect(try scene.visits().count == 1)
  }

  @Test func criteriaAreChosenWithTheArrows() throws {
    let scene = try Scene()
    let desk = try deskAtARating(scene)
    try desk.press(.character("4"))
    try desk.waitFor("Что было важно?")
    try desk.press(.down, .character(" "), .down, .down, .character(" "))
    try desk.waitFor("[x] честность")
    #expect(desk.row(of: "[x] эмпатия") != nil)
    try desk.press(.enter)
    try desk.waitFor("ответ принят")
  }

  private func deskAtARating(_ scene: Scene) throws -> Robot {
    let desk = try scene.desk()
    try desk.openBirth()
    try desk.openForm()
    try desk.saveVisit()
    return desk
  }
}
