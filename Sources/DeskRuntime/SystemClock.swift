// The one place that reads the wall clock and the system's randomness.

package import Domain
internal import Glibc
internal import Synchronization
internal import Terminal

package enum SystemClock {
  /// The moment; in a training the day's own.
  package static func now() -> Instant {
    simulated.withLock { $0?.now } ?? wall
  }

  private static var wall: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  // MARK: A clock that is not the world's

  private struct Simulated {
    var from: Instant
    /// Of the monotonic clock.
    var since: Milliseconds
    var speed: Int

    var now: Instant {
      let passed = (MonotonicClock.now() - since) * Milliseconds(speed)
      return Instant(milliseconds: from.milliseconds + Int64(passed))
    }
  }

  private static let simulated = Mutex<Simulated?>(nil)

  /// From now on the process's time is a day of training.
  static func simulate(from moment: Instant, speed: Int) {
    simulated.withLock {
      $0 = Simulated(from: moment, since: MonotonicClock.now(), speed: speed)
    }
  }

  /// - Parameter speed: 0 stops the clock.
  static func setSpeed(_ speed: Int) {
    simulated.withLock { clock in
      guard let now = clock?.now else { return }
      clock = Simulated(from: now, since: MonotonicClock.now(), speed: speed)
    }
  }

  /// Never back.
  static func jump(to moment: Instant) {
    simulated.withLock { clock in
      guard let known = clock, moment > known.now else { return }
      clock = Simulated(from: moment, since: MonotonicClock.now(), speed: known.speed)
    }
  }

  /// The simulated clock in a word, for another process of the same day; absent where it is the world's.
  static var told: String? {
    simulated.withLock { clock in
      guard let clock else { return nil }
      // The monotonic clock is one for all processes of a machine.
      return "\(clock.from.milliseconds) \(clock.since) \(clock.speed)"
    }
  }

  /// Goes as the clock of another process that has told of it.
  static func follow(_ told: String) {
    let parts = told.split(separator: " ")
    guard parts.count == 3, let from = Int64(parts[0]), let since = Milliseconds(parts[1]),
      let speed = Int(parts[2])
    else { return }
    simulated.withLock {
      $0 = Simulated(from: Instant(milliseconds: from), since: since, speed: speed)
    }
  }

  static var speed: Int { simulated.withLock { $0?.speed } ?? 1 }

  /// How long it really takes until so much time has passed: of a clock that stands, a minute, so that
  /// whoever waits looks again.
  static func real(_ milliseconds: Milliseconds) -> Milliseconds {
    let speed = speed
    return speed == 0 ? 60_000 : (milliseconds + Milliseconds(speed) - 1) / Milliseconds(speed)
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
