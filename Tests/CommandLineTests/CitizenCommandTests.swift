import JSON5
import Testing

@testable import okno

/// The register.
@Suite struct CitizenCommandTests {
  @Test func aCitizenIsAddedFoundShownAndErased() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(TestProgram.maria)
    let found = try program.run(["citizen", "find", "мария", "ив", "--json"]).json()
    #expect(found[0]?["id"]?.text == id)
    #expect(found[0]?["kind"]?.text == "citizen")

    #expect(program.run("\(TestProgram.birth) --citizen \(id) --event-date 2026-11-20").code == 0)
    let card = try program.run("citizen show \(id) --json").json()
    #expect(card["surname"]?.text == "Иванова")
    #expect(card["birth_date"]?.text == "1990-03-12")
    #expect(card["snils"]?.text == "11223344595")
    #expect(card["phone"]?.text == "79161234567")
    #expect(card["cases"]?[0]?["event_date"]?.text == "2026-11-20")
    #expect(card["visits"]?[0]?["citizen"]?.text == id)

    let audit = try #require(try program.run("audit list --json").json().list)
    #expect(audit.contains { $0["action"]?.text == "seen" && $0["subject_id"]?.text == id })
    #expect(!program.run("audit list").output.contains("Иванова"))

    #expect(program.run("citizen erase \(id) --json").code == 0)
    #expect(try program.run("citizen show \(id) --json").failure().code == "not_found")
    #expect(try program.run(["citizen", "find", "мария", "--json"]).json().list?.isEmpty == true)
    let visits = try program.run("visit list --json").json()
    #expect(visits[0]?["citizen"]?.isNull == true)
  }

  @Test func theSamePersonTwiceNeedsAWord() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(TestProgram.maria)
    let again = program.run("citizen add --json", input: TestProgram.maria)
    #expect(again.code == 65)
    #expect(try again.failure().code == "duplicate")
    #expect(try again.failure().message.contains(id))
    #expect(program.run("citizen add --allow-duplicate", input: TestProgram.maria).code == 0)
  }

  @Test(arguments: [
    ("", "surname"), ("[]", "surname"), ("{}", "surname"), (#"{"surname": " "}"#, "surname"),
    (#"{"surname": 5}"#, "surname"),
    (#"{"surname": "Секретова", "snils": "11223344590"}"#, "snils"),
    (#"{"surname": "Секретова", "phone": "123"}"#, "phone"),
    (#"{"surname": "Секретова", "birth_date": "2090-01-01"}"#, "birth_date"),
    (#"{"surname": "Секретова", "birth_date": "1790-02-03"}"#, "birth_date"),
    (#"{"surname": "Секретова", "audience": "alien"}"#, "audience"),
    (#"{"surname": "Секретова", "sex": "f"}"#, "sex"),
  ])
  func badCardsAreRefusedWithoutRepeatingThem(_ input: String, _ key: String) throws {
    let run = try TestProgram().run("citizen add --json", input: input)
    #expect(run.code == 65)
    #expect(try run.failure().code == "bad_input")
    #expect(try run.failure().message.contains(key))
    #expect(!run.complaints.contains("Секретова"))
    #expect(!run.complaints.contains("11223344590"))
  }

  @Test func atAKeyboardTheProgramAsks() throws {
    let program = try TestProgram()
    let answers = ["Петров", "Иван", "", "32.01.1990", "31.01.1990", "", "+7 916 000-00-00"]
    let run = program.run("citizen add --json", answers: answers)
    let citizen = try run.json()
    #expect(citizen["surname"]?.text == "Петров")
    #expect(citizen["birth_date"]?.text == "1990-01-31")
    #expect(citizen["snils"]?.isNull == true)
    #expect(run.complaints.contains("Фамилия: "))
    let id = try #require(citizen["id"]?.text)
    #expect(program.run("citizen erase \(id)", answers: ["нет"]).code != 0)
    #expect(program.run("citizen erase \(id)", answers: ["да"]).code == 0)
  }

  @Test func controlsInDataAreNeverSent() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(
      #"{"surname": "Зло\u001b[2Jдеев\u009b", "given_name": "\u202eИван"}"#)
    let outputs = [
      program.run("citizen show \(id)"), program.run("citizen show \(id) --json"),
      program.run(["citizen", "find", "злодеев"]),
      program.run(["citizen", "find", "иван", "--json"]),
      program.run(["situation", "show", "\u{1B}[2J"]),
    ]
    for run in outputs {
      for scalar in (run.output + run.complaints).unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control)
        #expect(scalar.value != 0x202E)
      }
    }
  }
}
