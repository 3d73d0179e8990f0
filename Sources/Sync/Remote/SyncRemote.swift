// The other side as the driver sees it: PostgreSQL in earnest, a script in tests.

/// One link to the central store. Nothing here waits: who drives it sleeps until `interest` says
/// that there is something to do, and calls `advance`. It belongs to one thread.
package protocol SyncRemote: AnyObject {
  /// Begins to connect. The answer, `connected` or `broken`, comes from `advance`.
  func connect()

  /// Asks; answers come from `advance`, in the order of the questions. Without a connection it does
  /// nothing: that the link is gone was, or will be, told as `broken`.
  func send(_ request: SyncRequest)

  /// What to sleep for; `nil` while there is no connection.
  var interest: RemoteInterest? { get }

  /// Does what can be done without waiting, and says what has happened since the last call. It is
  /// called after `connect` and `send` as well, and may always return nothing.
  func advance() -> [SyncInput]

  /// Lets the connection go, whatever is under way, and says nothing more of it.
  func close()
}

/// A descriptor for poll(2), and what it is watched for.
package struct RemoteInterest: Hashable, Sendable {
  package var descriptor: Int32
  package var reads: Bool
  package var writes: Bool

  package init(descriptor: Int32, reads: Bool, writes: Bool) {
    self.descriptor = descriptor
    self.reads = reads
    self.writes = writes
  }
}
