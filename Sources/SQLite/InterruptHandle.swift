internal import CSQLite
internal import Synchronization

/// Stops what a connection is doing, from any thread: the running statement fails with
/// `.interrupted`.
///
/// This is the one place where a connection's pointer crosses threads. `sqlite3_interrupt` allows
/// that as long as the connection stays open, which the lock around the address guarantees:
/// `Connection.close` clears it first.
package final class InterruptHandle: Sendable {
  private let address: Mutex<UInt>

  init(_ pointer: OpaquePointer) { address = Mutex(UInt(bitPattern: pointer)) }

  package func interrupt() {
    address.withLock {
      if let pointer = OpaquePointer(bitPattern: $0) { sqlite3_interrupt(pointer) }
    }
  }

  func disarm() { address.withLock { $0 = 0 } }
}
