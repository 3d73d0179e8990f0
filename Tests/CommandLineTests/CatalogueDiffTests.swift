import Catalogue
import FoundationEssentials
import JSON5
import Testing

@testable import okno

/// The editor's loop: a folder is compared with what there was, and looked at before it is published.
@Suite struct CatalogueDiffTests {
  /// The bundled catalogue as a folder, with words replaced in some files.
  private func edited(
    _ folder: TestFolder, _ edits: [String: [(String, String)]] = [:]
  ) throws -> String {
    let root = "\(folder.path)/catalogue"
    for file in BundledCatalogue().files() {
      var text = String(decoding: file.bytes, as: UTF8.self)
      for (old, new) in edits[file.path] ?? [] {
        try #require(text.contains(old), "\(file.path) has no “\(old)”")
        text = text.replacing(old, with: new, maxReplacements: 1)
      }
      let place = "\(root)/\(file.path)"
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(file.group.folder)", withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: place))
    }
    return root
  }

  private static let edits: [String: [(String, String)]] = [
    "Services/identity.json5": [
      ("kopecks: 150000", "kopecks: 200000"), (#"{ id: "police-notice", "#, #"{ id: "snils", "#),
      ("count: 5,\n      unit: \"working_days\"", "count: 10,\n      unit: \"calendar_days\""),
    ],
    "Situations/passport-by-age.json5": [(#""стукнуло 45", "#, "")],
    "Facts/children.json5": [("Есть ли у вас дети до 18 лет: свои", "Есть ли дети до 18: свои")],
    "Rules/family.json5": [
      (
        #"age_less_than: { count: 1, unit: "years" }"#,
        #"age_less_than: { count: 2, unit: "years" }"#
      )
    ],
    "Parameters/social.json5": [("amount: 2064400", "amount: 2164400")],
    "Offers/offers.json5": [("дали на год: чтобы деньги шли и дальше", "дали на 12 месяцев")],
    "Calendar/2026.json5": [("working_days: 247", "working_days: 246")],
  ]

  @Test func aCatalogueDoesNotDifferFromItself() throws {
    let program = try TestProgram()
    let folder = try edited(program.folder)
    #expect(program.run("catalogue diff bundled \(folder)").output == "различий нет\n")
    let file = "\(program.folder.path)/all.json"
    #expect(program.run("catalogue export --format json \(file)").code == 0)
    #expect(try program.run("catalogue diff \(file) bundled --json").json().list?.isEmpty == true)
  }

  @Test func everyKindOfChangeIsSaidInWords() throws {
    let program = try TestProgram()
    let folder = try edited(program.folder, Self.edits)
    let run = program.run("catalogue diff bundled \(folder)")
    #expect(run.code == 0, "\(run.complaints)")
    for words in [
      "Услуги\n  изменено: Выдача паспорта РФ взамен утраченного или похищенного (passport-lost)\n",
      "    пошлина: 1 500 руб. (бесплатно участникам СВО",
      ") → 2 000 руб. (бесплатно участникам СВО",
      "срок: 5 рабочих дней", "→ 10 дней", "    документы, убрано: ", "    документы, добавлено: ",
      "    как ещё говорят, убрано: стукнуло 45\n", "→ Есть ли дети до 18: свои",
      "кому положено: ", "прошло меньше чем 1 год", "→ ", "прошло меньше чем 2 года",
      "    значения, добавлено: 21 644 руб., 2026-01-01 – 2026-12-31, регион 78",
      "добавлено: 0, убрано: 0, изменено: 7\n",
      "Производственный календарь\n  изменено: 2026 (2026)\n    рабочих дней: 247 → 246\n",
      "Предложения\n  изменено: Единое пособие дали на 12 месяцев",
    ] { #expect(run.output.contains(words), "no “\(words)” in\n\(run.output)") }
    let english = program.run("catalogue diff bundled \(folder) --lang en").output
    #expect(english.contains("term: 5 working days"))
    #expect(!english.contains("изменено"))
  }

  @Test func anotherTitleIsNoChangeOfWhatNamesTheService() throws {
    let program = try TestProgram()
    let folder = try edited(
      program.folder,
      ["Services/residence.json5": [("Прикрепление к поликлинике", "Выбор поликлиники")]])
    let list = try program.run("catalogue diff bundled \(folder) --json").json().list
    #expect(list?.map { $0["id"]?.text } == ["clinic-attachment"])
    #expect(list?.first?["fields"]?.list?.map { $0["field"]?.text } == ["title"])
  }

  @Test func theShapeOfJSON() throws {
    let program = try TestProgram()
    let folder = try edited(program.folder, Self.edits)
    let root = try program.run("catalogue diff bundled \(folder) --json").json()
    let list = try #require(root.list)
    #expect(
      list.map { $0["kind"]?.text } == [
        "situation", "service", "fact", "parameter", "rule", "offer", "calendar",
      ])
    #expect(list.allSatisfy { $0.keys == ["kind", "id", "title", "change", "fields"] })
    #expect(root[1]?["fields"]?[0]?.keys == ["field", "removed", "added", "order"])
    #expect(root[1]?["fields"]?.list?.map { $0["field"]?.text } == ["fee", "term", "documents"])
  }

  @Test func addedAndRemovedEntries() throws {
    let program = try TestProgram()
    let old = try program.folder.write(
      #"{ documents: [{ id: "a", title: { ru: "А" }, origin: "bring" }] }"#, to: "old.json5")
    let new = try program.folder.write(
      #"{ documents: [{ id: "b", title: { ru: "Б\u001B[2J" }, origin: "copy" }] }"#, to: "new.json5"
    )
    let run = program.run("catalogue diff \(old) \(new)")
    #expect(run.output.contains("  добавлено: Б"))
    #expect(run.output.contains("  убрано: А (a)\n"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aFileOfTheStandardSaysNothingOfRules() throws {
    let program = try TestProgram()
    let file = "\(program.folder.path)/all.ttl"
    #expect(program.run("catalogue export --format cpsv-ap \(file)").code == 0)
    let run = program.run("catalogue diff bundled \(file) --json")
    #expect(run.code == 0)
    #expect(run.complaints.contains("факты, величины, правила"))
    #expect(try run.json().list?.contains { $0["kind"]?.text == "rule" } == false)
  }

  @Test(arguments: [("nowhere", 74, "unreadable"), ("broken", 65, "catalogue")])
  func whatCannotBeReadIsTold(_ name: String, _ exit: Int, _ code: String) throws {
    let program = try TestProgram()
    let broken = try edited(program.folder, ["Rules/family.json5": [("rule: {", "rule: {{")]])
    let run = program.run("catalogue diff bundled \(name == "broken" ? broken : name) --json")
    #expect(Int(run.code) == exit)
    #expect(try run.failure().code == code)
  }

  // MARK: Preview

  @Test func aPreviewShowsTheFolderAndKeepsNothing() throws {
    let program = try TestProgram()
    let folder = try edited(
      program.folder,
      [
        "Situations/passport-by-age.json5": [
          ("Паспорт по возрасту: 14, 20, 45 лет", "Паспорт ко дню рождения")
        ],
        "Rules/family.json5": [
          (
            #"age_less_than: { count: 1, unit: "years" }"#,
            #"age_at_least: { count: 90, unit: "years" }"#
          )
        ],
      ])
    let preview = "--catalogue \(folder)"
    let list = program.run("situation list \(preview)").output
    #expect(list.contains("Паспорт ко дню рождения"))
    let found = try program.run("search паспорт ко дню рождения --json \(preview)").json()
    #expect(found[0]?["id"]?.text == "passport-by-age")
    let shown = try program.run("situation show passport-by-age --json \(preview)").json()
    #expect(shown["title"]?.text == "Паспорт ко дню рождения")
    let advised = program.run("advise birth-of-child --event-date 2026-11-01 --json \(preview)")
    #expect(try verdict(advised) != "due")
    let own = program.run("advise birth-of-child --event-date 2026-11-01 --json")
    #expect(try verdict(own) == "due")
    #expect(!program.run("situation list").output.contains("Паспорт ко дню рождения"))
  }

  private func verdict(_ run: Run) throws -> String? {
    try run.json()["services"]?.list?.first { $0["service"]?.text == "newborn-snils" }?["verdict"]?
      .text
  }

  @Test func aPreviewLeavesNoFileBehind() throws {
    var program = try TestProgram()
    program.variables["TMPDIR"] = program.folder.path
    let folder = try edited(program.folder)
    #expect(program.run("situation list --catalogue \(folder)").code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(names == ["catalogue"])
  }

  @Test func aFolderWithAMistakeIsNotPreviewed() throws {
    let program = try TestProgram()
    let folder = try edited(program.folder, ["Facts/children.json5": [("kind:", "kund:")]])
    let run = program.run("situation list --catalogue \(folder) --json")
    #expect(run.code == 65)
    #expect(try run.failure().message.contains("Facts/children.json5"))
    #expect(program.run("situation list --catalogue /nowhere --json").code == 65)
  }
}
