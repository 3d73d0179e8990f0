import Domain
import LocalStore
import Sync

/// One desk: its store, its machine, its clocks, and what is wrong with it.
final class SimulatedDesk {
  static let program = "okno simulated"

  let index: Int
  /// The name under which it logs in; a clone has its original's.
  let role: String
  let centre: String
  let store: DeskStore
  var machine: SyncMachine
  var random: IDSource
  /// Raised by each crash: what was meant for an earlier life does not reach this one.
  var life = 0
  var isRunning = false
  var link: Int?
  /// Only the alarm with this token counts.
  var alarmToken = 0
  /// The clock on the wall minus the true time.
  var clockError: Int64 = 0
  var weather = Weather.fine
  var status = SyncStatus()
  /// When it tried to connect, in the last minute.
  var attempts: [Int64] = []
  /// A call without an answer, which the clerk makes again.
  var callAgain: SyncCall?
  /// The machine has all that there was and nothing waits, as far as it knows.
  var isAtRest = false

  init(
    index: Int, role: String, centre: String, store: DeskStore, random: IDSource
  ) {
    self.index = index
    self.role = role
    self.centre = centre
    self.store = store
    self.random = random
    machine = SyncMachine(program: Self.program)
  }
}
