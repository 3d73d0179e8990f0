internal import Domain
internal import SQLite
internal import Sync

/// The operations of this desk that the server's rows do not show yet: without a verdict, with one
/// whose number the cursor has not reached, or refused and not looked at. They lie on top of the rows.
struct PendingOperations {
  struct Change {
    var kind: Operation.Kind
    var body: String
  }

  private let pushedThrough: Int64
  /// Of acknowledged operations whose effect is not pulled yet.
  private let ahead: [ClosedRange<Int64>]
  private let refused: Set<Int64>
  /// Refused, and given up or sent anew.
  private let decided: Set<Int64>
  /// None lies at or below it.
  let floor: Int64
  private let last: Int64
  /// Visits that were undone here.
  private(set) var undone: Set<Visit.ID> = []
  private(set) var erased: Set<Citizen.ID> = []

  /// - Parameter cursor: where the desk stands once the rows at hand are applied.
  init(at cursor: SyncCursor?, _ connection: Connection) throws {
    let pushedThrough: Int64 = try connection.value("SELECT pushed_through FROM sync_state") ?? 0
    let ahead = try connection.all(
      "SELECT first, last FROM acknowledged WHERE NOT (epoch = ? AND number <= ?) ORDER BY first",
      cursor?.epoch ?? "", cursor?.number ?? 0
    ) { row -> ClosedRange<Int64> in
      let first: Int64 = try row.next()
      return first...max(first, try row.next())
    }
    let refused = try Self.refused("= 'refused'", connection)
    let decided = Set(try Self.refused("<> 'refused'", connection))
    self.pushedThrough = pushedThrough
    self.ahead = ahead
    self.refused = Set(refused)
    self.decided = decided
    floor = min(pushedThrough, (ahead.first?.lowerBound ?? .max) - 1, (refused.first ?? .max) - 1)
    last = try connection.value("SELECT coalesce(max(sequence), 0) FROM operation") ?? 0
    var taken = Taken()
    for one in try Self.taking(after: floor, connection) where contains(one.sequence) {
      taken.note(one)
    }
    undone = taken.undone
    erased = taken.erased
  }

  /// What was done to a card here, in order.
  func changes(of citizen: Citizen.ID, _ connection: Connection) throws -> [Change] {
    guard floor < last else { return [] }
    var found: [Change] = []
    try connection.forEach(
      "SELECT sequence, kind, body FROM operation WHERE citizen = ? AND sequence > ? ORDER BY sequence",
      values: [citizen, floor]
    ) { row in
      let sequence: Int64 = try row.next()
      let kind: Operation.Kind = try row.word()
      if let body: String = try row.next(), contains(sequence), kind.isOfACard {
        found.append(Change(kind: kind, body: body))
      }
      return true
    }
    return found
  }

  /// Tickets of which the server's rows do not show all steps of this desk.
  func steppedTickets(_ connection: Connection) throws -> Set<Ticket.ID> {
    Set(try subjects(of: .ticketStepped, connection).map(Ticket.ID.init))
  }

  /// What the operations of that kind are about.
  func subjects(of kind: Operation.Kind, _ connection: Connection) throws -> Set<UUIDv7> {
    guard floor < last else { return [] }
    var found: Set<UUIDv7> = []
    try connection.forEach(
      "SELECT sequence, body FROM operation WHERE sequence > ? AND kind = ?",
      values: [floor, kind.rawValue]
    ) { row in
      let sequence: Int64 = try row.next()
      if contains(sequence), let id = (try row.next(String?.self)).flatMap(OperationText.id) {
        found.insert(id)
      }
      return true
    }
    return found
  }

  /// Whether the desk has told something of itself that the server's rows do not show.
  func hasToldPresence(_ connection: Connection) throws -> Bool {
    guard floor < last else { return false }
    return try connection.all(
      """
      SELECT sequence FROM operation WHERE sequence > ? AND kind IN ('desk_told', 'desk_assigned')
      """, floor
    ) { try $0.next() }.contains(where: contains)
  }

  func contains(_ sequence: Int64) -> Bool {
    guard !decided.contains(sequence) else { return false }
    return sequence > pushedThrough || refused.contains(sequence)
      || ahead.contains { $0.contains(sequence) }
  }

  private static func refused(_ state: String, _ connection: Connection) throws -> [Int64] {
    try connection.all(
      "SELECT sequence FROM refused_operation WHERE state \(state) ORDER BY sequence"
    ) { try $0.next() }
  }
}

