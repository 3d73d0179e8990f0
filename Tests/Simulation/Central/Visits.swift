import Domain
import Sync

// What operations do to visits and ratings: they only ever add.

extension CentreStream {
  mutating func logVisit(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.visit, body["id"]), var fields = body.object else {
      return .refused(.badBody)
    }
    guard rows[key] == nil || mutant == .ledgerForgotten else { return .accepted }
    fields["desk"] = .string("\(transaction.batch.desk)")
    if let undone = undoneBefore[key] { fields["undone"] = .string(undone.iso8601) }
    var visit = JSON.object(fields)
    if let citizen = self.key(.citizen, body["citizen"]), erased.contains(citizen) {
      if mutant == .visitOfErasedDropped { return .accepted }
      visit = Self.anonymous(visit)
    }
    write(key, visit, &transaction, operation)
    return .accepted
  }

  mutating func undoVisit(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.visit, body["id"]) else { return .refused(.badBody) }
    guard var fields = rows[key]?.body?.object else {
      undoneBefore[key] = undoneBefore[key] ?? operation.time
      return .accepted
    }
    if fields["undone"] != nil {
      guard mutant == .undoTogglesBack else { return .accepted }
      fields["undone"] = nil
    } else {
      fields["undone"] = .string(operation.time.iso8601)
    }
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  mutating func recordRating(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.rating, body["id"]) else { return .refused(.badBody) }
    guard rows[key] == nil else { return .accepted }
    write(key, body, &transaction, operation)
    return .accepted
  }

  mutating func tellMonth(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ratingMonth, body["id"]), var fields = body.object else {
      return .refused(.badBody)
    }
    guard rows[key] == nil else { return .accepted }
    if mutant == .monthDropped { return .accepted }
    fields["desk"] = .string("\(transaction.batch.desk)")
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  mutating func tellWords(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ratingWords, body["id"]) else { return .refused(.badBody) }
    guard rows[key] == nil, mutant != .wordsDropped else { return .accepted }
    write(key, body, &transaction, operation)
    return .accepted
  }
}
