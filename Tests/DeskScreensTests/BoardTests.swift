// The board and the wall: what they show and what a key asks for.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct BoardTests {
  private func ticket(_ number: String) throws -> Ticket {
    try #require(SampleDay.tickets.first { $0.number == number })
  }

  @Test func whoWaitsBeyondTheLimitStandsFirst() {
    let board = TestBoard()
    #expect(board.state.line.map(\.number) == ["А015", "А016", "А017"])
    board.press(.tab)
    #expect(board.shows("! больше на 3 мин"))
    #expect(board.shows("ещё 5 мин"))
    #expect(board.shows("ждут: 3, ! дольше 15 мин: 1"))
    board.advance(seconds: 59)
    #expect(board.shows("! больше на 3 мин"))
    board.advance(seconds: 1)
    #expect(board.shows("! больше на 4 мин"))
  }

  @Test func aWindowShowsItsTicketAndSinceWhen() {
    let board = TestBoard()
    #expect(board.shows("А012 · приём · 5 мин · всё"))
    #expect(board.shows("А013 · вызван · 0 мин · ситуаций: 1"))
    #expect(board.shows("перерыв · 15 мин"))
    #expect(board.shows("окон открыто: 2, свободно: 1 (Окно 2)"))
  }

  @Test func whatNeedsALookComesFirstAmongTheOthers() {
    let board = TestBoard().press(.backTab)
    #expect(board.state.others.first?.number == "А009")
    #expect(board.shows("! открыт с 23.11"))
    #expect(board.shows("ищет паспорт"))
  }

  @Test func plusAndMinusMoveATicketInTheLine() throws {
    let board = TestBoard().press(.tab, .down, .character("+"), .character("-"))
    let id = try ticket("А016").id
    #expect(
      board.takeEffects() == [.step(id, .prioritise(3)), .step(id, .prioritise(1))])
    board.press(.down, .character("-"))
    #expect(board.takeEffects() == [])
    #expect(board.state.notice == .noTicket)
  }

  @Test func aTicketIsSentToAWindow() throws {
    let id = try ticket("А015").id
    let board = TestBoard().press(.tab, .enter, .character("2"))
    #expect(board.shows("Куда отправить"))
    board.press(.down, .enter)
    #expect(
      board.takeEffects() == [
        .step(id, .move(.desk(SampleDay.windows[1])))
      ])
    #expect(board.state.overlay == nil)
  }

  @Test func aForgottenTicketIsClosedAndAnEndTakenBack() throws {
    let (forgotten, ended) = (try ticket("А009"), try ticket("А008"))
    let board = TestBoard().press(.backTab, .enter)
    #expect(board.state.actions(for: forgotten) == [.putBack, .finish, .leave])
    board.press(.down, .enter)
    #expect(board.takeEffects() == [.step(forgotten.id, .finish(visit: nil))])
    #expect(board.state.actions(for: ended) == [.reopen])
  }

  @Test func aWindowServesWhatIsMarked() {
    let board = TestBoard().press(.down, .character(" "))
    #expect(board.shows("[x] Рождение ребёнка"))
    board.press(.character(" "), .down, .character(" "), .enter)
    #expect(
      board.takeEffects() == [
        .setSituations(SampleDay.windows[1], [SampleCatalogue.summaries[1].id])
      ])
  }

  /// The list moves under the cursor, and the cursor goes with its ticket.
  @Test func theCursorStaysWithItsTicket() throws {
    let board = TestBoard().press(.tab, .down)
    var day = SampleDay.day
    day.queue.waiting.removeAll { $0.number == "А015" }
    board.receive(.loaded(day))
    #expect(board.state.chosenTicket?.number == "А016")
  }

  @Test func whatCannotBeReadOrHeardIsSaid() {
    let board = TestBoard().receive(.unread(.busy(holder: nil)))
    #expect(board.shows("! Данные не читаются"))
    board.receive(.loaded(SampleDay.day))
    #expect(!board.shows("! Данные не читаются"))
    board.receive(.syncChanged(Sample.unlinked))
    #expect(board.shows("! Нет связи с центром: данные на"))
    // An attempt is no link.
    board.receive(.syncChanged(SyncStatus(link: .connecting)))
    #expect(board.shows("! Нет связи с центром"))
    board.receive(.syncChanged(Sample.linked))
    #expect(!board.shows("Нет связи"))
  }

  @Test func theKeysThatLeave() {
    #expect(TestBoard().press(.function(10)).takeEffects() == [.quit])
    #expect(TestBoard().press(.control("q")).takeEffects() == [.quit])
    #expect(TestBoard(isWall: true).press(.escape).takeEffects() == [.quit])
    #expect(TestBoard(isWall: true).press(.enter, .character("+"), .tab).takeEffects() == [])
  }

  @Test func shareOfAnswersStandsBesideTheRatings() {
    #expect(TestBoard().shows("9 оценок"))
    #expect(TestBoard().shows("ответили 75 %"))
  }

  @Test func barsAreCutAtTheirMost() {
    let steps: [Character] = ["1", "2", "3", "4"]
    #expect(HourBars.text([0, 1, 2, 3, 4], most: 4, steps: steps) == " 1234")
    #expect(HourBars.text([0, 1, 100], most: 100, steps: steps) == " 14")
    #expect(HourBars.text([0, 0], most: 0, steps: steps) == "  ")
    #expect(HourBars.hours([]) == 8..<20)
    var day = [Int](repeating: 0, count: 24)
    (day[6], day[21]) = (1, 1)
    #expect(HourBars.hours([day]) == 6..<22)
  }
}

