import Domain
import Testing

/// What steps make of a ticket, in whatever order two desks' steps arrive.
@Suite struct TicketFoldTests {
  @Test func aReturnKeepsThePlace() {
    for events: [TicketEvent] in [
      [.call, .putBack], [.call, .start, .putBack], [.call, .hold(comment: ""), .putBack],
      [.call, .noShow, .putBack],
    ] {
      let ticket = SampleSteps.ticket(events)
      #expect(ticket.state == .waiting)
      #expect(ticket.placed == SampleSteps.start)
      #expect(ticket.priority == 0)
      #expect(ticket.desk == nil && ticket.calls == 0)
      #expect(ticket.goesBefore(Ticket(SampleSteps.issue(minutes: 1))))
    }
  }

  @Test func aReturnFromARedirectGoesFirstAndTakesTheCommentAlong() {
    var ticket = SampleSteps.ticket([
      .call, .start, .redirect(.desk(SampleSteps.two), comment: "нужна справка", comesBack: true),
    ])
    #expect(ticket.state == .redirected)
    #expect(ticket.destination == SampleSteps.two)
    #expect(ticket.priority == 1)
    #expect(ticket.comment == "нужна справка")
    for (number, event) in zip(4..., [.call, .start, .finish(visit: nil)] as [TicketEvent]) {
      ticket.add(
        SampleSteps.step(number, event, at: SampleSteps.two, follows: ticket.lastStep))
    }
    #expect(ticket.state == .waiting)
    #expect(ticket.destination == SampleSteps.one)
    #expect(ticket.priority == 2)
    #expect(ticket.comment == "нужна справка")
  }

  @Test func aRedirectTakenBackIsForAnyWindowAgain() {
    let ticket = SampleSteps.ticket([
      .call, .redirect(.desk(SampleSteps.two), comment: "", comesBack: true), .putBack,
    ])
    #expect(ticket.destination == nil)
    #expect(ticket.comesBackTo == nil)
  }

  @Test func callsAreCountedSinceItLastWaited() {
    let now = SampleSteps.start + 600
    let rule = NoShowRule(calls: 3, minutes: 2)
    let thrice = SampleSteps.ticket([.call, .recall, .recall])
    #expect(thrice.calls == 3)
    #expect(rule.holds(for: thrice, at: now))
    #expect(!rule.holds(for: thrice, at: SampleSteps.start + 179))
    #expect(!rule.holds(for: SampleSteps.ticket([.call, .recall]), at: now))
    #expect(SampleSteps.ticket([.call, .recall, .putBack, .call]).calls == 1)
  }

  @Test func timesAreLengthsOfPeriods() {
    var ticket = SampleSteps.ticket([.call, .start])
    ticket.add(SampleSteps.step(9, .finish(visit: nil), follows: ticket.lastStep, minutes: 12))
    #expect(ticket.times.waited == 60_000)
    #expect(ticket.times.served == 600_000)
    #expect(ticket.times.ended == SampleSteps.start + 720)
    #expect(ticket.since == SampleSteps.start + 720)
    // What does not change the state does not begin it anew.
    #expect(SampleSteps.ticket([.prioritise(2)]).since == SampleSteps.start)
  }

  @Test func aSupervisorsWordDoesNotMakeACallThatCrossesItADouble() {
    var ticket = SampleSteps.ticket([.prioritise(2)])
    ticket.add(SampleSteps.step(2, .call))
    #expect(ticket.state == .called)
    #expect(!ticket.isDoubled)
    ticket.add(SampleSteps.step(3, .move(.desk(SampleSteps.two))))
    #expect(ticket.state == .called)
    #expect(ticket.destination == nil)
    #expect(!ticket.isDoubled)
  }

  @Test func twoCallsAreTwoHalvesUntilASupervisorHasSeenThem() throws {
    var ticket = SampleSteps.ticket([.call])
    let other = SampleSteps.step(11, .call, at: SampleSteps.two)
    ticket.add(other)
    ticket.add(SampleSteps.step(12, .start, at: SampleSteps.two, follows: other.id))
    #expect(ticket.isDoubled)
    #expect(ticket.desk == SampleSteps.one)
    let half = try #require(ticket.standing(at: SampleSteps.two))
    #expect(half.state == .serving && half.isBeside)
    #expect(try #require(ticket.standing(at: SampleSteps.one)).state == .called)
    ticket.add(SampleSteps.step(13, .settle))
    #expect(!ticket.isDoubled)
    ticket.add(
      SampleSteps.step(14, .finish(visit: nil), at: SampleSteps.two, follows: half.follows))
    #expect(!ticket.isDoubled, "a half that was seen goes on")
    #expect(ticket.standing(at: SampleSteps.two) == nil)
    #expect(ticket.besides.count == 3)
  }

  /// Two desks without a link, each with a life of its own for the ticket: in whatever order the steps
  /// arrive, all are kept, one half counts, and an end is one.
  @Test(arguments: UInt64(1)...300)
  func anyOrderOfTwoDesksStepsKeepsAll(_ seed: UInt64) {
    var random = IDSource(seed: seed)
    let lives = [SampleSteps.one, SampleSteps.two].enumerated().map { index, desk in
      life(of: desk, first: 100 * (index + 1), &random)
    }
    var left = lives
    var ticket = Ticket(SampleSteps.issue())
    while let next = left.indices.filter({ !left[$0].isEmpty }).randomElement(using: &random) {
      let ends = ticket.state == .done || ticket.state == .left
      let step = left[next].removeFirst()
      ticket.add(step)
      ticket.add(step)
      if ends { #expect(ticket.state == .done || ticket.state == .left) }
    }
    let all = lives.flatMap { $0 }
    #expect(Set(ticket.steps.map(\.id)) == Set(all.map(\.id)))
    #expect(ticket.steps.count == all.count)
    let counted = ticket.steps.filter { !$0.isBeside }
    #expect(Set(counted.map(\.author.desk)).count == 1, "one desk's half counts")
    #expect(ticket.isDoubled)
    #expect(Ticket(ticket.issue, steps: ticket.steps) == ticket, "the fold of its own steps")
  }

  /// A call and what may follow, as the desk knows it.
  private func life(
    of desk: Identifier<Desk>, first: Int, _ random: inout IDSource
  ) -> [TicketStep] {
    var own = Ticket(SampleSteps.issue())
    var steps: [TicketStep] = []
    for number in first..<(first + Int.random(in: 1...6, using: &random)) {
      let events: [TicketEvent] =
        steps.isEmpty
        ? [.call]
        : SampleSteps.events.filter {
          $0.kind.isOfWindow && TicketRules.state(after: $0.kind, in: own.state) != nil
        }
      guard let event = events.randomElement(using: &random) else { break }
      let step = SampleSteps.step(number, event, at: desk, follows: own.lastStep)
      own.add(step)
      steps.append(step)
    }
    return steps
  }
}
