import Domain
import Sync

/// Works out from the accepted operations alone what the server's rows have to be.
struct CardCheck {
  private let stream: CentreStream
  private let known: Set<Operation.ID>
  private var cards: [UUIDv7: [String: JSON]] = [:]
  private var merged: [UUIDv7: UUIDv7] = [:]
  private var erased: Set<UUIDv7> = []
  private var visits: [UUIDv7: UUIDv7?] = [:]
  private var undone: Set<UUIDv7> = []
  private var ratings: Set<UUIDv7> = []
  /// Of whom they are.
  private var remarks: [UUIDv7: UUIDv7] = [:]
  private var conflicts: Set<UUIDv7> = []
  private var settled: Set<UUIDv7> = []

  init(_ stream: CentreStream, _ known: Set<Operation.ID>) {
    self.stream = stream
    self.known = known
    for operation in stream.history { take(operation) }
  }

  private mutating func take(_ operation: SyncOperation) {
    guard let kind = OperationKind(rawValue: operation.kind), let body = JSON(operation.body)
    else { return }
    let id = Self.id(body["id"])
    switch kind {
    case .caseOpened, .caseChanged, .ticketIssued, .ticketStepped, .deskTold, .deskAssigned,
      .messageSent, .messageSeen, .feedbackGiven, .feedbackRead, .ratingMonthTold, .wordsTold,
      .callbackAsked, .callbackSettled, .ratingTokenIssued, .ratingTokenAnswered:
      break
    case .citizenAdded: if let id { add(id, body) }
    case .citizenChanged: if let id { change(id, body, operation) }
    case .citizenErased: if let id { erase(id) }
    case .citizensMerged: merge(body)
    case .citizensUnmerged: if let card = Self.id(body["merged"]) { merged[card] = nil }
    case .visitLogged:
      guard let id, visits[id] == nil else { return }
      let citizen = Self.id(body["citizen"])
      visits[id] = .some(citizen.flatMap { erased.contains($0) ? nil : $0 })
    case .factTold:
      if let id, let citizen = Self.id(body["citizen"]), !erased.contains(citizen) {
        remarks[id] = citizen
      }
    case .visitUndone: if let id { undone.insert(id) }
    case .ratingRecorded: if let id { ratings.insert(id) }
    case .conflictSettled:
      if let id { settled.insert(id) }
      if let card = Self.id(body["citizen"]) { change(card, body, operation) }
    }
  }

  private static func id(_ value: JSON) -> UUIDv7? { value.string.flatMap { UUIDv7($0) } }

  private mutating func add(_ id: UUIDv7, _ body: JSON) {
    guard !erased.contains(id) else { return }
    var fields = cards[id] ?? [:]
    for name in CentreStream.cardFields where Self.isEmpty(fields[name]) {
      if body[name] != .null { fields[name] = body[name] }
    }
    cards[id] = fields
  }

  static func isEmpty(_ value: JSON?) -> Bool {
    value == nil || value == .null || value == .string("")
  }

  private mutating func change(_ id: UUIDv7, _ body: JSON, _ operation: SyncOperation) {
    guard var fields = cards[id] else { return }
    for (name, wanted) in body["set"].object ?? [:] where CentreStream.cardFields.contains(name) {
      let current = fields[name] ?? .null
      if current == body["seen"][name] || current == wanted {
        fields[name] = wanted == .null ? nil : wanted
      } else {
        conflicts.insert(operation.id.uuid)
      }
    }
    cards[id] = fields
  }

  private mutating func erase(_ id: UUIDv7) {
    cards[id] = nil
    merged[id] = nil
    erased.insert(id)
    for (visit, citizen) in visits where citizen == id { visits[visit] = .some(nil) }
    for (remark, citizen) in remarks where citizen == id { remarks[remark] = nil }
  }

  private mutating func merge(_ body: JSON) {
    guard let card = Self.id(body["merged"]), let kept = Self.id(body["kept"]) else { return }
    var place: UUIDv7? = kept
    while let current = place, current != card { place = merged[current] }
    if place == nil { merged[card] = kept }
  }
}

extension CardCheck {
  func breaches() -> [Breach] { wrongCards + wrongVisits + wrongConflicts }

  private func row(_ entity: SyncRow.Entity, _ id: UUIDv7) -> JSON? {
    stream.rows[CentreStream.Key(entity: entity, id: id)]?.body
  }

  private var wrongCards: [Breach] {
    var found: [Breach] = []
    for (id, fields) in cards.sorted(by: { $0.key < $1.key }) {
      guard let body = row(.citizen, id) else {
        found.append(Breach(.cards, "\(id) is not there"))
        continue
      }
      for name in CentreStream.cardFields where body[name] != fields[name] ?? .null {
        found.append(Breach(.cards, "\(id) \(name) is \(body[name].written)"))
      }
      if Self.id(body["merged_into"]) != merged[id] {
        found.append(Breach(.cards, "\(id) lies under \(body["merged_into"].written)"))
      }
    }
    for id in erased.sorted() where row(.citizen, id) != nil {
      found.append(Breach(.cards, "\(id) was erased"))
    }
    return found
  }

  private var wrongVisits: [Breach] {
    var found: [Breach] = []
    for (id, citizen) in visits.sorted(by: { $0.key < $1.key }) {
      guard let body = row(.visit, id) else {
        found.append(Breach(.visits, "\(id) is not there"))
        continue
      }
      if Self.id(body["citizen"]) != citizen {
        found.append(Breach(.visits, "\(id) is of \(body["citizen"].written)"))
      }
      if (body["undone"] != .null) != undone.contains(id) {
        found.append(Breach(.visits, "\(id) undone: \(body["undone"].written)"))
      }
    }
    for id in remarks.keys.sorted() where row(.remark, id) == nil {
      found.append(Breach(.visits, "remark \(id) is not there"))
    }
    for id in ratings.sorted() where row(.rating, id) == nil {
      found.append(Breach(.visits, "rating \(id) is not there"))
    }
    return found
  }

  /// Each conflict waits for a person until one has settled it or the citizen is gone.
  private var wrongConflicts: [Breach] {
    var found: [Breach] = []
    for id in conflicts.sorted() where !settled.contains(id) {
      guard let operation = stream.history.first(where: { $0.id.uuid == id }),
        let body = JSON(operation.body)
      else { continue }
      let citizen = Self.id(body["citizen"]) ?? Self.id(body["id"])
      if let citizen, cards[citizen] != nil, row(.conflict, id) == nil {
        found.append(Breach(.conflicts, "\(id) was met and is not there"))
      }
    }
    return found
  }
}
