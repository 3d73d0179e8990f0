internal import Domain

/// A report as CSV (RFC 4180): one number a line.
///
/// It begins with a byte order mark, without which spreadsheets take UTF-8 for a one-byte code and
/// Russian words for rubbish. All numbers are whole, in the unit of their line, since a decimal point is
/// a comma for half the spreadsheets.
enum ReportCSV {
  static func text(_ report: ReportContent) -> String {
    var lines = [["section", "key", "label", "value", "unit"]]
    for section in report.sections {
      for row in section.rows {
        let (value, unit) = written(row.value)
        lines.append([section.key, row.key, row.label, value, unit])
      }
    }
    return "\u{FEFF}" + lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func written(_ value: ReportContent.Value) -> (value: String, unit: String) {
    switch value {
    case .count(let count): ("\(count)", "count")
    case .share(let share): ("\(Int((share * 100).rounded()))", "percent")
    case .length(let length): ("\((length + 500) / 1000)", "seconds")
    case .none: ("", "")
    }
  }

  /// Quotes a field where needed. One that a spreadsheet would take for a formula gets an apostrophe in
  /// front (OWASP, "CSV Injection").
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) {
      text = "'" + text
    }
    let isPlain = !text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
