// What passes through the pipe from a trainer's terminal.

import Canvas
import DeskCore
import Domain
import Testing

@testable import DeskRuntime

@Suite struct TrainerLineTests {
  static let keys: [Key] = [
    .character("ж"), .character(" "), .character("\""), .function(1), .function(12), .control("q"),
    .alt("x"), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
    .right, .home, .end, .pageUp, .pageDown, .paste("Иванова  Мария "),
    .press(Point(column: 3, row: 7)), .wheel(-1),
  ]

  @Test(arguments: keys)
  func aKeyComesAsItWent(_ key: Key) throws {
    let line = try #require(TrainerLine.key(key).text)
    #expect(!line.contains("\n"))
    #expect(TrainerLine(line) == .key(key))
  }

  @Test func ordersComeAsTheyWent() {
    for word in TrainingOrder.words + ["say Не спешите"] {
      #expect(TrainerLine("order \(word)").flatMap(\.text) == "order \(word)")
    }
    #expect(TrainerLine("lead on") == .lead(true))
    #expect(TrainerLine("lead off") == .lead(false))
  }

  @Test(arguments: [
    "", "key", "key ", "key nonsense", "key function 13", "key function x", "key character ab",
    "key paste \u{1b}[31m", "order x3", "order", "let me in",
  ])
  func nonsenseIsNothing(_ line: String) {
    #expect(TrainerLine(line) == nil)
  }

  @Test func whatMeansNothingIsNotSent() {
    #expect(TrainerLine.key(.unknown("^[[99~")).text == nil)
    #expect(TrainerLine.key(.paste(String(repeating: "я", count: 3000))).text == nil)
    #expect(
      TrainerLine.order(.logged(.init(.init(high: 1, low: 2)), keys: TrainingKeys())).text == nil)
  }
}
