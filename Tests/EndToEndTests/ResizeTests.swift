// The terminal's size may change at any moment.

internal import Canvas
internal import TerminalRobot
internal import Testing

@Suite struct ResizeTests {
  @Test func belowTheLeastSizeAndBack() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    for (columns, rows) in [(59, 24), (60, 19), (10, 2), (1, 1), (300, 8)] {
      desk.resize(Size(columns: columns, rows: rows))
      // A name that is too long for the size is cut; its first letter is there at any size.
      try desk.wait(until: "the message at \(columns)×\(rows)") { robot in
        robot.screen.contains { $0.contains("М") } && robot.row(of: Shown.home) == nil ? () : nil
      }
    }
    desk.resize(Robot.usualSize)
    try desk.waitFor(Shown.home)
  }

  /// Nothing that was entered is lost, whichever step the change meets.
  @Test func betweenAnyTwoKeysOfTheMainJob() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    var sizes = [
      Size(columns: 132, rows: 43), Size(columns: 40, rows: 10), Size(columns: 60, rows: 20),
      Size(columns: 300, rows: 100), Size(columns: 80, rows: 24),
    ].makeIterator()
    var all = Array("родился ребенок\r ").map { Key.character($0) }
    all[all.count - 2] = .enter
    for key in all + [.function(4), .function(4), .character("5"), .enter] {
      if let size = sizes.next() { desk.resize(size) }
      try desk.press(key)
    }
    try desk.waitFor("ответ принят")
    #expect(try scene.visits().count == 1)
  }

  @Test func twoHundredChangesWhileTyping() throws {
    let scene = try Scene()
    let desk = try scene.desk()
    var random = SeededNumbers(seed: 7)
    for _ in 1...200 {
      desk.resize(
        Size(
          columns: Int.random(in: 1...300, using: &random),
          rows: Int.random(in: 1...100, using: &random)))
      try desk.press(.character("я"), .backspace)
    }
    desk.resize(Robot.usualSize)
    try desk.press(.control("u"))
    try desk.waitFor(Shown.home)
    try desk.waitFor("F10")
  }
}
