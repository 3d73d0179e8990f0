import Domain
import Sync

// Calls that citizens ask for, and one-time words: each row is made once and completed once, in whichever order.

extension CentreStream {
  mutating func askForCall(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.callback, body["id"]), body["phone"].string != nil,
      body["due"].string != nil
    else { return .refused(.badBody) }
    guard rows[key] == nil else { return .accepted }
    write(key, Self.row(body, Self.callFields), &transaction, operation)
    return .accepted
  }

  mutating func settleCall(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.callback, body["id"]), body["outcome"].string != nil,
      body["phone"] == .null
    else { return .refused(.badBody) }
    let isSettled = rows[key]?.body.map { $0["outcome"] != .null } ?? false
    guard !isSettled || mutant == .lastOutcomeStands else { return .accepted }
    var row = Self.row(body, Self.callFields)
    if mutant == .numberOutlivesCall, let phone = rows[key]?.body?["phone"],
      var fields = row.object
    {
      fields["phone"] = phone
      row = .object(fields)
    }
    write(key, row, &transaction, operation)
    return .accepted
  }

  mutating func issueToken(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ratingToken, body["id"]), body["hash"].string != nil else {
      return .refused(.badBody)
    }
    guard rows[key] == nil else { return .accepted }
    write(key, Self.row(body, Self.tokenFields), &transaction, operation)
    return .accepted
  }

  mutating func answerToken(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.ratingToken, body["id"]), body["hash"].string != nil,
      body["answered"].string != nil
    else { return .refused(.badBody) }
    let isAnswered = rows[key]?.body.map { $0["answered"] != .null } ?? false
    guard !isAnswered || mutant == .lastAnswerCounts else { return .accepted }
    write(key, Self.row(body, Self.tokenFields), &transaction, operation)
    return .accepted
  }

  private static let callFields = ["phone", "asked", "due", "outcome", "settled"]
  private static let tokenFields = ["hash", "issued", "answered", "score", "criteria"]

  private static func row(_ body: JSON, _ names: [String]) -> JSON {
    .object(Dictionary(uniqueKeysWithValues: names.map { ($0, body[$0]) }))
  }
}
