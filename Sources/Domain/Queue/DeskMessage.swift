/// A line from whoever runs the queue to one window.
package struct DeskMessage: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<DeskMessage>

  /// In characters of Unicode (scalars), as the central store counts them.
  package static let longest = 200

  package var id: ID
  package var recipient: Identifier<Desk>
  package var text: String
  package var sent: Instant
  package var author: Author
  /// When the window's clerk put it away; absent until then.
  package var seen: Instant?

  package init(
    id: ID, recipient: Identifier<Desk>, text: String, sent: Instant, author: Author,
    seen: Instant? = nil
  ) {
    self.id = id
    self.recipient = recipient
    self.text = text
    self.sent = sent
    self.author = author
    self.seen = seen
  }

  /// Whether this can be sent: something to read, in one line, without control characters.
  package static func isText(_ text: String) -> Bool {
    (1...longest).contains(text.unicodeScalars.count) && text.contains { $0 != " " }
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
