internal import Domain
internal import SQLite

/// One citizen's visits in one situation, of which cases are made.
struct CaseGroup: Hashable {
  /// The citizen's row.
  var citizen: Int64
  var situation: String
}

/// Makes cases from visits. The same visits give the same cases at every desk and in whatever order
/// they arrived: they are taken in the order of their end, and a case bears the name that its first
/// visit gives it.
enum CaseFold {
  /// A case and the rows of its visits.
  struct Folded {
    var value: SituationCase
    var visits: [Int64]
  }

  struct VisitOfCase {
    var number: Int64
    var visit: Visit
    /// The case as the desk knew it that logged the visit.
    var caseID: SituationCase.ID?
    var eventDate: CalendarDate?
    /// The row of the case in which it is now.
    var link: Int64?
  }

  /// - Parameter visits: in the order of their end, then of their ids.
  static func fold(_ visits: [VisitOfCase], citizen: Citizen.ID) -> [Folded] {
    var cases: [Folded] = []
    for one in visits {
      let visit = one.visit
      let place = SituationCase.match(
        cases.map(\.value), eventDate: one.eventDate, at: visit.ended)
      if let place {
        take(one, into: &cases[place])
      } else {
        let wanted = one.caseID ?? SituationCase.ID(visit.id.uuid)
        let isTaken = cases.contains { $0.value.id == wanted }
        var opened = Folded(
          value: SituationCase(
            id: isTaken ? SituationCase.ID(visit.id.uuid) : wanted, citizen: citizen,
            situation: visit.situation, opened: visit.started), visits: [])
        take(one, into: &opened)
        cases.append(opened)
        cases.sort { ($1.value.opened, $1.value.id) < ($0.value.opened, $0.value.id) }
      }
    }
    return cases
  }

  private static func take(_ one: VisitOfCase, into folded: inout Folded) {
    CaseRules.take(
      one.visit.services, eventDate: one.eventDate, ended: one.visit.ended, into: &folded.value)
    folded.visits.append(one.number)
  }

  /// Brings the stored cases of a group to what its visits make of them.
  static func refold(_ group: CaseGroup, _ connection: Connection) throws {
    let visits = try VisitTable.ofCases(group, connection)
    let citizen = visits.first?.visit.citizen
    let folded = citizen.map { fold(visits, citizen: $0) } ?? []
    var before = try CaseTable.cases(of: group, connection)
    let links = Dictionary(uniqueKeysWithValues: visits.map { ($0.number, $0.link) })
    for one in folded {
      let number = try store(one, before.removeValue(forKey: one.value.id), group, connection)
      for visit in one.visits where links[visit] != number {
        try connection.run("UPDATE visit SET situation_case = ? WHERE number = ?", number, visit)
      }
    }
    for gone in before.values { try CaseTable.delete(gone.number, connection) }
  }

  private static func store(
    _ folded: Folded, _ stored: StoredCase?, _ group: CaseGroup, _ connection: Connection
  ) throws -> Int64 {
    guard var stored else {
      var value = folded.value
      // A name that another citizen's case bears: only a fault somewhere else leads here.
      if try CaseTable.contains(value.id, connection), let first = folded.visits.first {
        let visit = try connection.value(
          "SELECT id FROM visit WHERE number = ?", first, as: SituationCase.ID.self)
        value.id = visit ?? value.id
      }
      return try CaseTable.insert(value, ofRow: group.citizen, connection)
    }
    guard stored.value != folded.value else { return stored.number }
    stored.value = folded.value
    try CaseTable.update(stored, connection)
    return stored.number
  }
}
