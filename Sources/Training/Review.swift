// What a day of training came to.

package import Domain

package struct Review: Hashable, Sendable {
  package enum Grade: String, Hashable, Sendable { case best, fair, poor }

  package struct Step: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var isDone: Bool
    /// A trainer has done it in the trainee's place.
    package var isHelped = false

    /// Whether the trainee has done it.
    package var isOwn: Bool { isDone && !isHelped }
  }

  /// So many keys a visit took.
  package struct Keys: Hashable, Sendable {
    package var trainee: Int
    /// Pressed by a trainer from another terminal.
    package var trainer: Int

    package init(trainee: Int = 0, trainer: Int = 0) {
      self.trainee = trainee
      self.trainer = trainer
    }
  }

  /// One visitor of the trainee.
  package struct Served: Hashable, Sendable {
    package var ticket: String
    package var role: String?
    package var situation: LifeSituation.ID
    /// In seconds.
    package var waited: Int64
    package var took: Int64
    package var shortest: Int64
    package var keys: Keys
    package var shortestKeys: Int
    package var rating: SimulatedRating

    package init(
      ticket: String, role: String?, situation: LifeSituation.ID, waited: Int64, took: Int64,
      shortest: Int64, keys: Keys, shortestKeys: Int, rating: SimulatedRating
    ) {
      self.ticket = ticket
      self.role = role
      self.situation = situation
      self.waited = waited
      self.took = took
      self.shortest = shortest
      self.keys = keys
      self.shortestKeys = shortestKeys
      self.rating = rating
    }
  }

  package struct Waiting: Hashable, Sendable {
    package var arrived: Int
    package var served: Int
    package var left: Int
    /// In seconds, of those who were called.
    package var average: Int64
    package var longest: Int64
    /// Called after more than a quarter of an hour.
    package var late: Int
  }

  package var lesson: String
  package var title: LocalizedText
  package var seed: UInt64
  package var date: CalendarDate
  package var steps: [Step]
  package var served: [Served]
  package var waiting: Waiting
  package var tryNext: [LocalizedText]

  /// The best one has done every step; a poor one has missed half of them or more. What a trainer has done in the
  /// trainee's place the trainee has not.
  package var grade: Grade {
    let missed = steps.count { !$0.isOwn }
    if missed == 0 { return .best }
    return missed * 2 >= steps.count ? .poor : .fair
  }

  /// - Parameters:
  ///   - helped: the steps that a trainer has done.
  ///   - title: what the catalogue calls a service.
  package init(
    _ lesson: Lesson, seed: UInt64, seen: Observed, served: [Served], helped: Set<String> = [],
    title: (Service.ID) -> LocalizedText
  ) {
    self.lesson = lesson.name
    self.title = lesson.title
    self.seed = seed
    date = lesson.day.date
    steps = lesson.steps.map {
      Step(
        id: $0.id, title: $0.title, isDone: $0.check.holds(in: seen),
        isHelped: helped.contains($0.id))
    }
    self.served = served
    waiting = Waiting(seen.day)
    tryNext = Self.advice(lesson, seed: seed, steps, served, title)
  }
}

extension Review.Waiting {
  private static let limit: Int64 = 15 * 60

  package init(_ tickets: [Ticket]) {
    let waits = tickets.compactMap { ticket in
      ticket.times.called.map { ($0.milliseconds - ticket.placed.milliseconds) / 1000 }
    }
    arrived = tickets.count
    served = tickets.count { $0.state == .done }
    left = tickets.count { $0.state == .left || $0.state == .noShow }
    average = waits.isEmpty ? 0 : waits.reduce(0, +) / Int64(waits.count)
    longest = waits.max() ?? 0
    late = waits.count { $0 > Self.limit }
  }
}

extension Review {
  /// Three things to try: what was missed, what visitors complained of, then what comes next.
  private static func advice(
    _ lesson: Lesson, seed: UInt64, _ steps: [Step], _ served: [Served],
    _ title: (Service.ID) -> LocalizedText
  ) -> [LocalizedText] {
    var advice: [LocalizedText] = []
    let missed = zip(lesson.steps, steps).filter { !$0.1.isOwn }
    advice += missed.map(\.0.advice)
    advice += complaints(served)
    if served.reduce(0, { $0 + $1.keys.trainee }) > served.reduce(0, { $0 + $1.shortestKeys }) {
      advice.append(
        LocalizedText(
          ru: "Ищите ситуацию по первым четырём буквам и не открывайте лишних экранов",
          en: "Search with the first four letters and open no screen that you do not need"))
    }
    advice += [
      LocalizedText(
        ru: "Пройдите урок с другими людьми: --seed \(seed + 1)",
        en: "Play the lesson with other people: --seed \(seed + 1)"),
      LocalizedText(
        ru: "Пройдите урок на удвоенной скорости: --speed 2",
        en: "Play the lesson at double speed: --speed 2"),
      LocalizedText(
        ru: "Возьмите следующий урок: okno demo list", en: "Take the next lesson: okno demo list"),
    ]
    var seen: Set<LocalizedText> = []
    return Array(advice.filter { seen.insert($0).inserted }.prefix(3))
  }

  private static func complaints(_ served: [Served]) -> [LocalizedText] {
    let reasons = served.flatMap(\.rating.reasons)
    var advice: [LocalizedText] = []
    if reasons.contains(where: { if case .longWait = $0 { true } else { false } }) {
      advice.append(
        LocalizedText(
          ru: "Вызывайте следующего сразу, как окно освободилось: F5",
          en: "Call the next visitor as soon as the window is free: F5"))
    }
    if reasons.contains(where: { if case .forgotten = $0 { true } else { false } }) {
      advice.append(
        LocalizedText(
          ru: "Перед F4 пройдите список услуг ситуации до конца",
          en: "Before F4 read the situation's list of services to its end"))
    }
    if reasons.contains(.nothingKept) {
      advice.append(
        LocalizedText(
          ru: "Запишите визит на заявителя: F2", en: "Put the visit on the citizen's card: F2"))
    }
    return advice
  }
}
