import Domain
import SQLite
import Sync

@testable import LocalStore

/// A desk's store in memory, which outlives the crashes of its program, with the faults that a disk has.
final class DeskStore {
  private(set) var local: LocalStore
  /// Writing fails, as on a full disk.
  var isFull = false {
    didSet { limitPages() }
  }
  /// The program ends within this many steps of SQLite's machine.
  private var stepsToCrash: Int?
  private let identity: UInt64
  private let founded: Instant

  struct Crash: Error {}

  /// - Parameter identity: makes the desk's id; a clone has its original's.
  init(identity: UInt64, ids: IDSource, now: Instant) throws {
    self.identity = identity
    founded = now
    local = try LocalStore(
      inMemory: IDSource(seed: identity), now: now, on: try StoreImage.connection())
    local.mint.source = ids
    var seeds = ids
    var secrets = IDSource(seed: seeds.next())
    local.mint.secret = { secrets.next() }
    try local.installCatalogue({ SmallCatalogue.content }, fingerprint: [1])
  }

  /// The same disk a second time.
  func clone(ids: IDSource) throws -> DeskStore {
    let clone = try DeskStore(identity: identity, ids: ids, now: founded)
    try local.connection.copy(into: clone.local.connection, pages: -1)
    return clone
  }

  /// Puts back what `backup` holds; another incarnation, as `okno restore` makes it.
  func restore(_ backup: DeskStore, incarnation: [UInt8]) throws {
    try backup.local.connection.copy(into: local.connection, pages: -1)
    try Meta.set(.incarnation, incarnation, local.connection)
  }

  /// The next store command is interrupted after so many steps.
  func crash(afterSteps steps: Int) { stepsToCrash = steps }

  /// Carries out a command of the machine.
  ///
  /// - Throws: `Crash` where the program was to end in the middle of it.
  func perform(_ command: StoreCommand, now: Instant) throws(Crash) -> StoreResult {
    guard let steps = stepsToCrash else { return local.perform(command, now: now) }
    stepsToCrash = nil
    let countdown = Countdown(steps)
    local.connection.interruptAfter(countdown)
    _ = local.perform(command, now: now)
    local.connection.interruptAfter(nil)
    // A new program finds no transaction open.
    if local.connection.isInTransaction { try? local.connection.execute("ROLLBACK") }
    throw Crash()
  }

  private func limitPages() {
    try? local.connection.execute(
      isFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000")
  }
}
