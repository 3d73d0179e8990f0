// What must fit: hints, bars and notices on the smallest screen, any text in any size.

import Canvas
import Catalogue
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct FitTests {
  /// The hint stands between margins of one column.
  @Test(arguments: Language.allCases, Hint.allCases)
  func aHintFitsTheSmallestScreen(language: Language, hint: Hint) {
    let text = Phrases.of(language).hint(hint)
    #expect(DisplayWidth.columns(of: text) <= 58, "\(text)")
  }

  /// On every width the bar offers help, the palette, leaving and the visit, with the second keys
  /// of those that some terminals keep for themselves, and nothing is cut.
  @Test(arguments: Language.allCases, [60, 72, 80, 100, 132, 300])
  func theKeyBarFits(language: Language, columns: Int) {
    let desk = TestDesk(size: Size(columns: columns, rows: 24), language: language)
    let bar = desk.screen.last ?? ""
    for command in [Command.help, .leave, .palette, .logVisit] {
      let keys = command.keys.map(KeyNames.short).joined(separator: "/")
      #expect(bar.contains("\(keys) \(command.label(language))"), "\(bar)")
    }
    #expect(!bar.contains("…"))
    #expect(DisplayWidth.columns(of: bar) <= columns - 1)
  }

  @Test func aWideBarHasEveryKey() {
    let bar = TestDesk(size: Size(columns: 132, rows: 43)).screen.last ?? ""
    for number in 1...10 { #expect(bar.contains("F\(number)")) }
  }

  /// What a notice says is never cut: it takes the lines that it needs.
  @Test(arguments: Language.allCases, Samples.notices)
  func aNoticeIsShownWhole(language: Language, notice: Notice) {
    var state = Sample.state(size: Size(columns: 60, rows: 20), language: language)
    state.notice = notice
    let lines = ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))
    let shown = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let text = Phrases.of(language).notice(notice)
    #expect(shown.contains(text.split(separator: " ").joined(separator: " ")), "\(shown)")
  }

  @Test(arguments: Language.allCases)
  func aQuestionFitsWithItsAnswers(language: Language) {
    for question in Samples.questions {
      var state = Sample.state(size: Size(columns: 60, rows: 20), language: language)
      state.overlay = .confirm(question)
      let frame = view(state, theme: ScreenProfile.mono.theme)
      let lines = ScreenText.plain(frame)
      #expect(lines.contains { $0.contains("Enter") && $0.contains("Esc") }, "\(lines)")
      #expect(!lines.contains { $0.contains("…") && $0.contains("|") }, "\(lines)")
    }
  }

  /// Every screen of every situation of the real catalogue, at sizes from the smallest on: rows are
  /// straight, nothing is written outside, and a service's title is always readable in full.
  @Test func theRealCatalogueFits() throws {
    let content = try BundledCatalogue().load()
    for situation in content.situations {
      let sheet = content.sheet(of: situation)
      for size in SnapshotTests.sizes {
        var state = Sample.state(size: size)
        for pane in SituationScreen.Pane.allCases {
          var screen = SituationScreen(sheet: sheet)
          screen.pane = pane
          state.screens = [.home, .situation(screen)]
          let frame = view(state, theme: ScreenProfile.mono.theme)
          expectStraight(frame)
          #expect(frame.cursor != nil)
          let first = sheet.services.first?.title.ru ?? ""
          let text = ScreenText.plain(frame).joined(separator: "\n")
          let words = first.split(separator: " ")
          #expect(
            pane == .documents || pane == .deadlines || words.allSatisfy(text.contains),
            "\(first) at \(size)")
        }
      }
    }
  }

  /// Wide, combining, joined, bidirectional and control characters in every text of the data.
  @Test(
    arguments: SnapshotTests.sizes + [
      Size(columns: 60, rows: 20), Size(columns: 61, rows: 21), Size(columns: 77, rows: 22),
      Size(columns: 300, rows: 100),
    ])
  func anyTextInTheDataKeepsRowsStraight(size: Size) {
    let nasty = "漢字👨‍👩‍👧‍👦❤️e\u{301}\u{1B}[31m\u{202E}\u{0}🇷🇺\u{AD}\u{200B}"
    for text in [nasty, String(repeating: nasty, count: 40), "", " ", "\n\t\r\n"] {
      for scene in Scene.all {
        let desk = TestDesk(size: size)
        desk.store.citizens[0].details.surname = "Мария \(text)"
        desk.store.citizens[0].details.patronymic = text
        scene.play(desk)
        var state = desk.state
        state.settings.centreName = text
        state.settings.deskName = text
        expectStraight(view(state, theme: ScreenProfile.mono.theme))
      }
    }
  }

  /// The cursor stands where the keys go, on every screen but the citizen's before an answer.
  @Test(arguments: Scene.all, SnapshotTests.sizes)
  func theCursorShowsWhereTheKeysGo(scene: Scene, size: Size) {
    let desk = TestDesk(size: size)
    scene.play(desk)
    let frame = desk.frame()
    if scene.name.hasPrefix("rating/"), scene.name != "rating/criteria" { return }
    #expect(frame.cursor.map(frame.grid.bounds.contains) == true)
  }

  private func expectStraight(
    _ frame: Frame, at location: SourceLocation = #_sourceLocation
  ) {
    for row in 0..<frame.size.rows {
      let cells = frame.grid.row(row)
      let columns = cells.reduce(0) { $0 + Int($1.width) }
      #expect(columns == frame.size.columns, "row \(row)", sourceLocation: location)
      let isVisible = cells.allSatisfy { cell in
        cell.width == 0 || VisibleCluster(cell.character).glyph == cell.character
      }
      #expect(
        isVisible, "row \(row) holds what a terminal would not show", sourceLocation: location)
    }
    if let cursor = frame.cursor {
      #expect(frame.grid.bounds.contains(cursor), sourceLocation: location)
    }
  }
}
