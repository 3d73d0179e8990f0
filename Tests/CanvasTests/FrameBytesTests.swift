import Testing

@testable import Canvas

@Suite struct FrameBytesTests {
  private static func frame() -> Frame {
    var frame = Frame(
      size: Size(columns: 12, rows: 3),
      style: Style(foreground: .rgb(red: 1, green: 2, blue: 3), background: .indexed(4)))
    frame.draw("Окно ё 你 é", in: Rect(frame.size), style: Style(attributes: [.bold]))
    frame.cursor = Point(column: 3, row: 2)
    return frame
  }

  @Test func aFrameComesAsItWent() {
    let frame = Self.frame()
    #expect(Frame(bytes: frame.bytes) == frame)
    var hidden = frame
    hidden.cursor = nil
    #expect(Frame(bytes: hidden.bytes) == hidden)
  }

  /// Whoever writes the file: nothing but a whole frame is drawn.
  @Test func whatIsNoFrameIsRefused() {
    let bytes = Self.frame().bytes
    for count in 0..<bytes.count { #expect(Frame(bytes: Array(bytes.prefix(count))) == nil) }
    var control = bytes
    control[5 * 8] = 0x1b
    control[5 * 8 + 1] = 0
    #expect(Frame(bytes: control) == nil)
    var wide = bytes
    wide[5 * 8 + 23] = 0xf0
    #expect(Frame(bytes: wide) == nil)
    var huge = bytes
    huge[8 + 6] = 1
    #expect(Frame(bytes: huge) == nil)
  }

  @Test func aLargerGridIsCut() {
    var small = Frame(size: Size(columns: 8, rows: 2), style: .plain)
    small.grid.lay(Self.frame().grid, below: 1)
    #expect(ScreenText.plain(small)[0].isEmpty)
    var cut = Frame(size: Size(columns: 8, rows: 2), style: .plain)
    cut.grid.lay(Self.frame().grid)
    // The second half of the wide letter has no room.
    #expect(ScreenText.plain(cut)[0] == "Окно ё")
    var none = Frame(size: Size(columns: 0, rows: 0), style: .plain)
    none.grid.lay(Self.frame().grid, below: 1)
    #expect(none.size == Size(columns: 0, rows: 0))
  }
}
