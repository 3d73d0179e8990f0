internal import CSQLite
internal import Synchronization

/// Stops what a connection is doing, from any thread: the running statement fails with
/// `.interrupted`.
///
/// This is the one place where a connection's pointer crosses threads. `sqlite3_interrupt` allows
/// that as long as the connection stays open, which the lock around the address guarantees:
/// `Connection.close` clears it first.
package final class InterruptHandle: Sendable {
  private let state: Mutex<(address: UInt, count: Int)>

  init(_ pointer: OpaquePointer) { state = Mutex((UInt(bitPattern: pointer), 0)) }

  package func interrupt() {
    state.withLock { state in
      state.count += 1
      if let pointer = OpaquePointer(bitPattern: state.address) { sqlite3_interrupt(pointer) }
    }
  }

  /// How often it was used. SQLite does not call every failure that comes of it by its name: a virtual
  /// table whose setting up was stopped is just an error.
  package var count: Int { state.withLock { $0.count } }

  func disarm() { state.withLock { $0.address = 0 } }
}
