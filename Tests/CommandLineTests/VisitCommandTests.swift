import Domain
import Glibc
import JSON5
import LocalStore
import Testing

@testable import okno

/// Visits and ratings.
@Suite struct VisitCommandTests {
  private static let visit = [
    "id", "situation", "services", "citizen", "ticket", "channel", "started", "ended",
  ]
  @Test func aVisitIsLoggedAndListed() throws {
    let program = try TestProgram()
    let logged = try program.run(TestProgram.birth).json()
    #expect(logged.keys == Self.visit)
    #expect(logged["situation"]?.text == "birth-of-child")
    #expect(logged["services"]?[0]?.keys == ["id", "outcome"])
    #expect(logged["services"]?[0]?["outcome"]?.text == "accepted")
    #expect(logged["citizen"]?.isNull == true)
    #expect(logged["ticket"]?.isNull == true)
    #expect(logged["channel"]?.text == "counter")
    #expect(Instant(iso8601: logged["started"]?.text ?? "") != nil)

    let list = try #require(try program.run("visit list --json").json().list)
    #expect(list.count == 1)
    #expect(list[0].keys == Self.visit)
    #expect(list[0]["id"]?.text == logged["id"]?.text)
    #expect(try program.run("visit list --json --to 2020-01-01").json().list?.isEmpty == true)
  }

  @Test func severalServicesHaveOneOutcomeOrOneEach() throws {
    let program = try TestProgram()
    let start = "visit log --json --situation birth-of-child --service birth-registration"
    let each = try program.run(
      start + " --outcome issued --service maternity-capital --outcome consulted"
    ).json()
    #expect(each["services"]?.list?.map { $0["outcome"]?.text } == ["issued", "consulted"])
    let one = try program.run(start + " maternity-capital --outcome refused").json()
    #expect(
      one["services"]?.list?.map { $0["id"]?.text } == ["birth-registration", "maternity-capital"])
    #expect(one["services"]?.list?.map { $0["outcome"]?.text } == ["refused", "refused"])

