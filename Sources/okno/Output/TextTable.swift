internal import Canvas

/// Rows with aligned columns for a person: as wide as the data, two blanks between.
enum TextTable {
  /// The cells' controls are made visible. Without a line end after the last row.
  static func text(_ rows: [[String]]) -> String {
    let cells = rows.map { $0.map(VisibleText.sanitised) }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.compactMap { $0.indices.contains(column) ? DisplayWidth.columns(of: $0[column]) : nil }
        .max() ?? 0
    }
    return cells.map { line($0, widths) }.joined(separator: "\n")
  }

  private static func line(_ row: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in row.enumerated() {
      line += cell
      if index + 1 < row.count {
        line += String(repeating: " ", count: widths[index] - DisplayWidth.columns(of: cell) + 2)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
