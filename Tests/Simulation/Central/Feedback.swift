import Domain
import Sync

// What clerks say of the catalogue, and what is said to it.

extension CentreStream {
  mutating func giveFeedback(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.feedback, body["id"]), var fields = body.object,
      body["service"].string != nil, body["text"].string != nil
    else { return .refused(.badBody) }
    guard rows[key]?.body == nil else { return .accepted }
    fields["desk"] = .string("\(transaction.batch.desk)")
    fields["given"] = .string(operation.time.iso8601)
    fields["answers"] = .array(answersBefore[key.id] ?? [])
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  /// An answer more, once.
  mutating func answerFeedback(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.feedback, body["id"]), body["answer"].string != nil,
      body["text"].string != nil
    else { return .refused(.badBody) }
    let answer = JSON.object([
      "id": body["answer"], "text": body["text"], "employee": body["employee"],
      "time": .string(operation.time.iso8601),
    ])
    guard var fields = rows[key]?.body?.object else {
      let known = answersBefore[key.id] ?? []
      if !known.contains(where: { $0["id"] == body["answer"] }) {
        answersBefore[key.id] = known + [answer]
      }
      return .accepted
    }
    guard case .array(let known) = fields["answers"],
      !known.contains(where: { $0["id"] == body["answer"] })
    else { return .accepted }
    fields["answers"] = .array(known + [answer])
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }
}
