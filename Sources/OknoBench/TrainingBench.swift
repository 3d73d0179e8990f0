internal import Catalogue
internal import Domain
internal import Training
internal import TrainingRuntime

/// A whole day of a large centre, played without a screen.
struct TrainingBench: Bench {
  let name = "training"

  private static let rounds = 5

  func figures(_ context: BenchContext) throws -> [Figure] {
    let catalogue = try BundledCatalogue().load()
    guard let opens = ClockTime("08:00"), let closes = ClockTime("20:00") else { return [] }
    let day = Lesson.Day(
      date: context.today ?? CalendarDate(dayNumber: 20_000), opens: opens, closes: closes,
      windows: 10, others: 600)
    var playing = Sample()
    for seed in 1...UInt64(Self.rounds) {
      let plan = DayPlan(
        day, seed: seed, services: catalogue.servicesOfSituations, offset: .moscow)
      let start = milliseconds()
      let played = try HeadlessPlay.playedDay(plan, nil, .competent, catalogue)
      playing.add((milliseconds() - start) / 1000)
      guard try played.observe().day.count == 600 else {
        throw Peer.Failure(description: "somebody did not come")
      }
    }
    return [
      Figure(
        name: "training: a day of 10 windows and 600 citizens, median", ours: playing.median,
        unit: "s", goal: .atMost(2))
    ]
  }
}
