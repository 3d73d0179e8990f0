internal import Domain
internal import SQLite

/// The cases of a person who had several cards.
///
/// In the store each card keeps its own, so that taking a merging back loses nothing. Whoever looks sees
/// what the visits of all the cards together make: two desks that had opened a case each for one and the
/// same birth, each with a card of its own, show one case with the services of both.
enum CasesOfPerson {
  /// - Returns: open ones first, the newest first.
  static func cases(
    of standing: Citizen.ID, and merged: [Citizen.ID], _ connection: Connection
  ) throws -> [SituationCase] {
    guard !merged.isEmpty else { return try CaseTable.cases(of: standing, connection) }
    let cards = [standing] + merged
    var bySituation: [LifeSituation.ID: [Citizen.ID: [SituationCase]]] = [:]
    for card in cards {
      for one in try CaseTable.cases(of: card, connection) {
        bySituation[one.situation, default: [:]][card, default: []].append(one)
      }
    }
    return try bySituation.flatMap { situation, byCard in
      byCard.count == 1
        ? byCard.values.flatMap(\.self)
        : try folded(situation, Array(byCard.keys), as: standing, connection)
    }.sorted { one, other in
      if (one.closed == nil) != (other.closed == nil) { return one.closed == nil }
      return (one.opened, one.id) > (other.opened, other.id)
    }
  }

  private static func folded(
    _ situation: LifeSituation.ID, _ cards: [Citizen.ID], as standing: Citizen.ID,
    _ connection: Connection
  ) throws -> [SituationCase] {
    let visits = try cards.compactMap { try CitizenTable.row(of: $0, connection) }.flatMap {
      try VisitTable.ofCases(CaseGroup(citizen: $0, situation: situation.rawValue), connection)
    }.sorted { ($0.visit.ended, $0.visit.id) < ($1.visit.ended, $1.visit.id) }
    return CaseFold.fold(visits, citizen: standing).map(\.value)
  }
}
