// A centre that lives: people come and go, windows call and serve. All of it through the store's own
// calls, as the desk and the other windows make them.

package import Domain
package import LocalStore
package import Training

package final class TrainingDay {
  enum Item: Sendable {
    case arrives(Int)
    case losesPatience(Int)
    case isFree(Int)
    case sitsDown(window: Int, person: Int)
    case isDone(window: Int, person: Int)
    case happens(Int)
    /// Tickets that were kept for the trainee's window are everybody's again.
    case othersGoOn
    /// A supervisor does what a step of the lesson asks for.
    case acts(step: Int)
  }

  struct Window {
    let desk: Identifier<Desk>
    var isTrainee: Bool
    var isIdle = true
    /// Whom the clerk has set aside.
    var held: Int?
  }

  package let plan: DayPlan
  let lesson: Lesson?
  let store: LocalStore
  /// Who sits at the trainee's window; nobody built in where a person does.
  let way: ClerkWay?
  var ids: IDSource
  var agenda = Agenda<Item>()
  var windows: [Window] = []
  /// The ticket of each arrival, from when it is issued.
  package internal(set) var tickets: [Ticket.ID?]
  /// Where in the plan the holder of a ticket stands.
  var people: [Ticket.ID: Int] = [:]
  var seated: [Int: Instant] = [:]
  var wasHeld: Set<Int> = []
  package internal(set) var isLinkDown = false
  var serverRows: Int64 = 0
  /// Those that the built-in clerk has served, in order.
  package internal(set) var served: [Review.Served] = []
  package internal(set) var now: Instant
  /// How much has happened so far.
  package private(set) var happened = 0
  /// What has happened to the centre last.
  package internal(set) var news: LocalizedText?

  /// - Parameter lesson: absent for a day that teaches nothing.
  package init(
    _ plan: DayPlan, lesson: Lesson?, _ store: LocalStore, way: ClerkWay?
  ) throws(StoreError) {
    self.plan = plan
    self.lesson = lesson
    self.store = store
    self.way = way
    now = plan.opens
    ids = IDSource(seed: plan.seed &+ 0x6465_736b)
    tickets = Array(repeating: nil, count: plan.arrivals.count)
    let playsClerk = lesson?.plays != .supervisor
    for number in 0..<plan.windows {
      let isTrainee = playsClerk && number == 0
      windows.append(
        Window(
          desk: isTrainee ? store.desk : ids.makeID(at: plan.opens), isTrainee: isTrainee,
          isIdle: !isTrainee || way != nil))
    }
    enter()
  }

  /// Brings the people whom the centre knows into an empty register.
  package static func populate(_ store: LocalStore, _ plan: DayPlan) throws(StoreError) {
    try store.receive(plan.arrivals.filter(\.isKnown).map(\.citizen))
  }

  private func enter() {
    for (place, arrival) in plan.arrivals.enumerated() {
      agenda.add(.arrives(place), at: arrival.time)
    }
    for (place, happening) in plan.happenings.enumerated() {
      agenda.add(.happens(place), at: happening.time)
    }
    guard way == .competent, let lesson, lesson.plays == .supervisor else { return }
    for (place, step) in lesson.steps.enumerated() {
      let come = step.check.who.flatMap(plan.place(of:)).map { plan.arrivals[$0] }
      agenda.add(
        .acts(step: place), at: (come?.time ?? plan.opens) + step.check.kind.delay(of: come))
    }
  }

  /// When the next visitor comes.
  package var nextArrival: Instant? {
    plan.arrivals.indices.first { tickets[$0] == nil }.map { plan.arrivals[$0].time }
  }

  package var isOver: Bool { agenda.next == nil }

  /// Lets happen all that is due until then.
  package func advance(to moment: Instant) throws(StoreError) {
    while let next = agenda.next, next <= moment, let (time, item) = agenda.take() {
      now = max(now, time)
      try perform(item)
    }
    now = max(now, moment)
  }

  /// Lets the whole day pass; whoever is inside at closing time is served.
  package func run() throws(StoreError) {
    while let (time, item) = agenda.take() {
      now = max(now, time)
      try perform(item)
    }
  }

  func stamp(_ desk: Identifier<Desk>) -> Stamp {
    Stamp(now: now, author: Author(desk: desk), offset: plan.offset)
  }

  private func perform(_ item: Item) throws(StoreError) {
    happened += 1
    switch item {
    case .arrives(let person): try arrive(person)
    case .losesPatience(let person): try losePatience(person)
    case .isFree(let window): try call(window)
    case .sitsDown(let window, let person): try sitDown(window, person)
    case .isDone(let window, let person): try finish(window, person)
    case .happens(let place): try happen(plan.happenings[place])
    case .othersGoOn: wakeOthers()
    case .acts(let step): try act(step)
    }
  }
}

// People.
extension TrainingDay {
  private func arrive(_ person: Int) throws(StoreError) {
    let arrival = plan.arrivals[person]
    let ticket = try store.issueTicket(
      TicketRequest(situation: arrival.situation, priority: arrival.priority), stamp(store.desk))
    tickets[person] = ticket.id
    people[ticket.id] = person
    // Whom the lesson is about is sent to the trainee's window, as an appointment would be.
    if arrival.role != nil, windows.contains(where: \.isTrainee) {
      try store.step(ticket.id, .move(.desk(store.desk)), stamp(store.desk))
    }
    agenda.add(.losesPatience(person), at: now + arrival.patience)
    wakeWindow()
  }

