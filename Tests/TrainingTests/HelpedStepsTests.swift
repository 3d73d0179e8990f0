import Domain
import Testing
import TrainingRuntime

@testable import Training

/// Whose a step was that holds for the first time.
@Suite struct HelpedStepsTests {
  private let lesson: Lesson
  private let desk = Identifier<Desk>(UUIDv7(high: 0x7000, low: 1 << 63))
  private let visit: Visit.ID = .init(UUIDv7(high: 0x7009, low: 1 << 63))

  init() throws { lesson = try #require(try LessonLibrary.lesson(named: "first-day")) }

  /// Olga waits, or has been served.
  private func seen(isServed: Bool) throws -> Observed {
    let opens = try #require(CalendarDate("2026-11-24")).start(offset: .moscow) + 9 * 3600
    var ticket = Ticket(
      Ticket.Issue(
        id: Ticket.ID(UUIDv7(high: 0x7001, low: 1 << 63)), number: "А001",
        situation: "passport-by-age", time: opens, author: Author(desk: desk)))
    var seen = Observed(
      tickets: [:], day: [], visits: [], desk: desk, opens: opens, offset: .moscow, now: opens)
    if isServed {
      for (place, event) in [TicketEvent.call, .start, .finish(visit: visit)].enumerated() {
        ticket.add(
          TicketStep(
            id: TicketStep.ID(UUIDv7(high: 0x7002 + UInt64(place), low: 1 << 63)), event: event,
            time: opens + Int64(place) * 60, author: Author(desk: desk), follows: ticket.lastStep))
      }
      seen.visits = [
        Visit(
          id: visit, situation: "passport-by-age",
          services: [Visit.Line(id: "passport-replacement", outcome: .accepted)], citizen: nil,
          ticket: ticket.id, channel: .counter, started: opens + 60, ended: opens + 120)
      ]
    }
    (seen.tickets, seen.day) = (["olga": ticket], [ticket])
    return seen
  }

  private func helped(isLed: Bool, ledVisits: Set<Visit.ID> = []) throws -> Set<String> {
    var steps = HelpedSteps(lesson)
    steps.look(try seen(isServed: false), isLed: false, ledVisits: [])
    steps.look(try seen(isServed: true), isLed: isLed, ledVisits: ledVisits)
    // Who has the keys later has not done it.
    steps.look(try seen(isServed: true), isLed: true, ledVisits: [])
    return steps.steps
  }

  @Test func whatIsDoneWhileATrainerLeadsIsTheTrainers() throws {
    #expect(try helped(isLed: true).contains("service"))
    #expect(try helped(isLed: false).isEmpty)
  }

  /// The keys may be back before the visit is in the store.
  @Test func soIsAVisitInWhichTheTrainerHasPressedKeys() throws {
    #expect(try helped(isLed: false, ledVisits: [visit]).contains("service"))
  }

  /// A step that holds from the beginning is nobody's.
  @Test func whatHoldsBeforeAnybodyHasDoneAnythingIsNobodys() throws {
    #expect(try !helped(isLed: true).contains("called"))
  }

  @Test func aTrainersStepIsNotTheTrainees() throws {
    let review = Review(
      lesson, seed: 1, seen: try seen(isServed: true), served: [], helped: ["service"]
    ) { LocalizedText(ru: $0.rawValue) }
    let step = try #require(review.steps.first { $0.id == "service" })
    #expect(step.isDone && step.isHelped && !step.isOwn)
    #expect(review.grade != .best)
    let advice = try #require(lesson.steps.first { $0.id == "service" }?.advice)
    #expect(review.tryNext.contains(advice))
  }
}
