import Domain
import Testing

@testable import LocalStore

/// A thousand desks, each with a history of its own made from a seed, against the model.
@Suite struct RandomCommandTests {
  private static let sequences = 1000
  private static let length = 25
  private static let slices = 8

  @Test(arguments: 0..<slices)
  func theStoreAnswersAsTheModel(_ slice: Int) throws {
    for seed in stride(from: slice, to: Self.sequences, by: Self.slices) {
      var run = try RandomRun(seed: UInt64(seed), place: seed % 10 == 0 ? .disk : .memory)
      for _ in 0..<Self.length { try run.step() }
      try run.compare()
    }
  }
}

private struct RandomRun {
  private let seed: UInt64
  private let desk: TestStore
  private var store: LocalStore
  private var model = StoreModel()
  private var random: IDSource
  private var minute: Int64 = 0

  init(seed: UInt64, place: Place) throws {
    self.seed = seed
    desk = try TestStore(place, seed: seed)
    store = desk.store
    random = IDSource(seed: seed &+ 1_000_000)
  }

  mutating func step() throws {
    minute += Int64.random(in: 1...600, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<4: try add()
    case 4..<6: try change()
    case 6: try erase()
    case 7..<14: try log()
    case 14..<16: try undo()
    case 16..<18: try rate()
    case 18: try keep()
    default: try reopen()
    }
  }

  private mutating func details() -> CitizenDetails {
    let surnames = ["Ёлкина", "Иванов", "Ким", "О'Нил", "Салтыков-Щедрин", "\u{0}ы"]
    return CitizenDetails(
      surname: surnames.randomElement(using: &random) ?? "", givenName: "Имя",
      birthDate: Bool.random(using: &random) ? CalendarDate("1990-03-12") : nil,
      phone: Bool.random(using: &random) ? Phone("79160000000") : nil)
  }

  private mutating func add() throws {
    let citizen = Citizen(id: desk.ids.make(), details: details())
    try store.addCitizen(citizen, stamp)
    model.citizens[citizen.id] = citizen
    model.auditCount += 1
  }

  private mutating func change() throws {
    guard let id = anybody(), let seen = model.citizens[id] else { return }
    var wanted = seen
    wanted.details = details()
    let changed = try store.changeCitizen(wanted, basedOn: seen, stamp)
    if wanted.details != seen.details {
      wanted.version += 1
      model.auditCount += 1
    }
    #expect(changed == wanted)
    model.citizens[id] = wanted
  }

  private mutating func erase() throws {
    guard let id = anybody() else { return }
    try store.eraseCitizen(id, stamp)
    model.erase(id)
  }

  private mutating func log() throws {
    let situations = SampleCatalogue.content.situations
    let situation = situations[Int.random(in: 0..<situations.count, using: &random)]
    let services = SampleCatalogue.content.services.map(\.id).shuffled(using: &random)
      .prefix(Int.random(in: 0...3, using: &random))
    var lines: [(Service.ID, Outcome)] = []
    for service in services {
      lines.append((service, Outcome.allCases.randomElement(using: &random) ?? .accepted))
    }
    // Now and then long after: a settled case is forgotten after a year.
    if Int.random(in: 0..<6, using: &random) == 0 { minute += 200 * 24 * 60 }
    let citizen = Int.random(in: 0..<4, using: &random) == 0 ? nil : anybody()
    let dates = [nil, nil, "2026-11-01", "2026-11-02"]
    let eventDate = dates[Int.random(in: 0..<4, using: &random)].flatMap { CalendarDate($0) }
    let visit = desk.visit(citizen, situation.id, lines, minutes: minute, note: "n\(minute)")
    try store.logVisit(visit, eventDate: eventDate, stamp)
    model.log(visit, eventDate: eventDate)
  }

  private mutating func undo() throws {
    let candidates = model.visits.indices.filter { !model.visits[$0].isUndone }
    guard let index = candidates.randomElement(using: &random) else { return }
    try store.undoVisit(model.visits[index].visit.id, stamp)
    model.undo(index)
  }

  private mutating func rate() throws {
    let results: [RatingResult] = [
      .given(score: Int.random(in: 1...5, using: &random), criteria: [.empathy]), .skipped,
      .declined, .timedOut,
    ]
    let result = results[Int.random(in: 0..<4, using: &random)]
    try store.recordRating(
      RatingEntry(situation: "birth-of-child", result: result, answeredIn: 5000), stamp)
    model.ratings.append(result)
  }

  private mutating func keep() throws {
    model.draft = Bool.random(using: &random) ? "{\"minute\":\(minute)}" : nil
    if let draft = model.draft { try store.saveDraft(draft) } else { try store.clearDraft() }
    model.settings["theme"] = Bool.random(using: &random) ? "\(minute)" : nil
    try store.setSetting("theme", model.settings["theme"])
  }

  private mutating func reopen() throws {
    store.tidy()
    guard let folder = desk.folder else { return }
    store.close()
    store = try TestStore.open(folder, seed: UInt64(minute))
  }

  private mutating func anybody() -> Citizen.ID? {
    model.citizens.keys.sorted().randomElement(using: &random)
  }

  private var stamp: Stamp {
    Stamp(
      now: TestStore.morning + minute * 60, author: Author(desk: store.desk), offset: .moscow)
  }

  mutating func compare() throws {
    let from = desk.today
    let to = from.adding(months: 1000)
    #expect(try store.visits(from: from, to: to, offset: .moscow) == model.listed, "\(seed)")
    #expect(try store.draft() == model.draft, "\(seed)")
    #expect(try store.setting("theme") == model.settings["theme"], "\(seed)")
    let ratings = try store.ratingSummary(from: from, to: to)
    #expect(ratings.count == model.given.count, "\(seed)")
    #expect(
      ratings.declined + ratings.skipped + ratings.timedOut + ratings.count == model.ratings.count,
      "\(seed)")
    #expect((ratings.shareBest == nil) == (ratings.shareCount < 5), "\(seed)")
    // Four of the newest day and four of those before it may wait for their batch.
    #expect((0...8).contains(ratings.count - ratings.shareCount), "\(seed)")
    for (id, citizen) in model.citizens {
      let card = try store.card(of: id, purpose: "test", stamp)
      model.auditCount += 1
      #expect(card.citizen == citizen, "\(seed)")
      #expect(card.visits == model.listed.filter { $0.citizen == id }, "\(seed)")
      let states = card.cases.map {
        StoreModel.CaseState(
          situation: $0.situation, eventDate: $0.eventDate, opened: $0.opened, closed: $0.closed,
          services: $0.services)
      }
      #expect(states.count == Set(states).count, "\(seed)")
      #expect(Set(states) == Set(model.states(of: id)), "\(seed)")
    }
    #expect(try store.auditEntries(limit: 10_000).count == model.auditCount, "\(seed)")
    #expect(try store.verifyAudit().isEmpty, "\(seed)")
  }
}
