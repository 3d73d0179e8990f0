import Testing

@testable import Canvas

private func grid(_ rows: String...) -> Grid {
  let columns = rows.map { DisplayWidth.columns(of: $0) }.max() ?? 0
  var frame = Frame(size: Size(columns: columns, rows: rows.count), style: .plain)
  for (row, text) in rows.enumerated() {
    frame.draw(text, at: Point(column: 0, row: row), style: .plain)
  }
  return frame.grid
}

@Suite struct GridDiffTests {
  @Test func `nothing where nothing changed`() {
    #expect(GridDiff.runs(from: grid("Окно", "МФЦ"), to: grid("Окно", "МФЦ")) == [])
  }

  @Test func `all rows where there was no screen or another one`() {
    let all = [CellRun(row: 0, columns: 0..<4), CellRun(row: 1, columns: 0..<4)]
    #expect(GridDiff.runs(from: nil, to: grid("Окно", "МФЦ")) == all)
    #expect(GridDiff.runs(from: grid("Окна"), to: grid("Окно", "МФЦ")) == all)
    #expect(
      GridDiff.runs(from: nil, to: Grid(size: Size(columns: 0, rows: 3), style: .plain)) == [])
  }

  @Test func `near changes are one run, far ones are two`() {
    let old = grid("0123456789", "abcdefghij")
    let new = grid("x123x56789", "Abcdefghij")
    #expect(
      GridDiff.runs(from: old, to: new, gap: 3)
        == [CellRun(row: 0, columns: 0..<5), CellRun(row: 1, columns: 0..<1)])
    #expect(
      GridDiff.runs(from: old, to: new, gap: 2)
        == [
          CellRun(row: 0, columns: 0..<1), CellRun(row: 0, columns: 4..<5),
          CellRun(row: 1, columns: 0..<1),
        ])
  }

  @Test func `a change of style alone counts`() {
    let old = grid("Окно")
    var new = old
    new[0, 2].style = Style(attributes: .reverse)
    #expect(GridDiff.runs(from: old, to: new) == [CellRun(row: 0, columns: 2..<3)])
  }

  @Test func `a wide glyph is sent whole`() {
    #expect(
      GridDiff.runs(from: grid("a漢b"), to: grid("a字b")) == [CellRun(row: 0, columns: 1..<3)])
    var new = grid("a漢b")
    new[0, 2].style = Style(attributes: .bold)
    #expect(GridDiff.runs(from: grid("a漢b"), to: new) == [CellRun(row: 0, columns: 1..<3)])
  }

  @Test func `the runs carried over make the new screen, without a torn glyph`() {
    var random = Seeded(state: 3)
    let alphabet: [Character] = ["a", "b", "漢", "字", " "]
    func row(_ random: inout Seeded) -> String {
      String((0..<8).map { _ in alphabet[random.below(alphabet.count)] })
    }
    for _ in 0..<5_000 {
      var old = Frame(size: Size(columns: 12, rows: 1), style: .plain)
      var new = old
      old.draw(row(&random), at: Point(column: 0, row: 0), style: .plain)
      new.draw(row(&random), at: Point(column: 0, row: 0), style: .plain)
      var carried = old.grid
      for run in GridDiff.runs(from: old.grid, to: new.grid, gap: random.below(4)) {
        #expect(new.grid[run.row, run.columns.lowerBound].width != 0)
        for column in run.columns { carried[run.row, column] = new.grid[run.row, column] }
      }
      #expect(carried == new.grid)
    }
  }
}

@Suite struct ScreenTextTests {
  @Test func `a screen as a fixture`() {
    let body = Style(foreground: .rgb(red: 255, green: 176, blue: 0), background: .indexed(4))
    var frame = Frame(size: Size(columns: 12, rows: 2), style: body)
    let loud = Style(foreground: .indexed(15), attributes: [.bold, .underline])
    frame.draw("Окно", at: Point(column: 0, row: 0), style: body)
    frame.draw("漢!", at: Point(column: 6, row: 0), style: loud)
    frame.cursor = Point(column: 3, row: 1)
    #expect(
      ScreenText.text(of: frame, depth: .twoHundredFiftySix) == """
        size 12x2  depth 256  cursor 3,1
        glyphs
            0         1
          0│Окно  漢!␣␣␣│
          1│␣␣␣␣␣␣␣␣␣␣␣␣│
        styles
          0│......aaa...│
          1│............│
        legend
        . fg=#ffb000 bg=4
        a fg=15 bg=terminal bold underline

        """)
  }
}
