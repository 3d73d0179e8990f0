import Domain
import Testing

@Suite struct FigureTests {
  private static let monday = CalendarDate(year: 2026, month: 11, day: 23)
  private static let desks = (0..<3).map {
    Identifier<Desk>(UUIDv7(at: Instant(milliseconds: 0), random: (0, UInt64($0))))
  }

  /// Ten o'clock of that Monday in Moscow, and so many minutes.
  private static func at(_ minutes: Int64) -> Instant {
    Instant(iso8601: "2026-11-23T07:00:00Z").map { $0 + minutes * 60 } ?? Instant(milliseconds: 0)
  }

  private static func tally(ratings: RatingSummary = .none) throws -> FigureTally {
    let from = try #require(monday)
    return FigureTally(
      from: from, to: from.adding(days: 6), offset: .moscow, electronicServices: ["passport"],
      ratings: ratings)
  }

  private static func visit(
    _ lines: [Visit.Line], _ channel: VisitChannel = .counter, start: Int64 = 0, length: Int64 = 5,
    situation: LifeSituation.ID = "move", desk: Int = 0
  ) -> VisitFact {
    VisitFact(
      situation: situation, services: lines, channel: channel, desk: desks[desk],
      started: at(start), ended: at(start + length))
  }

  @Test func aDayByHand() throws {
    var tally = try Self.tally()
    tally.add(
      Self.visit([
        Visit.Line(id: "passport", outcome: .accepted), Visit.Line(id: "birth", outcome: .issued),
      ]))
    tally.add(Self.visit([Visit.Line(id: "passport", outcome: .accepted)], .online, start: 70))
    // 23:30 in Moscow is still Monday there, whatever it is in Greenwich; 00:30 is Tuesday.
    tally.add(Self.visit([], .phone, start: 13 * 60 + 30, length: 40, situation: "loss", desk: 1))
    tally.add(Self.visit([], .phone, start: 14 * 60 + 30, length: 0, situation: "loss", desk: 1))
    let figures = tally.finished()
    #expect(figures.visits == 4)
    #expect(figures.services == 3)
    #expect(figures.bySituation == ["move": 2, "loss": 2])
    #expect(figures.byService == ["passport": 2, "birth": 1])
    #expect(figures.byOutcome == [.accepted: 2, .issued: 1])
    #expect(figures.byChannel == [.counter: 1, .online: 1, .phone: 2])
    #expect(figures.byDesk == [Self.desks[0]: 2, Self.desks[1]: 2])
    #expect(figures.byDay == [figures.from: 3, figures.from.adding(days: 1): 1])
    #expect(figures.byHour[10] == 1 && figures.byHour[11] == 1)
    #expect(figures.byHour[23] == 1 && figures.byHour[0] == 1)
    #expect(figures.electronic.possible == 2 && figures.electronic.done == 1)
    #expect(figures.electronic.share == 0.5)
    // The visit without a length is none of these.
    #expect(figures.serving?.count == 3)
    #expect(figures.serving?.median == 300_000)
    #expect(figures.serving?.longest == 2_400_000)
    // The limit is one of waiting.
    #expect(figures.serving?.overLimit == nil && figures.serving?.shareOverLimit == nil)
  }

  @Test func ticketsByHand() throws {
    var tally = try Self.tally()
    for (wait, state) in [
      (5, .done), (15, .done), (16, .serving), (nil, .left), (nil, .waiting), (20, .noShow),
    ] as [(Int64?, Ticket.State)] {
      tally.add(TicketFact(issued: Self.at(0), called: wait.map(Self.at), state: state))
    }
    // A call by a desk whose clock is slow is no wait below nothing.
    tally.add(TicketFact(issued: Self.at(3), called: Self.at(1), state: .called))
    let figures = tally.finished()
    #expect(figures.tickets.issued == 7)
    #expect(figures.tickets.done == 2 && figures.tickets.noShow == 1 && figures.tickets.left == 1)
    #expect(figures.tickets.open == 3)
    let waiting = try #require(figures.waiting)
    #expect(waiting.count == 5)
    #expect(waiting.median == 15 * 60_000)
    #expect(waiting.p90 == 20 * 60_000)
    // Fifteen minutes are within the limit.
    #expect(waiting.overLimit == 2)
    #expect(waiting.shareOverLimit == 0.4)
  }

