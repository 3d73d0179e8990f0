// The desk's own syncing: a thread that nobody waits for.

internal import DeskCore
package import Domain
internal import LocalStore
package import SyncRuntime

/// What the desk knows of a central store when it starts.
package enum DeskSync: Sendable {
  /// It has no credentials: no thread is started, and nothing wakes it.
  case alone
  case linked(SyncSession)
  /// Its credentials are of no use until somebody has seen to them.
  case stopped(SyncStatus.Stop)

  var session: SyncSession? { if case .linked(let session) = self { session } else { nil } }
}

/// Who hears that something was saved which the central store has to know.
enum SyncListener: Sendable {
  case nobody
  case thread(SyncSignal)
  /// The screen itself, which shows how much waits while nothing can be sent.
  case screen(SyncStatus.Stop)
  /// A day of training, whose link is only told of.
  case training(TrainingLink)
}

/// Syncs while the desk is open, and tells it what has changed.
final class SyncThread {
  /// How long leaving may wait for a transaction under way, in milliseconds. A look-up of a host's
  /// name cannot be broken off and is not waited for.
  static let patience = 200

  /// What others say to the thread; absent where there is none.
  let signal: SyncSignal?
  private let sync: DeskSync
  private var worker: Worker?

  init(_ sync: DeskSync) {
    self.sync = sync
    if case .linked = sync { signal = SyncSignal() } else { signal = nil }
  }

  var listener: SyncListener {
    switch sync {
    case .alone: .nobody
    case .stopped(let stop): .screen(stop)
    case .linked: signal.map(SyncListener.thread) ?? .nobody
    }
  }

  /// Call it when the store is there.
  ///
  /// - Parameter store: hears that rows may have come; absent where the screen watches the store by itself.
  func start(_ mailbox: Mailbox, _ store: Inbox<StoreRequest>? = nil) {
    guard case .linked(let session) = sync, let signal else { return }
    worker = Worker { Self.run(session, signal, mailbox, store) }
  }

  /// Lets the link go at once.
  func stop() {
    signal?.stop()
    worker?.join(waitingMilliseconds: Self.patience)
  }

  private static func run(
    _ session: SyncSession, _ signal: SyncSignal, _ mailbox: Mailbox, _ store: Inbox<StoreRequest>?
  ) {
    var known: CatalogueStanding?
    _ = session.runOn(signal) { report in
      switch report {
      case .status(let status): mailbox.put(.syncChanged(status))
      case .cycleDone, .ended: break
      case .called(let answer): store?.put(.called(answer))
      case .catalogue(let standing):
        // Asked again for as long as one waits: a screen with a client has to finish first.
        if standing != known || standing.newest > standing.active { mailbox.put(.catalogueWaits) }
        known = standing
        // Another desk may have opened or closed an account, or changed the queue.
        store?.put(.look) { $0.isLook }
      }
    }
  }
}

extension Effect {
  /// Whether it writes what the central store has to hear of.
  var isNewsForTheCentre: Bool {
    switch self {
    case .addCitizen, .changeCitizen, .logVisit, .withdrawVisit, .recordRating, .retryRefused,
      .dropRefused, .amendRefused, .settleConflict, .mergeCitizens, .unmergeCitizen,
      .addFirstAccount, .changePIN, .callNext, .callUnverified, .stepTicket, .tellPresence,
      .readMessage, .giveFeedback, .answerFeedback, .tell, .settleCallback:
      true
    case .search, .loadSituation, .loadService, .loadCard, .loadDay, .findDuplicates, .syncNow,
      .loadSyncTasks, .keepApart, .saveDraft, .signIn, .changeCatalogue, .remember, .wake, .redraw,
      .loadQueue, .loadOwnDay, .loadStrengths, .loadTargets, .loadFeedback, .noteAnswers,
      .loadOfferList, .loadCallbacks, .greet, .ask, .withdrawQuestion, .issueRatingToken,
      .printChecklist,
      .makeCodes, .train, .suspend, .quit:
      false
    }
  }
}
