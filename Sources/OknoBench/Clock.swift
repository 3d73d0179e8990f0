internal import Glibc

/// Milliseconds of a steady clock.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// How long `body` takes, in milliseconds.
func timed<T>(_ body: () throws -> T) rethrows -> (result: T, milliseconds: Double) {
  let start = milliseconds()
  let result = try body()
  return (result, milliseconds() - start)
}

/// For what is measured over a time, or has to come to rest first.
func wait(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

/// 0 to 59, as the wall's clock has it.
func secondOfTheMinute() -> Int { Int(time(nil) % 60) }
