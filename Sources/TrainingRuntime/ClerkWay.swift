internal import Domain
internal import Training

/// How a built-in clerk works.
package enum ClerkWay: String, CaseIterable, Hashable, Sendable {
  /// Does all that is right, in the shortest way.
  case competent
  /// Takes breaks, forgets, explains nothing: what a review has to notice.
  case clumsy

  /// Seconds from a free window to the next call.
  var pause: Int64 { self == .competent ? 10 : 300 }

  /// How long the talk takes.
  func talk(_ shortest: Int64) -> Int64 { self == .competent ? shortest : shortest * 2 }

  /// Whether somebody with priority is asked to wait for the next one.
  var holdsPriority: Bool { self == .clumsy }

  /// Whether the window goes on without a link.
  var worksOffline: Bool { self == .competent }

  func services(_ right: RightWay) -> [Visit.Line] {
    guard self == .clumsy, let last = right.services.last else { return right.services }
    return [Visit.Line(id: last.id, outcome: last.outcome == .issued ? .accepted : .consulted)]
  }

  func note(_ right: RightWay) -> String { self == .competent ? right.note ?? "" : "" }

  func usesCard(_ right: RightWay) -> Bool { self == .competent && right.needsCard }

  func offer(_ right: RightWay) -> Offer.ID? { self == .competent ? right.offer : nil }

  func keys(_ shortest: Int) -> Review.Keys {
    Review.Keys(trainee: self == .competent ? shortest : shortest + 24)
  }
}
