import Domain
import FoundationEssentials
import JSON5
import LocalStore
import Testing

@testable import okno

@Suite struct AdviceCommandTests {
  @Test func everyServiceHasItsAnswer() throws {
    let program = try TestProgram()
    let advice = try program.run(
      "advise birth-of-child --event-date 2026-11-01 --region 78 --json"
    ).json()
    let situation = try program.run("situation show birth-of-child --json").json()
    let services = try #require(advice["services"]?.list)
    #expect(
      services.map { $0["service"]?.text } == situation["services"]?.list?.map { $0["id"]?.text })
    for service in services {
      let verdict = try #require(service["verdict"]?.text)
      #expect(["due", "ask", "not_due"].contains(verdict))
      let because = try #require(service["because"]?.list)
      #expect(!because.isEmpty)
      for reason in because {
        #expect(reason["text"]?.text?.isEmpty == false)
        #expect(reason["legal_basis"]?.list?.isEmpty == false)
      }
      #expect(service["documents"]?.list?.isEmpty == false)
    }
    #expect(advice["situation"]?.text == "birth-of-child")
    #expect(advice["event_date"]?.text == "2026-11-01")
    #expect(advice["not_a_decision"]?.text?.contains("не решение") == true)
  }

  @Test func deadlinesAreDaysFromTheEvent() throws {
    let program = try TestProgram()
    let dated = try program.run("advise birth-of-child --event-date 2026-10-31 --json").json()
    let registration = dated["services"]?.list?.first {
      $0["service"]?.text == "birth-registration"
    }
    #expect(registration?["deadline"]?.text == "2026-11-30")
    let undated = try program.run("advise birth-of-child --json").json()
    #expect(undated["services"]?.list?.allSatisfy { $0["deadline"]?.isNull == true } == true)
  }

  /// 12 June is a holiday; a centre's own year takes the place of the program's.
  @Test func workingDaysFollowTheProductionCalendar() throws {
    let program = try TestProgram()
    func deadline() throws -> String? {
      let advice = try program.run("advise school --event-date 2026-06-10 --json").json()
      return advice["services"]?.list?.first { $0["service"]?.text == "exam-appeal" }?["deadline"]?
        .text
    }
    #expect(try deadline() == "2026-06-15")
    try calendar(in: program, sum: 261)
    #expect(try deadline() == "2026-06-12")
    #expect(program.run("doctor").output.contains("2025, 2026, 2027"))
  }

  /// What is on the card counts, is in the audit, and is nobody's who may not serve.
  @Test func aCitizenIsAdvisedByTheCard() throws {
    let program = try TestProgram()
    let card = #"{"surname": "Иванова", "given_name": "Мария", "birth_date": "1990-03-12"}"#
    let added = try program.run("citizen add --json", input: card).json()
    let citizen = try #require(added["id"]?.text)
    func advice(_ options: String) throws -> JSON5Node {
      try program.run("advise passport-by-age \(options) --json").json()
    }
    func needs(_ advice: JSON5Node) -> Set<String> {
      Set(advice["services"]?.list?.flatMap { $0["needs"]?.list?.compactMap(\.text) ?? [] } ?? [])
    }
    #expect(needs(try advice("")).contains("age"))
    #expect(!needs(try advice("--citizen \(citizen)")).contains("age"))
    let entries = program.run("audit list").output
    #expect(entries.contains("совет по услугам"))
    let unknown = program.run(
      "advise passport-by-age --citizen 0193a5c0-0000-7000-8000-000000000001 --json")
    #expect(try unknown.failure().code == "not_found")
  }

  /// As at the desk: it counts, with its reason and the rule's answer beside it, and nothing is asked for it.
  @Test func anEmployeesAnswerStandsInPlaceOfTheRules() throws {
    let program = try TestProgram()
    let citizen = try program.addCitizen(TestProgram.maria)
    let visit = try program.run("\(TestProgram.birth) --citizen \(citizen)").json()
    let ended = try #require(Instant(iso8601: visit["ended"]?.text ?? ""))
    let store = try LocalStore(
      directory: "\(program.folder.path)/.local/share/okno", access: .readWrite,
      ids: IDSource(seed: 1), now: ended)
    var ids = IDSource(seed: 2)
    let remark = RemarkDraft(
      id: ids.makeID(at: ended),
      content: .verdict("unified-benefit", .notDue, reason: "семья получает его у другого"),
      situation: "birth-of-child")
    try store.tell(
      remark, of: try #require(Citizen.ID(citizen)),
      Stamp(now: ended, author: Author(desk: store.desk), offset: .utc))
    store.close()

    func service(_ id: String, _ options: String) throws -> JSON5Node {
      let advice = try program.run("advise birth-of-child \(options) --json").json()
      return try #require(advice["services"]?.list?.first { $0["service"]?.text == id })
    }
    let own = try service("unified-benefit", "--citizen \(citizen)")
    #expect(own["verdict"]?.text == "not_due")
    #expect(own["overruled"]?["by_rule"]?.text == "ask")
    #expect(own["overruled"]?["reason"]?.text == "семья получает его у другого")
    #expect(own["needs"]?.list?.isEmpty == true)
    #expect(try service("birth-allowance", "--citizen \(citizen)")["overruled"]?.isNull == true)
    #expect(try service("unified-benefit", "")["verdict"]?.text == "ask")
    #expect(try service("unified-benefit", "")["note"]?.text?.contains("МРОТ") == true)
    #expect(try service("birth-registration", "")["note"]?.isNull == true)
    let text = program.run("advise birth-of-child --citizen \(citizen)").output
    #expect(text.contains("Ответ сотрудника: не подходит, причина: семья получает его у другого"))
    #expect(text.contains("По правилу справочника: ") && text.contains("Учтите: "))
  }

  @Test func aCalendarThatCannotBeUsedIsTold() throws {
    let program = try TestProgram()
    try calendar(in: program, sum: 260)
    let run = program.run("advise school --json")
    #expect(run.code == 78)
    #expect(try run.failure().message.contains("calendar/2026.json5:"))
    let doctor = program.run("doctor")
    #expect(doctor.code == 78)
    #expect(doctor.output.contains("calendar/2026.json5:"))
  }

  /// A year without holidays, as a centre could write it.
  private func calendar(in program: TestProgram, sum: Int) throws {
    let folder = "\(program.folder.path)/.config/okno/calendar"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try program.folder.write(
      """
      {
        year: 2026, holidays: [], transfers: [], working_days: \(sum),
        legal_basis: [{ act: "Закон края" }],
        provenance: { source: "Закон края", reviewed: "2026-11-24" },
      }
      """, to: ".config/okno/calendar/2026.json5")
  }

  @Test(arguments: [
    ("advise birth-of-child --fact age", 64), ("advise birth-of-child --fact agge=3", 64),
    ("advise birth-of-child --fact age=old", 65), ("advise birth-of-child --fact age=200", 65),
    ("advise birth-of-child --fact age=20 --fact age=30", 64),
    ("advise birth-of-child --region 99", 64), ("advise birth-of-child --event-date soon", 64),
    ("advise nowhere", 65), ("advise", 64),
    ("advise birth-of-child --fact employment=idle", 65),
  ])
  func aMistakeIsTold(line: String, code: Int) throws {
    let run = try TestProgram().run("\(line) --json")
    #expect(run.code == Int32(code))
    #expect(try run.failure().message.isEmpty == false)
  }

  @Test func whatWasMeantIsNamed() throws {
    let program = try TestProgram()
    let name = program.run("advise birth-of-child --fact emploiment=student --json")
    #expect(try name.failure().message.contains("«employment»"))
    let value = program.run("advise birth-of-child --fact employment=idle --json")
    #expect(try value.failure().message.contains("student"))
  }

  @Test func theTextSaysThatItIsNoDecision() throws {
    let program = try TestProgram()
    #expect(program.run("advise retirement").output.contains("не решение"))
    #expect(program.run("advise retirement --lang en").output.contains("not a decision"))
  }
}
