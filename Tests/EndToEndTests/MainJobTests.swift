// The clerk's main job, at three sizes, and typed faster than any screen can follow.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct MainJobTests {
  static let sizes = [
    Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ]

  @Test(arguments: sizes)
  func fromTheWordsToARatedVisit(_ size: Size) throws {
    let scene = try Scene()
    let desk = try scene.desk(size: size)
    try desk.openBirth()
    try desk.openForm()
    #expect(desk.row(of: "егистрация рождения") != nil)
    try desk.saveVisit()
    try desk.rate("5")
    #expect(desk.row(of: Shown.home) != nil)
    #expect(try desk.leave() == .exited(0))
    desk.expectRestored()
    try expectOneRatedVisit(scene)
  }

  @Test(arguments: sizes)
  func allKeysInOneWrite(_ size: Size) throws {
    let scene = try Scene()
    let desk = try scene.desk(size: size)
    try desk.type("родился ребенок\r \u{1B}OS\u{1B}OS5\r")
    try desk.waitFor("ответ принят")
    #expect(try desk.leave() == .exited(0))
    try expectOneRatedVisit(scene)
  }

  /// A program that has not drawn its first screen yet loses no key either.
  @Test func keysBeforeTheFirstScreen() throws {
    let scene = try Scene()
    try scene.expectHealthyAfterFirstStart()
    let desk = try scene.unopenedDesk()
    try desk.type("родился ребенок\r \u{1B}OS\u{1B}OS5\r")
    try desk.waitFor("ответ принят")
    try expectOneRatedVisit(scene)
  }

  private func expectOneRatedVisit(
    _ scene: Scene, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let visits = try scene.visits(location)
    #expect(visits.count == 1, sourceLocation: location)
    let visit = try #require(visits.first, sourceLocation: location)
    #expect(visit.situation == "birth-of-child", sourceLocation: location)
    #expect(
      visit.services == [.init(id: "birth-registration", outcome: "consulted")],
      sourceLocation: location)
    #expect(visit.citizen == nil, sourceLocation: location)
    #expect(visit.channel == "counter", sourceLocation: location)
    #expect(try scene.ratings(location).count == 1, sourceLocation: location)
    try scene.expectHealthy(location)
  }
}

extension Scene {
  /// Opens the desk once, so that the catalogue is in the store.
  fileprivate func expectHealthyAfterFirstStart() throws {
    #expect(try desk().leave() == .exited(0))
    try expectHealthy()
  }
}
