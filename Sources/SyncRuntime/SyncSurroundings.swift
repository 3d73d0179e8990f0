// Clock and chance, so that a test has its own.

internal import CPlatform
package import Domain
internal import Glibc
package import Sync

package struct SyncSurroundings: Sendable {
  package var monotonic: @Sendable () -> Monotonic
  package var now: @Sendable () -> Instant
  /// The centre's distance from UTC at a moment.
  package var offset: @Sendable (Instant) -> TimeZoneOffset
  package var random: any RandomNumberGenerator & Sendable

  package init(
    monotonic: @escaping @Sendable () -> Monotonic, now: @escaping @Sendable () -> Instant,
    offset: @escaping @Sendable (Instant) -> TimeZoneOffset = { _ in .utc },
    random: any RandomNumberGenerator & Sendable
  ) {
    self.monotonic = monotonic
    self.now = now
    self.offset = offset
    self.random = random
  }

  package static var system: SyncSurroundings {
    SyncSurroundings(
      monotonic: { Monotonic(milliseconds: okno_boot_clock()) },
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
          milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      },
      offset: { moment in
        var seconds = time_t(moment.milliseconds / 1000)
        var civil = tm()
        localtime_r(&seconds, &civil)
        return TimeZoneOffset(seconds: civil.tm_gmtoff)
      },
      random: SystemRandomNumberGenerator())
  }
}
