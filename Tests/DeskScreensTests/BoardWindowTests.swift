// The windows of the board: who is there, their link, messages to them, and the day by window and hour.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct BoardWindowTests {
  private let wide = Size(columns: 132, rows: 43)

  @Test func aWindowNamesItsClerkAndAClosedOneNobody() {
    let board = TestBoard(SampleDay.staffed)
    #expect(board.shows("А012 · приём · 5 мин · Смирнова А. В. · всё"))
    #expect(!board.shows("Ковалёв"))
  }

  /// Two windows called one ticket without a link: each has its half until the supervisor has looked.
  @Test func aTicketThatTwoWindowsCalledIsAtBoth() throws {
    var day = SampleDay.day
    let place = try #require(day.queue.atWindows.firstIndex { $0.number == "А013" })
    day.queue.atWindows[place].add(
      TicketStep(
        id: Sample.id(8801), event: .call, time: Sample.now + -60,
        author: Author(desk: SampleDay.windows[2]), follows: nil))
    let board = TestBoard(day, size: wide)
    let rows = board.screen.filter { $0.contains("А013 · вызван · ! вызвали два окна") }
    #expect(rows.contains { $0.contains("Окно 2") })
    #expect(rows.contains { $0.contains("Окно 3") })
    var settled = day
    settled.queue.atWindows[place].add(
      TicketStep(
        id: Sample.id(8802), event: .settle, time: Sample.now,
        author: Author(desk: SampleDay.windows[3]), follows: nil))
    board.receive(.loaded(settled))
    #expect(!board.shows("вызвали два окна"))
    #expect(board.shows("перерыв · 15 мин"))
  }

  @Test func aSilentDeskSaysSinceWhen() {
    let board = TestBoard().receive(
      .heard([
        HeardDesk(desk: SampleDay.windows[0], age: 20_000, behind: 3),
        HeardDesk(desk: SampleDay.windows[2], age: 700_000, behind: 0),
        HeardDesk(desk: SampleDay.windows[3], age: nil, behind: 0),
      ]))
    #expect(board.shows("слышно 1 мин назад · не получено изменений: 3"))
    #expect(board.shows("перерыв · 15 мин · ! молчит 12 мин"))
    board.advance(seconds: 60)
    #expect(board.shows("! молчит 13 мин"))
    board.press(.down, .down, .down)
    #expect(board.shows("на связь ещё не выходило"))
    // The minutes of a poll are no silence.
    board.advance(seconds: 59)
    #expect(board.screen.count { $0.contains("молчит") } == 1)
    board.advance(seconds: 1)
    #expect(board.screen.count { $0.contains("молчит") } == 2)
  }

  @Test func aMessageIsWrittenAndSent() {
    let board = TestBoard().press(.down, .function(2))
    #expect(board.shows("Сообщение: Окно 2"))
    #expect(board.shows("без личных данных заявителей"))
    board.press(.enter)
    #expect(board.takeEffects() == [], "nothing to read")
    for letter in " Зайдите" { board.press(.character(letter)) }
    board.press(.paste("\u{1B}[2J\nко мне "), .enter)
    #expect(board.takeEffects() == [.send(SampleDay.windows[1], "Зайдите [2J ко мне")])
    #expect(board.state.overlay == nil)
    board.press(.function(2), .character("а"), .escape)
    #expect(board.takeEffects() == [])
    board.press(.tab, .function(2))
    #expect(board.state.notice == .chooseWindow)
  }

  @Test func theLineSaysWhetherAMessageWasRead() {
    var day = SampleDay.day
    var message = DeskMessage(
      id: Sample.id(990), recipient: SampleDay.windows[0], text: "Зайдите", sent: Sample.now,
      author: Author(desk: SampleDay.windows[3]))
    day.messages = [message]
    let board = TestBoard(day)
    #expect(board.shows("письмо в 12:05 не прочитано"))
    message.seen = Sample.now + 60
    day.messages = [message]
    board.receive(.loaded(day))
    #expect(!board.shows("не прочитано"))
    #expect(board.shows("письмо прочитано в 12:06"))
  }

  @Test func aLargeBoardHasAMapOfTheDayInsteadOfBars() {
    let small = TestBoard()
    #expect(small.shows("| ██         |"))
    let board = TestBoard().receive(.resized(wide))
    #expect(board.shows("Закончено по часам, самое тёмное — 1"))
    #expect(board.shows("8  9  10 11 12"))
    #expect(!board.shows("| ██         |"))
    #expect(board.screen.contains { $0.contains("Окно 1") && $0.contains("██ ██") })
    // A window that has done nothing takes no line of it.
    #expect(board.screen.count { $0.contains("Окно 4") } == 1)
  }

  @Test(arguments: [ScreenProfile.truecolor, .mono])
  func theMapIsReadWithoutColour(profile: ScreenProfile) {
    TestBoard(SampleDay.staffed).expectScreen(
      named: "board/map", size: wide, profile: profile)
  }
}
