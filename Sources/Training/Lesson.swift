// A lesson as its file says it: who comes, what happens, what has to have come of it.

package import Domain

package struct Lesson: Hashable, Sendable, Decodable {
  /// Whose part the trainee plays.
  package enum Part: String, Codable, CaseIterable, Hashable, Sendable { case clerk, supervisor }

  package var name: String
  package var title: LocalizedText
  package var goal: LocalizedText
  package var plays: Part
  package var day: Day
  package var cast: [CastMember]
  package var events: [CentreEvent]
  package var steps: [LessonStep]

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    title = try values.decode(LocalizedText.self, forKey: .title)
    goal = try values.decode(LocalizedText.self, forKey: .goal)
    plays = try values.decodeIfPresent(Part.self, forKey: .plays) ?? .clerk
    day = try values.decode(Day.self, forKey: .day)
    cast = try values.decode([CastMember].self, forKey: .cast)
    events = try values.decodeIfPresent([CentreEvent].self, forKey: .events) ?? []
    steps = try values.decode([LessonStep].self, forKey: .steps)
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, goal, plays, day, cast, events, steps
  }

  package func member(_ id: String) -> CastMember? { cast.first { $0.id == id } }
}

extension Lesson {
  /// The frame of the day.
  package struct Day: Hashable, Sendable, Decodable {
    package var date: CalendarDate
    package var opens: ClockTime
    /// From then on nobody is let in; who is inside is served.
    package var closes: ClockTime
    /// The trainee's among them.
    package var windows: Int
    /// How many come beside the cast, spread by the hour's curve.
    package var others: Int
    /// How many more stand at the door when it opens.
    package var rush: Int?

    package init(
      date: CalendarDate, opens: ClockTime, closes: ClockTime, windows: Int, others: Int,
      rush: Int? = nil
    ) {
      self.date = date
      self.opens = opens
      self.closes = closes
      self.windows = windows
      self.others = others
      self.rush = rush
    }
  }
}

/// Somebody about whom the lesson is.
package struct CastMember: Hashable, Sendable, Decodable {
  package var id: String
  /// Surname, given name, patronymic; invented.
  package var name: String
  package var arrives: ClockTime
  package var situation: LifeSituation.ID
  package var mood: Mood
  /// In minutes; by the mood where it is left out.
  package var patience: Int?
  package var priority: Int?
  /// What they say when they sit down.
  package var says: LocalizedText
  /// What they say only when they are asked.
  package var leavesOut: LocalizedText?
  /// What they have brought in place of the paper that is needed.
  package var wrongPaper: LocalizedText?
  /// The day of what happened in their life.
  package var eventDate: CalendarDate?
  package var right: RightWay

  private enum CodingKeys: String, CodingKey {
    case id, name, arrives, situation, mood, patience, priority, says, right
    case leavesOut = "leaves_out"
    case wrongPaper = "wrong_paper"
    case eventDate = "event_date"
  }
}

/// What a good clerk makes of somebody's visit.
package struct RightWay: Hashable, Sendable, Decodable {
  /// In the order in which they are spoken of.
  package var services: [Visit.Line]
  /// Whether the visit belongs on the citizen's card.
  package var card: Bool?
  package var note: String?
  /// An offer that is made, and taken.
  package var offer: Offer.ID?

  package init(
    services: [Visit.Line], card: Bool? = nil, note: String? = nil, offer: Offer.ID? = nil
  ) {
    self.services = services
    self.card = card
    self.note = note
    self.offer = offer
  }

  package var needsCard: Bool { card ?? true }

  /// Whether somebody is sent away without what was asked for.
  package var isDisappointing: Bool {
    services.contains { $0.outcome == .refused || $0.outcome == .redirected }
  }
}

/// What happens to the whole centre.
package struct CentreEvent: Hashable, Sendable, Decodable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case linkDown = "link_down"
    case linkUp = "link_up"
    /// Two windows have called `who` while there was no link.
    case doubled
  }

  package var at: ClockTime
  package var kind: Kind
  package var who: String?
  package var says: LocalizedText?
}

/// One thing that the trainee is to have done.
package struct LessonStep: Hashable, Sendable, Decodable {
  package struct Hint: Hashable, Sendable, Decodable {
    /// Minutes from the moment at which the step could be done.
    package var after: Int
    package var text: LocalizedText
  }

  package var id: String
  package var title: LocalizedText
  package var check: Check
  package var hints: [Hint]
  /// What to try next time, for who has missed it.
  package var advice: LocalizedText
}
