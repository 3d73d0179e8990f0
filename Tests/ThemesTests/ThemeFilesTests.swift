import Canvas
import Domain
import Testing

@testable import Themes

let library = ThemeLibrary()

/// A theme at a depth; the built-in ones must be readable.
func theme(_ name: String, _ depth: ColourDepth) throws -> Theme {
  try library.theme(named: name, depth: depth)
}

private let coloured = ["day", "night", "contrast", "colour-blind", "console-16"]

@Suite struct ThemeFilesTests {
  @Test func `the built-in themes`() {
    #expect(library.names == ["day", "night", "contrast", "colour-blind", "mono", "console-16"])
    #expect(library.names.map { library.title(of: $0, .ru) }.allSatisfy { !$0.isEmpty })
    #expect(library.title(of: "day", .ru) == "День")
    #expect(library.title(of: "day", .en) == "Day")
    #expect(library.names.flatMap { library.mistakes(in: $0) } == [])
  }

  /// A training has a theme of its own, which no desk that works is offered.
  @Test func theTrainingsThemeIsReadableAndNobodyElses() throws {
    #expect(!library.names.contains(ThemeLibrary.training))
    #expect(library.mistakes(in: ThemeLibrary.training) == [])
    let training = try library.theme(named: ThemeLibrary.training, depth: .truecolor)
    #expect(training[.text] != (try library.theme(named: "day", depth: .truecolor))[.text])
  }

  @Test(arguments: library.names, ColourDepth.allCases)
  func `every theme is complete at every depth`(name: String, depth: ColourDepth) throws {
    let theme = try theme(name, depth)
    #expect(theme.name == name)
    #expect(theme.depth == depth)
    let isPlain = depth == .mono || name == "mono"
    for role in Role.allCases {
      let style = theme[role]
      #expect((style.foreground == .terminal) == isPlain, "\(role)")
      #expect((style.background == .terminal) == isPlain, "\(role)")
    }
  }

  @Test(arguments: coloured)
  func `each depth has only its colours`(name: String) throws {
    for role in Role.allCases {
      for colour in [\Style.foreground, \Style.background] {
        let cube = try theme(name, .twoHundredFiftySix)[role][keyPath: colour]
        let basic = try theme(name, .sixteen)[role][keyPath: colour]
        if name == "console-16" {
          #expect(try theme(name, .truecolor)[role][keyPath: colour] == basic)
          #expect(cube == basic)
        } else {
          #expect(cube.isIndex(in: 16...255), "\(role): \(cube)")
        }
        #expect(basic.isIndex(in: 0...15), "\(role): \(basic)")
      }
    }
  }

  @Test(arguments: coloured)
  func `sixteen colours keep to what the Linux console has`(name: String) throws {
    for role in Role.allCases {
      let style = try theme(name, .sixteen)[role]
      #expect(style.background.isIndex(in: 0...7), "\(role): a ground above 7")
      #expect(style.foreground != .indexed(8), "\(role): dark grey is too faint")
    }
  }

  @Test(arguments: coloured, [ColourDepth.truecolor, .twoHundredFiftySix, .sixteen])
  func `letters and lines stand out from their ground`(name: String, depth: ColourDepth) throws {
    // The terminal decides about the first sixteen: held against VGA's, as far as they reach.
    let isStrict = name == "contrast" && depth != .sixteen
    let theme = try theme(name, depth)
    for role in Role.allCases {
      let contrast = try #require(theme[role].contrast)
      let wanted = role.isText ? (isStrict ? 7 : 4.5) : 3
      #expect(contrast >= wanted, "\(role.name) \(theme[role])")
    }
  }

  @Test(arguments: coloured, [ColourDepth.truecolor, .twoHundredFiftySix, .sixteen])
  func `what is focused differs from what is not`(name: String, depth: ColourDepth) throws {
    let theme = try theme(name, depth)
    for (first, second): (Role, Role) in [
      (.text, .selection), (.text, .selectionInactive), (.selection, .selectionInactive),
      (.border, .borderFocus), (.rating, .ratingChosen), (.input, .inputInvalid),
      (.keyBarKey, .keyBarDisabled), (.keyBar, .keyBarDisabled), (.toast, .toastError),
      (.statusError, .statusOk),
      (.statusError, .statusWarning), (.statusWarning, .statusOk),
    ] where !(depth == .sixteen && first == .border) {
      #expect(theme[first] != theme[second], "\(first) and \(second)")
    }
  }
}

extension Colour {
  fileprivate func isIndex(in range: ClosedRange<UInt8>) -> Bool {
    if case .indexed(let index) = self { range.contains(index) } else { false }
  }
}
