import Domain
import JSON5
import Testing

@testable import okno

@Suite struct OfferCommandTests {
  @Test func aBirthdayBringsAnOfferAndTheLookIsAudited() throws {
    let program = try TestProgram()
    #expect(try program.run("offers --json").json().list?.isEmpty == true)
    // Of this day, whatever the clock of the machine says.
    let logged = try program.run(
      "visit log --situation birth-of-child --service birth-registration --outcome consulted --json"
    ).json()
    let today = try #require(CalendarDate(String((logged["started"]?.text ?? "").prefix(10))))
    let born = today.adding(months: -12 * 20).adding(days: -3)
    let card = #"{"surname": "Иванова", "given_name": "Мария", "birth_date": "\#(born)"}"#
    #expect(program.run("citizen add --json", input: card).code == 0)
    let line = try #require(try program.run("offers --json").json().list?.first)
    #expect(line["name"]?.text == "Иванова Мария")
    let offer = try #require(line["offers"]?.list?.first)
    #expect(offer["offer"]?.text == "passport-at-20")
    #expect(offer["service"]?.text == "passport-replacement")
    #expect(offer["until"]?.text == "\(born.adding(months: 12 * 21))")
    #expect(program.run("offers").output.contains("Исполнилось 20 лет"))
    #expect(program.run("audit list").output.contains("список предложений"))
    let id = try #require(line["citizen"]?.text)
    let file = try program.folder.write("\n \(id)\n", to: "today.txt")
    let expected = try program.run("offers --expected \(file) --json").json()
    #expect(expected.list?.map { $0["citizen"]?.text } == [id])
    let nobody = try program.folder.write("", to: "nobody.txt")
    #expect(try program.run("offers --expected \(nobody) --json").json().list?.isEmpty == true)
  }

  @Test func aFileOfExpectedVisitorsIsCheckedLineByLine() throws {
    let program = try TestProgram()
    let file = try program.folder.write("\nИванова\n", to: "today.txt")
    let run = program.run("offers --expected \(file) --json")
    #expect(run.code == 65)
    #expect(try run.failure().code == "expected")
    #expect(run.complaints.contains("today.txt:2"))
    #expect(program.run("offers --expected nowhere --json").code == 74)
  }
}
