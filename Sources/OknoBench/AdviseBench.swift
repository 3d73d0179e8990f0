internal import Catalogue
internal import Domain

/// What rules say of all services for one person, and what to ask next.
struct AdviseBench: Bench {
  let name = "advise"

  private static let rounds = 200

  func figures(_ context: BenchContext) throws -> [Figure] {
    var reading = Sample()
    for _ in 0..<10 {
      let start = milliseconds()
      _ = try BundledCatalogue().adviceBook()
      reading.add(milliseconds() - start)
    }
    let book = try BundledCatalogue().adviceBook()
    let services = book.rules.map(\.service)
    let known = book.circumstances(
      today: context.today ?? CalendarDate(dayNumber: 20_000), region: "78",
      facts: [
        "age": .number(34), "russian-citizen": .truth(true), "children-count": .number(2),
        "employment": .choice("employed"), "income-per-head": .money(1_900_000),
      ])
    var judging = Sample()
    var asking = Sample()
    for _ in 0..<Self.rounds {
      let start = milliseconds()
      let assessment = book.assessment(in: known)
      let open = services.count { assessment.judgement(of: $0).verdict == .ask }
      let judged = milliseconds()
      let question = book.assessment(in: known).nextQuestion(over: services)
      let asked = milliseconds()
      judging.add(judged - start)
      asking.add(asked - judged)
      guard open > 0, question != nil else {
        throw Peer.Failure(description: "the catalogue has nothing to ask of anybody")
      }
    }
    return [
      Figure(
        name: "advise: \(services.count) services for one person, median", ours: judging.median,
        unit: "ms", goal: .atMost(1)),
      Figure(
        name: "advise: the next question over all of them, median", ours: asking.median, unit: "ms",
        goal: .atMost(5)),
      Figure(
        name: "advise: reading the rules, median", ours: reading.median, unit: "ms", goal: .none),
    ]
  }
}
