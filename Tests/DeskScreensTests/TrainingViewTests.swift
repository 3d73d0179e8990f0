// «ДЕМО» is on every screen of a training, and on none of a desk that works.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct TrainingViewTests {
  private static let scene = TrainingScene(
    lesson: LocalizedText(ru: "Первый день", en: "First day"), speed: 10)

  @Test(arguments: ScreenKind.allCases, [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24)])
  func everyScreenBearsTheMark(_ kind: ScreenKind, _ size: Size) {
    let desk = TestDesk(size: size).receive(.trainingChanged(Self.scene)).go(to: kind)
    if let notice = desk.state.notice { _ = desk.expectNotice(notice) }
    _ = desk.expectScreen(contains: "ДЕМО ×10")
  }

  @Test func thePaletteAndASmallWindowBearItToo() {
    let desk = TestDesk().receive(.trainingChanged(Self.scene)).press(.control("p"))
      .expectScreen(contains: "ДЕМО ×10")
    desk.press(.escape).resize(columns: 40, rows: 10).expectScreen(contains: "ДЕМО ×10")
  }

  @Test func aClockThatStandsSaysSo() {
    var scene = Self.scene
    scene.speed = 0
    _ = TestDesk().receive(.trainingChanged(scene)).expectScreen(contains: "ДЕМО пауза")
  }

  @Test(arguments: [false, true])
  func theBoardAndTheWallBearItToo(_ isWall: Bool) {
    var state = BoardState(
      size: Size(columns: 80, rows: 24), language: .ru, centreName: "Центр",
      clock: Clock(now: Sample.now, offset: .moscow), isWall: isWall)
    let profile = ScreenProfile.truecolor
    let plain = ScreenText.text(of: view(state, theme: profile.theme), depth: profile.depth)
    #expect(!plain.contains("ДЕМО"))
    state.training = Self.scene
    let marked = ScreenText.text(of: view(state, theme: profile.theme), depth: profile.depth)
    #expect(marked.contains("ДЕМО ×10"))
  }

  @Test func noScreenOfADeskThatWorksBearsIt() {
    for kind in ScreenKind.allCases {
      let desk = TestDesk().go(to: kind)
      if let notice = desk.state.notice { _ = desk.expectNotice(notice) }
      #expect(desk.state.training == nil)
      _ = desk.expectScreen(lacks: "ДЕМО")
    }
  }
}