@Suite struct WallTests {
  @Test func theLastCallComesFirstAndNothingElseIsShown() {
    let wall = TestBoard(isWall: true)
    #expect(wall.state.calls.map(\.number) == ["А013", "А012"])
    #expect(wall.shows("А013 — окно 2"))
    #expect(wall.shows("А012 — окно 1"))
    #expect(wall.shows("12:05"))
    #expect(!wall.shows("Рождение"))
    #expect(!wall.shows("паспорт"))
  }

  /// What was there when the wall was switched on is no news.
  @Test func aNewCallFlashesForTenSeconds() throws {
    let wall = TestBoard(isWall: true)
    #expect(!wall.state.isFlashing)
    var tickets = SampleDay.tickets
    let place = try #require(tickets.firstIndex { $0.number == "А015" })
    tickets[place].add(
      TicketStep(
        id: Sample.id(9999), event: .call, time: Sample.now + 1,
        author: Author(desk: SampleDay.windows[2]), follows: nil))
    var day = SampleDay.day
    day.queue = QueueDay(tickets, from: Sample.now + -43_500)
    wall.receive(.loaded(day))
    #expect(wall.shows("А015 — окно 3"))
    var seen: [Bool] = []
    for _ in 0..<12 {
      seen.append(wall.state.isFlashing)
      wall.advance(seconds: 1)
    }
    #expect(seen == (0..<12).map { $0 < 10 && $0.isMultiple(of: 2) })
  }

  /// The first call of a day that began with an empty wall is news.
  @Test func theFirstCallOfTheDayFlashes() {
    let wall = TestBoard(.empty, isWall: true)
    #expect(!wall.state.isFlashing)
    wall.receive(.loaded(SampleDay.day))
    #expect(wall.state.isFlashing)
  }

  @Test func aWallWithoutALinkSaysSo() {
    let wall = TestBoard(isWall: true).receive(.syncChanged(Sample.unlinked))
    #expect(wall.shows("! НЕТ СВЯЗИ"))
  }

  @Test func anEmptyWallAsksToWait() {
    #expect(TestBoard(.empty, isWall: true).shows("Ожидайте вызова"))
  }

  /// A series' letters are those that cannot be mistaken for another sign.
  @Test func everySignOfANumberHasItsGlyph() {
    for sign in "0123456789АБВГДЕЖИКЛМНПРСТУФХЦЧШЩЭЮЯ" {
      let rows = LargeGlyphs.rows(of: sign)
      #expect(rows?.map(\.count) == [5, 5, 5, 5, 5], "\(sign)")
    }
  }
}

@Suite struct BoardSnapshotTests {
  @Test(arguments: SnapshotTests.sizes)
  func theBoardLooksAsItWasApproved(size: Size) {
    TestBoard().expectScreen(named: "board/windows", size: size)
    TestBoard().press(.tab).expectScreen(named: "board/waiting", size: size)
    TestBoard().press(.backTab).expectScreen(named: "board/other", size: size)
  }

  @Test(arguments: ScreenProfile.allCases)
  func theyLookAsApprovedInEveryProfile(profile: ScreenProfile) {
    let size = Sample.size
    TestBoard().press(.tab).expectScreen(named: "board/waiting", size: size, profile: profile)
    TestBoard(isWall: true).expectScreen(named: "wall/called", size: size, profile: profile)
  }

  @Test(arguments: SnapshotTests.sizes + [Size(columns: 200, rows: 60)])
  func theWallLooksAsItWasApproved(size: Size) {
    TestBoard(isWall: true).expectScreen(named: "wall/called", size: size)
  }

  @Test func overlaysAndEnglish() {
    let size = Sample.size
    TestBoard().press(.tab, .enter).expectScreen(named: "board/actions", size: size)
    TestBoard().press(.character(" ")).expectScreen(named: "board/serves", size: size)
    TestBoard(language: .en).press(.function(1)).expectScreen(named: "board/help-en", size: size)
    TestBoard(language: .en, isWall: true).expectScreen(named: "wall/called-en", size: size)
  }
}
