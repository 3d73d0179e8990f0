// What the central store has heard of the desks, asked now and then on a thread of its own.

internal import Domain
internal import SyncRuntime
internal import Synchronization

final class DeskHearings: Sendable {
  /// How often it is asked, in milliseconds. A desk that polls is noted each 20 seconds.
  private static let every: Int64 = 20_000

  private let latest = Mutex<[HeardDesk]?>(nil)
  private let signal = SyncSignal()
  private let session: SyncSession
  private let own: Identifier<Desk>
  private let mailbox: Mailbox

  /// - Parameter own: what this desk calls itself.
  init(_ session: SyncSession, own: Identifier<Desk>, mailbox: Mailbox) {
    self.session = session
    self.own = own
    self.mailbox = mailbox
  }

  /// What was heard since the last look; `nil` where nothing was.
  func news() -> [HeardDesk]? {
    latest.withLock { latest in
      defer { latest = nil }
      return latest
    }
  }

  func stop() { signal.stop() }

  /// Asks until it is told to stop.
  func run() {
    session.listen(signal, every: Self.every, as: own) { desks in
      latest.withLock { $0 = desks }
      mailbox.wake()
    }
  }
}
