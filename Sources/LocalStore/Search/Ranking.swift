internal import Domain

/// Puts hits of all kinds into one list.
struct Ranking {
  let limit: Int
  private var hits: [SearchHit] = []

  init(limit: Int) { self.limit = limit }

  /// Hits far below the best say nothing about the query.
  private static let leastShare = 0.42
  /// Where the words are a phrase of the catalogue (which scores over 1), another situation needs
  /// more than half of them: who has a new-born child must not be shown the death of one.
  private static let leastShareOfSituation = 0.6
  /// A hit of one word among many is none.
  private static let least = 0.12
  /// Places that the best of each kind keep in a long list, so that one common surname does not push
  /// out the situation, nor the situations the person.
  private static let kept = 3

  mutating func add(_ more: [SearchHit]) { hits += more }

  var best: [SearchHit] {
    let sorted = hits.enumerated()
      .sorted { ($0.element.score, $1.offset) > ($1.element.score, $0.offset) }.map(\.element)
    guard let top = sorted.first else { return [] }
    let good = sorted.filter { hit in
      let isStrict = top.score > 1 && hit.kind == .situation
      let share = isStrict ? Self.leastShareOfSituation : Self.leastShare
      return hit.score >= max(top.score * share, Self.least)
    }
    guard good.count > limit, limit > Self.kept * SearchHit.Kind.allCases.count else {
      return Array(good.prefix(limit))
    }
    return withEachKind(good)
  }

  private func withEachKind(_ sorted: [SearchHit]) -> [SearchHit] {
    var kept: Set<Int> = []
    for kind in SearchHit.Kind.allCases {
      let places = sorted.indices.filter { sorted[$0].kind == kind }
      kept.formUnion(places.prefix(Self.kept))
    }
    for place in sorted.indices where kept.count < limit { kept.insert(place) }
    return kept.sorted().map { sorted[$0] }
  }
}
