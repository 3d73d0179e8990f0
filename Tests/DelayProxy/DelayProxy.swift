// A far-away server on this machine: hands on every byte after a pause.

internal import Glibc
internal import Synchronization

/// A TCP proxy on the loopback that gives each direction half a round trip. It can be cut, as a cable
/// can: then it takes no connection and those that there are end.
package final class DelayProxy: Sendable {
  /// What it listens on.
  package let port: UInt16
  private let listener: Int32
  private let control: Control
  private let thread: ProxyThread

  /// - Parameters:
  ///   - port: of the true server, on the loopback.
  ///   - roundTrip: in milliseconds.
  package init(to port: UInt16, roundTrip: Int) throws(ProxyError) {
    let (listener, ownPort) = try Sockets.listen()
    self.listener = listener
    self.port = ownPort
    let control = try Control()
    self.control = control
    thread = ProxyThread {
      ProxyLoop(listener: listener, server: port, pause: Int64(roundTrip) * 500, control: control)
        .run()
    }
  }

  deinit {
    control.set { $0.ends = true }
    thread.join()
    close(listener)
  }

  /// Ends all connections and refuses new ones until `mend`.
  package func cut() { control.set { $0.isCut = true } }
  package func mend() { control.set { $0.isCut = false } }

  /// How many bytes went through, both ways.
  package var bytes: Int { control.bytes }
}

package struct ProxyError: Error {
  package var call: String
  package var code: Int32
}

/// What others tell the proxy's thread, and how it is woken.
final class Control: Sendable {
  struct Wishes {
    var isCut = false
    var ends = false
    var bytes = 0
  }

  let wakeUp: Int32
  private let wake: Int32
  private let wishes = Mutex(Wishes())

  init() throws(ProxyError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw ProxyError(call: "pipe", code: errno) }
    ends.forEach(Sockets.setUp)
    (wakeUp, wake) = (ends[0], ends[1])
  }

  deinit {
    close(wakeUp)
    close(wake)
  }

  func set(_ change: (inout Wishes) -> Void) {
    wishes.withLock { change(&$0) }
    _ = write(wake, "x", 1)
  }

  func count(_ more: Int) { wishes.withLock { $0.bytes += more } }
  var bytes: Int { wishes.withLock { $0.bytes } }
  var now: Wishes { wishes.withLock { $0 } }

  func clear() {
    var sink = [UInt8](repeating: 0, count: 64)
    while read(wakeUp, &sink, sink.count) > 0 {}
  }
}

final class ProxyThread: Sendable {
  private let thread: pthread_t

  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(body))
    var made = pthread_t()
    let failed = pthread_create(
      &made, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    precondition(failed == 0, "the system has no room for a thread")
    thread = made
  }

  func join() { pthread_join(thread, nil) }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
