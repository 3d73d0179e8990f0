import Domain
import FoundationEssentials
import Glibc
import Testing

@testable import okno

/// What people read, word for word. `RECORD_FIXTURES=1` writes the fixtures anew, and fails.
@Suite struct HelpTests {
  private static let isRecording = getenv("RECORD_FIXTURES") != nil

  @Test(arguments: Language.allCases)
  func theProgramsHelp(_ language: Language) throws {
    let help = HelpText(table: .okno, language: language).text([])
    try expectFixture("help.\(language.rawValue).txt", help)
  }

  @Test(arguments: Language.allCases)
  func theHelpOfACommand(_ language: Language) throws {
    let help = HelpText(table: .okno, language: language).text(["visit", "log"])
    try expectFixture("help-visit-log.\(language.rawValue).txt", help)
  }

  /// Every option and operand of the table stands in the help of its command.
  @Test(arguments: Language.allCases)
  func helpIsComplete(_ language: Language) {
    let help = HelpText(table: .okno, language: language)
    for command in CommandTable.okno.commands where !command.path.isEmpty {
      let text = help.text(command.path)
      for option in command.allOptions { #expect(text.contains("--\(option.name)")) }
      for operand in command.operands { #expect(text.contains(operand.written(language))) }
      for example in command.examples { #expect(text.contains(example)) }
      #expect(help.text([]).contains(command.path.joined(separator: " ")))
    }
  }

  @Test func helpOfAGroupListsItsCommands() throws {
    let run = try TestProgram().run("citizen --help")
    #expect(run.code == 0)
    for word in ["add", "find", "show", "erase"] { #expect(run.output.contains("citizen \(word)")) }
  }

  @Test func helpAsJSONIsTheTable() throws {
    let root = try TestProgram().run("--help --json").json()
    #expect(root.list?.count == CommandTable.okno.commands.count)
    #expect(root[0]?.keys == ["command", "summary", "usage", "operands", "options", "json"])
  }

  private func expectFixture(
    _ name: String, _ text: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = file[...(file.lastIndex(of: "/") ?? file.startIndex)]
    let url = URL(filePath: "\(folder)Fixtures/\(name)")
    if Self.isRecording {
      try Data((text + "\n").utf8).write(to: url)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text + "\n" == wanted, "\(name) differs", sourceLocation: sourceLocation)
  }
}
