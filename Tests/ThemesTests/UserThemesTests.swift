import Canvas
import Domain
import FoundationEssentials
import JSON5
import Testing

@testable import Themes

/// Folders of theme files that are gone after the test.
private struct Folders: ~Copyable {
  let root = FileManager.default.temporaryDirectory.path + "/okno-themes-" + UUID().uuidString

  /// A library over folders, the first of which counts most.
  func library(_ folders: [String: String]...) throws -> ThemeLibrary {
    let paths = try folders.enumerated().map { index, files in
      let path = "\(root)/\(index)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        #expect(
          FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8)))
      }
      return path
    }
    return ThemeLibrary(directories: paths + ["/nowhere/at/all"])
  }

  /// A message without the folder's changing name.
  func told(_ error: JSON5Error?) -> String? {
    error.map { $0.description.replacing(root + "/", with: "") }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}

@Suite struct UserThemesTests {
  @Test func `every file of Themes is part of the program`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path + "/Themes")
    #expect(
      files.filter { $0.hasSuffix(".json5") }.sorted()
        == library.names.map { $0 + ".json5" }.sorted())
    let fromFolder = ThemeLibrary(directories: [root.path + "/Themes"])
    #expect(fromFolder.names == library.names)
    for name in library.names {
      #expect(try fromFolder.theme(named: name, depth: .truecolor) == theme(name, .truecolor))
    }
  }

  @Test func `a person's theme comes on top`() throws {
    let folders = Folders()
    let library = try folders.library([
      "mine.json5": """
      { name: { ru: "Моя" }, inherits: "night", lines: "ascii",
        palette: { paper: "#102030", warm: { truecolor: "#fb0", "256": 214 } },
        roles: { heading: { fg: "warm", attributes: ["underline"] }, status: { bg: "#000" } } }
      """,
      "readme.txt": "no theme",
    ])
    #expect(library.names.last == "mine")
    #expect(library.title(of: "mine", .en) == "Моя")
    let theme = try library.theme(named: "mine", depth: .truecolor)
    #expect(theme.lines == .ascii)
    #expect(theme[.text].background == .rgb(red: 0x10, green: 0x20, blue: 0x30))
    #expect(theme[.heading].foreground == .rgb(red: 0xFF, green: 0xBB, blue: 0))
    #expect(theme[.heading].attributes == .underline)
    #expect(theme[.heading].background == theme[.text].background)
    let shallow = try library.theme(named: "mine", depth: .twoHundredFiftySix)
    #expect(shallow[.heading].foreground == .indexed(214))
    #expect(try library.theme(named: "mine", depth: .sixteen)[.heading].foreground == .indexed(11))
    // Without colours the inherited `mono` counts, and `attributes` where there is none.
    let plain = try library.theme(named: "mine", depth: .mono)
    #expect(plain[.statusError].attributes == [.reverse, .bold])
    #expect(plain[.heading].attributes == .underline)
    #expect(library.mistakes(in: "mine") == [])
  }

  @Test func `the first folder counts, and a theme may inherit the one that it hides`() throws {
    let folders = Folders()
    let library = try folders.library(
      ["day.json5": "{ name: { ru: 'А' }, inherits: 'day', palette: { ink: '#010101' } }"],
      [
        "day.json5": "{ name: { ru: 'Б' }, inherits: 'day', palette: { paper: '#fefefe' } }",
        "centre.json5": "{ name: { ru: 'Ц' }, inherits: 'day' }",
      ])
    #expect(library.names.filter { $0 == "day" }.count == 1)
    #expect(library.title(of: "day", .ru) == "А")
    let text = try library.theme(named: "centre", depth: .truecolor)[.text]
    #expect(text.foreground == .rgb(red: 1, green: 1, blue: 1))
    #expect(text.background == .rgb(red: 0xFE, green: 0xFE, blue: 0xFE))
  }

  @Test(arguments: [
    ("{", "x.json5:1:1: this { is not closed"),
    ("{}", "x.json5:1: `name` is missing"),
    ("{name: 'x'}", "x.json5:1: name: an object { } is wanted here, not a text"),
    ("{name: {ru: 'x'}}", "x.json5: roles.text has no `fg`, nor has what it inherits"),
    (
      "{name: {ru: 'x'},\n inherits: 'nihgt'}",
      "x.json5:2: inherits: there is no theme `nihgt`: did you mean `night`?"
    ),
    (
      "{name: {ru: 'x'},\n inherits: 'x'}",
      "x.json5:2: inherits: there is no other theme `x` that this one hides"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n roles: {\n heading: {fg: 'acent'}}}",
      "x.json5:3: roles.heading.fg: `acent` is not in the palette: did you mean `accent`?"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n roles: {\n heading: {fg: '#12345'}}}",
      "x.json5:3: roles.heading.fg: a colour is #rgb or #rrggbb"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n roles: {heading: {attributes: ['bold',\n 'blink']}}}",
      "x.json5:3: roles.heading.attributes[1]: bold, dim, underline or reverse is wanted here"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n\n palette: {ink: {truecolor: '#000', '256': 7}}}",
      "x.json5:3: palette.ink: a colour is \"#rrggbb\", a number from 0 to 255, or { truecolor: \"#rrggbb\", \"256\": a number from 16 to 255, \"16\": a number from 0 to 15 }"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n palette: {ink: true}}",
      "x.json5:2: palette.ink: a text in quotes is wanted here, not true or false"
    ),
    (
      "{name: {ru: 'x'}, inherits: 'day',\n lines: 'round'}",
      "x.json5:2: lines: \"unicode\" or \"ascii\" is wanted here"
    ),
  ])
  func `a broken theme is told with its line and does not stop the program`(
    text: String, message: String
  ) throws {
    let folders = Folders()
    let library = try folders.library(["x.json5": text])
    let error = #expect(throws: JSON5Error.self) {
      try library.theme(named: "x", depth: .truecolor)
    }
    #expect(folders.told(error) == "0/" + message)
    #expect(library.mistakes(in: "x").map { folders.told($0) } == ["0/" + message])
    let usable = library.usableTheme(named: "x", depth: .truecolor)
    #expect(usable.mistake == error)
    #expect(usable.theme == (try theme("day", .truecolor)))
  }

  @Test func `a circle is found`() throws {
    let folders = Folders()
    let library = try folders.library([
      "a.json5": "{ name: { ru: 'а' }, inherits: 'b' }",
      "b.json5": "{ name: { ru: 'б' },\n inherits: 'a' }",
    ])
    let error = #expect(throws: JSON5Error.self) { try library.theme(named: "a", depth: .mono) }
    #expect(folders.told(error) == "0/b.json5:2: inherits: `a` inherits from this theme: a circle")
  }

  @Test func `a broken theme gives way to the one that it hides`() throws {
    let folders = Folders()
    let library = try folders.library(["night.json5": "{"])
    let usable = library.usableTheme(named: "night", depth: .sixteen)
    #expect(usable.theme == (try theme("night", .sixteen)))
    #expect(folders.told(usable.mistake) == "0/night.json5:1:1: this { is not closed")
    #expect(library.title(of: "night", .ru) == "night")
  }

  @Test func `a theme that does not exist`() throws {
    let usable = library.usableTheme(named: "nigth", depth: .truecolor)
    #expect(usable.theme.name == "day")
    #expect(
      usable.mistake?.description == "themes: there is no theme `nigth`: did you mean `night`?")
  }

  @Test func `odd keys and faint letters are told and do no harm`() throws {
    let folders = Folders()
    let library = try folders.library([
      "x.json5": """
      { name: { ru: "x" }, inherits: "day", colours: {},
        roles: {
          headng: { fg: "ink" },
          demo: { fg: "#888", bg: "#fff", bold: true } },
        lines: "ascii",
        lines: "unicode" }
      """
    ])
    #expect(try library.theme(named: "x", depth: .truecolor).lines == .ascii)
    #expect(
      library.mistakes(in: "x").map { folders.told($0) } == [
        "0/x.json5:1: colours: unknown key",
        "0/x.json5:3: roles.headng: unknown key: did you mean `heading`?",
        "0/x.json5:4: roles.demo.bold: unknown key",
        "0/x.json5:6: lines: this key stands in line 5 already",
        "0/x.json5:4: roles.demo: the contrast of the letters is 3.5:1, less than 4.5:1",
      ])
  }
}
