import Testing

@testable import Canvas

private let base = Style.plain
private let loud = Style(foreground: .indexed(11), attributes: .bold)

private func blank(_ columns: Int, _ rows: Int = 1) -> Frame {
  Frame(size: Size(columns: columns, rows: rows), style: base)
}

private func line(_ frame: Frame, _ row: Int = 0) -> String { ScreenText.plain(frame)[row] }

/// Every wide glyph has its second half, and no half is alone.
private func isWhole(_ grid: Grid) -> Bool {
  (0..<grid.size.rows).allSatisfy { row in
    (0..<grid.size.columns).allSatisfy { column in
      switch grid[row, column].width {
      case 2: column + 1 < grid.size.columns && grid[row, column + 1].width == 0
      case 0: column > 0 && grid[row, column - 1].width == 2
      default: true
      }
    }
  }
}

@Suite struct DrawingTests {
  @Test(arguments: [
    ("Окно", 10, "Окно", 4), ("Окно", 4, "Окно", 4), ("Окно", 3, "Ок…", 3), ("Окно", 1, "…", 1),
    ("漢字漢", 6, "漢字漢", 6), ("漢字漢", 5, "漢字…", 5), ("漢字漢", 4, "漢…", 4), ("", 5, "", 0),
    ("Окно", 0, "", 0), ("Окно", -3, "", 0), ("a\u{1B}b", 3, "a␛b", 3),
  ])
  func `a line is cut with an ellipsis`(text: String, room: Int, shown: String, used: Int) {
    var frame = blank(12)
    #expect(
      frame.draw(text, at: Point(column: 0, row: 0), style: loud, maxColumns: room) == used)
    #expect(line(frame) == shown)
    #expect(isWhole(frame.grid))
  }

  @Test func `a line is clipped on every side`() {
    var frame = blank(6, 2)
    #expect(frame.draw("Заявитель", at: Point(column: -3, row: 0), style: base) == 9)
    #expect(line(frame) == "витель")
    #expect(frame.draw("漢字", at: Point(column: -1, row: 1), style: base) == 4)
    #expect(line(frame, 1) == " 字")
    #expect(isWhole(frame.grid))
    #expect(frame.draw("x", at: Point(column: 6, row: 0), style: base) == 0)
    #expect(frame.draw("xy", at: Point(column: 0, row: -1), style: base) == 2)
    #expect(frame.draw("xy", at: Point(column: 0, row: 2), style: base) == 2)
    let before = frame
    frame.draw(
      "xyz", in: Rect(column: 40, row: 40, columns: 9, rows: 9), style: base, alignment: .right)
    frame.draw("xyz", at: Point(column: Int.min, row: Int.min), style: base)
    frame.fill(Rect(column: -9, row: -9, columns: 5, rows: 5), style: loud)
    frame.box(Rect(column: 7, row: 3, columns: 9, rows: 9), lines: .unicode, style: loud)
    #expect(frame == before)
  }

  @Test func `a clip keeps text inside its pane`() {
    var frame = blank(10)
    let pane = Rect(column: 2, row: 0, columns: 4, rows: 1)
    frame.draw("0123456789", at: Point(column: 0, row: 0), style: base, clip: pane)
    #expect(line(frame) == "  234…")
  }

  @Test(arguments: [
    (Alignment.left, "МФЦ"), (.centre, "   МФЦ"), (.right, "      МФЦ"),
  ])
  func `a line is aligned`(alignment: Alignment, shown: String) {
    var frame = blank(9)
    frame.draw("МФЦ", in: Rect(frame.size), style: base, alignment: alignment)
    #expect(line(frame) == shown)
  }

  @Test func `a line too long for right alignment keeps its start`() {
    var frame = blank(5)
    frame.draw("0123456", in: Rect(frame.size), style: base, alignment: .right)
    #expect(line(frame) == "0123…")
  }

  @Test func `writing over half of a wide glyph blanks the other half`() {
    for column in 0..<4 {
      var frame = blank(4)
      frame.draw("漢字", at: Point(column: 0, row: 0), style: base)
      frame.draw("x", at: Point(column: column, row: 0), style: base)
      #expect(isWhole(frame.grid), "column \(column)")
      frame.draw("漢", at: Point(column: max(0, column - 1), row: 0), style: base)
      #expect(isWhole(frame.grid), "column \(column)")
      frame.fill(Rect(column: column, row: 0, columns: 1, rows: 1), style: base)
      #expect(isWhole(frame.grid), "column \(column)")
    }
  }

  @Test func `boxes and dividers`() {
    var frame = blank(12, 4)
    let rect = Rect(frame.size)
    frame.box(rect, lines: .unicode, style: base, title: "Визит")
    frame.divider(in: rect, row: 2, lines: .unicode, style: base)
    #expect(
      ScreenText.plain(frame)
        == ["┌ Визит ───┐", "│          │", "├──────────┤", "└──────────┘"])
    frame.box(rect, lines: .ascii, style: base, title: "Очень длинный")
    #expect(line(frame) == "+ Очень дл…+")
    #expect(line(frame, 3) == "+----------+")
  }

  @Test func `restyling keeps the glyphs`() {
    var frame = blank(4)
    frame.draw("Окно", in: Rect(frame.size), style: base)
    frame.restyle(Rect(column: 2, row: 0, columns: 99, rows: 1), style: loud)
    #expect(line(frame) == "Окно")
    #expect(frame.grid.row(0).map(\.style) == [base, base, loud, loud])
  }

  @Test func `wrapped text that does not fit ends in an ellipsis`() {
    var frame = blank(8, 2)
    #expect(frame.drawWrapped("раз два\nтри\nчетыре", in: Rect(frame.size), style: base) == 2)
    #expect(ScreenText.plain(frame) == ["раз два", "три…"])
  }

  @Test func `anything drawn anywhere stays on the screen and whole`() {
    var random = Seeded(state: 7)
    let alphabet: [Character] = [
      "a", "Я", "漢", "😀", "❤\u{FE0F}", "🇷🇺", "\u{1B}", "\r\n", "\u{301}", " ", "—", "👨‍👩‍👧‍👦",
    ]
    for _ in 0..<20_000 {
      let size = Size(columns: random.below(9), rows: random.below(3))
      var frame = Frame(size: size, style: base)
      for _ in 0..<4 {
        let text = String(
          (0..<random.below(12)).map { _ in alphabet[random.below(alphabet.count)] })
        let rect = Rect(
          column: random.below(14) - 4, row: random.below(6) - 2, columns: random.below(12),
          rows: random.below(4))
        let point = Point(column: rect.column, row: rect.row)
        let used = frame.draw(text, at: point, style: base, maxColumns: rect.columns, clip: rect)
        #expect(used <= rect.columns)
        frame.drawWrapped(text, in: rect, style: base, alignment: .centre)
        frame.box(rect, lines: .unicode, style: base, title: text)
      }
      guard isWhole(frame.grid), frame.grid.cells.count == size.columns * size.rows else {
        Issue.record("a torn glyph in \(ScreenText.plain(frame))")
        return
      }
    }
  }
}

/// SplitMix64: the same numbers on every run.
struct Seeded {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
