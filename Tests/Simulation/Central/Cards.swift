import Domain
import Sync

// What operations do to cards and conflicts.

extension CentreStream {
  /// The fields of a card on the wire; all else in a body is the server's.
  static let cardFields = CardField.allCases.map(\.rawValue)

  mutating func addCitizen(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.citizen, body["id"]), var fields = body.object else {
      return .refused(.badBody)
    }
    fields["version"] = nil
    guard !erased.contains(key) else { return .refused(.erased) }
    guard let row = rows[key] else {
      write(key, .object(fields), &transaction, operation)
      return .accepted
    }
    guard let present = row.body?.object else { return .refused(.erased) }
    let filled = fields.merging(present) { $1 }
    if filled != present { write(key, .object(filled), &transaction, operation) }
    return .accepted
  }

  mutating func changeCitizen(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.citizen, body["id"]), let set = body["set"].object,
      let seen = body["seen"].object
    else { return .refused(.badBody) }
    return change(key, seen, set, &transaction, operation)
  }

  private mutating func change(
    _ key: Key, _ seen: [String: JSON], _ set: [String: JSON], _ transaction: inout Transaction,
    _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard !erased.contains(key) else { return .refused(.erased) }
    guard let row = rows[key] else { return .refused(.unknownCitizen) }
    guard var fields = row.body?.object else { return .refused(.erased) }
    if mutant == .lastClockWins, operation.time < row.setAt { return .accepted }
    var conflicts: [String: JSON] = [:]
    for name in set.keys.sorted() where Self.cardFields.contains(name) {
      let current = fields[name] ?? .null
      let wanted = set[name] ?? .null
      let isFree = current == seen[name] ?? .null || current == wanted
      if isFree || mutant == .lastWriterWins || mutant == .lastClockWins {
        fields[name] = wanted == .null ? nil : wanted
      } else {
        conflicts[name] = .object([
          "current": current, "wanted": wanted, "seen": seen[name] ?? .null,
        ])
      }
    }
    let (setBy, setAt) = (row.setBy, row.setAt)
    if fields != row.body?.object { write(key, .object(fields), &transaction, operation) }
    guard !conflicts.isEmpty else { return .accepted }
    let conflict = JSON.object([
      "citizen": .string("\(key.id)"), "fields": .object(conflicts),
      "wanted_by": .string(transaction.batch.role), "wanted_at": .string(operation.time.iso8601),
      "current_by": .string(setBy), "current_at": .string(setAt.iso8601),
    ])
    let id = mutant == .conflictOverwritten ? key.id : operation.id.uuid
    write(Key(entity: .conflict, id: id), conflict, &transaction, operation)
    return .merged
  }

  mutating func settle(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let conflict = key(.conflict, body["id"]), let citizen = key(.citizen, body["citizen"]),
      let set = body["set"].object, let seen = body["seen"].object
    else { return .refused(.badBody) }
    if rows[conflict]?.body != nil { write(conflict, nil, &transaction, operation) }
    guard !set.isEmpty else { return .accepted }
    return change(citizen, seen, set, &transaction, operation)
  }

  mutating func eraseCitizen(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.citizen, body["id"]) else { return .refused(.badBody) }
    guard erased.insert(key).inserted else { return .accepted }
    write(key, nil, &transaction, operation)
    for (other, row) in rows.sorted(by: { $0.key.id < $1.key.id })
    where row.body?["citizen"] == .string("\(key.id)") {
      switch other.entity {
      case .visit:
        write(other, row.body.map(Self.anonymous), &transaction, operation)
      case .conflict: write(other, nil, &transaction, operation)
      case .remark:
        if mutant != .remarkOutlivesCitizen { write(other, nil, &transaction, operation) }
      case .citizen, .rating, .employee, .ticket, .desk, .message, .feedback, .strength,
        .ratingMonth, .ratingWords, .callback, .ratingToken:
        break
      }
    }
    return .accepted
  }

  static func anonymous(_ visit: JSON) -> JSON {
    var fields = visit.object ?? [:]
    fields["citizen"] = .null
    fields["case"] = .null
    fields["note"] = .string("")
    return .object(fields)
  }

  mutating func merge(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let merged = key(.citizen, body["merged"]), let kept = key(.citizen, body["kept"])
    else { return .refused(.badBody) }
    guard let row = rows[merged], rows[kept] != nil else { return .refused(.unknownCitizen) }
    guard var fields = row.body?.object, rows[kept]?.body != nil else { return .refused(.erased) }
    // Two desks merged the pair in opposite directions: the first one counts. The version goes up in any
    // case, since the desk has shown something else until now.
    guard !leads(from: kept, to: merged) else {
      write(merged, .object(fields), &transaction, operation)
      return .accepted
    }
    if mutant == .mergeRewritesVisits {
      moveVisits(from: merged, to: kept, &transaction, operation)
    }
    fields["merged_into"] = .string("\(kept.id)")
    write(merged, .object(fields), &transaction, operation)
    return .accepted
  }

  private func leads(from start: Key, to end: Key) -> Bool {
    var place: Key? = start
    var steps = 0
    while let current = place, steps < 100 {
      if current == end { return true }
      place = key(.citizen, rows[current]?.body?["merged_into"] ?? .null)
      steps += 1
    }
    return false
  }

  private mutating func moveVisits(
    from merged: Key, to kept: Key, _ transaction: inout Transaction, _ operation: SyncOperation
  ) {
    for (key, row) in rows.sorted(by: { $0.key.id < $1.key.id })
    where key.entity == .visit && row.body?["citizen"] == .string("\(merged.id)") {
      var fields = row.body?.object ?? [:]
      fields["citizen"] = .string("\(kept.id)")
      write(key, .object(fields), &transaction, operation)
    }
  }

  mutating func unmerge(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let merged = key(.citizen, body["merged"]) else { return .refused(.badBody) }
    guard let row = rows[merged] else { return .refused(.unknownCitizen) }
    guard var fields = row.body?.object else { return .refused(.erased) }
    fields["merged_into"] = nil
    write(merged, .object(fields), &transaction, operation)
    return .accepted
  }
}