  @Test func lengthsAreTimesThatThereWere() throws {
    #expect(Lengths([], limit: 1) == nil)
    let one = try #require(Lengths([7], limit: 7))
    #expect(one.median == 7 && one.p90 == 7 && one.longest == 7 && one.overLimit == 0)
    let ten = try #require(Lengths((1...10).reversed().map { Int64($0) }, limit: 8))
    #expect(ten.median == 5 && ten.p90 == 9 && ten.longest == 10 && ten.overLimit == 2)
  }

  /// Whatever happened: each way of dividing the visits adds up to all of them.
  @Test(arguments: UInt64(1)...40) func partsAddUp(_ seed: UInt64) throws {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var tally = try Self.tally()
    let count = next(200)
    for _ in 0..<count {
      let ids: [Service.ID] = ["passport", "birth", "clinic"]
      let lines = (0..<next(4)).map { index in
        Visit.Line(id: ids[index], outcome: Outcome.allCases[next(Outcome.allCases.count)])
      }
      tally.add(
        Self.visit(
          lines, VisitChannel.allCases[next(VisitChannel.allCases.count)],
          start: Int64(next(7 * 24 * 60)) - 600, length: Int64(next(30)),
          situation: ["move", "loss"][next(2)], desk: next(3)))
    }
    let figures = tally.finished()
    #expect(figures.visits == count)
    #expect(figures.bySituation.values.reduce(0, +) == count)
    #expect(figures.byChannel.values.reduce(0, +) == count)
    #expect(figures.byDesk.values.reduce(0, +) == count)
    #expect(figures.byDay.values.reduce(0, +) == count)
    #expect(figures.byHour.reduce(0, +) == count)
    #expect(figures.byService.values.reduce(0, +) == figures.services)
    #expect(figures.byOutcome.values.reduce(0, +) == figures.services)
    #expect(figures.electronic.done <= figures.electronic.possible)
    #expect(figures.electronic.possible == figures.byService["passport"] ?? 0)
    #expect(figures.serving?.count ?? 0 <= count)
  }
}

@Suite struct TargetTests {
  private func targets(
    possible: Int = 0, done: Int = 0, best: Double? = nil, baseline: Double? = nil
  ) -> TargetFigures {
    var electronic = PeriodFigures.Electronic()
    electronic.possible = possible
    electronic.done = done
    let ratings = RatingSummary(
      count: 10, declined: 6, skipped: 3, timedOut: 1, shareBest: best, byCriterion: nil,
      tooFast: 0)
    return TargetFigures(
      electronic: electronic, supported: 100, ratings: ratings,
      baseline: baseline.map { TargetFigures.Baseline(year: 2024, notBest: $0) }, months: [])
  }

  @Test func ninetyNineOfAHundredHaveToBeElectronic() {
    #expect(targets(possible: 200, done: 150).electronicMissing == 48)
    #expect(targets(possible: 100, done: 99).electronicMissing == 0)
    // Of ten, nine are not 99 %.
    #expect(targets(possible: 10, done: 9).electronicMissing == 1)
    #expect(targets().electronicMissing == 0)
    #expect(targets().electronic.share == nil)
  }

  @Test func satisfactionIsHalfAsManyAnswersThatAreNotTheBest() throws {
    let now = targets(best: 0.75, baseline: 0.4)
    #expect(now.notBestGoal == 0.2)
    #expect(now.answersMissing == 5)
    #expect(abs(try #require(now.satisfactionGain) - 0.375) < 1e-9)
    #expect(targets(best: 0.8, baseline: 0.4).answersMissing == 0)
    #expect(targets(best: 0.9, baseline: 0.4).answersMissing == 0)
    #expect(try #require(targets(best: 0.5, baseline: 0.4).satisfactionGain) < 0)
    #expect(targets(best: nil, baseline: 0.4).answersMissing == nil)
    #expect(targets(best: 0.8).notBestGoal == nil)
    #expect(now.ratings.responseRate == 0.5)
    #expect(RatingSummary.none.responseRate == nil)
  }
}
