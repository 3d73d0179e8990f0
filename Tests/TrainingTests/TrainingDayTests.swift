import Catalogue
import Domain
import LocalStore
import Testing
import Training

@testable import TrainingRuntime

/// Two situations of the bundled catalogue: a hundred stores with all of it would take a hundred times as long.
struct SmallCatalogue {
  let content: CatalogueContent

  init() throws {
    let whole = try BundledCatalogue().load()
    let situations = whole.situations.filter { someServices[$0.id] != nil }
    let wanted = Set(situations.flatMap { $0.services.map(\.id) })
    content = CatalogueContent(
      situations: situations, services: whole.services.filter { wanted.contains($0.id) },
      documents: whole.documents, fingerprint: [1])
  }
}

@Suite struct TrainingDayTests {
  private func played(
    _ seed: UInt64, _ way: ClerkWay, _ catalogue: CatalogueContent, windows: Int = 3
  ) throws -> TrainingDay {
    let plan = DayPlan(
      try aDay(others: 40, rush: 5, windows: windows), seed: seed,
      services: catalogue.servicesOfSituations, offset: .moscow)
    return try HeadlessPlay.playedDay(plan, nil, way, catalogue)
  }

  @Test func aHundredDaysHoldWhatADayHasToHold() throws {
    let catalogue = try SmallCatalogue().content
    for seed in 1...100 as ClosedRange<UInt64> {
      let day = try played(seed, seed % 4 == 0 ? .clumsy : .competent, catalogue)
      let tickets = try day.observe().day
      #expect(tickets.count == 45, "seed \(seed)")
      #expect(tickets.allSatisfy { $0.state.isEnd }, "seed \(seed): somebody ends nowhere")
      for ticket in tickets {
        let finished = ticket.steps.count { $0.event.kind == .finish }
        #expect(finished <= 1, "seed \(seed): \(ticket.number) is served twice")
        #expect((ticket.state == .done) == (finished == 1), "seed \(seed): \(ticket.number)")
        let times = [ticket.placed] + ticket.steps.map(\.time)
        #expect(
          zip(times, times.dropFirst()).allSatisfy { $0 <= $1 },
          "seed \(seed): the clock of \(ticket.number) runs back")
      }
      let visits = try day.observe().visits
      #expect(Set(visits.compactMap(\.ticket)).count == visits.count, "seed \(seed)")
      #expect(visits.count == day.served.count, "seed \(seed)")
    }
  }

  @Test func oneWindowServesOneAtATime() throws {
    let catalogue = try SmallCatalogue().content
    for seed in 1...10 as ClosedRange<UInt64> {
      let day = try played(seed, .competent, catalogue)
      let byDesk = Dictionary(grouping: try day.observe().day.filter { $0.state == .done }) {
        $0.desk
      }
      for tickets in byDesk.values {
        let spans = tickets.compactMap { ticket -> (Instant, Instant)? in
          guard let from = ticket.times.started, let to = ticket.times.ended else { return nil }
          return (from, to)
        }.sorted { $0.0 < $1.0 }
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 }, "seed \(seed)")
      }
    }
  }

  @Test func aClumsyClerkMakesPeopleWaitLonger() throws {
    let catalogue = try SmallCatalogue().content
    let good = try played(11, .competent, catalogue, windows: 1)
    let poor = try played(11, .clumsy, catalogue, windows: 1)
    let average = { (day: TrainingDay) in Review.Waiting(try day.observe().day) }
    #expect(try average(poor).average > average(good).average)
    #expect(try average(poor).served < average(good).served)
  }

  @Test func theLogsOfADayAreWhole() throws {
    let day = try played(2, .competent, try SmallCatalogue().content)
    #expect(try day.store.verifyAudit().isEmpty)
  }
}
