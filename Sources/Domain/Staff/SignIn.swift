// Signing in: what wrong PINs lead to.

/// Wrong PINs for one account at one desk since the last right one.
package struct SignInAttempts: Hashable, Sendable {
  /// So many are forgiven without a wait.
  package static let free = 3
  /// After so many only another person can help.
  package static let most = 10
  /// The wait after the first that is not forgiven, in milliseconds; each next one doubles it.
  package static let firstWait: Int64 = 5_000

  package enum Standing: Hashable, Sendable {
    case open
    case waiting(until: Instant)
    /// Until a supervisor or an administrator gives a new PIN.
    case locked
  }

  package var failures: Int
  /// When the last one was.
  package var last: Instant

  package init(failures: Int = 0, last: Instant = Instant(milliseconds: 0)) {
    self.failures = failures
    self.last = last
  }

  /// How long the next attempt has to wait after the last one: 5 s after three wrong PINs, then 10, 20, and so
  /// on to 320 s after nine.
  package var wait: Int64 {
    guard failures >= Self.free else { return 0 }
    return Self.firstWait << Int64(min(failures, Self.most) - Self.free)
  }

  package func standing(at now: Instant) -> Standing {
    if failures >= Self.most { return .locked }
    let end = Instant(milliseconds: last.milliseconds + wait)
    // Where the clock was turned back nobody knows how long ago the last one was: the count still holds.
    return wait > 0 && last <= now && now < end ? .waiting(until: end) : .open
  }

  /// Notes an attempt before its PIN is looked at, so that one that is broken off counts too.
  package mutating func note(at now: Instant) {
    failures += 1
    last = now
  }
}

/// What became of an attempt to sign in.
package enum SignInAnswer: Hashable, Sendable {
  case welcome(Employee)
  /// The PIN is not this account's, or there is no such account.
  case wrong(SignInAttempts.Standing)
  /// Not even looked at.
  case refused(SignInAttempts.Standing)
  /// The account is closed.
  case disabled
}
