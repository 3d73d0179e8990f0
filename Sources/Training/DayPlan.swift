// A day of a centre from a seed: who comes, when, about what, in which mood. The same seed makes the
// same day to the second on every machine.

package import Domain
internal import SamplePeople

package struct DayPlan: Hashable, Sendable {
  /// Somebody who comes.
  package struct Arrival: Hashable, Sendable {
    package var citizen: Citizen
    /// Whether the centre has a card of them already.
    package var isKnown: Bool
    /// In a lesson's cast; absent for all the others.
    package var role: String?
    package var time: Instant
    package var situation: LifeSituation.ID
    package var mood: Mood
    /// How long they wait before they go, in seconds.
    package var patience: Int64
    package var priority: Int
    package var story: LocalizedText
    package var leavesOut: LocalizedText?
    package var wrongPaper: LocalizedText?
    package var eventDate: CalendarDate?
    /// How long a practised clerk talks with them, in seconds.
    package var talk: Int64
    package var right: RightWay
  }

  package struct Happening: Hashable, Sendable {
    package var time: Instant
    package var kind: CentreEvent.Kind
    package var role: String?
    package var says: LocalizedText?
  }

  package var seed: UInt64
  package var offset: TimeZoneOffset
  package var opens: Instant
  package var closes: Instant
  package var windows: Int
  /// In order of time.
  package var arrivals: [Arrival]
  package var happenings: [Happening]

  package func place(of role: String) -> Int? { arrivals.firstIndex { $0.role == role } }
}

/// What the day has to know of the catalogue: the services of a situation, in its order.
package typealias ServicesOfSituations = [LifeSituation.ID: [Service.ID]]

extension DayPlan {
  /// The day of a lesson.
  ///
  /// - Parameter known: situations that it does not know nobody comes with.
  package init(
    _ lesson: Lesson, seed: UInt64, services known: ServicesOfSituations, offset: TimeZoneOffset
  ) {
    self.init(
      lesson.day, cast: lesson.cast, events: lesson.events, seed: seed, services: known,
      offset: offset)
  }

  package init(
    _ day: Lesson.Day, cast: [CastMember] = [], events: [CentreEvent] = [], seed: UInt64,
    services known: ServicesOfSituations, offset: TimeZoneOffset
  ) {
    self.seed = seed
    self.offset = offset
    opens = day.opens.instant(on: day.date, offset)
    closes = max(day.closes.instant(on: day.date, offset), opens + 60)
    windows = max(1, day.windows)
    happenings = events.map {
      Happening(
        time: $0.at.instant(on: day.date, offset), kind: $0.kind, role: $0.who, says: $0.says)
    }.sorted { $0.time < $1.time }

    let rush = max(0, day.rush ?? 0)
    let others = max(0, day.others)
    var maker = ArrivalMaker(
      seed: seed, count: cast.count + rush + others, opens: opens,
      stories: Story.all.filter { known[$0.situation]?.isEmpty == false }, known: known)
    var all = cast.map { maker.member($0, at: $0.arrives.instant(on: day.date, offset)) }
    // Those at the door take their tickets one after the other.
    for place in 0..<rush { maker.stranger(at: opens + Int64(place)).map { all.append($0) } }
    let curve = HourCurve(from: day.opens, until: day.closes)
    for _ in 0..<others {
      let moment = day.date.start(offset: offset) + curve.second(&maker.dice)
      maker.stranger(at: moment).map { all.append($0) }
    }
    // Of one second the order is that in which they were made: a sort alone would not promise it.
    arrivals = all.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }
}

/// How many come in which hour of a day: a peak after opening, another one after work.
private struct HourCurve {
  private static let weights = [
    8: 8, 9: 14, 10: 13, 11: 11, 12: 9, 13: 7, 14: 8, 15: 9, 16: 10, 17: 10, 18: 7, 19: 4,
  ]

  /// Parts of hours: where they begin, how many seconds they last.
  private var parts: [(start: Int, length: Int)] = []
  private var shares: [Int] = []

