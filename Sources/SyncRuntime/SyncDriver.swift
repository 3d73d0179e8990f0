// Does what the machine says, and tells it what has happened. Decides nothing.

package import Catalogue
internal import Domain
package import LocalStore
package import Sync

/// Drives one machine over one remote side and one store. It belongs to the thread that made it.
package final class SyncDriver {
  private let store: LocalStore
  private let remote: any SyncRemote
  private let signal: SyncSignal
  private let releaseKey: ReleasePublicKey?
  private let report: (SyncReport) -> Void
  private var surroundings: SyncSurroundings
  private var machine: SyncMachine
  private var alarm: Monotonic?
  private var tally = SyncTally()
  /// What the store answered; it comes before what the remote side says next.
  private var results: [StoreResult] = []
  private var heard: [SyncInput] = []
  private var hasAskedRemote = false
  /// The last operation that the machine has been told of.
  private var newest: Int64 = 0

  /// - Parameter releaseKey: absent for a desk that takes no releases of the catalogue.
  package init(
    machine: SyncMachine, store: LocalStore, remote: any SyncRemote, signal: SyncSignal,
    releaseKey: ReleasePublicKey?, surroundings: SyncSurroundings = .system,
    report: @escaping (SyncReport) -> Void
  ) {
    self.machine = machine
    self.store = store
    self.remote = remote
    self.signal = signal
    self.releaseKey = releaseKey
    self.surroundings = surroundings
    self.report = report
  }

  /// Runs until the signal says stop; then the link is let go at once, whatever is under way.
  package func run() {
    let wait = SyncWait(signal, watching: store.watchedFile)
    _ = hasNewOperation()
    take([.start])
    while true {
      let isReady = wait.sleep(until: alarm, remote: remote.interest)
      let wishes = signal.take()
      if wishes.stop { break }
      // Another process of the desk, a command or the reception, tells nobody: its write is all that is heard of it.
      let isWritten = wait.takeWritten()
      let hasNews = (isWritten || wishes.changed) && hasNewOperation()
      if hasNews || wishes.changed { take([.changed]) }
      if wishes.asked { take([.asked]) }
      take(wishes.calls.map(SyncInput.call))
      if isReady { take(remote.advance()) }
      ring()
    }
    step(.stop)
    remote.close()
    report(.ended(tally))
  }

  /// Whether something was logged since the last look. A draft that was saved is nothing to ask the server for.
  private func hasNewOperation() -> Bool {
    guard let found = try? store.newestOperation(), found > newest else { return false }
    newest = found
    return true
  }

  private func ring() {
    guard let moment = alarm, moment <= surroundings.monotonic() else { return }
    alarm = nil
    take([.alarm])
  }

  /// Takes inputs and all that the store and the remote side answer to them at once.
  private func take(_ inputs: [SyncInput]) {
    heard += inputs
    while !signal.isStopped {
      if !results.isEmpty {
        step(.stored(results.removeFirst()))
      } else if hasAskedRemote {
        hasAskedRemote = false
        heard += remote.advance()
      } else if !heard.isEmpty {
        step(heard.removeFirst())
      } else {
        return
      }
    }
  }

  private func step(_ input: SyncInput) {
    let outputs = machine.step(
      input, at: surroundings.monotonic(), now: surroundings.now(), random: &surroundings.random)
    for output in outputs { perform(output) }
  }

  private func perform(_ output: SyncOutput) {
    switch output {
    case .connect:
      remote.connect()
      hasAskedRemote = true
    case .disconnect:
      remote.close()
      // What was heard over that connection is about nothing any more.
      heard = []
      hasAskedRemote = false
    case .send(let request):
      remote.send(request)
      hasAskedRemote = true
    case .store(let command): results.append(perform(command))
    case .alarm(let moment): alarm = moment
    case .show(let status): report(.status(status))
    case .answered(let answer): report(.called(answer))
    case .cycleDone:
      store.noteDaySynced(at: surroundings.now())
      report(.cycleDone(tally))
      changeCatalogue()
    }
  }

  /// Where no screen is open the newest release comes into use here; else the screens do it when they
  /// have no client.
  private func changeCatalogue() {
    _ = try? store.activateRelease()
    if let standing = try? store.catalogueStanding() { report(.catalogue(standing)) }
  }

  private func perform(_ command: StoreCommand) -> StoreResult {
    if case .keep(let release) = command, !isGood(release) { return .releaseRefused }
    let now = surroundings.now()
    let result = store.perform(command, now: now, offset: surroundings.offset(now))
    tally.count(command, result)
    return result
  }

  /// The signature holds and the catalogue can be used.
  private func isGood(_ release: SignedRelease) -> Bool {
    guard let releaseKey else { return false }
    return (try? CatalogueRelease.open(release, key: releaseKey)) != nil
  }
}
