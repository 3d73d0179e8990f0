// A passage: paragraphs with roles, wrapped and scrolled.

internal import Canvas

/// Lines of text for a pane, made once for its width.
struct Passage {
  private(set) var lines: [(text: String, role: Role)] = []
  let width: Int

  init(width: Int) { self.width = max(8, width) }

  mutating func add(_ text: String, _ role: Role = .text, indent: Int = 0) {
    let blank = String(repeating: " ", count: indent)
    for line in TextWrap.lines(text, width: width - indent) { lines.append((blank + line, role)) }
  }

  /// «Срок: 5 рабочих дней», the label first.
  mutating func add(label: String, _ text: String, _ role: Role = .text) {
    guard !text.isEmpty else { return }
    add("\(label): \(text)", role)
  }

  /// An item of a list: the mark stands out of the text.
  mutating func add(item text: String, mark: String, _ role: Role, indent: Int = 0) {
    let left = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: DisplayWidth.columns(of: mark) + 1)
    let wrapped = TextWrap.lines(text, width: width - indent - hanging.count)
    for (index, line) in wrapped.enumerated() {
      lines.append((left + (index == 0 ? mark + " " : hanging) + line, role))
    }
  }

  mutating func gap() {
    if let last = lines.last, !last.text.isEmpty { lines.append(("", .text)) }
  }
}

extension Frame {
  /// Draws the passage from line `first`, which is held within it.
  mutating func draw(_ passage: Passage, from first: Int, in rect: Rect, _ context: Context) {
    let most = max(0, passage.lines.count - rect.rows)
    let start = min(max(0, first), most)
    for (offset, line) in passage.lines.dropFirst(start).prefix(rect.rows).enumerated() {
      draw(line.text, in: rect.line(offset), style: context[line.role])
    }
    let right = rect.right - 1
    if start > 0 {
      draw("↑", at: Point(column: right, row: rect.row), style: context[.textMuted])
    }
    if start < most {
      draw("↓", at: Point(column: right, row: rect.bottom - 1), style: context[.textMuted])
    }
  }
}
