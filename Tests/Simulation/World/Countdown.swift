import CSQLite
import SQLite

/// Counts the steps of SQLite's machine down to the one at which it is stopped.
final class Countdown {
  private var left: Int
  init(_ steps: Int) { left = steps }

  fileprivate func step() -> Bool {
    left -= 1
    // Once only: what takes the transaction back must not be stopped as well.
    return left == 0
  }
}

extension Connection {
  /// Stops whatever runs once the countdown is at its end (sqlite.org/c3ref/progress_handler.html).
  func interruptAfter(_ countdown: Countdown?) {
    guard let countdown else { return sqlite3_progress_handler(handle, 0, nil, nil) }
    sqlite3_progress_handler(
      handle, 1,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Countdown>.fromOpaque(context).takeUnretainedValue().step() ? 1 : 0
      }, Unmanaged.passUnretained(countdown).toOpaque())
  }
}
