import Domain
import Glibc
import JSON5
import LocalStore
import Testing

@testable import okno

/// The commands from words to what they print, with a store of their own.
@Suite struct CommandTests {
  private static let visit = [
    "id", "situation", "services", "citizen", "ticket", "channel", "started", "ended",
  ]
  private static let birth =
    "visit log --json --situation birth-of-child --service birth-registration --outcome accepted"

  // MARK: - Situations

  @Test func situationsAreListed() throws {
    let root = try TestProgram().run("situation list --json").json()
    let list = try #require(root.list)
    #expect(list.count >= 12)
    for item in list { #expect(item.keys == ["id", "title", "audience"]) }
    #expect(list.contains { $0["id"]?.text == "birth-of-child" })
  }

  @Test func aSituationIsShownInTheChosenLanguage() throws {
    let program = try TestProgram()
    let russian = try program.run("situation show birth-of-child --json").json()
    let english = try program.run("situation show birth-of-child --json --lang en").json()
    #expect(russian["title"]?.text == "Рождение ребёнка")
    #expect(english["title"]?.text != russian["title"]?.text)
    #expect(Array(russian.keys.prefix(3)) == ["id", "title", "audience"])
    #expect(russian["services"]?[0]?["id"]?.text == "birth-registration")
    for service in russian["services"]?.list ?? [] {
      #expect(Array(service.keys.prefix(2)) == ["id", "title"])
    }
    let text = program.run("situation show birth-of-child").output
    for service in russian["services"]?.list ?? [] {
      #expect(text.contains(service["id"]?.text ?? "?"))
    }
  }

  /// Whoever prints a leaflet from it must not name a fee or a day without its condition.
  @Test func feesTermsAndDeadlinesBringTheirConditions() throws {
    let travel = try TestProgram().run("situation show foreign-travel --json").json()
    let services = try #require(travel["services"]?.list)
    let child = try #require(services.first { $0["id"]?.text == "foreign-passport-child" })
    #expect(child["fee_note"]?.text?.contains("14") == true)
    #expect(child["term"]?["note"]?.text?.isEmpty == false)
    #expect(travel["deadlines"]?[0]?["note"]?.text?.isEmpty == false)
    let permit = try #require(services.first { $0["id"]?.text == "international-driving-permit" })
    #expect(permit["fee_kopecks"]?.isNull == true)
    #expect(permit["fee_note"]?.isNull == true)
    let text = try TestProgram().run("situation show foreign-travel").output
    #expect(text.contains("Плата: уточните"))
    #expect(text.contains("Срок: уточните"))
  }

  @Test func anUnknownSituationIsBadData() throws {
    let run = try TestProgram().run("situation show nowhere --json")
    #expect(run.code == 65)
    #expect(try run.failure().code == "not_found")
  }

  // MARK: - Search

  @Test func searchPutsTheSituationFirstAndSaysWhy() throws {
    let program = try TestProgram()
    let root = try program.run(["search", "родился", "ребенок", "--json"]).json()
    #expect(Array(try #require(root[0]).keys.prefix(5)) == ["kind", "id", "title", "score", "why"])
    #expect(root[0]?["kind"]?.text == "situation")
    #expect(root[0]?["id"]?.text == "birth-of-child")
    #expect(root[0]?["why"]?.text?.isEmpty == false)
    let services = program.run([
      "search", "ребенок", "--kind", "service", "--limit", "2", "--json",
    ])
    #expect(try services.json().list?.count == 2)
    #expect(try services.json().list?.allSatisfy { $0["kind"]?.text == "service" } == true)
  }

  @Test func searchReadsStandardInput() throws {
    let root = try TestProgram().run("search - --json", input: "propiska\n").json()
    #expect(root[0]?["id"]?.text == "change-of-residence")
  }

  @Test(arguments: ["\"", "*", "NEAR(", "a AND", "\u{1B}[2J", "-- --json"])
  func anyTextIsSearchedFor(_ text: String) throws {
    let run = try TestProgram().run(["search", "--json", "--", text])
    #expect(run.code == 0)
    #expect(try run.json().list != nil)
  }

  // MARK: - Visits and ratings

  @Test func aVisitIsLoggedAndListed() throws {
    let program = try TestProgram()
    let logged = try program.run(Self.birth).json()
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
    let run = try TestProgram().run("\(Self.birth) --event-date \(day)")
    #expect(Int(run.code) == code, "\(run.complaints)")
    if code != 0 { #expect(try run.failure().message.contains("1900-01-01")) }
  }

  @Test func undoneVisitsAreListedWhenAskedFor() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(Self.maria)
    let visit = try program.run("\(Self.birth) --citizen \(id)").json()
    let stays = try program.run(Self.birth).json()
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
    let id = try program.addCitizen(Self.maria)
    #expect(program.run("\(Self.birth) --citizen \(id)").code == 0)
    #expect(program.run(Self.birth).code == 0)
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
    for score in [5, 5, 4, 5] { #expect(program.run("\(Self.birth) --rating \(score)").code == 0) }
    let four = try program.run("rating summary --json").json()
    #expect(Array(four.keys.prefix(6)) == keys)
    #expect(four["count"]?.number == "4")
    #expect(four["share_best"]?.isNull == true)
    #expect(four["by_criterion"]?.isNull == true)
    #expect(program.run("\(Self.birth) --rating 1").code == 0)
    let five = try program.run("rating summary --json").json()
    #expect(five["count"]?.number == "5")
    #expect(five["share_best"]?.number == "0.6")
    #expect(five["by_criterion"]?.keys == Criterion.allCases.map(\.rawValue))

    // The sixth is counted, and moves nothing else: the difference would be that rating.
    #expect(program.run("\(Self.birth) --rating 5").code == 0)
    let six = try program.run("rating summary --json").json()
    #expect(six["count"]?.number == "6")
    #expect(six["share_count"]?.number == "5")
    #expect(six["share_best"]?.number == "0.6")
  }

  // MARK: - Citizens

  private static let maria =
    #"{"surname": "Иванова", "given_name": "Мария", "birth_date": "12.03.1990", "snils": "112-233-445 95", "phone": "8 (916) 123-45-67"}"#

  @Test func aCitizenIsAddedFoundShownAndErased() throws {
    let program = try TestProgram()
    let id = try program.addCitizen(Self.maria)
    let found = try program.run(["citizen", "find", "мария", "ив", "--json"]).json()
    #expect(found[0]?["id"]?.text == id)
    #expect(found[0]?["kind"]?.text == "citizen")

    #expect(program.run("\(Self.birth) --citizen \(id) --event-date 2026-11-20").code == 0)
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
    let id = try program.addCitizen(Self.maria)
    let again = program.run("citizen add --json", input: Self.maria)
    #expect(again.code == 65)
    #expect(try again.failure().code == "duplicate")
    #expect(try again.failure().message.contains(id))
    #expect(program.run("citizen add --allow-duplicate", input: Self.maria).code == 0)
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

  // MARK: - Care

  @Test func aBackupBringsEverythingBack() throws {
    let program = try TestProgram()
    let copy = "\(program.folder.path)/copy.sqlite"
    #expect(program.run(Self.birth).code == 0)
    #expect(try program.run("backup \(copy) --json").json()["file"]?.text == copy)
    #expect(program.run(Self.birth).code == 0)
    let restored = try program.run("restore \(copy) --json").json()
    #expect(restored["file"]?.text == copy)
    #expect(restored["replaced"]?.text != nil)
    #expect(try program.run("visit list --json").json().list?.count == 1)
    #expect(try program.run("audit verify --json").json()["ok"]?.content.isTrue == true)
    // The same name again is an earlier copy; another file is left alone.
    #expect(program.run("backup \(copy)").code == 0)
    let letter = try program.folder.write("Дорогая мама", to: "letter.txt")
    #expect(program.run("backup \(letter) --json").code == 73)
  }

  @Test func aDamagedCopyIsNotTakenForTheStore() throws {
    let program = try TestProgram()
    let copy = "\(program.folder.path)/copy.sqlite"
    #expect(program.run("backup \(copy)").code == 0)
    #expect(truncate(copy, 50_000) == 0)
    let run = program.run("restore \(copy) --json")
    #expect(run.code == 65)
    #expect(try run.failure().code == "corrupt")
    #expect(try !run.failure().message.contains("okno restore"))
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsAUsageMistakeOfItsCommand() throws {
    let run = try TestProgram().run("visit list --json --from 2026-11-25 --to 2026-11-20")
    #expect(run.code == 64)
    #expect(try run.failure().message.hasSuffix("okno visit list --help"))
  }

  @Test func doctorFindsAHealthyStoreHealthy() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let list = try #require(try program.run("doctor --json").json().list)
    for item in list {
      #expect(item.keys == ["subject", "level", "detail"])
      #expect(item["level"]?.text != "fault")
    }
    #expect(list.contains { $0["subject"]?.text == "configuration" })
  }

  @Test func aFaultyConfigurationStopsCommandsButNotDoctorAndHelp() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{\n  theme: 5\n}", to: "config.json5")
    let run = program.run("situation list --json --config \(file)")
    #expect(run.code == 78)
    #expect(try run.failure().code == "configuration")
    #expect(try run.failure().message.contains("config.json5:2: theme"))
    #expect(program.run("situation list").code == 0)
    #expect(program.run("doctor --config \(file)").code == 78)
    #expect(program.run("doctor --config \(file)").output.contains("config.json5:2"))
    for line in ["--help", "--version", "man", "completions bash"] {
      #expect(program.run("\(line) --config \(file)").code == 0, "\(line)")
    }
  }

  @Test func aNamedThemeThatIsNotThereIsTold() throws {
    let program = try TestProgram()
    let run = program.run("situation list --json --theme nope")
    #expect(run.code == 64)
    #expect(try run.failure().code == "unknown_theme")
    #expect(program.run("situation list --theme night").code == 0)
  }

  @Test func aStoreThatIsGoneIsTold() throws {
    let program = try TestProgram()
    let data = "\(program.folder.path)/data"
    #expect(program.run("situation list --data \(data)").code == 0)
    unlink("\(data)/okno.sqlite")
    let run = program.run("citizen find x --json --data \(data)")
    #expect(run.code == 65)
    #expect(try run.failure().code == "lost")
    #expect(try run.failure().message.contains("okno restore --data \(data) ФАЙЛ"))
    #expect(program.run("doctor --data \(data)").code == 74)
  }

  @Test func nothingEnglishStandsInARussianAnswer() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let doctor = program.run("doctor").output
    #expect(!doctor.contains("bytes") && !doctor.contains("nobody") && doctor.contains("никто"))
    #expect(program.run("doctor --json").output.contains("bytes"))
    #expect(program.run("doctor --lang en").output.contains("nobody"))
    let name = String(repeating: "я", count: 501)
    for (input, words) in [
      ("", "файл пуст"), ("{", "не закрыта скобка {"), (#"{"foo": 1}"#, "foo: неизвестный ключ"),
      (#"{"surname": 1}"#, "здесь нужно: текст в кавычках, а стоит: число"),
      (#"{"surname": "\#(name)"}"#, "имя длиннее 500 знаков"),
    ] {
      let run = program.run("citizen add", input: input)
      #expect(run.code == 65)
      #expect(run.complaints.contains(words), "\(run.complaints)")
    }
    let theme = try program.folder.write("{}", to: "theirs.json5")
    #expect(program.run("theme check \(theme)").output.contains("не хватает «name»"))
  }

  @Test func doctorSaysThatADataFolderIsAFile() throws {
    let program = try TestProgram()
    let file = try program.folder.write("x", to: "file")
    #expect(!program.run("doctor --data \(file)").output.contains("No such file"))
  }

  @Test func aConfiguredThemeThatIsNotThereIsTold() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{\n  theme: \"nowhere\",\n}", to: "config.json5")
    let run = program.run("--config \(file)")
    #expect(run.code == 78)
    #expect(run.complaints.contains("config.json5:2: theme"))
    #expect(run.complaints.contains("console-16"))
    #expect(program.run("situation list").code == 0)
    let doctor = program.run("doctor --config \(file)")
    #expect(doctor.code == 78)
    #expect(doctor.output.contains("config.json5:2: theme"))
  }

  @Test func theConfigurationsLanguageHoldsUnlessTheOptionSaysOtherwise() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{ language: \"en\" }", to: "config.json5")
    #expect(program.run("visit list --config \(file)").output == "no visits\n")
    #expect(program.run("visit list --config \(file) --lang ru").output == "визитов нет\n")
  }

  @Test func theCatalogueIsCleanAndCanBeExported() throws {
    let program = try TestProgram()
    let lint = program.run("catalogue lint --json")
    #expect(lint.code == 0)
    #expect(lint.output == "[]\n")
    let file = "\(program.folder.path)/catalogue.json"
    #expect(program.run("catalogue export --format json \(file)").code == 0)
    let exported = try JSON5Document(file: file).root
    #expect(exported["situations"]?.list?.count ?? 0 >= 12)
    let broken = program.run("catalogue lint --json --catalogue \(program.folder.path)")
    #expect(broken.code == 65)
    #expect(broken.output.hasPrefix("[{"))
  }

  @Test func themesAreChecked() throws {
    let program = try TestProgram()
    let good = try program.folder.write(
      #"{ name: { ru: "Наша", en: "Ours" }, inherits: "day" }"#, to: "ours.json5")
    #expect(program.run("theme check \(good)").code == 0)
    let bad = try program.folder.write(#"{ inherits: "nowhere" }"#, to: "theirs.json5")
    #expect(program.run("theme check \(bad)").code == 65)
    #expect(program.run("theme check \(program.folder.path)/missing.json5").code == 65)
  }

  @Test func withoutAHomeTheDataNeedAFolder() throws {
    var program = try TestProgram()
    program.variables = ["HOME": ""]
    #expect(program.run("situation list --json").code == 78)
    #expect(program.run("situation list --json --data \(program.folder.path)/data").code == 0)
  }

  @Test func theFolderOfTheDataFollowsTheConventions() throws {
    var program = try TestProgram()
    program.variables = ["XDG_DATA_HOME": "\(program.folder.path)/data"]
    #expect(program.run("situation list").code == 0)
    #expect(FileFacts.mode("\(program.folder.path)/data/okno") == 0o700)
    #expect(FileFacts.mode("\(program.folder.path)/data/okno/okno.sqlite") == 0o600)
  }

  @Test func aDataFolderThatIsAFileCannotBeUsed() throws {
    let program = try TestProgram()
    let file = try program.folder.write("x", to: "file")
    #expect(program.run("situation list --json --data \(file)").code == 73)
    let store = try program.folder.write(
      "not a database, but long enough to look like one", to: "okno.sqlite")
    let run = program.run("situation list --json --data \(program.folder.path)")
    #expect(run.code == 65, "\(run.complaints) \(store)")
  }
}
