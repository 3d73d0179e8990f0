// One question to the central store over a connection of its own, without a machine.

internal import Domain
internal import Sync

struct SideQuestion {
  let signal: SyncSignal
  let surroundings: SyncSurroundings

  /// Connects, asks, and waits no longer than `SyncTiming.call`; `nil` without an answer. The caller closes.
  ///
  /// - Parameter isConnected: the connection of an earlier question is there still.
  func ask(
    _ request: SyncRequest, _ remote: any SyncRemote, isConnected: Bool = false
  ) -> SyncReply? {
    let end = surroundings.monotonic() + SyncTiming.call
    let wait = SyncWait(signal)
    if isConnected { remote.send(request) } else { remote.connect() }
    while surroundings.monotonic() < end, !signal.isStopped {
      for news in remote.advance() {
        switch news {
        case .connected: remote.send(request)
        case .replied(let reply): return reply
        default: return nil
        }
      }
      _ = wait.sleep(until: end, remote: remote.interest)
    }
    return nil
  }
}
