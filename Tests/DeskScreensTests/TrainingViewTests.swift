// «ДЕМО» is on every picture of a training, and on none of a desk that works.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct TrainingViewTests {
  private static let scene = TrainingScene(
    lesson: LocalizedText(ru: "Первый день", en: "First day"), speed: 10)

  private static let sizes = [
    Size(columns: 40, rows: 10), Size(columns: 60, rows: 20), Size(columns: 80, rows: 24),
  ]

  // MARK: The desk

  @Test(arguments: ScreenKind.allCases, sizes)
  func everyScreenSaysSo(_ kind: ScreenKind, _ size: Size) {
    let desk = TestDesk().receive(.trainingChanged(Self.scene)).go(to: kind)
    if let notice = desk.state.notice { _ = desk.expectNotice(notice) }
    #expect(ScreenKind(desk.state.screen) == kind)
    _ = desk.resize(columns: size.columns, rows: size.rows).expectScreen(contains: "ДЕМО ×10")
  }

  @Test(arguments: Scene.all, [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24)])
  func everyPictureSaysSo(_ picture: Scene, _ size: Size) {
    let desk = TestDesk(size: size).receive(.trainingChanged(Self.scene))
    picture.play(desk)
    _ = desk.expectScreen(contains: "ДЕМО ×10")
  }

  /// The pictures that are looked at show every screen and everything that can lie over one: whoever adds another has
  /// to add its picture.
  @Test func noPictureIsForgotten() {
    var overlays: Set<OverlayKind> = []
    for picture in Scene.all {
      let desk = TestDesk()
      picture.play(desk)
      if let overlay = desk.state.overlay { overlays.insert(OverlayKind(overlay)) }
    }
    #expect(Set(OverlayKind.allCases).subtracting(overlays) == [])
  }

  @Test func aClockThatStandsSaysSo() {
    var scene = Self.scene
    scene.speed = 0
    _ = TestDesk().receive(.trainingChanged(scene)).expectScreen(contains: "ДЕМО пауза")
  }

  // MARK: The board and the wall

  private static let boards: [(kind: BoardOverlayKind?, keys: [Key])] = [
    (nil, []), (.help, [.function(1)]), (.actions, [.tab, .enter]),
    (.targets, [.tab, .enter, .character("2")]), (.serves, [.character(" ")]),
    (.message, [.function(2)]), (.callbacks, [.function(7)]), (.ratings, [.function(9)]),
  ]

  @Test(arguments: sizes)
  func everyBoardSaysSo(_ size: Size) {
    var met: Set<BoardOverlayKind> = []
    for picture in Self.boards {
      let board = TestBoard().receive(.trainingChanged(Self.scene))
      for key in picture.keys { board.press(key) }
      #expect(board.state.overlay.map(BoardOverlayKind.init) == picture.kind)
      if let kind = picture.kind { met.insert(kind) }
      board.receive(.resized(size))
      #expect(board.shows("ДЕМО ×10"), "\(picture)")
    }
    // A trainer's own board, a line to the trainee, and the trainee's screen.
    for keys in [[], [Key.function(2)], [.function(8)]] {
      let trainer = TestBoard(isTrainer: true).receive(.trainingChanged(Self.scene))
      for key in keys { trainer.press(key) }
      if let overlay = trainer.state.overlay { met.insert(BoardOverlayKind(overlay)) }
      #expect(trainer.receive(.resized(size)).shows("ДЕМО"), "\(keys)")
    }
    #expect(Set(BoardOverlayKind.allCases).subtracting(met) == [])
    let wall = TestBoard(isWall: true).receive(.trainingChanged(Self.scene))
    #expect(wall.receive(.resized(size)).shows("ДЕМО ×10"))
  }

  /// A supervisor hears all who need one, to the end of what they say.
  @Test func allInTheHallAreHeard() {
    var scene = Self.scene
    scene.hall = (1...3).map { number in
      TrainingScene.Visitor(
        ticket: Sample.id(UInt64(number)), name: "А00\(number) Капелькина Дарья Антоновна",
        looks: LocalizedText(ru: "без сил"),
        says: LocalizedText(ru: "Я взяла талон на покупку жилья, а мне нужна субсидия."),
        leavesOut: nil)
    }
    scene.word = LocalizedText(ru: "А002: талон можно перевести.")
    let board = TestBoard().receive(.trainingChanged(scene))
    for number in 1...3 { #expect(board.shows("А00\(number) Капелькина")) }
    #expect(ScreenText.plain(board.frame()).filter { $0.contains("субсидия.»") }.count == 3)
    #expect(board.shows("→ А002: талон можно перевести."))
  }

  @Test func whenNothingIsLeftOfTheLessonThatIsSaid() {
    var scene = Self.scene
    scene.goal = LocalizedText(ru: "Вызвать и принять")
    scene.isDone = true
    _ = TestDesk().receive(.trainingChanged(scene))
      .expectScreen(contains: "Все шаги урока сделаны. F10")
      .expectScreen(lacks: "Вызвать и принять")
  }

  // MARK: The citizen's own screen

  @Test(arguments: [Size(columns: 20, rows: 6)] + CitizenScreenTests.sizes)
  func everyCitizensScreenSaysSo(_ size: Size) {
    var met: Set<CitizenStageKind> = []
    let call = CitizenScene(name: "call") { $0.asking().type("1").press(.enter) }
    let words = CitizenScene(name: "words") { $0.asking().type("4").press(.enter).type("Да") }
    for picture in CitizenScreenTests.scenes + [call, words] {
      let screen = TestCitizenScreen(
        form: TestCitizenScreen.form, offersCall: true, takesWords: picture.name == words.name)
      screen.receive(.training(true))
      picture.play(screen)
      met.insert(CitizenStageKind(screen.state.stage))
      let mark = screen.state.language == .ru ? "ДЕМО" : "DEMO"
      #expect(screen.resize(columns: size.columns, rows: size.rows).shows(mark), "\(picture.name)")
    }
    #expect(Set(CitizenStageKind.allCases).subtracting(met) == [])
  }

  /// Once, and beside the lesson's name.
  @Test func theCitizensScreenSaysSoOnce() {
    let screen = TestCitizenScreen().receive(.training(true)).told(.idle)
    let head = ScreenText.plain(screen.frame())[0]
    #expect(head.ranges(of: "ДЕМО").count == 1)
    #expect(head.contains(Sample.settings.centreName))
  }

  // MARK: Paper

  @Test(arguments: Language.allCases)
  func thePaperSaysSo(_ language: Language) throws {
    let desk = TestDesk(language: language).go(to: .checklist)
    guard case .checklist(let screen) = desk.state.screen else {
      Issue.record("no list")
      return
    }
    let mark = Phrases.of(language).training.mark
    let paper = { (isTraining: Bool) in
      checklistPaper(
        desk.state.checklist(screen), centre: "Первый день", language: language,
        isTraining: isTraining)
    }
    #expect(paper(true).hasPrefix("\(mark) · Первый день\n"))
    #expect(!paper(false).contains(mark))
  }

  // MARK: Work

  @Test(arguments: Scene.all)
  func noPictureOfADeskThatWorksSaysSo(_ picture: Scene) {
    let desk = TestDesk()
    picture.play(desk)
    #expect(desk.state.training == nil)
    _ = desk.expectScreen(lacks: "ДЕМО")
  }

  @Test(arguments: [false, true])
  func noBoardThatWorksSaysSo(_ isWall: Bool) {
    #expect(!TestBoard(isWall: isWall).shows("ДЕМО"))
  }
}
