package import Domain
internal import SQLite

// Logging visits, taking one back, and what a day brought.

extension LocalStore {
  /// Logs a visit, and with it what it means for the citizen's case in this situation.
  ///
  /// The same visit logged twice is logged once, so that a caller who is not sure may try again.
  ///
  /// - Parameters:
  ///   - eventDate: the day of what happened in the citizen's life, where it is known.
  ///   - remarks: what was said of the citizen in the visit; of an anonymous one nothing is kept.
  ///   - draft: what becomes of the screen's draft in the same transaction, so that a crash after it
  ///     neither offers the visit a second time nor loses one that was put off.
  package func logVisit(
    _ visit: Visit, eventDate: CalendarDate?, remarks: [RemarkDraft] = [],
    draft: DraftChange = .kept, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      if let known = try VisitTable.visit(visit.id, connection) {
        guard known.value == visit, known.undone == nil else {
          throw StoreError.badInput("another visit has this id")
        }
        return
      }
      try VisitRules.check(visit, connection)
      let isOvertaken = try VisitTable.isOvertaken(visit, connection)
      let touched = try touchCase(of: visit, eventDate: eventDate, transaction, stamp)
      try VisitTable.insert(
        visit, eventDate: eventDate, situationCase: touched, desk: desk,
        employee: stamp.author.employee, connection)
      if isOvertaken { try refoldCases(of: visit, connection) }
      try transaction.record(
        .visitLogged,
        OperationBody.logged(visit, eventDate: eventDate, situationCase: touched?.value.id),
        about: visit.note.isEmpty ? nil : visit.citizen, by: stamp)
      try transaction.audit(
        .logged, "visit", "\(visit.id)", purpose: visit.citizen.map { "\($0)" } ?? "visit", stamp)
      if let citizen = visit.citizen, !remarks.isEmpty {
        try tell(remarks, of: citizen, in: visit.id, transaction, stamp)
      }
      try finishTicket(of: visit, transaction, stamp)
      if case .replaced(let json) = draft { try replaceDraft(json, connection) }
    }
  }

  /// Takes a visit back: its row stays, marked; the case becomes what the other visits made of it.
  package func undoVisit(_ id: Visit.ID, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      guard let visit = try VisitTable.visit(id, transaction.connection) else {
        throw StoreError.notFound(kind: "visit", id: "\(id)")
      }
      guard visit.undone == nil else { throw StoreError.badInput("the visit is undone already") }
      try VisitTable.markUndone(visit.number, at: stamp.now, transaction.connection)
      try transaction.record(.visitUndone, .object(["id": .string("\(id)")]), by: stamp)
      try replayCase(of: visit, transaction, stamp)
      try transaction.audit(.undone, "visit", "\(id)", purpose: "visit", stamp)
    }
  }

  /// Visits that began on the days from `from` to `to`, both included, the newest first.
  package func visits(
    from: CalendarDate, to: CalendarDate, offset: TimeZoneOffset
  ) throws(StoreError) -> [Visit] {
    try read { connection in
      try VisitTable.visits(
        from: from.start(offset: offset), before: to.adding(days: 1).start(offset: offset),
        connection)
    }
  }

  /// Visits of these days that were taken back, and when; the newest first.
  package func undoneVisits(
    from: CalendarDate, to: CalendarDate, offset: TimeZoneOffset
  ) throws(StoreError) -> [(visit: Visit, undone: Instant)] {
    try read { connection in
      try VisitTable.undone(
        from: from.start(offset: offset), before: to.adding(days: 1).start(offset: offset),
        connection)
    }
  }

  /// What a day brought this desk; ratings are the centre's, as far as it knows them.
  package func day(
    _ date: CalendarDate, offset: TimeZoneOffset
  ) throws(StoreError) -> DaySummary {
    try read { connection in
      let visits = try VisitTable.visits(
        from: date.start(offset: offset), before: date.adding(days: 1).start(offset: offset),
        at: desk, connection)
      let lines = try visits.map { visit in
        VisitLine(
          visit: visit,
          situationTitle: try CatalogueTable.title(.situation, visit.situation.rawValue, connection)
            ?? LocalizedText(ru: visit.situation.rawValue),
          citizenName: try visit.citizen.flatMap { try CitizenTable.read(connection, $0) }?
            .details.fullName)
      }
      return DaySummary(
        visits: lines,
        ratings: try RatingTable.summary(from: date, to: date, connection))
    }
  }

  /// Finds or opens the case to which the visit belongs; `nil` for an anonymous consultation.
  private func touchCase(
    of visit: Visit, eventDate: CalendarDate?, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws -> StoredCase? {
    guard let citizen = visit.citizen else { return nil }
    let connection = transaction.connection
    let cases = try CaseTable.cases(of: citizen, in: visit.situation, connection)
    let values = cases.map(\.value)
    if let place = SituationCase.match(values, eventDate: eventDate, at: visit.ended) {
      var known = cases[place]
      CaseRules.take(visit.services, eventDate: eventDate, ended: visit.ended, into: &known.value)
      try CaseTable.update(known, connection)
      try transaction.record(.caseChanged, OperationBody.state(of: known.value), by: stamp)
      return known
    }
    var opened = SituationCase(
      id: transaction.makeID(at: stamp.now), citizen: citizen, situation: visit.situation,
      opened: visit.started)
    CaseRules.take(visit.services, eventDate: eventDate, ended: visit.ended, into: &opened)
    guard let row = try CitizenTable.row(of: citizen, connection) else { return nil }
    let number = try CaseTable.insert(opened, ofRow: row, connection)
    try transaction.record(.caseOpened, OperationBody.state(of: opened), by: stamp)
    return StoredCase(number: number, value: opened)
  }

  /// Makes the cases anew to which the visit belongs, from the visits that still count; without any,
  /// a case is withdrawn.
  private func replayCase(
    of visit: StoredVisit, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws {
    let connection = transaction.connection
    guard let number = visit.situationCase,
      let before = try CaseTable.numbered(number, connection)
    else { return }
    try refoldCases(of: visit.value, connection)
    let after = try CaseTable.numbered(number, connection)
    let body =
      after.map { OperationBody.state(of: $0.value) }
      ?? .object(["id": .string("\(before.value.id)"), "withdrawn": .bool(true)])
    try transaction.record(.caseChanged, body, by: stamp)
  }

  private func refoldCases(of visit: Visit, _ connection: Connection) throws {
    guard let citizen = visit.citizen, let row = try CitizenTable.row(of: citizen, connection)
    else { return }
    try CaseFold.refold(
      CaseGroup(citizen: row, situation: visit.situation.rawValue), connection)
  }
}

enum VisitRules {
  /// The longest note, in characters.
  private static let longestNote = 10_000

  static func check(_ visit: Visit, _ connection: Connection) throws {
    guard visit.started <= visit.ended else {
      throw StoreError.badInput("a visit ends before it begins")
    }
    guard Set(visit.services.map(\.id)).count == visit.services.count else {
      throw StoreError.badInput("a service is named twice")
    }
    guard visit.note.count <= longestNote else {
      throw StoreError.badInput("a note has more than \(longestNote) characters")
    }
    try require(.situation, visit.situation.rawValue, connection)
    for line in visit.services { try require(.service, line.id.rawValue, connection) }
    if let citizen = visit.citizen, try CitizenTable.row(of: citizen, connection) == nil {
      throw StoreError.notFound(kind: "citizen", id: "\(citizen)")
    }
  }

  private static func require(
    _ kind: CatalogueTable.Kind, _ id: String, _ connection: Connection
  ) throws {
    guard try CatalogueTable.contains(kind, id, connection) else {
      throw StoreError.notFound(kind: kind.rawValue, id: id)
    }
  }
}
