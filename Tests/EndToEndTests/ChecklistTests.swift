// F7 in a real terminal: the list, the paper, the code that a telephone reads.

internal import Canvas
internal import FoundationEssentials
internal import Telephone
internal import TerminalRobot
internal import Testing

@Suite struct ChecklistTests {
  @Test func theListIsReadPrintedAndTakenAway() throws {
    let scene = try Scene()
    let paper = scene.folder + "/paper"
    try scene.write(
      #"{centre: "МФЦ", checklist_print: "cat > \#(paper).new && mv \#(paper).new \#(paper)"}"#,
      to: scene.folder + "/config.json5")
    let desk = try scene.desk()
    try desk.type("родился ребенок")
    try desk.waitFor("> ")
    try desk.press(.enter)
    try desk.waitFor(Shown.services)
    try desk.press(.character(" "))
    try desk.press(.function(7))
    try desk.waitFor("Памятка: Рождение ребёнка")
    try desk.waitFor("Принесите:")

    try desk.press(.enter)
    try desk.waitFor("отправлена на печать")
    let printed = String(
      decoding: try Data(contentsOf: URL(filePath: paper)), as: UTF8.self)
    #expect(printed.hasPrefix("МФЦ\n\nПамятка: Рождение ребёнка\n"))
    #expect(printed.split(separator: "\n").allSatisfy { $0.count <= 72 })
    #expect(printed.contains("Это справка, а не решение"))

    try desk.press(.function(7))
    try desk.waitFor("1 из")
    let text = try Telephone.text(of: cells(desk))
    #expect(text.hasPrefix("1/"))
    #expect(text.contains("Памятка: Рождение"))
    try desk.press(.right)
    try desk.waitFor("2 из")
    #expect(try Telephone.text(of: cells(desk)).hasPrefix("2/"))
  }

  @Test func aPrinterThatFailsIsTold() throws {
    let scene = try Scene(configuration: #"{checklist_print: "exit 3"}"#)
    let desk = try scene.desk()
    try desk.press(.enter)
    try desk.waitFor(Shown.services)
    try desk.press(.function(7))
    try desk.waitFor("Памятка:")
    try desk.press(.enter)
    try desk.waitFor("не напечатана")
  }

  private func cells(_ desk: Robot) -> [[Telephone.Cell]] {
    let size = Robot.usualSize
    return (0..<size.rows).map { row in
      (0..<size.columns).map { column in
        let shown = desk.cell(column: column, row: row)
        return Telephone.Cell(text: shown.text, style: shown.style)
      }
    }
  }
}
