package import Domain
internal import SQLite

// Messages from whoever runs the queue to a window.

extension LocalStore {
  /// Sends a line to a window; whether somebody there has read it is the message's `seen`.
  ///
  /// - Throws: `.badInput` where there is nothing to read, or too much; `.notFound` where no such window has told
  ///   of itself.
  @discardableResult
  package func sendMessage(
    _ text: String, to window: Identifier<Desk>, _ stamp: Stamp
  ) throws(StoreError) -> DeskMessage {
    guard DeskMessage.isText(text) else {
      throw .badInput("a message is one line of 1 to \(DeskMessage.longest) characters")
    }
    return try write { transaction in
      let connection = transaction.connection
      guard try DeskTable.presence(window, connection) != nil else {
        throw StoreError.notFound(kind: "desk", id: "\(window)")
      }
      let message = DeskMessage(
        id: transaction.makeID(at: stamp.now), recipient: window, text: text, sent: stamp.now,
        author: stamp.author)
      // With a central store the old ones go when it says so.
      if try Meta.get(.enrolled, connection, as: Identifier<Desk>.self) == nil {
        try MessageTable.forget(before: stamp.startOfDay, connection)
      }
      try MessageTable.put(message, connection)
      try transaction.record(
        .messageSent, MessageText.sent(message, try DeskNames(transaction)), by: stamp)
      try transaction.audit(.added, "message", "\(message.id)", purpose: "message", stamp)
      return message
    }
  }

  /// The clerk of this window has read it. A second time changes nothing.
  package func readMessage(_ id: DeskMessage.ID, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      let isNew = try connection.run(
        "UPDATE message SET seen = ? WHERE id = ? AND recipient = ? AND seen IS NULL", stamp.now,
        id, stamp.author.desk)
      guard isNew > 0 else { return }
      try transaction.record(.messageSeen, MessageText.seen(id, stamp.now), by: stamp)
    }
  }

  /// What nobody at this window has read yet, the oldest first.
  package func unreadMessages(_ stamp: Stamp) throws(StoreError) -> [DeskMessage] {
    try read { try MessageTable.unread(stamp.author.desk, $0) }
  }

  /// Those of the day of `stamp`, the latest first.
  package func messages(_ stamp: Stamp) throws(StoreError) -> [DeskMessage] {
    try read { try MessageTable.sent(since: stamp.startOfDay, $0) }
  }
}

/// Messages as the bodies of operations.
enum MessageText {
  static func sent(_ message: DeskMessage, _ names: DeskNames) -> JSONText {
    .object([
      "id": .string("\(message.id)"), "to": .string("\(names.outward(message.recipient))"),
      "text": .string(message.text), "sent": .string(message.sent.iso8601),
    ])
  }

  static func seen(_ id: DeskMessage.ID, _ moment: Instant) -> JSONText {
    .object(["id": .string("\(id)"), "seen": .string(moment.iso8601)])
  }
}

enum MessageTable {
  private static let columns = "id, recipient, text, sent, desk, employee, seen"

  static func unread(
    _ window: Identifier<Desk>, _ connection: Connection
  ) throws -> [DeskMessage] {
    try connection.all(
      "SELECT \(columns) FROM message WHERE recipient = ? AND seen IS NULL", window, read: read
    ).sorted { ($0.sent, $0.id) < ($1.sent, $1.id) }
  }

  static func sent(since start: Instant, _ connection: Connection) throws -> [DeskMessage] {
    try connection.all(
      "SELECT \(columns) FROM message WHERE sent >= ? ORDER BY sent DESC", start, read: read)
  }

  static func forget(before start: Instant, _ connection: Connection) throws {
    try connection.run("DELETE FROM message WHERE sent < ?", start)
  }

  static func put(_ message: DeskMessage, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO message (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET recipient = excluded.recipient, text = excluded.text,
        sent = excluded.sent, desk = excluded.desk, employee = excluded.employee,
        -- Read here and not told yet.
        seen = coalesce(excluded.seen, seen)
      """, message.id, message.recipient, message.text, message.sent, message.author.desk,
      message.author.employee, message.seen)
  }

  private static func read(_ row: inout Row) throws -> DeskMessage {
    DeskMessage(
      id: try row.next(), recipient: try row.next(), text: try row.next(), sent: try row.next(),
      author: Author(desk: try row.next(), employee: try row.next()), seen: try row.next())
  }
}
