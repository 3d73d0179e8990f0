import JSON5
import PostgresServer
import Testing

/// Two desks with the built program and a real central store: who gets whom.
@Suite struct QueueStoryTests {
  private func number(_ run: Desk.Run) throws -> String? {
    try run.json().child(.key("number"))?.text
  }

  private func issue(_ desk: Desk) throws -> String? {
    try number(try desk.run("ticket issue --situation marriage --json"))
  }

  @Test func twoDesksNeverGetOnePersonAndBothKnowIt() throws {
    let centre = try Centre()
    let first = try centre.desk("Окно 1")
    let second = try centre.desk("Окно 2")
    try first.sync()
    try second.sync()
    #expect(try [issue(first), issue(first), issue(second)] == ["А001", "А002", "Б001"])
    #expect(try second.run("ticket next --json").output == "null\n", "the centre knows of none yet")
    try first.sync()
    try second.sync()
    let called = try [second, first, second, first].map {
      let run = try $0.run("ticket next --json")
      return run.output == "null\n" ? nil : try number(run)
    }
    #expect(called == ["А001", "А002", "Б001", nil])
    for desk in [first, second] {
      try desk.sync()
      let list = try desk.run("ticket list --json").json().list
      #expect(list.compactMap { $0.child(.key("state"))?.text } == ["called", "called", "called"])
    }
  }

  @Test func withoutALinkACallIsForWhoSaysSo() throws {
    let server = try PostgresServer()
    let centre = try Centre(on: server)
    let desk = try centre.desk("Окно 1")
    _ = try issue(desk)
    try desk.sync()
    server.stop()
    let refused = try desk.run("ticket next --json")
    #expect(refused.code == 69)
    #expect(refused.complaints.contains("no_link"))
    #expect(try number(try desk.run("ticket next --unverified --json")) == "А001")
    try server.start()
    try desk.sync()
    #expect(try centre.count("ticket WHERE state = 'called'") == 1)
    server.stop()
  }
}
