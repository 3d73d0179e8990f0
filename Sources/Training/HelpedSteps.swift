package import Domain

/// Which steps of a lesson a trainer has done, who had the trainee's keys.
package struct HelpedSteps: Hashable, Sendable {
  private let lesson: Lesson
  private var known: Set<String> = []
  private var isFirst = true
  package private(set) var steps: Set<String> = []

  package init(_ lesson: Lesson) { self.lesson = lesson }

  /// A step that holds for the first time was done by whoever has the keys now; one of a visit is also the trainer's
  /// where the trainer has pressed keys in that visit.
  ///
  /// - Parameter ledVisits: those in which the trainer has pressed keys.
  package mutating func look(_ seen: Observed, isLed: Bool, ledVisits: Set<Visit.ID>) {
    let done = lesson.steps.filter { !known.contains($0.id) && $0.check.holds(in: seen) }
    known.formUnion(done.map(\.id))
    defer { isFirst = false }
    // What holds before anybody has pressed a key is nobody's doing.
    guard !isFirst else { return }
    let tickets = Set(seen.visits.filter { ledVisits.contains($0.id) }.compactMap(\.ticket))
    for step in done {
      let ticket = step.check.who.flatMap { seen.tickets[$0]?.id }
      if isLed || ticket.map(tickets.contains) ?? false { steps.insert(step.id) }
    }
  }
}
