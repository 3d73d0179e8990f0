internal import Domain
internal import FoundationEssentials
internal import SQLite

/// Whose visits are wanted.
enum Whose {
  case centre
  case desk(Identifier<Desk>)
  case employee(Employee.ID)

  fileprivate var condition: String {
    switch self {
    case .centre: ""
    case .desk: "AND v.desk = ?3"
    case .employee: "AND v.employee = ?3"
    }
  }

  fileprivate var values: [any Bindable] {
    switch self {
    case .centre: []
    case .desk(let id): [id]
    case .employee(let id): [id]
    }
  }
}

/// Reads what figures are made of, row by row: a month of a large centre is sixty thousand visits.
enum FigureTable {
  /// The catalogue's services, and those that can be had without coming.
  static func services(
    _ connection: Connection
  ) throws -> (all: Set<Service.ID>, electronic: Set<Service.ID>) {
    var (all, electronic): (Set<Service.ID>, Set<Service.ID>) = ([], [])
    try connection.forEach(
      "SELECT id, body FROM catalogue_entry WHERE kind = 'service'"
    ) { row in
      let id = Service.ID(rawValue: try row.next())
      let body: String = try row.next()
      all.insert(id)
      let channels = try JSONDecoder().decode(Channels.self, from: Data(body.utf8))
      if channels.isElectronic { electronic.insert(id) }
      return true
    }
    return (all, electronic)
  }

  private struct Channels: Decodable {
    var channels: [Service.Channel]
    var isElectronic: Bool { channels.contains { Service.electronicChannels.contains($0) } }
  }

  static func forEachVisit(
    of whose: Whose = .centre, from start: Instant, before end: Instant, _ connection: Connection,
    _ body: (VisitFact) -> Void
  ) throws {
    var current: (number: Int64, fact: VisitFact)?
    try connection.forEach(
      """
      SELECT v.number, v.situation, v.channel, v.desk, v.started, v.ended, s.service, s.outcome
      FROM visit AS v LEFT JOIN visit_service AS s ON s.visit = v.number
      WHERE v.started >= ?1 AND v.started < ?2 AND v.undone IS NULL \(whose.condition)
      ORDER BY v.started, v.number
      """, values: [start, end] + whose.values
    ) { row in
      let number: Int64 = try row.next()
      if let known = current, known.number != number {
        body(known.fact)
        current = nil
      }
      if current == nil { current = (number, try visit(&row)) }
      if !row.isNull(6) {
        current?.fact.services.append(
          Visit.Line(
            id: Service.ID(rawValue: try row.get(6)),
            outcome: try outcome(try row.get(7), row)))
      }
      return true
    }
    if let current { body(current.fact) }
  }

  private static func visit(_ row: inout Row) throws -> VisitFact {
    VisitFact(
      situation: LifeSituation.ID(rawValue: try row.next()), services: [],
      channel: try row.word(), desk: try row.next(), started: try row.next(),
      ended: try row.next())
  }

  private static func outcome(_ text: String, _ row: borrowing Row) throws -> Outcome {
    guard let outcome = Outcome(rawValue: text) else {
      throw row.malformed(7, expected: "outcome")
    }
    return outcome
  }

  /// One share alone, for the trend: the visits themselves are not needed for it.
  static func electronic(
    from start: Instant, before end: Instant, among services: Set<Service.ID>,
    _ connection: Connection
  ) throws -> PeriodFigures.Electronic {
    var electronic = PeriodFigures.Electronic()
    try connection.forEach(
      """
      SELECT s.service, count(*), sum(v.channel = 'online')
      FROM visit AS v JOIN visit_service AS s ON s.visit = v.number
      WHERE v.started >= ? AND v.started < ? AND v.undone IS NULL GROUP BY s.service
      """, values: [start, end]
    ) { row in
      let isElectronic = services.contains(Service.ID(rawValue: try row.next()))
      let (given, online): (Int, Int) = (try row.next(), try row.next())
      if isElectronic {
        electronic.possible += given
        electronic.done += online
      }
      return true
    }
    return electronic
  }

  /// The tickets that somebody's visits closed.
  static func forEachServedTicket(
    of whose: Whose, from start: Instant, before end: Instant, _ connection: Connection,
    _ body: (TicketFact) -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT t.issued, t.called, t.state FROM visit AS v JOIN ticket AS t ON t.id = v.ticket
      WHERE v.started >= ?1 AND v.started < ?2 AND v.undone IS NULL \(whose.condition)
      """, values: [start, end] + whose.values
    ) { row in
      body(TicketFact(issued: try row.next(), called: try row.next(), state: try row.word()))
      return true
    }
  }

  static func forEachTicket(
    from start: Instant, before end: Instant, _ connection: Connection,
    _ body: (TicketFact) -> Void
  ) throws {
    try connection.forEach(
      "SELECT issued, called, state FROM ticket WHERE issued >= ? AND issued < ?",
      values: [start, end]
    ) { row in
      body(TicketFact(issued: try row.next(), called: try row.next(), state: try row.word()))
      return true
    }
  }
}
