internal import CentralStore
internal import Domain
internal import Glibc
internal import Sync

/// Ten links in one thread: each asks as soon as it is answered.
final class CallingDesks {
  private var remotes: [PostgresRemote] = []
  private var ids = IDSource(seed: (0..<32).map { _ in UInt8.random(in: 0...255) })

  init(_ credentials: [Credentials]) throws {
    for one in credentials {
      let remote = try PostgresRemote(one)
      remote.connect()
      remotes.append(remote)
    }
    var connected = 0
    while connected < remotes.count {
      try wait()
      for remote in remotes {
        for news in remote.advance() {
          guard case .connected = news else { throw CentralDesk.Broken() }
          connected += 1
        }
      }
    }
  }

  deinit { for remote in remotes { remote.close() } }

  func callsASecond(_ count: Int) throws -> Double {
    let start = milliseconds()
    var asked = 0
    var answered = 0
    func call(_ remote: PostgresRemote) {
      guard asked < count else { return }
      asked += 1
      remote.send(
        .call(
          SyncCall(
            request: CallRequest(id: ids.makeID(at: Instant(milliseconds: 0))),
            since: Instant(milliseconds: 0), time: Instant(milliseconds: 1_795_503_600_000))))
    }
    for remote in remotes { call(remote) }
    while answered < count {
      try wait()
      for remote in remotes {
        for news in remote.advance() {
          guard case .replied(.called(_?)) = news else { throw CentralDesk.Broken() }
          answered += 1
          call(remote)
        }
      }
    }
    return Double(count) / ((milliseconds() - start) / 1000)
  }

  private func wait() throws {
    var watched = remotes.compactMap { remote in
      remote.interest.map { interest in
        let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
        return pollfd(fd: interest.descriptor, events: Int16(events), revents: 0)
      }
    }
    guard poll(&watched, nfds_t(watched.count), 30_000) > 0 else { throw CentralDesk.Broken() }
  }
}
