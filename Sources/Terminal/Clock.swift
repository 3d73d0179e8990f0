// The monotonic clock, for delays only: what a person reads as the time comes from elsewhere.

internal import Glibc

/// Milliseconds of CLOCK_MONOTONIC, or a length of time in them.
package typealias Milliseconds = Int64

package enum MonotonicClock {
  package static func now() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Milliseconds(time.tv_sec) * 1000 + Milliseconds(time.tv_nsec) / 1_000_000
  }
}
