// The one place that reads the wall clock and the system's randomness.

package import Domain
internal import Glibc

package enum SystemClock {
  package static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension IDSource {
  /// Seeded by the kernel; two desks never mint the same id.
  package static func fromSystem() -> IDSource {
    var random = SystemRandomNumberGenerator()
    let words = (0..<4).map { _ in random.next() as UInt64 }
    return IDSource(
      seed: words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } })
  }
}
