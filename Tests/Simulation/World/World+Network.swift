import DiscreteEvents
import Domain
import Sync

// Connections, and what becomes of what is sent on them.

extension World {
  func connect(_ desk: SimulatedDesk) {
    disconnect(desk)
    noteAttempt(desk)
    let link = links.count
    links.append(Link(desk: desk.index, life: desk.life))
    desk.link = link
    let delay = Int64.random(in: 5...400, using: &random)
    if server.isDown || desk.weather == .refused {
      queue.add(.linkBroken(link: link, .unreachable), at: now + delay)
    } else if desk.weather != .silent {
      queue.add(.linkMade(link: link), at: now + delay)
    }
  }

  /// A desk that cannot get through must not make it worse for the others.
  private func noteAttempt(_ desk: SimulatedDesk) {
    desk.attempts.removeAll { $0 < now - 60_000 }
    desk.attempts.append(now)
    if desk.attempts.count > 30 {
      report(.attempts, "desk \(desk.index) tries more than thirty times a minute")
    }
  }

  func disconnect(_ desk: SimulatedDesk) {
    guard let link = desk.link else { return }
    links[link].isClosed = true
    desk.link = nil
  }

  func send(_ desk: SimulatedDesk, _ request: SyncRequest) {
    guard let link = desk.link, links[link].isMade, !links[link].isClosed else { return }
    let after = notePushed(request, on: link)
    trace.note(now, "\(desk.index) > \(request.traced)")
    guard desk.weather != .deafServer, desk.weather != .silent else { return }
    if desk.weather == .slamming {
      queue.add(.linkBroken(link: link, .unreachable), at: now + 1)
      return
    }
    if isCut(desk) {
      // Before the server has seen it.
      return cut(link)
    }
    links[link].lastArrivalUp = max(links[link].lastArrivalUp, now + delay(of: desk))
    queue.add(.request(link: link, request, after: after), at: links[link].lastArrivalUp)
  }

  /// - Returns: what a batch names as sent just before it.
  private func notePushed(_ request: SyncRequest, on link: Int) -> Int64? {
    guard case .push(let operations, _) = request, let first = operations.first?.sequence,
      let last = operations.last?.sequence
    else { return nil }
    defer { links[link].pushed = last }
    // What is sent once more begins anew.
    return links[link].pushed.flatMap { $0 < first ? $0 : nil }
  }

  /// A request reaches the server, whether or not the desk still waits for the answer.
  func arrived(_ link: Int, _ request: SyncRequest, after: Int64?) {
    let desk = desks[links[link].desk]
    guard !links[link].isServerGone else { return }
    guard !server.isDown else { return cut(link) }
    let losing = mutant == .ackBeforeCommit && chance(0.1)
    let isLocked = areRowsLocked && request.isPush && chance(0.4)
    let check = CallCheck(request, server.state, desk.centre)
    let replies =
      isLocked
      ? [.busy(retryAfter: 1)]
      : server.answer(request, from: desk.role, after: after, at: now, losing: losing)
    if let breach = check?.breach(replies, server.state.seats[desk.role]?.desk, instant) {
      report(.queue, "desk \(desk.index) \(breach)")
    }
    trace.note(now, "\(desk.index) = \(replies.map(\.traced).joined(separator: " "))")
    guard desk.weather != .deafDesk, desk.weather != .silent else { return }
    // After the server has kept it: in the middle of the answers, or before the first.
    let told = isCut(desk) ? Int.random(in: 0..<replies.count, using: &random) : replies.count
    for reply in replies.prefix(told) {
      links[link].lastArrivalDown = max(links[link].lastArrivalDown, now + delay(of: desk))
      queue.add(.reply(link: link, reply), at: links[link].lastArrivalDown)
    }
    if told < replies.count { cut(link) }
  }

  func replied(_ link: Int, _ reply: SyncReply) {
    guard let desk = listener(of: link) else { return }
    feed(desk, .replied(reply))
  }

  func made(_ link: Int) {
    guard let desk = listener(of: link) else { return }
    links[link].isMade = true
    feed(desk, .connected)
  }

  func broken(_ link: Int, _ fault: LinkFault) {
    guard let desk = listener(of: link) else { return }
    links[link].isClosed = true
    desk.link = nil
    feed(desk, .broken(fault))
  }

  /// Everybody's connections are gone, and everybody is told.
  func cutAll() {
    for desk in desks { desk.link.map(cut) }
  }

  private func cut(_ link: Int) {
    links[link].lastArrivalDown = max(links[link].lastArrivalDown, now + 1)
    // Half of the time nobody tells the desk.
    if chance(0.5) || isHealed {
      queue.add(.linkBroken(link: link, .unreachable), at: links[link].lastArrivalDown)
    }
  }

  private func listener(of link: Int) -> SimulatedDesk? {
    let desk = desks[links[link].desk]
    guard !links[link].isDead, desk.link == link, desk.life == links[link].life, desk.isRunning
    else { return nil }
    return desk
  }

  private func isCut(_ desk: SimulatedDesk) -> Bool {
    guard !isHealed else { return false }
    return chance(desk.weather == .stormy ? 0.15 : 0.01)
  }

  private func delay(of desk: SimulatedDesk) -> Int64 {
    guard !isHealed else { return Int64.random(in: 5...100, using: &random) }
    // Now and then so late that the desk has given up and asked again elsewhere.
    if chance(desk.weather == .slow ? 0.3 : 0.01) {
      return Int64.random(in: 5_000...90_000, using: &random)
    }
    return Int64.random(in: 5...300, using: &random)
  }
}

extension SyncRequest {
  fileprivate var isPush: Bool { if case .push = self { true } else { false } }
}
