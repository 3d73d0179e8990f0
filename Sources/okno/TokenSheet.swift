internal import Domain

/// Answers to one-time words, as a form's service exports them: CSV (RFC 4180), a comma or a semicolon between two fields.
struct TokenSheet {
  struct Answer: Hashable {
    var token: RatingToken
    var score: Int
    var criteria: Set<Criterion>
  }

  struct Row: Hashable {
    /// In the file, from 1.
    var line: Int
    /// Absent where the row has no word, or no rating.
    var answer: Answer?
  }

  let rows: [Row]

  init(_ text: String) throws(Failure) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let head = text.prefix { !$0.isNewline }
    let separator: Character = head.contains(";") ? ";" : ","
    var records = Self.records(of: text, separator)
    guard !records.isEmpty else { throw Self.noColumns }
    let names = records.removeFirst().fields.map { Self.plain($0).lowercased() }
    guard let token = names.firstIndex(of: "token"), let score = names.firstIndex(of: "score")
    else { throw Self.noColumns }
    let criteria = names.firstIndex(of: "criteria")
    rows = records.compactMap { record in
      let fields = record.fields.map(Self.plain)
      guard fields.contains(where: { !$0.isEmpty }) else { return nil }
      func field(_ place: Int?) -> String {
        place.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
      }
      return Row(
        line: record.line, answer: Self.answer(field(token), field(score), field(criteria)))
    }
  }

  private static var noColumns: Failure {
    .badData(
      "no_columns", ru: "в первой строке нет столбцов token и score",
      en: "the first line does not name the columns token and score")
  }

  private static func answer(_ token: String, _ score: String, _ criteria: String) -> Answer? {
    guard let token = RatingToken(token.lowercased()), let score = Int(score),
      (1...5).contains(score)
    else { return nil }
    let words = criteria.split(separator: " ").map { Criterion(rawValue: String($0)) }
    guard !words.contains(nil) else { return nil }
    return Answer(token: token, score: score, criteria: Set(words.compactMap(\.self)))
  }

  private static func plain(_ field: String) -> String {
    field.split(separator: " ").joined(separator: " ")
  }

  /// The records with the lines on which they begin.
  private static func records(
    of text: String, _ separator: Character
  ) -> [(line: Int, fields: [String])] {
    var records: [(line: Int, fields: [String])] = []
    var (fields, field) = ([String](), "")
    var (line, start, isQuoted) = (1, 1, false)
    var rest = text[...]
    func end() {
      records.append((start, fields + [field]))
      (fields, field, start) = ([], "", line + 1)
    }
    while let character = rest.popFirst() {
      if isQuoted {
        if character == "\"" {
          // Two of them are one that belongs to the field.
          if rest.first == "\"" { field.append(rest.removeFirst()) } else { isQuoted = false }
        } else {
          if character.isNewline { line += 1 }
          field.append(character)
        }
      } else if character == "\"", field.isEmpty {
        isQuoted = true
      } else if character == separator {
        fields.append(field)
        field = ""
      } else if character.isNewline {
        end()
        line += 1
      } else {
        field.append(character)
      }
    }
    if !field.isEmpty || !fields.isEmpty { end() }
    return records
  }
}
