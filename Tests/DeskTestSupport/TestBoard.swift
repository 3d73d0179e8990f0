// A robot at the supervisor's board: the real update and view, a day in memory.

package import Canvas
package import DeskCore
internal import DeskScreens
package import Domain
package import Testing

package final class TestBoard {
  package private(set) var state: BoardState
  package private(set) var effects: [BoardEffect] = []
  package private(set) var now = Sample.now

  package init(
    _ day: CentreDay = SampleDay.day, size: Size = Sample.size, language: Language = .ru,
    isWall: Bool = false, isTrainer: Bool = false
  ) {
    state = BoardState(
      size: size, language: language, centreName: Sample.settings.centreName,
      clock: Clock(now: now, offset: .moscow), isWall: isWall,
      situations: SampleCatalogue.summaries)
    if isTrainer { state.seat = TrainerSeat() }
    receive(.loaded(day))
  }

  @discardableResult
  package func press(_ keys: Key...) -> Self {
    for key in keys { receive(.key(key)) }
    return self
  }

  @discardableResult
  package func receive(_ event: BoardEvent) -> Self {
    effects += update(&state, event, Facts(now: now, offset: .moscow))
    return self
  }

  @discardableResult
  package func advance(seconds: Int64) -> Self {
    for _ in 0..<seconds {
      now = now + 1
      receive(.tick)
    }
    return self
  }

  /// Time goes, and nobody says so.
  package func wait(seconds: Int64) { now = now + seconds }

  package func takeEffects() -> [BoardEffect] {
    defer { effects = [] }
    return effects
  }

  package func frame(_ profile: ScreenProfile = .truecolor) -> Frame {
    view(state, theme: profile.theme)
  }

  package var screen: [String] { ScreenText.plain(frame()) }

  package func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  package func expectScreen(
    named name: String, size: Size, profile: ScreenProfile = .truecolor,
    at location: SourceLocation = #_sourceLocation
  ) {
    receive(.resized(size))
    expectFrame(frame(profile), named: name, profile: profile, at: location)
  }
}

/// A day of a small centre, a little after noon.
package enum SampleDay {
  package static let windows: [Identifier<Desk>] = (0..<4).map { Sample.id(UInt64(900 + $0)) }

  package static var day: CentreDay {
    var ratings = RatingSummary.none
    (ratings.count, ratings.shareCount, ratings.shareBest, ratings.skipped) = (9, 5, 0.8, 3)
    return CentreDay(
      queue: QueueDay(tickets, from: Sample.now + -43_500), windows: presences, ratings: ratings)
  }

  /// The same with clerks: one at the first window, one who has left the last.
  package static var staffed: CentreDay {
    var day = day
    day.staff = StaffRoster(employees: [
      Employee(id: Sample.id(970), name: "Смирнова А. В.", roles: [.clerk]),
      Employee(id: Sample.id(971), name: "Ковалёв И. П.", roles: [.clerk]),
    ])
    day.windows[0].employee = Sample.id(970)
    day.windows[3].employee = Sample.id(971)
    return day
  }

  package static var presences: [DeskPresence] {
    [
      presence(0, .serving, -300), presence(1, .free, -120, ["birth-of-child"]),
      presence(2, .away, -900), presence(3, .closed, -7200),
    ]
  }

  private static func presence(
    _ place: Int, _ state: DeskPresence.State, _ since: Int64, _ serves: [LifeSituation.ID] = []
  ) -> DeskPresence {
    DeskPresence(
      id: windows[place], name: "Окно \(place + 1)", state: state, since: Sample.now + since,
      situations: serves)
  }

  /// Number 12 is with window 1, 13 was called first by window 1 and held, and so on.
  package static var tickets: [Ticket] {
    var all = (1...8).map { done($0) }
    all.append(issued(12, -1500, "birth-of-child", steps: [(.call, 0, -320), (.start, 0, -300)]))
    all.append(issued(13, -1400, "foreign-travel", steps: [(.call, 1, -30)]))
    all.append(
      issued(14, -1350, nil, steps: [(.call, 0, -400), (.hold(comment: "ищет паспорт"), 0, -380)]))
    all.append(issued(15, -1090, "birth-of-child", steps: []))
    all.append(issued(16, -640, "foreign-travel", steps: [(.prioritise(2), 3, -100)]))
    all.append(issued(17, -120, nil, steps: []))
    all.append(issued(9, -90_000, "foreign-travel", steps: [(.call, 2, -80_000)]))
    return all
  }

  private static func done(_ place: Int) -> Ticket {
    let end = Int64(-14_000 + place * 1500)
    return issued(
      place, end - 1200, "birth-of-child",
      steps: [
        (.call, place % 3, end - 600), (.start, place % 3, end - 580),
        (.finish(visit: nil), place % 3, end),
      ])
  }

  private static func issued(
    _ number: Int, _ placed: Int64, _ situation: LifeSituation.ID?,
    steps: [(TicketEvent, window: Int, Int64)]
  ) -> Ticket {
    let base = UInt64(2000 + number * 10)
    var ticket = Ticket(
      Ticket.Issue(
        id: Sample.id(base), number: "А0\(number < 10 ? "0" : "")\(number)", situation: situation,
        time: Sample.now + placed, author: Author(desk: windows[3])))
    for (place, step) in steps.enumerated() {
      ticket.add(
        TicketStep(
          id: Sample.id(base + UInt64(place) + 1), event: step.0, time: Sample.now + step.2,
          author: Author(desk: windows[step.window]), follows: ticket.lastStep))
    }
    return ticket
  }
}