  private func losePatience(_ person: Int) throws(StoreError) {
    guard let id = tickets[person], let ticket = try store.ticket(id), ticket.isWaiting else {
      return
    }
    try store.step(id, .leave, stamp(store.desk))
  }
}

// Windows.
extension TrainingDay {
  /// Somebody waits: a window that has nobody calls soon.
  func wakeWindow() {
    let free = windows.firstIndex { window in
      window.isIdle && !(window.isTrainee && isLinkDown && way?.worksOffline == false)
    }
    free.map(isFreeSoon)
  }

  func isFreeSoon(_ window: Int) {
    windows[window].isIdle = false
    let pause = windows[window].isTrainee ? way?.pause ?? 0 : 20
    agenda.add(.isFree(window), at: now + pause)
  }

  private func call(_ window: Int) throws(StoreError) {
    if windows[window].isTrainee, isLinkDown, way?.worksOffline == false {
      windows[window].isIdle = true
      return
    }
    let stamp = stamp(windows[window].desk)
    let called = try store.callNext(
      CallRequest(id: ids.makeID(at: now)),
      among: choice(of: window), stamp)
    guard let called, let person = people[called.id] else { return try recall(window) }
    if setsAside(person, at: window) {
      try store.step(called.id, .hold(comment: ""), stamp)
      windows[window].held = person
      wasHeld.insert(person)
      agenda.add(.isFree(window), at: now + 30)
    } else {
      agenda.add(.sitsDown(window: window, person: person), at: now + 30)
    }
  }

  private func choice(of window: Int) -> Ticket.Choice {
    guard windows[window].isTrainee else { return .notLeased }
    return isLinkDown ? .unverified : .all
  }

  private func setsAside(_ person: Int, at window: Int) -> Bool {
    windows[window].isTrainee && way?.holdsPriority == true && windows[window].held == nil
      && plan.arrivals[person].priority > 0 && !wasHeld.contains(person)
  }

  /// Who was set aside comes when nobody else waits, or after the next one.
  private func recall(_ window: Int) throws(StoreError) {
    guard let person = windows[window].held, let id = tickets[person] else {
      windows[window].isIdle = true
      return
    }
    windows[window].held = nil
    try store.step(id, .call, stamp(windows[window].desk))
    agenda.add(.sitsDown(window: window, person: person), at: now + 30)
  }

  private func sitDown(_ window: Int, _ person: Int) throws(StoreError) {
    guard let id = tickets[person] else { return }
    try store.step(id, .start, stamp(windows[window].desk))
    seated[person] = now
    let talk = plan.arrivals[person].talk
    // A window beside takes a quarter more than a practised clerk.
    let length = windows[window].isTrainee ? way?.talk(talk) ?? talk : talk * 5 / 4
    agenda.add(.isDone(window: window, person: person), at: now + length)
  }

  private func finish(_ window: Int, _ person: Int) throws(StoreError) {
    guard let id = tickets[person] else { return }
    if windows[window].isTrainee, let way {
      try logVisit(of: person, id, way)
    } else {
      try store.step(id, .finish(visit: nil), stamp(windows[window].desk))
    }
    if windows[window].held != nil { return try recall(window) }
    isFreeSoon(window)
  }

  /// What the trainee's clerk makes of a visit.
  private func logVisit(of person: Int, _ ticket: Ticket.ID, _ way: ClerkWay) throws(StoreError) {
    let arrival = plan.arrivals[person]
    let stamp = stamp(store.desk)
    let usesCard = way.usesCard(arrival.right)
    if usesCard, !arrival.isKnown { try store.addCitizen(arrival.citizen, stamp) }
    let offer = usesCard ? way.offer(arrival.right) : nil
    let remarks = offer.map { offer in
      RemarkDraft(
        id: ids.makeID(at: now), content: .offer(offer, .taken, reason: "", occasion: ""),
        situation: arrival.situation)
    }
    let visit = Visit(
      id: ids.makeID(at: now), situation: arrival.situation,
      services: way.services(arrival.right), citizen: usesCard ? arrival.citizen.id : nil,
      ticket: ticket, channel: .counter, started: seated[person] ?? now, ended: now,
      note: way.note(arrival.right))
    try store.logVisit(
      visit, eventDate: usesCard ? arrival.eventDate : nil, remarks: remarks.map { [$0] } ?? [],
      stamp)
    try rate(visit, person, way, gotOffer: offer != nil)
  }

  private func rate(
    _ visit: Visit, _ person: Int, _ way: ClerkWay, gotOffer: Bool
  ) throws(StoreError) {
    let arrival = plan.arrivals[person]
    guard let id = visit.ticket, let ticket = try store.ticket(id) else { return }
    let rating = SimulatedRating(
      Experience(
        waited: ticket.waitForCall, mood: arrival.mood, wasHeld: wasHeld.contains(person),
        right: arrival.right, handled: visit.services, hasCard: visit.citizen != nil,
        note: visit.note, gotOffer: gotOffer))
    let result: RatingResult =
      way == .competent
      ? .given(score: rating.score, criteria: rating.criteria) : .skipped
    try store.recordRating(
      RatingEntry(situation: visit.situation, result: result, answeredIn: 4000),
      stamp(store.desk))
    served.append(Review.Served(visit, ticket, arrival, rating, keys: way.keys))
  }
}

extension Check.Kind {
  /// How long a good supervisor takes to notice, in seconds from when somebody comes.
  fileprivate func delay(of person: DayPlan.Arrival?) -> Int64 {
    switch self {
    case .settled: 3600
    case .reopened: (person?.patience ?? 0) + 120
    default: 60
    }
  }
}
