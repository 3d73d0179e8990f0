internal import Domain
internal import SQLite
internal import Sync

/// Takes the server's rows into the desk's tables, beneath what the server has not seen of this desk.
/// One for each transaction.
final class RowsFromServer {
  /// Whether a row that is known already is taken.
  enum Rule {
    /// Where its version is higher.
    case newer
    /// In any case: after a failover versions may be lower.
    case all
  }

  let transaction: WriteTransaction
  let pending: PendingOperations
  let generation: Int64
  let rule: Rule
  let stamp: Stamp
  let desk: Identifier<Desk>
  /// Citizens whose cards came or changed: somebody else may be the same person.
  private(set) var changedCitizens: [Citizen.ID] = []
  private(set) var hasErased = false
  private var touched: Set<CaseGroup> = []
  private let enrolled: Identifier<Desk>?
  private let hasBases: Bool
  /// Whether visits wait for their citizen; one may come in the same page before that.
  private var hasWaiting: Bool
  private let hasUnreadable: Bool
  let hasRetired: Bool

  var connection: Connection { transaction.connection }

  init(
    _ transaction: WriteTransaction, _ pending: PendingOperations, generation: Int64, rule: Rule,
    _ stamp: Stamp
  ) throws {
    self.transaction = transaction
    self.pending = pending
    self.generation = generation
    self.rule = rule
    self.stamp = stamp
    desk = stamp.author.desk
    func has(_ table: String) throws -> Bool {
      try transaction.connection.value("SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
    }
    enrolled = try Meta.get(.enrolled, transaction.connection)
    hasBases = try has("citizen_base")
    hasWaiting = try has("visit WHERE citizen_id IS NOT NULL")
    hasUnreadable = try UnreadableTable.hasAny(transaction.connection)
    hasRetired = try has("retired_citizen")
  }

  func apply(_ rows: [SyncRow]) throws {
    for row in rows { try apply(row) }
    for group in touched { try CaseFold.refold(group, connection) }
    touched = []
  }

  /// A row that cannot be read is kept out and noted. The cursor passes it: a desk that stood still at
  /// one bad row would get no others.
  private func apply(_ row: SyncRow) throws {
    do {
      switch row.entity {
      case .citizen: try applyCitizen(row)
      case .visit: try applyVisit(row)
      case .rating: try applyRating(row)
      case .conflict: try applyConflict(row)
      case .employee: try applyEmployee(row)
      case .ticket: try applyTicket(row)
      case .desk: try applyDesk(row)
      case .message: try applyMessage(row)
      case .feedback: try applyFeedback(row)
      case .strength: try applyStrength(row)
      case .remark: try applyRemark(row)
      case .ratingMonth: try applyRatingMonth(row)
      case .ratingWords: try applyRatingWords(row)
      case .callback: try applyCallback(row)
      case .ratingToken: try applyRatingToken(row)
      }
      if hasUnreadable { try UnreadableTable.remove(row, connection) }
    } catch is JSONFault {
      try UnreadableTable.put(row, connection)
      try UnreadableTable.keep(row, generation, connection)
    }
  }

  var names: DeskNames { DeskNames(own: desk, enrolled: enrolled) }

  func mark(_ row: SyncRow) -> ServerMark {
    ServerMark(version: row.version, generation: generation)
  }

  func isTaken(_ row: SyncRow, over version: Int64) -> Bool {
    rule == .all || row.version > version
  }

  /// What is to be put into the entity's table, where nothing else hangs on a row of it; `nil` where the desk has
  /// it already, and where the server has taken it out: then it is taken out here too.
  func newBody(_ row: SyncRow) throws -> String? {
    let table = row.entity.rawValue
    let known = try connection.value(
      "SELECT server_version FROM \(table) WHERE id = ?", row.id, as: Int64.self)
    if let known, !isTaken(row, over: known) { return nil }
    if row.body == nil { try connection.run("DELETE FROM \(table) WHERE id = ?", row.id) }
    return row.body
  }

  /// Something personal went: it must not live on in the write-ahead log.
  func noteErased() { hasErased = true }

  func touch(_ citizen: Int64?, _ situation: String) {
    if let citizen { touched.insert(CaseGroup(citizen: citizen, situation: situation)) }
  }
}

// Citizens.
extension RowsFromServer {
  private func applyCitizen(_ row: SyncRow) throws {
    let id = Citizen.ID(row.id)
    let stored = try CitizenTable.stored(id, connection)
    if let stored, !isTaken(row, over: stored.serverVersion) { return }
    guard try isWanted(row) else { return }
    guard let body = row.body else { return try erase(id, isHere: stored != nil) }
    let card = try ServerCard(json: body)
    let changes = try pending.changes(of: id, connection)
    guard !changes.isEmpty else {
      if hasBases { try BaseTable.remove(id, connection) }
      return try show(card, of: id, mark(row), stored)
    }
    guard let shown = card.with(changes) else { return }
    try BaseTable.put(card, version: row.version, of: id, connection)
    try show(shown, of: id, mark(row), stored)
  }

