import DiscreteEvents
import Domain
import SQLite
import Sync

@testable import LocalStore

// What clerks do, through the store's own doors, whether or not there is a link.

extension World {
  func work(_ desk: SimulatedDesk) {
    guard !isHealed else { return }
    queue.add(
      .clerk(desk: desk.index), at: now + Int64.random(in: 4_000...50_000, using: &random))
    // Nobody can work while the program is down.
    guard desk.isRunning else { return }
    let action = ClerkAction.draw(&random)
    if action == .call { return call(desk) }
    do {
      try carryOut(action, at: desk)
    } catch {
      trace.note(now, "\(desk.index) clerk \(action.rawValue): \(error.code)")
      return expectExcuse(error, desk, action)
    }
    let count = book.note(desk)
    trace.note(now, "\(desk.index) clerk \(action.rawValue) \(count)")
    guard count > 0 else { return }
    desk.isAtRest = false
    feed(desk, .changed)
  }

  private func carryOut(_ action: ClerkAction, at desk: SimulatedDesk) throws(StoreError) {
    let store = desk.store.local
    let stamp = Stamp(now: wallClock(of: desk), author: Author(desk: store.desk), offset: .moscow)
    switch action {
    case .add: try store.addCitizen(Citizen(id: newID(), details: details()), stamp)
    case .change: try change(store, stamp)
    case .erase: if let id = anybody(store) { try store.eraseCitizen(id, stamp) }
    case .log: try log(store, stamp)
    case .tell: if let id = anybody(store) { try store.tell(answer(), of: id, stamp) }
    case .undo: if let visit = anyVisit(store) { try store.undoVisit(visit, stamp) }
    case .rate: for _ in 0..<Int.random(in: 1...5, using: &random) { try rate(store, stamp) }
    case .settle, .merge, .unmerge, .retry, .drop: try decide(action, store, stamp)
    case .issue: try issue(store, stamp)
    case .step: try step(store, stamp)
    case .open: try open(store, stamp)
    case .send: try send(store, stamp)
    case .read: try readMessages(store, stamp)
    case .feedback: try giveFeedback(store, stamp)
    case .answer: try answerFeedback(store, stamp)
    case .wish: try wish(store, stamp)
    case .callBack: try callBack(store, stamp)
    case .handOut: try handOut(store, stamp)
    case .bringIn: try bringIn(store, stamp)
    case .call: break
    }
  }

  private func change(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    guard let id = anybody(store), let seen = try store.citizen(id) else { return }
    var wanted = seen
    let other = details()
    switch Int.random(in: 0..<4, using: &random) {
    case 0: wanted.details.surname = other.surname
    case 1: wanted.details.phone = other.phone
    case 2: wanted.details.birthDate = other.birthDate
    default:
      wanted.details.phone = other.phone
      wanted.details.patronymic = other.patronymic
    }
    try store.changeCitizen(wanted, basedOn: seen, stamp)
  }

  private func log(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let situations = SmallCatalogue.content.situations
    let situation = situations[Int.random(in: 0..<situations.count, using: &random)].id
    let services = SmallCatalogue.content.services.map(\.id).shuffled(using: &random)
      .prefix(Int.random(in: 1...2, using: &random))
    var lines: [Visit.Line] = []
    for service in services {
      let outcome = Outcome.allCases.randomElement(using: &random) ?? .accepted
      lines.append(Visit.Line(id: service, outcome: outcome))
    }
    let length = Int64.random(in: 1...900, using: &random)
    let visit = Visit(
      id: newID(), situation: situation, services: lines,
      citizen: chance(0.2) ? nil : anybody(store),
      ticket: chance(0.5) ? inHand(store, stamp) : nil, channel: .counter,
      started: stamp.now + -length, ended: stamp.now, note: chance(0.5) ? "заметка \(now)" : "")
    let dates = [nil, nil, "2026-11-01", "2026-11-02"]
    let eventDate = dates[Int.random(in: 0..<dates.count, using: &random)]
    let remarks = visit.citizen != nil && chance(0.3) ? [answer(), answer()] : []
    try store.logVisit(
      visit, eventDate: eventDate.flatMap { CalendarDate($0) }, remarks: remarks, stamp)
  }

