import Domain
import Sync

// What is said of citizens: it only adds.

extension CentreStream {
  mutating func tell(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.remark, body["id"]), let citizen = self.key(.citizen, body["citizen"]),
      var fields = body.object
    else { return .refused(.badBody) }
    guard rows[key] == nil else { return .accepted }
    fields["id"] = nil
    fields["desk"] = .string("\(transaction.batch.desk)")
    write(key, erased.contains(citizen) ? nil : .object(fields), &transaction, operation)
    return .accepted
  }
}
