import Catalogue
import Domain
import Testing

@testable import okno

@Suite struct CommandTableTests {
  let commands = CommandTable.okno.commands

  /// The contract's commands that this version contains.
  @Test(arguments: [
    "", "board", "reception", "rate", "search",
    "situation list", "situation show", "advise", "catalogue lint",
    "catalogue export",
    "demo", "citizen add", "citizen find", "citizen show", "citizen erase", "visit log",
    "visit list",
    "rating summary", "report", "audit list", "audit verify", "backup", "restore", "doctor",
    "central init",
    "central enrol", "central status", "completions", "man",
  ])
  func hasTheContractsCommands(_ name: String) {
    #expect(CommandTable.okno.command(name.split(separator: " ").map(String.init)) != nil)
  }

  /// A word after the name of a command with others below it is the name of one of those.
  @Test func namesAreUniqueAndNoneHidesAnother() {
    let paths = commands.map(\.path)
    #expect(Set(paths).count == paths.count)
    for command in commands where CommandTable.okno.isGroup(command.path) {
      #expect(command.operands.isEmpty, "\(command.name)")
    }
  }

  @Test func everythingIsExplainedInBothLanguages() {
    for command in commands {
      var texts = [command.summary] + command.details
      texts += command.allOptions.map(\.summary) + command.operands.map(\.summary)
      for text in texts {
        #expect(!text.ru.isEmpty)
        #expect(text.en?.isEmpty == false, "\(command.name): \(text.ru)")
        #expect(text.en != text.ru)
      }
      #expect(!command.examples.isEmpty)
    }
  }

  @Test func onlyScreensHaveNoJSON() {
    for command in commands {
      #expect(command.isScreen == command.shape.isEmpty)
      #expect(command.isScreen != command.allOptions.contains(CommonOptions.json))
    }
  }

  @Test func optionsOfACommandHaveNamesOfTheirOwn() {
    for command in commands {
      let names = command.allOptions.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }

  /// Personal data have no place on a command line. Looking for somebody is the exception that the
  /// contract makes, and it can read standard input.
  @Test func noOptionTakesPersonalData() {
    let personal = ["name", "surname", "patronymic", "birth", "snils", "phone", "note"]
    for option in commands.flatMap(\.allOptions) {
      #expect(!personal.contains { option.name.contains($0) }, "--\(option.name)")
    }
    #expect(CommandTable.okno.command(["citizen", "add"])?.operands.isEmpty == true)
  }

  /// Each example is a command line that the program takes, with ids that exist.
  @Test func examplesAreValid() throws {
    let catalogue = try BundledCatalogue().load()
    let situations = Set(catalogue.situations.map(\.id.rawValue))
    let services = Set(catalogue.services.map(\.id.rawValue))
    for command in commands {
      for example in command.examples {
        let part = try #require(
          example.split(separator: "|").first { $0.contains("okno ") || $0 == "okno" })
        let words = part.split(separator: " ").map(String.init)
        let beginning = try #require(words.firstIndex(of: "okno"))
        let line = words[(beginning + 1)...].prefix { !["<", ">"].contains($0) }
        let invocation = try Invocation(Array(line), table: .okno)
        guard case .run(let called) = invocation.request else {
          Issue.record("\(example) runs nothing")
          continue
        }
        #expect(called.path == command.path)
        for option in command.options {
          for value in invocation.all(option) {
            if option.value == .situation { #expect(situations.contains(value), "\(value)") }
            if option.value == .service { #expect(services.contains(value), "\(value)") }
          }
        }
        for (operand, value) in zip(command.operands, invocation.operands)
        where operand.value == .situation {
          #expect(situations.contains(value))
        }
      }
    }
  }
}
