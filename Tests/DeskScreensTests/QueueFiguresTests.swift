// The figures of a day, from the tickets of a small one.

import DeskTestSupport
import Domain
import Testing

@Suite struct QueueFiguresTests {
  private let figures = QueueFigures(
    SampleDay.day.queue, offset: .moscow, at: Sample.now)

  @Test func issuedAndDoneAreCountedByTheHour() {
    // Eight that are done and six of today; the one from yesterday is none of this day.
    #expect(figures.issued.reduce(0, +) == 14)
    #expect(figures.done.reduce(0, +) == 8)
    #expect(figures.doneByWindow.values.map { $0.reduce(0, +) }.reduce(0, +) == 8)
  }

  @Test func meansAreOfThoseWhoWereCalledAndServed() {
    // Each of the eight sat for 580 s.
    #expect(figures.meanServing == 580_000)
    // 600 s for each of the eight; 1180, 1370 and 950 s for the three that are at windows.
    #expect(figures.meanWait == Int64(8 * 600 + 1180 + 1370 + 950) * 1000 / 11)
    #expect(figures.lateCalls == 3)
    #expect(figures.lateNow == 1)
  }

  @Test func anEmptyDayHasNoMeans() {
    let empty = QueueFigures(.empty, offset: .moscow, at: Sample.now)
    #expect(empty.meanWait == nil)
    #expect(empty.meanServing == nil)
  }

  @Test func theLimitIsAQuarterOfAnHourFromTheIssue() {
    let ticket = Ticket(
      Ticket.Issue(
        id: Sample.id(1), number: "А001", situation: nil, time: Sample.now,
        author: Author(desk: MemoryQueue.desk)))
    #expect(ticket.waitLeft(at: Sample.now) == 900_000)
    #expect(ticket.waitLeft(at: Sample.now + 900) == 0)
    #expect(ticket.waitLeft(at: Sample.now + 901) == -1000)
  }
}
