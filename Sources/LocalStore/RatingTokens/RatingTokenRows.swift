internal import Domain
internal import SQLite
internal import Sync

// One-time words as the central store has them.

extension RowsFromServer {
  /// An answer of this desk that the central store has not seen yet stays until it has.
  func applyRatingToken(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    var word = try RatingTokenRow(row.id, json: body)
    if word.answer == nil,
      try pending.subjects(of: .ratingTokenAnswered, connection).contains(row.id)
    {
      word.answer = try RatingTokenTable.row(row.id, connection)?.answer
    }
    try RatingTokenTable.put(word, mark(row), connection)
  }
}

extension RatingTokenRow {
  fileprivate init(_ id: UUIDv7, json: String) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    guard let hash = fields.hash, let issued = fields.issued,
      (fields.answered == nil) == (fields.score == nil),
      fields.score.map({ (1...5).contains($0) }) ?? true
    else { throw JSONFault() }
    self.init(id: id, hash: hash, issued: issued)
    if let day = fields.answered, let score = fields.score {
      answer = Answer(day: day, score: score, criteria: fields.criteria)
    }
  }

  private struct Fields {
    var hash: String?
    var issued: CalendarDate?
    var answered: CalendarDate?
    var score: Int?
    var criteria = ""

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "hash": hash = try reader.string()
      case "issued": issued = try reader.optionalDate()
      case "answered": answered = try reader.optionalDate()
      case "score": score = try reader.null() ? nil : try reader.integer()
      case "criteria": criteria = try reader.optionalString() ?? ""
      default: try reader.skip()
      }
    }
  }
}
