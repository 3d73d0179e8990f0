internal import DeskScreens
internal import Domain
internal import LocalStore

/// The visits of a period, for `okno visit list`.
struct VisitList {
  private struct Row {
    var visit: Visit
    var undone: Instant?
  }

  private let rows: [Row]
  private let withUndone: Bool
  private let people: [Citizen.ID: String]
  private let names: Names
  private let session: Session

  init(
    _ store: LocalStore, from: CalendarDate, to: CalendarDate, withUndone: Bool, _ session: Session
  ) throws {
    let counted = try store.visits(from: from, to: to, offset: session.offset)
    let undone =
      withUndone ? try store.undoneVisits(from: from, to: to, offset: session.offset) : []
    let all =
      counted.map { Row(visit: $0) } + undone.map { Row(visit: $0.visit, undone: $0.undone) }
    rows = undone.isEmpty ? all : all.sorted { $0.visit.started > $1.visit.started }
    var people: [Citizen.ID: String] = [:]
    for id in Set(rows.compactMap(\.visit.citizen)) {
      people[id] = try store.citizen(id)?.details.fullName
    }
    self.people = people
    self.withUndone = withUndone
    names = try Names(store, session)
    self.session = session
  }

  var json: JSONValue {
    .array(rows) { row in
      guard withUndone, case .object(let members) = JSONValue.visit(row.visit) else {
        return .visit(row.visit)
      }
      let undone = JSONValue.Member(key: "undone", value: .text(row.undone?.iso8601))
      return .object(members + [undone])
    }
  }

  var text: String {
    if rows.isEmpty { return session.words("визитов нет", "no visits") }
    return TextTable.text(rows.map(line))
  }

  private func line(_ row: Row) -> [String] {
    let visit = row.visit
    let name = visit.citizen.flatMap { people[$0] } ?? session.phrases.anonymous
    let mark = row.undone == nil ? [] : [session.words("отменён", "undone")]
    return [
      names.moment(visit.started), names.situation(visit.situation), name,
      session.phrases.visitChannel(visit.channel), names.lines(visit),
    ] + mark
  }
}
