// One desk's syncing in one process: takes its turn among the desk's processes, then drives.

package import Catalogue
package import Domain
internal import LocalStore
package import Sync

package struct SyncSession: Sendable {
  /// How often a process that does not keep the link looks whether it may, and what has happened, in
  /// milliseconds.
  private static let lookEvery: Int64 = 5000

  private let directory: String
  private let program: String
  private let desk: Identifier<Desk>
  private let releaseKey: ReleasePublicKey?
  private let makeRemote: @Sendable () -> any SyncRemote
  private let surroundings: SyncSurroundings

  /// - Parameters:
  ///   - directory: the data folder of an existing store.
  ///   - program: name and version, for the central store's administrator.
  ///   - desk: the desk's id at the central store.
  package init(
    directory: String, program: String, desk: Identifier<Desk>, releaseKey: ReleasePublicKey?,
    surroundings: SyncSurroundings = .system, makeRemote: @escaping @Sendable () -> any SyncRemote
  ) {
    self.directory = directory
    self.program = program
    self.desk = desk
    self.releaseKey = releaseKey
    self.surroundings = surroundings
    self.makeRemote = makeRemote
  }

  /// Syncs until the signal says stop. Call it on a thread of its own: it makes its own connection to
  /// the store.
  ///
  /// - Parameter takesTurns: waits while another process of the desk keeps the link, and reports what
  ///   that one has stored; else ends with `.elsewhere`.
  package func run(
    _ signal: SyncSignal, takesTurns: Bool, report: (SyncReport) -> Void
  ) -> SyncEnd {
    do throws(StoreError) {
      let lock = try SyncLock(directory: directory)
      let store = try LocalStore(
        directory: directory, access: .readWrite, ids: ids(), now: surroundings.now())
      defer { store.close() }
      if !lock.takeAtOnce() {
        guard takesTurns else { return .elsewhere }
        guard waitForTurn(lock, store, signal, report) else { return .stopped }
      }
      defer { lock.release() }
      try store.setEnrolled(desk)
      try store.setReader(program)
      withoutActuallyEscaping(report) { report in
        let driver = SyncDriver(
          machine: SyncMachine(program: program), store: store, remote: makeRemote(),
          signal: signal, releaseKey: releaseKey, surroundings: surroundings, report: report)
        driver.run()
      }
      return .stopped
    } catch {
      return .store(error)
    }
  }

  /// The same for as long as the program is open: where the store cannot be written, as on a full disk, it says so and
  /// tries again each minute, and whenever somebody has something to say to it.
  package func runOn(_ signal: SyncSignal, report: (SyncReport) -> Void) -> SyncEnd {
    let wait = SyncWait(signal)
    while true {
      let end = run(signal, takesTurns: true, report: report)
      guard case .store = end else { return end }
      report(.status(SyncStatus(link: .elsewhere, trouble: .localStore)))
      _ = wait.sleep(until: surroundings.monotonic() + SyncTiming.storeRetry, remote: nil)
      let wishes = signal.take()
      for call in wishes.calls {
        report(.called(CallAnswer(request: call.request.id, outcome: .noLink)))
      }
      if wishes.stop { return .stopped }
    }
  }

  /// Tells now and then how the desks of the centre stand, asked over a connection of its own, which is kept: to sign in
  /// takes as much of a processor as a hundred questions. Tells nothing where nobody answers, or the central store is
  /// older than the question. Returns when the signal says stop.
  ///
  /// - Parameters:
  ///   - every: milliseconds between two questions.
  ///   - own: what this desk calls itself.
  package func listen(
    _ signal: SyncSignal, every: Int64, as own: Identifier<Desk>, tell: ([HeardDesk]) -> Void
  ) {
    let question = SideQuestion(signal: signal, surroundings: surroundings)
    let wait = SyncWait(signal)
    let remote = makeRemote()
    defer { remote.close() }
    var isConnected = false
    while !signal.isStopped {
      var reply = isConnected ? question.ask(.desks, remote, isConnected: true) : nil
      if reply == nil {
        remote.close()
        reply = question.ask(.desks, remote)
      }
      isConnected = false
      if case .desks(var desks)? = reply {
        for place in desks.indices where desks[place].desk == desk { desks[place].desk = own }
        tell(desks)
        isConnected = true
      } else {
        remote.close()
      }
      _ = wait.sleep(until: surroundings.monotonic() + every, remote: nil)
    }
  }

  /// Shows what the other process has stored until it gives way; `false` when asked to stop.
  private func waitForTurn(
    _ lock: SyncLock, _ store: LocalStore, _ signal: SyncSignal, _ report: (SyncReport) -> Void
  ) -> Bool {
    let wait = SyncWait(signal)
    var shown: SyncStatus?
    repeat {
      if let status = standing(of: store), status != shown {
        shown = status
        report(.status(status))
      }
      if let standing = try? store.catalogueStanding() { report(.catalogue(standing)) }
      let pause = store.isDayWatched ? SyncTiming.silence : Self.lookEvery
      _ = wait.sleep(until: surroundings.monotonic() + pause, remote: nil)
      let wishes = signal.take()
      if wishes.stop { return false }
      for call in wishes.calls {
        let client = CallClient(signal: signal, surroundings: surroundings)
        report(.called(client.call(call, makeRemote(), store)))
      }
    } while !lock.takeAtOnce()
    return true
  }

  /// What the other process has stored; a board has to say so when that one has heard nothing for a while.
  private func standing(of store: LocalStore) -> SyncStatus? {
    guard var status = try? store.syncStatus() else { return nil }
    if store.isDayOld(at: surroundings.now(), limit: SyncTiming.oldDay) {
      status.trouble = .unreachable
    }
    return status
  }

  private func ids() -> IDSource {
    var random = SystemRandomNumberGenerator()
    return IDSource(seed: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }
}
