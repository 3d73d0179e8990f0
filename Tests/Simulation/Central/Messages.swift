import Domain
import Sync

// Messages to windows, and what windows are told to serve.

extension CentreStream {
  mutating func send(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.message, body["id"]), var fields = body.object,
      body["to"].string != nil, body["text"].string != nil
    else { return .refused(.badBody) }
    guard rows[key] == nil else { return .accepted }
    fields["id"] = nil
    fields["desk"] = .string("\(transaction.batch.desk)")
    fields["seen"] = .null
    if let read = readBefore[key.id], body["to"].string == "\(read.desk)" {
      fields["seen"] = read.moment
    }
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  /// Only the window to which it was sent reads it.
  mutating func see(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.message, body["id"]), body["seen"].string != nil else {
      return .refused(.badBody)
    }
    let desk = transaction.batch.desk
    guard var fields = rows[key]?.body?.object else {
      if readBefore[key.id] == nil { readBefore[key.id] = (body["seen"], desk) }
      return .accepted
    }
    guard fields["to"]?.string == "\(desk)", fields["seen"] == .null else { return .accepted }
    fields["seen"] = body["seen"]
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }

  mutating func assign(
    _ body: JSON, _ transaction: inout Transaction, _ operation: SyncOperation
  ) -> Verdict.Kind {
    guard let key = key(.desk, body["id"]), case .array = body["situations"] else {
      return .refused(.badBody)
    }
    assignments[key.id] = body["situations"]
    guard var fields = rows[key]?.body?.object else { return .accepted }
    fields["situations"] = body["situations"]
    write(key, .object(fields), &transaction, operation)
    return .accepted
  }
}
