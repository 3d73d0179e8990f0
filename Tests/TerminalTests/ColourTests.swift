// How many colours, and which.

internal import Canvas
internal import Testing

@testable import Terminal

@Suite struct ColourChoiceTests {
  struct Case: Sendable {
    var term = "xterm-256color"
    var colorterm = ""
    var noColour = false
    var tmux = false
    var option: ColourDepth?
    var configured: ColourDepth?
    var colours = 256
    var direct = false
    var expected: ColourDepth
  }

  @Test(arguments: [
    Case(expected: .twoHundredFiftySix),
    Case(colorterm: "truecolor", expected: .truecolor),
    Case(colorterm: "24bit", expected: .truecolor),
    Case(colorterm: "yes", expected: .twoHundredFiftySix),
    Case(colorterm: "truecolor", noColour: true, expected: .mono),
    Case(noColour: true, option: .sixteen, expected: .sixteen),
    Case(noColour: true, configured: .truecolor, expected: .mono),
    Case(colorterm: "truecolor", configured: .sixteen, expected: .sixteen),
    Case(option: .mono, configured: .truecolor, expected: .mono),
    Case(term: "tmux-256color", colorterm: "truecolor", tmux: true, expected: .truecolor),
    Case(term: "screen-256color", colorterm: "truecolor", tmux: true, expected: .truecolor),
    Case(term: "screen-256color", colorterm: "truecolor", expected: .twoHundredFiftySix),
    Case(term: "screen.xterm-256color", colorterm: "truecolor", expected: .twoHundredFiftySix),
    Case(term: "linux", colorterm: "truecolor", colours: 8, expected: .sixteen),
    Case(term: "xterm", colours: 8, expected: .sixteen),
    Case(term: "putty", colours: 8, expected: .sixteen),
    Case(term: "vt220", colours: -1, expected: .mono),
    Case(term: "vt220", option: .sixteen, colours: -1, expected: .mono),
    Case(term: "xterm-direct", colours: 1 << 24, direct: true, expected: .truecolor),
  ])
  func order(_ one: Case) {
    let environment = TerminalEnvironment(
      name: one.term, colours: one.colorterm, refusesColour: one.noColour, isTmux: one.tmux)
    let depth = ColourChoice.depth(
      option: one.option, configured: one.configured, environment: environment,
      terminfoColours: one.colours, direct: one.direct)
    #expect(depth == one.expected)
  }

  @Test(
    arguments: [
      (.truecolor, 0x100_0100, .truecolor), (.truecolor, 256, .twoHundredFiftySix),
      (.truecolor, 8, .sixteen), (.twoHundredFiftySix, 8, .sixteen),
      (.twoHundredFiftySix, 0, .mono), (.twoHundredFiftySix, 256, .twoHundredFiftySix),
      (.sixteen, 256, .sixteen), (.mono, 0, .mono),
    ] as [(ColourDepth, Int, ColourDepth)])
  func refusedDescriptionFallsBack(_ wanted: ColourDepth, _ colours: Int, _ reached: ColourDepth) {
    #expect(ColourChoice.reached(of: wanted, colours: colours) == reached)
  }

  @Test func nearestColours() {
    func nearest(_ red: UInt8, _ green: UInt8, _ blue: UInt8, _ range: ClosedRange<UInt8>) -> UInt8
    {
      FixedPalette.nearest(to: .rgb(red: red, green: green, blue: blue), among: range)
    }
    #expect(nearest(0, 0, 0, 16...255) == 16)
    #expect(nearest(255, 255, 255, 16...255) == 231)
    #expect(nearest(255, 175, 0, 16...255) == 214)
    #expect(nearest(238, 238, 238, 16...255) == 255)
    #expect(nearest(10, 10, 160, 0...15) == 4)
    #expect(nearest(250, 250, 90, 0...15) == 11)
  }

  @Test func numbersOfColours() {
    let deep = ColourNumbers(depth: .truecolor, eightOnly: false)
    #expect(deep.number(.rgb(red: 0, green: 0, blue: 7)) == 7)
    #expect(deep.number(.indexed(7)) == 0x100_0007)
    #expect(deep.number(.terminal) == -1)
    let mono = ColourNumbers(depth: .mono, eightOnly: false)
    #expect(mono.number(.indexed(7)) == -1)
    let basic = ColourNumbers(depth: .sixteen, eightOnly: true)
    #expect(basic.number(.indexed(12)) == 12)
    #expect(basic.number(.indexed(196)) < 16)
  }
}

@Suite struct TerminalModesTests {
  @Test(arguments: [
    ("a$<5>b$<10/>c", "abc"), ("$$<2>", "$"), ("a$<", "a$<"), ("", ""), ("\u{1B}[m", "\u{1B}[m"),
  ])
  func pausesAreLeftOut(_ sequence: String, _ expected: String) {
    #expect(TerminalModes.withoutDelays(sequence) == expected)
  }
}
