import Canvas
import Testing

@testable import Themes

@Suite struct ColourValuesTests {
  @Test(arguments: [
    ("#fb0", RGB(0xFF, 0xBB, 0)), ("#FFb000", RGB(0xFF, 0xB0, 0)), ("fb0", nil), ("#", nil),
    ("#fb", nil), ("#fb00", nil), ("#gggggg", nil), ("#ффффff", nil), ("#１２３", nil), ("", nil),
  ])
  func `colours in hexadecimal`(text: String, colour: RGB?) {
    #expect(RGB(hexadecimal: text) == colour)
  }

  @Test(
    arguments: [
      (16, RGB(0, 0, 0)), (231, RGB(255, 255, 255)), (214, RGB(255, 175, 0)),
      (67, RGB(95, 135, 175)),
      (232, RGB(8, 8, 8)), (255, RGB(238, 238, 238)), (4, RGB(0, 0, 170)), (3, RGB(170, 85, 0)),
      (11, RGB(255, 255, 85)), (8, RGB(85, 85, 85)), (7, RGB(170, 170, 170)),
    ] as [(UInt8, RGB)])
  func `the terminal's palette`(index: UInt8, colour: RGB) {
    #expect(TerminalPalette.rgb(index) == colour)
    #expect(index < 16 || TerminalPalette.nearestFixed(to: colour) == index)
    #expect(index >= 16 || TerminalPalette.nearestBasic(to: colour) == index)
  }

  /// Figures of the tables in WCAG 2.1 and of well-known checkers.
  @Test func `contrast`() {
    let white = RGB(255, 255, 255)
    #expect(RGB.contrast(white, RGB(0, 0, 0)) == 21)
    #expect(abs(RGB.contrast(RGB(0x76, 0x76, 0x76), white) - 4.54) < 0.01)
    #expect(abs(RGB.contrast(white, RGB(255, 0, 0)) - 4.0) < 0.01)
    #expect(RGB.contrast(white, white) == 1)
    #expect(Style.plain.contrast == nil)
  }
}
