package import Domain
internal import LocalStore
package import Training

/// A lesson played by a built-in clerk, without a screen and without a file. The same lesson, seed and
/// clerk give the same review on every machine.
package enum HeadlessPlay {
  package static func review(
    _ lesson: Lesson, seed: UInt64, _ way: ClerkWay, _ catalogue: CatalogueContent,
    offset: TimeZoneOffset = .moscow
  ) throws(StoreError) -> Review {
    let plan = DayPlan(
      lesson, seed: seed, services: catalogue.servicesOfSituations, offset: offset)
    let day = try playedDay(plan, lesson, way, catalogue)
    let titles = Dictionary(catalogue.services.map { ($0.id, $0.title) }) { first, _ in first }
    return Review(lesson, seed: seed, seen: try day.observe(), served: day.served) { service in
      titles[service] ?? LocalizedText(ru: service.rawValue)
    }
  }

  /// A day that has passed, with its store.
  package static func playedDay(
    _ plan: DayPlan, _ lesson: Lesson?, _ way: ClerkWay, _ catalogue: CatalogueContent
  ) throws(StoreError) -> TrainingDay {
    let store = try LocalStore(inMemory: IDSource(seed: plan.seed), now: plan.opens + -3600)
    try store.installCatalogue({ catalogue }, fingerprint: catalogue.fingerprint)
    try TrainingDay.populate(store, plan)
    let day = try TrainingDay(plan, lesson: lesson, store, way: way)
    try day.run()
    return day
  }
}

extension CatalogueContent {
  package var servicesOfSituations: ServicesOfSituations {
    Dictionary(situations.map { ($0.id, $0.services.map(\.id)) }) { first, _ in first }
  }
}
