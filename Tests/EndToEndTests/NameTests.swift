// Names that no form expects: wide letters, emoji, controls.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct NameTests {
  /// Escapes as JSON writes them: Esc, the window's title, a bell, a C1 control, a bidi override.
  private static let names = [
    #"{"surname": "Тестов\u001b]2;взлом\u0007", "given_name": "Ян\u009b31m"}"#,
    #"{"surname": "Тестова 王小明", "given_name": "Анна"}"#,
    #"{"surname": "Тестовская", "given_name": "👩‍👩‍👧❤️ Мия"}"#,
    #"{"surname": "Тестовский", "given_name": "Е\u0301ж\u0301и \u202eксни"}"#,
    #"{"surname": "Тестовенко", "given_name": "Пётр"}"#,
  ]

  @Test func columnsStayStraightAndControlsAreShown() throws {
    let scene = try Scene()
    for name in Self.names {
      let outcome = try scene.okno(["citizen", "add"], input: name)
      // What is refused at the door is not in the register, which is as good.
      #expect([0, 65].contains(outcome.code), "\(outcome.complaints)")
    }
    let desk = try scene.desk(size: Size(columns: 132, rows: 43))
    try desk.type("тест")
    try desk.waitFor("Тестовенко")
    let rows = desk.screen.indices.filter { desk.screen[$0].contains("по имени") }
    #expect(rows.count >= 4)
    // The reason is flush right: in one column, whatever stands before it.
    #expect(Set(rows.map { lastColumn(desk, row: $0) }).count == 1)
    let output = String(decoding: desk.output, as: UTF8.self)
    #expect(!output.contains("\u{1B}]2;взлом"))
    #expect(!output.unicodeScalars.contains("\u{9B}"))
    #expect(!output.unicodeScalars.contains("\u{202E}"))
    #expect(!desk.title.contains("взлом"))
  }

  private func lastColumn(_ desk: Robot, row: Int) -> Int? {
    (0..<desk.size.columns).last { desk.cell(column: $0, row: row).text != " " }
  }
}
