internal import Domain
internal import SQLite
internal import Sync

// Calls as the central store has them.

extension RowsFromServer {
  /// An outcome of this desk that the central store has not seen yet stays: the number does not come back meanwhile.
  func applyCallback(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    let call = try Callback(Callback.ID(row.id), json: body)
    let known = try CallbackTable.callback(call.id, connection)
    if call.outcome == nil, known?.outcome != nil,
      try pending.subjects(of: .callbackSettled, connection).contains(row.id)
    {
      return try CallbackTable.mark(call.id, mark(row), connection)
    }
    try CallbackTable.put(call, mark(row), connection)
    guard call.outcome != nil else { return }
    try CallbackTable.forgetNumber(of: call.id, connection)
    if known?.phone != nil { noteErased() }
  }
}

extension Callback {
  fileprivate init(_ id: ID, json: String) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    let phone = fields.phone.flatMap { Phone($0) }
    guard let asked = fields.asked, let due = fields.due,
      (fields.outcome == nil) == (phone != nil), (fields.outcome == nil) == (fields.settled == nil)
    else { throw JSONFault() }
    self.init(
      id: id, phone: phone, asked: asked, due: due, outcome: fields.outcome,
      settled: fields.settled)
  }

  private struct Fields {
    var phone: String?
    var asked: CalendarDate?
    var due: CalendarDate?
    var outcome: Callback.Outcome?
    var settled: CalendarDate?

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "phone": phone = try reader.optionalString()
      case "asked": asked = try reader.optionalDate()
      case "due": due = try reader.optionalDate()
      case "outcome": outcome = try reader.null() ? nil : try reader.word()
      case "settled": settled = try reader.optionalDate()
      default: try reader.skip()
      }
    }
  }
}