  init(from opens: ClockTime, until closes: ClockTime) {
    let end = max(closes.minutes, opens.minutes + 1)
    var minute = opens.minutes
    while minute < end {
      let next = min(end, (minute / 60 + 1) * 60)
      parts.append((minute * 60, (next - minute) * 60))
      shares.append((Self.weights[minute / 60] ?? 2) * (next - minute))
      minute = next
    }
  }

  /// A second of the day.
  func second(_ dice: inout Dice) -> Int64 {
    let part = parts[dice.place(weights: shares) ?? 0]
    return Int64(part.start + dice.below(part.length))
  }
}

private struct ArrivalMaker {
  var dice: Dice
  private var people: SamplePeople
  private let stories: [Story]
  private let known: ServicesOfSituations

  init(
    seed: UInt64, count: Int, opens: Instant, stories: [Story], known: ServicesOfSituations
  ) {
    dice = Dice(seed: seed)
    people = SamplePeople(seed: seed ^ 0x6f6b_6e6f, count: count, registered: opens + -86_400)
    self.stories = stories
    self.known = known
  }

  mutating func member(_ member: CastMember, at time: Instant) -> DayPlan.Arrival {
    var citizen = nextPerson()
    let names = member.name.split(separator: " ").map(String.init)
    citizen.details.audience = .person
    citizen.details.surname = names.first ?? member.name
    citizen.details.givenName = names.count > 1 ? names[1] : ""
    citizen.details.patronymic = names.dropFirst(2).joined(separator: " ")
    return DayPlan.Arrival(
      citizen: citizen, isKnown: false, role: member.id, time: time, situation: member.situation,
      mood: member.mood,
      patience: member.patience.map { Int64($0) * 60 } ?? patience(member.mood),
      priority: member.priority ?? 0, story: member.says, leavesOut: member.leavesOut,
      wrongPaper: member.wrongPaper, eventDate: member.eventDate,
      talk: talk(member.mood, services: member.right.services.count), right: member.right)
  }

  /// `nil` where the catalogue has none of the situations that people here come with.
  mutating func stranger(at time: Instant) -> DayPlan.Arrival? {
    let citizen = nextPerson()
    guard let story = dice.one(of: stories) else { return nil }
    let mood = mood()
    let hasWrongPaper = dice.onceIn(8)
    let offered = known[story.situation] ?? []
    let wanted = story.wants.filter(offered.contains)
    // A catalogue of other services has nothing that follows from the words.
    let services = (wanted.isEmpty ? offered : wanted).prefix(1 + dice.below(2))
    let outcome: Outcome = hasWrongPaper ? .consulted : dice.onceIn(6) ? .issued : .accepted
    let right = RightWay(
      services: services.map { Visit.Line(id: $0, outcome: outcome) },
      note: hasWrongPaper ? "Не хватает: " + story.wrongPaper.ru : nil)
    return DayPlan.Arrival(
      citizen: citizen, isKnown: dice.below(3) > 0, time: time, situation: story.situation,
      mood: mood, patience: patience(mood), priority: dice.onceIn(20) ? 1 : 0, story: story.words,
      wrongPaper: hasWrongPaper ? story.wrongPaper : nil,
      talk: talk(mood, services: services.count), right: right)
  }

  private mutating func nextPerson() -> Citizen {
    people.next() ?? Citizen(id: Citizen.ID(UUIDv7(high: 0x7000, low: 1 << 63)), details: .init())
  }

  private mutating func mood() -> Mood {
    let moods: [(mood: Mood, weight: Int)] = [
      (.calm, 9), (.hurried, 4), (.anxious, 3), (.tired, 3), (.angry, 1),
    ]
    return moods[dice.place(weights: moods.map(\.weight)) ?? 0].mood
  }

  /// A calm person waits for 45 to 110 minutes.
  private mutating func patience(_ mood: Mood) -> Int64 {
    Int64(dice.number(in: 45 * 60...110 * 60) * mood.patience / 16)
  }

  private mutating func talk(_ mood: Mood, services: Int) -> Int64 {
    Int64((dice.number(in: 150...330) + 60 * services) * mood.talk / 16)
  }
}
