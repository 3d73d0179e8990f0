// When the board's picture changes by itself, and that it does not in between: then there is nothing to draw.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct BoardClockTests {
  /// A016 reaches the limit 260 seconds after the day was read.
  @Test func theLimitIsPassedToTheSecond() {
    let board = TestBoard().press(.tab)
    #expect(board.state.changesAt == Sample.now + 60)
    board.advance(seconds: 240)
    #expect(board.state.changesAt == Instant(milliseconds: (Sample.now + 260).milliseconds + 1))
    board.advance(seconds: 20)
    #expect(board.shows("ещё 1 мин"))
    #expect(board.shows("дольше 15 мин: 1"))
    board.advance(seconds: 1)
    #expect(board.shows("дольше 15 мин: 2"))
    #expect(board.shows("! больше на <1 мин"))
    #expect(board.state.changesAt == Sample.now + 300)
  }

  @Test(arguments: [false, true])
  func nothingChangesBeforeItsMoment(isWall: Bool) {
    let board = TestBoard(isWall ? .empty : SampleDay.day, isWall: isWall)
    board.receive(.loaded(SampleDay.day))
    board.receive(.heard([HeardDesk(desk: SampleDay.windows[0], age: 20_000, behind: 0)]))
    if isWall { #expect(board.state.changesAt == Sample.now + 1, "a new call flashes") }
    var (frame, end, changes) = (board.frame(), board.state.changesAt, 0)
    for _ in 0..<900 {
      board.advance(seconds: 1)
      guard board.now >= end else {
        #expect(board.frame() == frame, "\(board.now) before \(end)")
        continue
      }
      changes += 1
      (frame, end) = (board.frame(), board.state.changesAt)
    }
    #expect(changes < 30)
  }

  @Test func whatIsToldAllTheTimeDrawsNothingAnew() {
    let board = TestBoard()
    var status = Sample.linked
    board.receive(.syncChanged(status))
    board.receive(.heard([HeardDesk(desk: SampleDay.windows[0], age: 0, behind: 0)]))
    let state = board.state
    board.wait(seconds: 20)
    status.synced = board.now
    board.receive(.syncChanged(status))
    board.receive(.heard([HeardDesk(desk: SampleDay.windows[0], age: 3_000, behind: 0)]))
    #expect(board.state == state)
  }

  /// Issued within this minute: no more is left than there was.
  @Test func aNewTicketHasTheWholeLimitLeft() {
    let board = TestBoard().press(.tab)
    board.wait(seconds: 30)
    var day = SampleDay.day
    day.queue.waiting.append(
      Ticket(
        Ticket.Issue(
          id: Sample.id(8888), number: "А018", situation: nil, time: board.now,
          author: Author(desk: SampleDay.windows[3]))))
    board.receive(.loaded(day))
    #expect(board.shows("ещё 15 мин"))
    #expect(!board.shows("ещё 16 мин"))
  }

  @Test func longTimesAreToldInHours() {
    let board = TestBoard().press(.down, .down, .down)
    #expect(board.shows("закрыто · 2 ч 0 мин"))
  }
}