  private func answer() -> RemarkDraft {
    let facts: [Fact.ID] = ["children-count", "income-per-head"]
    return RemarkDraft(
      id: newID(),
      content: .fact(
        facts.randomElement(using: &random) ?? "income-per-head",
        value: "\(Int.random(in: 0...3, using: &random))", .citizen),
      situation: chance(0.3) ? "birth-of-child" : nil)
  }

  private func rate(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let score = Int.random(in: 1...5, using: &random)
    let entry = RatingEntry(
      situation: "birth-of-child", result: .given(score: score, criteria: [.honesty]),
      answeredIn: 5_000)
    let words = score < 5 ? CitizenWords("Ждали долго: \(score)") : nil
    try store.recordRating(entry, words: words, stamp)
  }

  /// Few names, so that clerks at two desks enter the same person.
  private func details() -> CitizenDetails {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    return CitizenDetails(
      surname: pick(["Ёлкина", "Иванов", "Ким"]), givenName: pick(["Анна", "Олег"]),
      patronymic: pick(["", "Петровна", "Ильич"]),
      birthDate: CalendarDate(pick(["1990-03-12", "1985-01-02", ""])),
      snils: nil, phone: Phone(pick(["79160000001", "79160000002", "79160000003", ""])))
  }

  func newID<Entity>() -> Identifier<Entity> { random.makeID(at: instant) }

  func anybody(_ store: LocalStore) -> Citizen.ID? {
    store.ids("SELECT id FROM citizen ORDER BY id").randomElement(using: &random)
      .map(Citizen.ID.init)
  }

  private func anyVisit(_ store: LocalStore) -> Visit.ID? {
    store.ids("SELECT id FROM visit WHERE undone IS NULL ORDER BY id").randomElement(using: &random)
      .map(Visit.ID.init)
  }

  /// A clerk may be refused for a reason that is in the plan, and for no other.
  private func expectExcuse(_ error: StoreError, _ desk: SimulatedDesk, _ action: ClerkAction) {
    switch error {
    case .diskFull where desk.store.isFull: break
    case .conflict where action == .change: break
    case .notFound, .badInput, .ticketState: break
    default: report(.store, "desk \(desk.index) cannot \(action.rawValue): \(error)")
    }
  }
}

enum ClerkAction: String {
  case add, change, erase, log, undo, rate, settle, merge, unmerge, retry, drop
  case issue, call, step, open, tell
  case send, read, feedback, answer
  case wish, callBack, handOut, bringIn

  private static let shares: [(ClerkAction, Int)] = [
    (.add, 8), (.change, 14), (.erase, 3), (.log, 14), (.undo, 5), (.rate, 5), (.settle, 4),
    (.merge, 4), (.unmerge, 2), (.retry, 2), (.drop, 2), (.issue, 10), (.call, 10), (.step, 10),
    (.open, 3), (.tell, 5), (.send, 2), (.read, 2), (.feedback, 2), (.answer, 2),
    (.wish, 4), (.callBack, 5), (.handOut, 3), (.bringIn, 4),
  ]

  static func draw(_ random: inout IDSource) -> ClerkAction {
    var left = Int.random(in: 0..<shares.reduce(0) { $0 + $1.1 }, using: &random)
    for (action, share) in shares {
      if left < share { return action }
      left -= share
    }
    return .log
  }
}

extension LocalStore {
  /// The ids that a query gives; none where the store cannot be read.
  func ids(_ sql: String) -> [UUIDv7] { (try? connection.all(sql) { try $0.next() }) ?? [] }
}
