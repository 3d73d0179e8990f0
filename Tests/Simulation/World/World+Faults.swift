import DiscreteEvents
import Domain
import Sync

// What goes wrong, and how it is put right.

/// A desk's disk as it was copied one day.
struct Backup {
  var store: DeskStore
  var lastSequence: Int64
}

extension World {
  private static let year: Int64 = 365 * 86_400_000

  func begin(_ fault: WorldPlan.Fault) {
    let desk = desks[fault.desk]
    trace.note(now, "fault \(fault.kind.rawValue) \(fault.desk)")
    let index = plan.faults.firstIndex { $0.begins == fault.begins && $0.kind == fault.kind } ?? 0
    queue.add(.healed(index), at: min(now + fault.lasts, plan.calmFrom))
    switch fault.kind {
    case .weather: desk.weather = Weather.allCases.randomElement(using: &random) ?? .stormy
    case .crash: crash(desk)
    case .crashInWrite: desk.store.crash(afterSteps: crashPlace())
    case .diskFull: desk.store.isFull = true
    case .clockStep: desk.clockError += chance(0.5) ? Self.year : -Self.year
    case .clone: clone(desk)
    case .restoredDesk: backUp(desk)
    case .revoked: server.set { $0.seats[desk.role]?.isRevoked = true }
    case .serverDown:
      server.isDown = true
      cutAll()
    case .failover: failOver(newEpoch: false)
    case .failoverWithNewEpoch: failOver(newEpoch: true)
    case .busy: server.set { $0.busyUntil = instant + fault.lasts / 1000 }
    case .versionSkew: server.set { $0.versions = 100...101 }
    case .unknownKinds:
      server.set { $0.unknownKinds = ["citizens_merged", "citizens_unmerged", "conflict_settled"] }
    case .pruned: prune()
    case .locks: areRowsLocked = true
    case .longAway: desk.weather = .refused
    }
  }

  func end(_ fault: WorldPlan.Fault) {
    let desk = desks[fault.desk]
    trace.note(now, "over \(fault.kind.rawValue) \(fault.desk)")
    switch fault.kind {
    case .weather: desk.weather = .fine
    case .longAway:
      desk.weather = .fine
      prune()
    case .diskFull: desk.store.isFull = false
    case .clockStep: desk.clockError = 0
    case .restoredDesk: restore(desk)
    case .revoked:
      server.set { $0.seats[desk.role]?.isRevoked = false }
      feed(desk, .asked)
    case .serverDown: server.isDown = false
    case .versionSkew: server.set { $0.versions = 1...1_000 }
    case .unknownKinds: server.set { $0.unknownKinds = [] }
    case .locks: areRowsLocked = false
    case .crash, .crashInWrite, .clone, .failover, .failoverWithNewEpoch, .busy, .pruned: break
    }
  }

  /// From here on the network is fair, and nobody works.
  func healAll() {
    trace.note(now, "calm")
    isHealed = true
    for fault in plan.faults where fault.begins + fault.lasts > now { end(fault) }
    for desk in desks {
      desk.weather = .fine
      desk.isAtRest = false
    }
  }

  /// The old machine is gone with all connections, and another one goes on without the last transactions,
  /// on a timeline of its own.
  private func failOver(newEpoch: Bool) {
    for index in links.indices { (links[index].isServerGone, links[index].isDead) = (true, true) }
    let lost = server.failOver(at: now, newEpoch: newEpoch, &random)
    trace.note(now, "\(lost) transactions lost")
    for desk in desks {
      desk.isAtRest = false
      // Some are told at once, the others wait in vain.
      if let link = desk.link, chance(0.5) {
        links[link].isDead = false
        links[link].isClosed = true
        queue.add(.linkBroken(link: link, .unreachable), at: now + 1)
      }
    }
  }

  /// Early in a transaction, in its middle, or after its end, when only the answer is lost.
  private func crashPlace() -> Int {
    let exponent = Double.random(in: 0...4.3, using: &random)
    var place = 1.0
    for _ in 0..<Int(exponent) { place *= 10 }
    return Int(place * Double.random(in: 1..<10, using: &random))
  }

  /// A copy of the disk goes to work in another machine, under the same name.
  private func clone(_ desk: SimulatedDesk) {
    guard desks.count < plan.deskCount + 1,
      let copy = try? desk.store.clone(ids: IDSource(seed: random.next()))
    else { return }
    let clone = SimulatedDesk(
      index: desks.count, role: desk.role, centre: desk.centre, store: copy,
      random: IDSource(seed: random.next()))
    desks.append(clone)
    book.copy(desk.index, to: clone.index)
    queue.add(.start(desk: clone.index, life: 0), at: now + 1_000)
    queue.add(.clerk(desk: clone.index), at: now + 5_000)
  }

  private func backUp(_ desk: SimulatedDesk) {
    guard let copy = try? desk.store.clone(ids: IDSource(seed: 0)) else { return }
    backups[desk.index] = Backup(store: copy, lastSequence: desk.store.lastSequence)
  }

  private func restore(_ desk: SimulatedDesk) {
    guard let backup = backups.removeValue(forKey: desk.index), !desk.store.isFull else { return }
    crash(desk)
    let incarnation = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    do {
      try desk.store.restore(backup.store, incarnation: incarnation)
    } catch {
      return report(.store, "desk \(desk.index) cannot be restored: \(error)")
    }
    book.forget(desk.index, after: backup.lastSequence)
  }

  /// The server forgets old changes and their tombstones: a desk that stayed away needs a snapshot.
  /// Only what is durable is ever that old.
  private func prune() {
    let now = instant
    server.set { state in
      for centre in state.centres.keys {
        guard let stream = state.centres[centre] else { continue }
        state.centres[centre]?.prune(through: stream.durable(at: now, hold: state.hold))
      }
    }
  }
}
