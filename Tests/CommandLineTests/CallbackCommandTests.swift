import Domain
import LocalStore
import Testing

@testable import okno

/// Whom to call after a low rating.
@Suite struct CallbackCommandTests {
  @Test func aCallIsListedAndSettled() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    #expect(program.run("rating callbacks --json").output == "[]\n")
    do {
      let now = Instant(milliseconds: 1_795_503_600_000)
      let store = try LocalStore(
        directory: "\(program.folder.path)/.local/share/okno", access: .readWrite,
        ids: IDSource(seed: 1), now: now)
      defer { store.close() }
      try store.recordRating(
        RatingEntry(situation: "birth-of-child", result: .given(score: 2, criteria: [])),
        callback: CallbackRequest(phone: try #require(Phone("9000000001")), days: 3),
        Stamp(now: now, author: Author(desk: store.desk), offset: .moscow))
    }
    let call = try #require(try program.run("rating callbacks --json").json()[0])
    #expect(call["phone"]?.text == "79000000001")
    #expect(call["due"]?.text == "2026-11-27")
    let id = try #require(call["id"]?.text)
    #expect(program.run("rating settle \(id) --outcome praised").code == 64)
    #expect(program.run("rating settle \(id) --outcome won_back").code == 0)
    #expect(program.run("rating settle \(id) --outcome won_back").code == 65)
    let settled = program.run("rating callbacks")
    #expect(settled.output.contains("теперь доволен"))
    #expect(!settled.output.contains("9000000001"))
    let figures = try program.run("rating summary --json").json()["callbacks"]
    #expect(figures?["won_back"]?.number == "1")
  }
}
