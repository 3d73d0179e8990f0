import Domain
import SQLite
import Sync

@testable import LocalStore

/// What has to hold once every desk is at rest.
struct EndCheck {
  private let world: World
  private let state: CentralModel

  init(_ world: World) {
    self.world = world
    state = world.server.state
  }

  func breaches() -> [Breach] {
    var found: [Breach] = []
    for (name, stream) in state.centres.sorted(by: { $0.key < $1.key }) {
      found += once(stream)
      found += order(stream)
      found += CardCheck(stream, world.book.everything).breaches()
      found += TicketCheck(stream).breaches()
      found += WishCheck(stream).breaches()
      let truth = RowText(stream)
      for desk in world.desks where desk.centre == name {
        found += convergence(desk, truth, stream)
        found += saved(desk, stream)
      }
    }
    return found
  }

  /// Every operation that the server knows was carried out once, and is some desk's.
  private func once(_ stream: CentreStream) -> [Breach] {
    var found: [Breach] = []
    for (id, entry) in stream.ledger where entry.applied != 1 {
      found.append(Breach(.exactlyOnce, "\(id) \(entry.kind) \(entry.applied) times"))
    }
    for id in stream.ledger.keys where !world.book.everything.contains(id) {
      found.append(Breach(.exactlyOnce, "\(id) is no desk's"))
    }
    return found
  }

  /// A desk's operations took effect in its own order. Two copies of a desk have two, whether or not the
  /// server has noticed; and what went with an erased citizen, and is not sent any more, may still have
  /// been on its way.
  private func order(_ stream: CentreStream) -> [Breach] {
    let forgotten = world.desks.reduce(into: Set<Operation.ID>()) { all, desk in
      all.formUnion((try? desk.store.forgottenIDs()) ?? [])
    }
    return stream.overtaken.filter { overtaken in
      world.desks.count { $0.role == overtaken.role } == 1
        && !forgotten.contains(overtaken.operation)
    }.map { Breach(.order, $0.text) }
  }

  private func convergence(
    _ desk: SimulatedDesk, _ truth: RowText, _ stream: CentreStream
  ) -> [Breach] {
    do {
      var found: [Breach] = []
      var (shown, truth) = (try RowText(desk.store), truth)
      // Two copies of a desk tell two things of one window, until it is enrolled anew.
      if state.seats[desk.role]?.isForked == true { (shown.desks, truth.desks) = ([], []) }
      // What a person has to look at still lies on top.
      let refused = try desk.store.refusedIDs()
      if refused.isEmpty, let difference = shown.difference(from: truth) {
        found.append(Breach(.convergence, "desk \(desk.index) has \(difference)"))
      }
      if let foreign = try desk.store.ids().first(where: { isElsewhere($0, than: desk.centre) }) {
        found.append(Breach(.foreignRows, "desk \(desk.index) has \(foreign)"))
      }
      if let number = try desk.store.numbersLeft().first {
        found.append(Breach(.wishes, "desk \(desk.index) has the number of \(number)"))
      }
      let faults = try desk.store.local.verifyAudit()
      if let fault = faults.first {
        found.append(Breach(.store, "desk \(desk.index): \(fault)"))
      }
      return found
    } catch {
      return [Breach(.store, "desk \(desk.index): \(error)")]
    }
  }

  /// Whether another centre has the row; one that no centre has may wait for a person here.
  private func isElsewhere(_ id: UUIDv7, than centre: String) -> Bool {
    state.centres.contains { name, stream in
      name != centre
        && SyncRow.Entity.allCases.contains {
          stream.rows[CentreStream.Key(entity: $0, id: id)] != nil
        }
    }
  }

  /// What a desk saved is on the server, or a person was told.
  private func saved(_ desk: SimulatedDesk, _ stream: CentreStream) -> [Breach] {
    let told = (try? desk.store.toldIDs()) ?? []
    let forgotten = (try? desk.store.forgottenIDs()) ?? []
    return (world.book.entries[desk.index] ?? []).compactMap { entry in
      guard !forgotten.contains(entry.id), !told.contains(entry.id) else { return nil }
      let name = "desk \(desk.index): \(entry.sequence) \(entry.kind.rawValue)"
      guard let known = stream.ledger[entry.id] else {
        return entry.kind.isCase ? nil : Breach(.lost, name + " is not on the server")
      }
      if case .refused(let refusal) = known.verdict.kind {
        return Breach(.lost, name + " was refused (\(refusal.rawValue)) and nobody was told")
      }
      if known.body != entry.body { return Breach(.lost, name + " has another body") }
      return nil
    }
  }
}

extension Operation.Kind {
  /// Makes no row: nothing is lost with it, since cases are made of visits.
  var isCase: Bool { self == .caseOpened || self == .caseChanged }
}

extension DeskStore {
  /// Refused, and nobody has looked at it.
  func refusedIDs() throws -> Set<Operation.ID> {
    try ids("SELECT id FROM refused_operation WHERE state = 'refused'")
  }

  /// Refused, and kept for a person or seen to by one.
  func toldIDs() throws -> Set<Operation.ID> { try ids("SELECT id FROM refused_operation") }

  /// Their bodies went with an erased citizen.
  func forgottenIDs() throws -> Set<Operation.ID> {
    try ids("SELECT id FROM operation WHERE body IS NULL")
  }

  /// Of all citizens and visits.
  func ids() throws -> [UUIDv7] {
    try local.connection.all(
      "SELECT id FROM citizen UNION ALL SELECT id FROM visit UNION ALL SELECT id FROM rating WHERE logged = 1"
    ) { try $0.next() }
  }

  private func ids(_ sql: String) throws -> Set<Operation.ID> {
    Set(try local.connection.all(sql) { Operation.ID(try $0.next()) })
  }
}
