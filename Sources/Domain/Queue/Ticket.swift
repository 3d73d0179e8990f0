// The ticket: a place in the centre's queue. It is what its steps make of it; steps only ever add.

/// A place in the centre's queue, as its steps have made it. Nothing of it is ever deleted.
package struct Ticket: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Ticket>

  package enum State: String, Codable, CaseIterable, Sendable {
    case waiting
    /// Shown on the wall: the citizen is on the way to the window.
    case called
    case serving
    /// Set aside by the clerk, who calls it again.
    case held
    case noShow = "no_show"
    /// Waits for another window or situation.
    case redirected
    /// The citizen went away.
    case left
    case done
  }

  /// What a citizen was asked at the entrance.
  package struct Issue: Hashable, Sendable {
    package var id: ID
    /// «А012»: the issuer's series and a number of the day.
    package var number: String
    package var situation: LifeSituation.ID?
    package var audience: Audience
    /// The number of an appointment, where there was one.
    package var appointment: String?
    /// The group by law to which the citizen belongs, an id of the configuration's table.
    package var group: String?
    /// 0 is ordinary; more goes first.
    package var priority: Int
    package var time: Instant
    package var author: Author

    package init(
      id: ID, number: String, situation: LifeSituation.ID?, audience: Audience = .person,
      appointment: String? = nil, group: String? = nil, priority: Int = 0, time: Instant,
      author: Author
    ) {
      self.id = id
      self.number = number
      self.situation = situation
      self.audience = audience
      self.appointment = appointment
      self.group = group
      self.priority = priority
      self.time = time
      self.author = author
    }
  }

  package let issue: Issue
  /// In the order in which they count; those that came `beside` stand where they were met.
  package private(set) var steps: [TicketStep]

  package private(set) var state: State
  /// Since when it has been in its state.
  package private(set) var since: Instant
  package private(set) var priority: Int
  package private(set) var situation: LifeSituation.ID?
  /// The only window that may call it; absent where any may that serves the situation.
  package private(set) var destination: Identifier<Desk>?
  /// The window at which it is; of one that has ended, the last. None while it waits.
  package private(set) var desk: Identifier<Desk>?
  package private(set) var employee: Identifier<Employee>?
  /// How often it was called since it last waited.
  package private(set) var calls: Int
  /// When it was first called since it last waited.
  package private(set) var firstCalled: Instant?
  /// The last word of one clerk to the next.
  package private(set) var comment: String
  /// The window to which the citizen comes back after a redirect.
  package private(set) var comesBackTo: Identifier<Desk>?
  package private(set) var visit: Visit.ID?
  /// Two desks did something with it without knowing of each other, and no supervisor has looked yet.
  package private(set) var isDoubled: Bool
  package private(set) var times: TicketTimes
  /// What a window's next step has to follow: the last step that a window made, or a reopening.
  package private(set) var lastStep: TicketStep.ID?

  package var id: ID { issue.id }
  package var number: String { issue.number }
  /// The place in the line: a ticket that returns keeps it.
  package var placed: Instant { issue.time }

  package init(_ issue: Issue) {
    self.issue = issue
    steps = []
    state = .waiting
    since = issue.time
    priority = issue.priority
    situation = issue.situation
    calls = 0
    comment = ""
    isDoubled = false
    times = TicketTimes()
  }

  package init(_ issue: Issue, steps: [TicketStep]) {
    self.init(issue)
    for step in steps { add(step) }
  }

  /// Whether a window may call it as the next.
  package var isWaiting: Bool { state == .waiting || state == .redirected }

  /// Whether somebody has to do something with it still.
  package var isOpen: Bool { !state.isEnd }

  /// Whether it goes before `other`: by priority, then by place.
  package func goesBefore(_ other: Ticket) -> Bool {
    if priority != other.priority { return priority > other.priority }
    return (placed, id) < (other.placed, other.id)
  }

  /// Adds a step. One that may not follow, or follows another step than the last, is kept `beside`: it
  /// changes nothing but the mark. A supervisor's step has only to be right for the state.
  package mutating func add(_ step: TicketStep) {
    guard !steps.contains(where: { $0.id == step.id }) else { return }
    var step = step
    let kind = step.event.kind
    let next = TicketRules.state(after: kind, in: state)
    let isNext = !kind.isOfWindow || step.follows == lastStep
    step.isBeside = next == nil || !isNext
    if step.isBeside, kind.isOfWindow { isDoubled = isDoubled || beginsHalf(step) }
    steps.append(step)
    if !step.isBeside, let next { carryOut(step, next) }
  }

  /// Whether a step beside is not the going on of one that was seen already.
  private func beginsHalf(_ step: TicketStep) -> Bool {
    !steps.contains { $0.isBeside && $0.id == step.follows }
  }

  private mutating func carryOut(_ step: TicketStep, _ next: State) {
    let kind = step.event.kind
    let comesBack = kind == .finish ? comesBackTo : nil
    if kind == .putBack, state == .redirected { takeBackRedirect() }
    enter(comesBack == nil ? next : .waiting, at: step.time)
    if kind.isOfWindow || kind == .reopen { lastStep = step.id }
    take(step)
    if let comesBack {
      priority += 1
      destination = comesBack
      comesBackTo = nil
    }
    if isWaiting, kind.leadsTo != nil || kind == .move { leaveWindow() }
  }

  private mutating func take(_ step: TicketStep) {
    switch step.event {
    case .call, .recall:
      if calls == 0 { firstCalled = step.time }
      calls += 1
      desk = step.author.desk
      employee = step.author.employee
    case .hold(let comment):
      self.comment = comment
    case .redirect(let target, let comment, let comesBack):
      self.comment = comment
      priority += 1
      comesBackTo = comesBack ? desk : nil
      send(to: target)
    case .finish(let visit):
      if let visit { self.visit = visit }
    case .move(let target):
      send(to: target)
    case .prioritise(let priority):
      self.priority = priority
    case .settle:
      isDoubled = false
    case .start, .putBack, .noShow, .leave, .reopen: break
    }
  }

  private mutating func enter(_ next: State, at moment: Instant) {
    guard next != state else { return }
    times.note(state, since: since, until: moment, next)
    state = next
    since = moment
  }

  private mutating func leaveWindow() {
    desk = nil
    employee = nil
    calls = 0
    firstCalled = nil
  }

  private mutating func takeBackRedirect() {
    destination = nil
    comesBackTo = nil
  }

  private mutating func send(to target: TicketTarget) {
    switch target {
    case .desk(let desk): destination = desk
    case .situation(let situation):
      destination = nil
      self.situation = situation
    }
  }
}
