import Canvas
import DeskCore
import Testing

@Suite struct TextFieldTests {
  /// Keys after «аб вг», with `|` for the cursor.
  @Test(arguments: [
    ([Key.left], "аб в|г"), ([.left, .character("х")], "аб вх|г"), ([.home], "|аб вг"),
    ([.control("a")], "|аб вг"), ([.home, .end], "аб вг|"), ([.home, .control("e")], "аб вг|"),
    ([.backspace], "аб в|"), ([.home, .backspace], "|аб вг"), ([.home, .delete], "|б вг"),
    ([.delete], "аб вг|"), ([.control("u")], "|"), ([.control("w")], "аб |"),
    ([.control("w"), .control("w")], "|"), ([.home, .right, .paste("1 2")], "а1 2|б вг"),
    ([.home, .left], "|аб вг"), ([.right], "аб вг|"),
  ])
  func editing(keys: [Key], result: String) {
    var field = TextField("аб вг")
    field.takeAll(keys)
    var shown = field.characters
    shown.insert("|", at: field.cursor)
    #expect(String(shown) == result)
  }

  @Test(arguments: [
    Key.enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function(1), .insert,
    .control("q"), .alt("x"), .press(Point(column: 0, row: 0)), .wheel(1), .unknown("x"),
  ])
  func leavesOtherKeysAlone(key: Key) {
    var field = TextField("аб")
    let isTaken = field.take(key)
    #expect(!isTaken)
    #expect(field == TextField("аб"))
  }

  @Test func neverGrowsBeyondItsLength() {
    var field = TextField(String(repeating: "я", count: TextField.longest + 5))
    #expect(field.characters.count == TextField.longest)
    field.takeAll([.character("я"), .paste("яя")])
    #expect(field.characters.count == TextField.longest)
    #expect(field.cursor == TextField.longest)
  }
}

extension TextField {
  fileprivate mutating func takeAll(_ keys: [Key]) {
    for key in keys {
      let isTaken = take(key)
      #expect(isTaken, "\(key)")
    }
  }
}
