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

  /// A window that serves all the time would else be told to have been free since the morning.
  @Test func aWindowIsFreeSinceItsLastCitizenHasGone() throws {
    let free = try #require(SampleDay.day.windows.first { $0.state == .free })
    var day = SampleDay.day
    let ended = try #require(day.queue.ended.first { $0.desk != nil })
    var window = free
    (window.id, window.since) = (try #require(ended.desk), ended.since + -3600)
    day.queue.atWindows.removeAll { $0.desk == window.id }
    day.windows = [window]
    #expect(TestBoard(day).state.since(of: window) == ended.since)
    window.state = .away
    #expect(TestBoard(day).state.since(of: window) == window.since)
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

  // MARK: - What the ratings say

  private static let asked = [
    SituationRatings(
      situation: "birth-of-child", given: 24, declined: 3, skipped: 1, timedOut: 2, told: 20,
      best: 15),
    SituationRatings(situation: "foreign-travel", given: 12, timedOut: 1, told: 10, best: 10),
  ]

  private static func picture(
    from: CalendarDate, to: CalendarDate, today: CalendarDate, given: Int = 36
  ) -> RatingPicture {
    let summary = RatingSummary(
      count: given, declined: 3, skipped: 1, timedOut: 3, shareCount: 30, shareBest: 25.0 / 30,
      byCriterion: [:], notBestByCriterion: [.waitingTime: 0.1, .clarity: 0.2], tooFast: 4)
    return RatingPicture(
      from: from, to: to, today: today, summary: summary,
      evidence: RatingEvidence(
        given: given, tooFast: 4, bursts: 0, byDigit: [1, 1, 1, 2, 25],
        control: ControlSample(issued: 40, answered: 11, best: 4)),
      situations: asked, month: MonthPicture(months(from)))
  }

  /// The first window stands out, and one never told its name.
  private static func months(
    _ first: CalendarDate
  ) -> [(desk: Identifier<Desk>, ratings: MonthRatings)] {
    let windows: [(Int, Int, Int)] = [(0, 60, 60), (1, 62, 45), (9, 40, 29)]
    return windows.compactMap { place, given, best in
      let half = BestCount(given: given / 2, best: best / 2)
      let rest = BestCount(given: given - given / 2, best: best - best / 2)
      let ratings = MonthRatings(
        month: first.startOfMonth, total: half + rest, hours: [9: half, 14: rest])
      return ratings.map { (Sample.id(UInt64(900 + place)), $0) }
    }
  }

  private static let words = [
    "Долго искали моё дело, но объяснили понятно", "Спасибо!", "Душно", "Всё быстро",
    "Не хватает стульев",
  ]

  /// The board with the ratings of a page open, and its answer there.
  private func ratings(_ size: Size = Sample.size, back: Int = 0) throws -> TestBoard {
    let board = TestBoard(size: size).press(.function(9))
    for _ in 0..<back { board.press(.left) }
    guard case .loadRatings(let from, let to)? = board.takeEffects().last else {
      Issue.record("nothing was asked")
      return board
    }
    let today = board.state.clock.date
    return board.receive(
      .ratingsLoaded(Self.picture(from: from, to: to, today: today), words: Self.words))
  }

  @Test(arguments: [
    Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ])
  func theRatingsLookAsApproved(size: Size) throws {
    try ratings(size).expectScreen(named: "board/ratings", size: size)
    try ratings(size, back: 1).expectScreen(named: "board/ratings-month", size: size)
  }

  @Test func theLastThirtyDaysAreFirstAndMonthsFollow() throws {
    let board = TestBoard().press(.function(9))
    let today = board.state.clock.date
    #expect(board.takeEffects() == [.loadRatings(from: today.adding(days: -29), to: today)])
    board.press(.right)
    #expect(board.takeEffects() == [], "there is nothing later")
    board.press(.left, .left)
    let months = board.takeEffects()
    #expect(months.count == 2)
    let first = today.adding(days: 1 - today.day)
    #expect(
      months.first
        == .loadRatings(from: first.adding(months: -1), to: first.adding(days: -1)))
    board.press(.escape)
    #expect(board.state.overlay == nil)
  }

  /// Shares by situation are told of a month that is over, and signs say what to do.
  @Test func theMonthTellsWhatThirtyDaysDoNot() throws {
    let now = try ratings()
    #expect(now.shows("Лучших 83 % (от 66 до 93 %), по 30 оценкам"))
    #expect(now.shows("! Быстрее секунды: 4 из 36"))
    #expect(!now.shows("лучших 75 %"))
    let month = try ratings(Size(columns: 132, rows: 43), back: 1)
    #expect(month.shows("лучших 75 %"))
    #expect(!now.shows("По окнам") && month.shows("По окнам"))
    #expect(month.shows("! Окно 1: лучших от 94 до 100 %, у остальных окон вместе от 63 до 80 %"))
    #expect(month.shows("9:00–10:00: лучших 81 %"))
    #expect(month.shows("«Душно»"))
  }

  /// An answer that comes when the page was turned is another page's.
  @Test func anAnswerToAPageThatWasLeftIsDropped() throws {
    let board = try ratings().press(.left)
    guard case .ratings(let page)? = board.state.overlay else {
      Issue.record("the page is gone")
      return
    }
    #expect(page.picture == nil)
    let today = board.state.clock.date
    board.receive(.ratingsLoaded(Self.picture(from: today, to: today, today: today), words: []))
    #expect(!board.shows("Лучших"))
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
