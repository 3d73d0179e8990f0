// A remote side that does what the test says, from the test's own thread.

import Glibc
import Sync
import Synchronization
import Testing

/// What the driver does to its remote side.
enum RemoteAction: Hashable, Sendable {
  case connect
  case send(SyncRequest)
  case close
}

/// The test's end: hears each action in order and says what happens.
final class RemoteScript: Sendable {
  private struct Values {
    var said: [SyncInput] = []
    var isConnected = false
  }

  private let values = Mutex(Values())
  private let actions = Letters<RemoteAction>()
  private let wakeUp: Int32
  private let wake: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (wakeUp, wake) = (ends[0], ends[1])
  }

  deinit {
    close(wakeUp)
    close(wake)
  }

  /// Says something to the driver.
  func say(_ inputs: SyncInput...) {
    values.withLock { $0.said += inputs }
    _ = write(wake, "x", 1)
  }

  /// The next action.
  func next(at location: SourceLocation = #_sourceLocation) throws -> RemoteAction {
    try actions.take(at: location)
  }

  /// The next thing that the driver asks for, a new connection left out.
  func nextRequest(at location: SourceLocation = #_sourceLocation) throws -> SyncRequest {
    while true {
      if case .send(let request) = try next(at: location) { return request }
    }
  }

  // MARK: - The driver's end

  fileprivate var interest: RemoteInterest? {
    values.withLock { $0.isConnected }
      ? RemoteInterest(descriptor: wakeUp, reads: true, writes: false) : nil
  }

  fileprivate func take() -> [SyncInput] {
    var sink = [UInt8](repeating: 0, count: 64)
    while read(wakeUp, &sink, sink.count) > 0 {}
    return values.withLock { values in
      defer { values.said = [] }
      return values.said
    }
  }

  fileprivate func note(_ action: RemoteAction) {
    values.withLock { values in
      switch action {
      case .connect: values.isConnected = true
      case .close:
        values.isConnected = false
        values.said = []
      case .send: break
      }
    }
    actions.put(action)
  }
}

final class ScriptedRemote: SyncRemote {
  private let script: RemoteScript
  init(_ script: RemoteScript) { self.script = script }

  func connect() { script.note(.connect) }
  func send(_ request: SyncRequest) { script.note(.send(request)) }
  var interest: RemoteInterest? { script.interest }
  func advance() -> [SyncInput] { script.take() }
  func close() { script.note(.close) }
}