  /// A card whose time was over here comes back when somebody has used it since.
  private func isWanted(_ row: SyncRow) throws -> Bool {
    let id = Citizen.ID(row.id)
    guard hasRetired, let version = try RetiredTable.version(of: id, connection) else {
      return true
    }
    guard row.body == nil || row.version > version else { return false }
    try RetiredTable.remove(id, connection)
    return true
  }

  /// Erased at another desk, or here and now come back from the server.
  private func erase(_ id: Citizen.ID, isHere: Bool) throws {
    try CitizenErasure.erase(id, transaction, at: stamp.now)
    guard isHere else { return }
    hasErased = true
    try transaction.audit(.erased, "citizen", "\(id)", purpose: "sync", stamp)
  }

  /// Makes a card what it is to be on this desk.
  func show(
    _ card: ServerCard, of id: Citizen.ID, _ mark: ServerMark, _ stored: StoredCard?
  ) throws {
    guard let stored else {
      let citizen = Citizen(id: id, details: card.details, version: Int(mark.version))
      let number = try CitizenTable.insert(
        connection, citizen, mergedInto: card.mergedInto, mark)
      if hasWaiting { try claimVisits(of: id, number) }
      changedCitizens.append(id)
      return
    }
    let citizen = Citizen(id: id, details: card.details, version: Int(mark.version))
    if stored.citizen != citizen { try CitizenTable.update(connection, citizen) }
    if stored.mergedInto != card.mergedInto {
      try CitizenTable.setMergedInto(card.mergedInto, of: id, connection)
    }
    try CitizenTable.mark(stored.number, mark, connection)
    if stored.citizen.details != card.details { changedCitizens.append(id) }
  }

  /// Visits that came before their citizen.
  private func claimVisits(of id: Citizen.ID, _ number: Int64) throws {
    let situations: [String] = try connection.all(
      "SELECT DISTINCT situation FROM visit WHERE citizen_id = ?", id
    ) { try $0.next() }
    guard !situations.isEmpty else { return }
    try connection.run(
      "UPDATE visit SET citizen = ?, citizen_id = NULL WHERE citizen_id = ?", number, id)
    for situation in situations { touch(number, situation) }
  }
}

// Visits.
extension RowsFromServer {
  private func applyVisit(_ row: SyncRow) throws {
    let id = Visit.ID(row.id)
    let known = try VisitTable.mark(of: id, connection)
    if let known, !isTaken(row, over: known.serverVersion) { return }
    guard let body = row.body else {
      if let known { try deleteVisit(known) }
      return
    }
    var server = try ServerVisit(id, json: body)
    if let citizen = server.visit.citizen, pending.erased.contains(citizen) {
      server.visit.citizen = nil
      server.visit.note = ""
    }
    if server.desk == enrolled { server.desk = desk }
    if pending.undone.contains(id) { server.undone = server.undone ?? known?.undone ?? stamp.now }
    let citizen = try server.visit.citizen.flatMap { try CitizenTable.row(of: $0, connection) }
    if citizen == nil, server.visit.citizen != nil { hasWaiting = true }
    if let known {
      try VisitTable.replace(known.number, with: server, citizen: citizen, mark(row), connection)
      if known.citizen != citizen || known.situation != server.visit.situation.rawValue {
        touch(known.citizen, known.situation)
      }
      if citizen == nil { try VisitTable.takeOutOfCase(known.number, connection) }
    } else {
      try VisitTable.insert(server, citizen: citizen, desk: desk, mark(row), connection)
    }
    touch(citizen, server.visit.situation.rawValue)
  }

  func deleteVisit(_ known: VisitTable.Known) throws {
    try connection.run("DELETE FROM visit WHERE number = ?", known.number)
    touch(known.citizen, known.situation)
  }
}

// Ratings and conflicts.
extension RowsFromServer {
  private func applyRating(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    try RatingTable.put(try RatingRow(row.id, json: body), mark(row), connection)
  }

  private func applyConflict(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    let conflict = try ServerConflict(json: body)
    guard !pending.erased.contains(conflict.citizen) else { return }
    try connection.run(
      """
      INSERT INTO conflict (id, citizen, body, server_version, generation) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET citizen = excluded.citizen, body = excluded.body,
        server_version = excluded.server_version, generation = excluded.generation
      """, row.id, conflict.citizen, body, row.version, generation)
  }
}

// What no longer has anything of this desk on top.
extension RowsFromServer {
  /// Shows the server's cards again where the desk's changes have arrived there.
  func settleBases() throws {
    for id in try BaseTable.all(connection) {
      guard try pending.changes(of: id, connection).isEmpty else { continue }
      try showBase(of: id)
    }
  }

  func showBase(of id: Citizen.ID) throws {
    guard let base = try BaseTable.base(of: id, connection) else {
      if try BaseTable.isMissing(id, connection) { try Sweep(self).takeOut(id) }
      return
    }
    if let stored = try CitizenTable.stored(id, connection) {
      try show(
        base.card, of: id, ServerMark(version: base.version, generation: generation), stored)
    }
    try BaseTable.remove(id, connection)
  }
}
