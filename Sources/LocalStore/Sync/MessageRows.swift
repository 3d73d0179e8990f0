internal import Domain
internal import SQLite
internal import Sync

// Messages as the central store has them.
extension RowsFromServer {
  func applyMessage(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    let id = DeskMessage.ID(row.id)
    try MessageTable.put(try DeskMessage(id, json: body, names), connection)
    let mark = mark(row)
    try connection.run(
      "UPDATE message SET server_version = ?, generation = ? WHERE id = ?", mark.version,
      mark.generation, id)
  }
}

extension DeskMessage {
  /// - Parameter names: this desk's id there becomes its own here.
  init(_ id: ID, json: String, _ names: DeskNames) throws(JSONFault) {
    var recipient: Identifier<Desk>?
    var text = ""
    var sent: Instant?
    var desk: Identifier<Desk>?
    var employee: Identifier<Employee>?
    var seen: Instant?
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "to": recipient = try reader.optionalID()
        case "text": text = try reader.string()
        case "sent": sent = try reader.instant()
        case "desk": desk = try reader.optionalID()
        case "employee": employee = try reader.optionalID()
        case "seen": seen = try reader.null() ? nil : try reader.instant()
        default: try reader.skip()
        }
      }
    }
    guard let recipient, let sent, let desk, Self.isText(text) else { throw JSONFault() }
    self.init(
      id: id, recipient: names.inward(recipient), text: text, sent: sent,
      author: Author(desk: names.inward(desk), employee: employee), seen: seen)
  }
}
