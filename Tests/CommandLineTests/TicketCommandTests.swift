import JSON5
import Testing

@testable import okno

@Suite struct TicketCommandTests {
  private static let first = ["id", "number", "situation", "state"]

  @Test func aTicketIsIssuedCalledAndListed() throws {
    let program = try TestProgram()
    #expect(program.run("ticket next --json").output == "null\n")
    let issued = try program.run("ticket issue --json --situation birth-of-child").json()
    #expect(Array(issued.keys.prefix(4)) == Self.first)
    #expect(issued["number"]?.text == "А001")
    #expect(issued["state"]?.text == "waiting")
    #expect(issued["situation"]?.text == "birth-of-child")
    #expect(
      try program.run("ticket issue --json --situation retirement --group veterans").json()[
        "number"]?.text == "А002")
    #expect(
      program.run("ticket next --json --situation marriage").output == "null\n",
      "nobody waits with that")
    let called = try program.run("ticket next --json").json()
    #expect(Array(called.keys.prefix(4)) == Self.first)
    #expect(called["number"]?.text == "А002", "the group goes first")
    #expect(called["state"]?.text == "called")
    let list = try #require(try program.run("ticket list --json").json().list)
    #expect(list.map { $0["number"]?.text } == ["А002", "А001"])
    for ticket in list { #expect(Array(ticket.keys.prefix(4)) == Self.first) }
    let text = program.run("ticket list").output.split(separator: "\n")
    #expect(text[0].contains("вызван"))
    #expect(text[1].contains("ожидает"))
  }

  @Test func whatIsNotThereIsBadData() throws {
    let program = try TestProgram()
    for words in ["--situation no-such", "--situation marriage --group no-such"] {
      let run = program.run("ticket issue --json \(words)")
      #expect(run.code == 65)
      #expect(try run.failure().code == "not_found")
    }
    #expect(program.run("ticket issue --situation marriage --priority 10").code == 64)
    #expect(program.run("ticket issue").code == 64)
  }

  @Test func aVisitEndsTheTicketThatItNames() throws {
    let program = try TestProgram()
    _ = program.run("ticket issue --situation birth-of-child")
    let id = try #require(try program.run("ticket next --json").json()["id"]?.text)
    _ = program.run(
      "visit log --situation birth-of-child --service birth-registration --outcome accepted "
        + "--ticket \(id)")
    let list = try program.run("ticket list --json").json()
    #expect(list[0]?["state"]?.text == "done")
  }
}
