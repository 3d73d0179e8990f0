import Domain
import SQLite
import Sync

@testable import LocalStore

/// Works out from the accepted operations alone what has become of calls and of one-time words: the first outcome and the
/// first answer count, and a number is with nobody once the call was made.
struct WishCheck {
  private let stream: CentreStream
  private var outcomes: [UUIDv7: JSON] = [:]
  private var answers: [UUIDv7: JSON] = [:]
  private var rows: Set<CentreStream.Key> = []

  init(_ stream: CentreStream) {
    self.stream = stream
    for operation in stream.history { take(operation) }
  }

  private mutating func take(_ operation: SyncOperation) {
    guard let kind = OperationKind(rawValue: operation.kind), let body = JSON(operation.body),
      let id = body["id"].string.flatMap({ UUIDv7($0) })
    else { return }
    switch kind {
    case .callbackAsked: rows.insert(CentreStream.Key(entity: .callback, id: id))
    case .callbackSettled:
      rows.insert(CentreStream.Key(entity: .callback, id: id))
      outcomes[id] = outcomes[id] ?? body["outcome"]
    case .ratingTokenIssued: rows.insert(CentreStream.Key(entity: .ratingToken, id: id))
    case .ratingTokenAnswered:
      rows.insert(CentreStream.Key(entity: .ratingToken, id: id))
      answers[id] = answers[id] ?? body["score"]
    default: break
    }
  }

  func breaches() -> [Breach] {
    rows.sorted { $0.id < $1.id }.compactMap { key in
      guard let body = stream.rows[key]?.body else {
        return Breach(.wishes, "\(key.entity) \(key.id) is not there")
      }
      let isCall = key.entity == .callback
      let (found, first) =
        isCall ? (body["outcome"], outcomes[key.id]) : (body["score"], answers[key.id])
      guard found == first ?? .null else {
        return Breach(.wishes, "\(key.entity) \(key.id) is \(found.written)")
      }
      guard !isCall || (body["phone"] == .null) == (found != .null) else {
        return Breach(.wishes, "\(key.id) has the number \(body["phone"].written)")
      }
      return nil
    }
  }
}

extension DeskStore {
  /// Numbers for which nobody waits any more: in the table or in the log.
  func numbersLeft() throws -> [String] {
    try local.connection.all(
      """
      SELECT hex(id) FROM callback WHERE outcome IS NOT NULL AND phone IS NOT NULL
      UNION ALL
      SELECT json_extract(o.body, '$.id') FROM operation AS o
      WHERE o.kind = 'callback_asked' AND o.body IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM callback AS c WHERE c.outcome IS NULL
          AND lower(hex(c.id)) = replace(json_extract(o.body, '$.id'), '-', ''))
      """
    ) { try $0.next() }
  }
}
