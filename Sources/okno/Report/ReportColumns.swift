/// A chart of columns as inline SVG. Every column has its number above and its label below, so that
/// nothing is told by colour.
struct ReportColumns {
  struct Column {
    /// 0 or more.
    var size: Double
    var text: String
  }

  private static let width = 1000
  private static let height = 200
  /// Above the highest column: a number that stands on end has five digits.
  private static let headroom = 60
  private let labels: [String]
  private let columns: [Column]

  init(_ labels: [String], _ columns: [Column]) {
    self.labels = labels
    self.columns = columns
  }

  func svg(_ title: String) -> String {
    let parts = columns.indices.map(column)
    let all = Self.headroom + Self.height + 30
    return """
      <svg viewBox="0 0 \(Self.width) \(all)" role="img" aria-label="\(ReportHTML.escaped(title))">
      \(parts.joined(separator: "\n"))
      <line x1="0" y1="\(base)" x2="\(Self.width)" y2="\(base)"/>
      </svg>
      """
  }

  /// Where the columns stand.
  private var base: Int { Self.headroom + Self.height }

  private func column(_ index: Int) -> String {
    let most = max(columns.map(\.size).max() ?? 0, .leastNonzeroMagnitude)
    let step = min(Self.width / max(columns.count, 1), 120)
    let (left, middle) = (index * step + step / 10, index * step + step / 2)
    let size = Int((columns[index].size / most * Double(Self.height)).rounded())
    let top = base - size
    // Numbers of narrow columns stand on end, so that they do not run into each other.
    let isNarrow = step < 50
    let number = text(
      columns[index].text, x: middle, y: top - 6, turned: isNarrow && columns[index].size > 0,
      class: "number")
    // A wide label under a narrow first column would begin outside of the picture.
    let label = text(
      labels[index], x: isNarrow ? left : middle, y: base + 20, turned: false,
      anchor: isNarrow ? "start" : "middle", class: "label")
    let isLabelled = !isNarrow || index % 5 == 0
    return """
      <rect x="\(left)" y="\(top)" width="\(step * 8 / 10)" height="\(size)"/>\
      \(columns[index].size > 0 ? number : "")\(isLabelled ? label : "")
      """
  }

  private func text(
    _ text: String, x: Int, y: Int, turned: Bool, anchor: String? = nil, class name: String
  ) -> String {
    let turn = turned ? " transform=\"rotate(-60 \(x) \(y))\"" : ""
    let anchor = anchor ?? (turned ? "start" : "middle")
    return """
      <text x="\(x)" y="\(y)" text-anchor="\(anchor)" class="\(name)"\(turn)>\
      \(ReportHTML.escaped(text))</text>
      """
  }
}