    let odd = program.run(
      start
        + " --service maternity-capital --service birth-allowance --outcome issued --outcome issued"
    )
    #expect(odd.code == 64)
    let twice = program.run(start + " --service birth-registration --outcome issued")
    #expect(twice.code == 65)
    #expect(try program.run("visit list --json").json().list?.count == 2)
  }

  @Test(arguments: [
    ("--situation nowhere --service birth-registration", "nowhere"),
    ("--situation marriage --service nothing", "nothing"),
    (
      "--situation marriage --service marriage-registration --citizen 01a20f37-4954-71ba-aedb-ff0defb19b92",
      "01a20f37"
    ),
  ])
  func aVisitOfWhatIsNotThereIsBadData(_ words: String, _ name: String) throws {
    let program = try TestProgram()
    let run = program.run("visit log --json --outcome issued \(words)")
    #expect(run.code == 65)
    #expect(try run.failure().code == "not_found")
    #expect(try run.failure().message.contains(name))
    #expect(try program.run("visit list --json").json().list?.isEmpty == true)
  }

  @Test func aServiceOfAnotherSituationIsBadData() throws {
    let program = try TestProgram()
    let run = program.run(
      "visit log --json --situation birth-of-child --service death-registration --outcome issued")
    #expect(run.code == 65)
    #expect(try run.failure().code == "not_linked")
    #expect(try run.failure().message.contains("death-registration"))
    #expect(try program.run("visit list --json").json().list?.isEmpty == true)
  }

  @Test(arguments: [
    ("1899-12-31", 65), ("1500-11-01", 65), ("2100-01-01", 65), ("1900-01-01", 0),
  ])
  func anEventIsOfAReasonableYear(_ day: String, _ code: Int) throws {
    let run = try TestProgram().run("\(TestProgram.birth) --event-date \(day)")
    #expect(Int(run.code) == code, "\(run.complaints)")
    if code != 0 { #expect(try run.failure().message.contains("1900-01-01")) }
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsAUsageMistakeOfItsCommand() throws {
    let run = try TestProgram().run("visit list --json --from 2026-11-25 --to 2026-11-20")
    #expect(run.code == 64)
    #expect(try run.failure().message.hasSuffix("okno visit list --help"))
  }

  @Test func undoneVisitsAreListedWhenAskedFor() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(TestProgram.maria)
    let visit = try program.run("\(TestProgram.birth) --citizen \(id)").json()
    let stays = try program.run(TestProgram.birth).json()
    let data = "\(program.folder.path)/.local/share/okno"
    let now = try #require(Instant(iso8601: visit["started"]?.text ?? ""))
    let store = try LocalStore(
      directory: data, access: .readWrite, ids: IDSource(seed: 1), now: now)
    let stamp = Stamp(now: now, author: Author(desk: store.desk), offset: .utc)
    try store.undoVisit(try #require(Visit.ID(visit["id"]?.text ?? "")), stamp)
    store.close()

    #expect(
      try program.run("visit list --json").json().list?.map { $0["id"]?.text } == [
        stays["id"]?.text
      ])
    let all = try #require(try program.run("visit list --all --json").json().list)
    #expect(all.map { $0["id"]?.text } == [stays["id"]?.text, visit["id"]?.text])
    #expect(all.map(\.keys) == [Self.visit + ["undone"], Self.visit + ["undone"]])
    #expect(all[0]["undone"]?.isNull == true)
    #expect(all[1]["undone"]?.text == now.iso8601)
    let text = program.run("visit list --all").output.split(separator: "\n")
    #expect(text.map { $0.hasSuffix("отменён") } == [false, true])
  }

  @Test func personsReadNamesAndTheirOwnDates() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(TestProgram.maria)
    #expect(program.run("\(TestProgram.birth) --citizen \(id)").code == 0)
    #expect(program.run(TestProgram.birth).code == 0)
    let list = program.run("visit list").output.split(separator: "\n")
    #expect(list.count == 2)
    #expect(list[0].contains("Рождение ребёнка") && list[0].contains("без имени"))
    #expect(list[1].contains("Иванова Мария"))
    #expect(list.allSatisfy { !$0.contains("birth-") })
    #expect(list[0].prefix(10).wholeMatch(of: /\d\d\.\d\d\.\d{4}/) != nil)
    let card = program.run("citizen show \(id)").output
    #expect(card.contains("12.03.1990") && card.contains("Рождение ребёнка"))
    #expect(!card.contains("birth-"))
    let audit = program.run("audit list").output
    #expect(audit.contains("просмотр") && !audit.contains("seen"))
    #expect(program.run("audit list --lang en").output.contains("seen"))
  }

  @Test func ratingsAreToldFromFiveOn() throws {
    let keys = ["count", "declined", "skipped", "timed_out", "share_best", "by_criterion"]
    let program = try TestProgram()
    for score in [5, 5, 4, 5] {
      #expect(program.run("\(TestProgram.birth) --rating \(score)").code == 0)
    }
    let four = try program.run("rating summary --json").json()
    #expect(Array(four.keys.prefix(6)) == keys)
    #expect(four["count"]?.number == "4")
    #expect(four["share_best"]?.isNull == true)
    #expect(four["by_criterion"]?.isNull == true)
    #expect(program.run("\(TestProgram.birth) --rating 1").code == 0)
    let five = try program.run("rating summary --json").json()
    #expect(five["count"]?.number == "5")
    #expect(five["share_best"]?.number == "0.6")
    #expect(five["by_criterion"]?.keys == Criterion.allCases.map(\.rawValue))
    let low = try #require(five["best_interval"]?["low"]?.number.flatMap { Double($0) })
    #expect((0.23...0.24).contains(low), "3 of 5 by Wilson")
    // Entered one after the other, they are no citizens' own.
    #expect(five["signs"]?[0]?.text == "bursts")
    #expect(five["by_situation"]?[0]?["asked"]?.number == "5")
    #expect(five["by_situation"]?[0]?["share_best"]?.isNull == true)
    #expect(program.run("rating summary").output.contains("Лучших 60 % (от 23 до 88 %)"))

    // The sixth is counted, and moves nothing else: the difference would be that rating.
    #expect(program.run("\(TestProgram.birth) --rating 5").code == 0)
    let six = try program.run("rating summary --json").json()
    #expect(six["count"]?.number == "6")
    #expect(six["share_count"]?.number == "5")
    #expect(six["share_best"]?.number == "0.6")
  }
}
