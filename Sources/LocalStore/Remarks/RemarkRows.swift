internal import Domain
internal import SQLite
internal import Sync

// Remarks as the central store has them.

extension RowsFromServer {
  /// Of a citizen who was erased here, or whose card has left this desk after its time, nothing is taken:
  /// the central store sends a card's remarks again with the card.
  func applyRemark(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    let remark = try Remark(Remark.ID(row.id), json: body, names)
    guard !pending.erased.contains(remark.citizen), try !isRetired(remark.citizen) else { return }
    try RemarkTable.put(remark, mark(row), connection)
  }

  private func isRetired(_ citizen: Citizen.ID) throws -> Bool {
    guard hasRetired else { return false }
    return try RetiredTable.version(of: citizen, connection) != nil
  }
}

extension Remark {
  fileprivate init(_ id: ID, json: String, _ names: DeskNames) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    guard let citizen = fields.citizen, let content = fields.text?.content,
      let told = fields.told, let desk = fields.desk
    else { throw JSONFault() }
    self.init(
      id: id, citizen: citizen, content: content,
      situation: fields.situation.map(LifeSituation.ID.init(rawValue:)), visit: fields.visit,
      told: told, employee: fields.employee, desk: names.inward(desk))
  }

  private struct Fields {
    var citizen: Citizen.ID?
    var kind: RemarkText.Kind?
    var subject: String?
    var value: String?
    var source: String?
    var reason: String?
    var occasion: String?
    var situation: String?
    var visit: Visit.ID?
    var told: Instant?
    var employee: Employee.ID?
    var desk: Identifier<Desk>?

    var text: RemarkText? {
      guard let kind, let subject, let value else { return nil }
      return RemarkText(
        kind: kind, subject: subject, value: value, source: source, reason: reason,
        occasion: occasion)
    }

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "citizen": citizen = try reader.optionalID()
      case "kind": kind = try reader.word()
      case "subject": subject = try reader.string()
      case "value": value = try reader.string()
      case "source": source = try reader.optionalString()
      case "reason": reason = try reader.optionalString()
      case "occasion": occasion = try reader.optionalString()
      case "situation": situation = try reader.optionalString()
      case "visit": visit = try reader.optionalID()
      case "told": told = try reader.instant()
      case "employee": employee = try reader.optionalID()
      case "desk": desk = try reader.optionalID()
      default: try reader.skip()
      }
    }
  }
}