/// An operation that takes something away, and what.
private struct TakingOperation {
  var sequence: Int64
  var kind: Operation.Kind
  var id: UUIDv7
}

private struct Taken {
  var undone: Set<Visit.ID> = []
  var erased: Set<Citizen.ID> = []

  mutating func note(_ operation: TakingOperation) {
    if operation.kind == .visitUndone {
      undone.insert(Visit.ID(operation.id))
    } else {
      erased.insert(Citizen.ID(operation.id))
    }
  }
}

extension PendingOperations {
  fileprivate static func taking(
    after floor: Int64, _ connection: Connection
  ) throws -> [TakingOperation] {
    var found: [TakingOperation] = []
    try connection.forEach(
      """
      SELECT sequence, kind, body FROM operation
      WHERE kind IN ('visit_undone', 'citizen_erased') AND sequence > ?
      """, values: [floor]
    ) { row in
      let sequence: Int64 = try row.next()
      let kind: Operation.Kind = try row.word()
      if let body: String = try row.next(), let id = OperationText.id(in: body) {
        found.append(TakingOperation(sequence: sequence, kind: kind, id: id))
      }
      return true
    }
    return found
  }
}

extension Operation.Kind {
  /// Whether it changes the row of a citizen.
  var isOfACard: Bool {
    switch self {
    case .citizenAdded, .citizenChanged, .citizenErased, .citizensMerged, .citizensUnmerged,
      .conflictSettled:
      true
    case .visitLogged, .visitUndone, .caseOpened, .caseChanged, .ratingRecorded, .ticketIssued,
      .ticketStepped, .deskTold, .deskAssigned, .messageSent, .messageSeen, .employeeAdded,
      .employeeChanged, .feedbackGiven, .feedbackRead, .strengthTold, .factTold, .offerAnswered,
      .verdictOverruled, .ratingMonthTold, .wordsTold, .callbackAsked, .callbackSettled,
      .ratingTokenIssued, .ratingTokenAnswered:
      false
    }
  }
}

/// What is read again from the bodies of this desk's own operations.
enum OperationText {
  static func id(in body: String) -> UUIDv7? { field("id", in: body).flatMap { UUIDv7($0) } }

  /// A text at the top of a body.
  static func field(_ wanted: String, in body: String) -> String? {
    var found: String?
    try? JSONReader.read(body) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        if name == wanted, reader.isAtString() {
          found = try reader.string()
        } else {
          try reader.skip()
        }
      }
    }
    return found
  }

  static func values(_ wanted: String, in body: String) -> CardValues {
    var found: CardValues = [:]
    try? JSONReader.read(body) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        if name == wanted { found = try reader.cardValues() } else { try reader.skip() }
      }
    }
    return found
  }
}

extension ServerCard {
  /// The card with this desk's pending changes on top; `nil` where they end in its erasure.
  func with(_ changes: [PendingOperations.Change]) -> ServerCard? {
    var card: ServerCard? = self
    for change in changes { card = card?.with(change) }
    return card
  }

  private func with(_ change: PendingOperations.Change) -> ServerCard? {
    var card = self
    switch change.kind {
    case .citizenErased: return nil
    case .citizenChanged, .conflictSettled:
      card.set(OperationText.values("set", in: change.body)) { _ in true }
    case .citizenAdded:
      // As the server does with a card that is there already.
      let own = (try? ServerCard(json: change.body))?.details
      let values = CardField.allCases.map { ($0, own?[$0]) }
      card.set(Dictionary(uniqueKeysWithValues: values)) { details.isMissing($0) }
    case .citizensMerged:
      card.mergedInto = OperationText.field("kept", in: change.body).flatMap { Citizen.ID($0) }
    case .citizensUnmerged: card.mergedInto = nil
    case .visitLogged, .visitUndone, .caseOpened, .caseChanged, .ratingRecorded, .ticketIssued,
      .ticketStepped, .deskTold, .deskAssigned, .messageSent, .messageSeen, .employeeAdded,
      .employeeChanged, .feedbackGiven, .feedbackRead, .strengthTold, .factTold, .offerAnswered,
      .verdictOverruled, .ratingMonthTold, .wordsTold, .callbackAsked, .callbackSettled,
      .ratingTokenIssued, .ratingTokenAnswered:
      break
    }
    return card
  }

  /// A value that is none of its field stays away: an older program may have written it.
  private mutating func set(_ values: CardValues, where isWanted: (CardField) -> Bool) {
    for (field, value) in values where isWanted(field) { try? details.set(field, value) }
  }
}
