/// All that one citizen has to bring, to do and to pay for several services of a situation, as a value:
/// the words are made where the language is known.
package struct Checklist: Hashable, Sendable {
  /// One service in its turn.
  package struct Step: Hashable, Sendable {
    package var service: Service
    /// The places in the list, from 1, of the steps whose result it needs.
    package var after: [Int]
    /// Absent where the catalogue has no rules.
    package var verdict: Judgement.Verdict?
    /// When the result is there, if what can be handed in today is; absent where a term is not known.
    package var ready: TermEnd?
  }

  /// What there is to pay.
  package struct Fees: Hashable, Sendable {
    package var kopecks = 0
    /// Some are higher or lower for some people: the amounts are those that the catalogue has.
    package var dependOnPerson = false
    /// The places of the steps of which the catalogue knows no fee.
    package var unknown: [Int] = []

    package init() {}
  }

  package var situation: LifeSituation
  package var eventDate: CalendarDate?
  package var today: CalendarDate
  /// Whether it is for everything that the situation lists.
  package var coversSituation: Bool
  package var steps: [Step]
  /// Services that were asked for and that the answers exclude; nothing of them is in the list.
  package var notDue: [Service]
  /// The same of those that an employee has excluded, whatever the answers are.
  package var ruledOut: [Service]
  package var papers: [Paper]
  package var fees: Fees
  package var deadlines: [DatedDeadline]
  /// The places of the steps that one application at this window takes: one complex request for two
  /// services or more (Federal Law 210-FZ, article 15.1). The centre itself hands in later what needs
  /// the result of another one; what the state begins needs no application. Empty where there are not two.
  package var complexRequest: [Int]
  /// Where the citizen may rate later; absent where there is no such place.
  package var rateAt: String?

  /// Whether a day was counted through a year whose transfers of days off are not known.
  package var hasInexactDays: Bool {
    (steps.map(\.ready) + deadlines.map(\.end)).contains { $0?.isExact == false }
  }

  /// The places of the steps that want a document.
  package func places(of document: MergedDocument) -> [Int] {
    steps.indices.filter { document.services.contains(steps[$0].service.id) }.map { $0 + 1 }
  }

  /// The steps of which a fact is missing that can still change the answer.
  package var hasOpenQuestions: Bool { steps.contains { $0.verdict == .ask } }
}

extension SituationSheet {
  /// The list for some services.
  ///
  /// - Parameter verdicts: what counts for each service, by its rule or by an employee's own answer;
  ///   empty where there are no rules.
  /// - Parameter overruled: the services of which an employee's own answer counts.
  package func checklist(
    of wanted: Set<Service.ID>, verdicts: [Service.ID: Judgement.Verdict],
    overruled: Set<Service.ID> = [], eventDate: CalendarDate?, today: CalendarDate,
    in calendar: ProductionCalendar
  ) -> Checklist {
    let asked = servicesInOrder.filter { wanted.contains($0.id) }
    let services = asked.filter { verdicts[$0.id] != .notDue }
    let excluded = asked.filter { verdicts[$0.id] == .notDue }
    let steps = steps(services, verdicts, today, calendar)
    let ids = Set(services.map(\.id))
    return Checklist(
      situation: situation, eventDate: eventDate, today: today,
      coversSituation: asked.count == self.services.count, steps: steps,
      notDue: excluded.filter { !overruled.contains($0.id) },
      ruledOut: excluded.filter { overruled.contains($0.id) }, papers: papers(of: services),
      fees: Checklist.Fees(steps),
      deadlines: deadlines(from: eventDate, today: today, in: calendar)
        .filter { $0.deadline.service.map(ids.contains) ?? true },
      complexRequest: complexRequest(steps))
  }

  private func steps(
    _ services: [Service], _ verdicts: [Service.ID: Judgement.Verdict], _ today: CalendarDate,
    _ calendar: ProductionCalendar
  ) -> [Checklist.Step] {
    var steps: [Checklist.Step] = []
    for service in services {
      let needed = needed(by: service.id)
      let after = steps.indices.filter { needed.contains(steps[$0].service.id) }
      let before = after.map { steps[$0].ready }
      // One that waits for a day that nobody knows has none itself.
      let start = before.contains(nil) ? nil : before.compactMap { $0?.day }.max() ?? today
      var ready = start.flatMap { service.term?.end(from: $0, in: calendar) }
      if before.contains(where: { $0?.isExact == false }) { ready?.isExact = false }
      steps.append(
        Checklist.Step(
          service: service, after: after.map { $0 + 1 }, verdict: verdicts[service.id],
          ready: service.startsByItself ? nil : ready))
    }
    return steps
  }

  /// Of employees an institution takes no complex request.
  private func complexRequest(_ steps: [Checklist.Step]) -> [Int] {
    guard situation.audience != .staff else { return [] }
    let places = steps.indices.filter { index in
      let service = steps[index].service
      return service.channels.contains(.centre) && !service.channels.contains(.proactive)
        && service.audience.contains(situation.audience)
    }
    return places.count < 2 ? [] : places.map { $0 + 1 }
  }
}

extension Service {
  /// The state begins it, and there is no other way.
  package var startsByItself: Bool { channels == [.proactive] }
}

extension Checklist.Fees {
  fileprivate init(_ steps: [Checklist.Step]) {
    self.init()
    for (index, step) in steps.enumerated() {
      guard let fee = step.service.fee else {
        if !step.service.startsByItself { unknown.append(index + 1) }
        continue
      }
      kopecks = kopecks.addingReportingOverflow(fee.kopecks).overflow ? .max : kopecks + fee.kopecks
      if fee.note != nil { dependOnPerson = true }
    }
  }
}
