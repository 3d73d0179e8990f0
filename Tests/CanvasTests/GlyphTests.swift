import Testing

@testable import Canvas

@Suite struct GlyphTests {
  @Test(arguments: ["я", " ", "漢", "e\u{301}", "a\u{301}\u{302}\u{303}\u{304}", "\u{10FFFF}"])
  func `a cluster comes back as it was`(character: Character) {
    #expect(Glyph(character).character.unicodeScalars.elementsEqual(character.unicodeScalars))
  }

  @Test func `scalars stand in order and zeros behind them`() {
    let glyph = Glyph("a\u{301}\u{302}\u{303}")
    #expect((0..<Glyph.mostScalars).map { glyph[$0] } == [0x61, 0x301, 0x302, 0x303, 0])
    #expect(!glyph.isSingle)
    #expect(Glyph("я").isSingle)
  }

  @Test func `what is beyond the fifth scalar is cut`() {
    let long = Glyph("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}")
    #expect(long == Glyph("a\u{301}\u{302}\u{303}\u{304}"))
  }
}
