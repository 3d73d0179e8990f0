import Catalogue
import FoundationEssentials
import JSON5
import Testing
import Training
import TrainingRuntime

@testable import okno

@Suite struct DemoCommandTests {
  @Test func aSeedMakesTheSameBytes() throws {
    let program = try TestProgram()
    let line = "demo --headless --lesson first-day --seed 3"
    let first = program.run(line)
    #expect(first.code == 0)
    #expect(first.complaints.isEmpty)
    #expect(program.run(line).output == first.output)
    #expect(program.run("demo --headless --lesson first-day --seed 4").output != first.output)
    let review = try first.json()
    #expect(review.child(.key("grade"))?.text == "best")
    #expect(review.child(.key("try"))?.list?.count == 3)
  }

  @Test func aClumsyClerkIsReviewedAsOne() throws {
    let review = try TestProgram().run("demo --headless --clumsy --json").json()
    #expect(review.child(.key("grade"))?.text == "poor")
  }

  /// No store is made, none is read.
  @Test func leavesTheDataAlone() throws {
    let program = try TestProgram()
    #expect(program.run("demo --headless").code == 0)
    #expect(try program.folder.names().isEmpty)
  }

  @Test func listsTheLessonsAndNamesThemWhenOneIsUnknown() throws {
    let program = try TestProgram()
    let list = try program.run("demo list --json").json().list ?? []
    #expect(list.count >= 12)
    let unknown = program.run("demo --headless --lesson first-dya")
    #expect(unknown.code == 64)
    #expect(unknown.complaints.contains("first-day"))
  }

  /// An author sees who comes, what is hinted when, and whether the lesson can be passed and failed.
  @Test func aLessonBeingWrittenIsShown() throws {
    let program = try TestProgram()
    let file = try #require(LessonLibrary.files.first { $0.name == "first-day.json5" })
    let path = program.folder.path + "/first-day.json5"
    try Data(file.bytes).write(to: URL(filePath: path))
    let shown = program.run("demo preview \(path)")
    #expect(shown.code == 0, "\(shown.complaints)")
    #expect(shown.output.contains("Ромашкина Ольга Сергеевна"))
    #expect(shown.output.contains("через 2 мин: В очереди человек. Вызов — F5."))
    #expect(shown.output.contains("хороший: ✓ делает всё"))
    #expect(shown.output.contains("неловкий не сделал: "))
    let json = try program.run("demo preview \(path) --json").json()
    #expect(json.child(.key("best"))?.child(.key("grade"))?.text == "best")
    #expect(json.child(.key("clumsy"))?.child(.key("grade"))?.text == "poor")
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing("mood: \"calm\"", with: "mood: \"cool\"")
    try Data(text.utf8).write(to: URL(filePath: path))
    let wrong = program.run("demo preview \(path)")
    #expect(wrong.code == 65 && wrong.complaints.contains("first-day.json5:16"))
    #expect(program.run("demo preview \(path) --watch --json").code == 64)
  }

  @Test func theListShowsWhatATraineeHasComeTo() throws {
    let program = try TestProgram()
    let folder = program.folder.path
    let lesson = try #require(try LessonLibrary.lesson(named: "first-day"))
    for way in [ClerkWay.clumsy, .competent, .clumsy] {
      var progress = TrainingProgress(in: folder)
      progress.note(
        try HeadlessPlay.review(lesson, seed: 1, way, try BundledCatalogue().load()))
      try progress.write()
    }
    let list = try program.run("demo list --json --data \(folder)").json().list ?? []
    #expect(list.first?.child(.key("played"))?.number == "3")
    #expect(list.first?.child(.key("best"))?.text == "best")
    #expect(list.last?.child(.key("best"))?.isNull == true)
    #expect(program.run("demo list --data \(folder)").output.contains("✓ всё получилось"))
  }

  @Test func lintTellsFileLineAndWhatToDo() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{\n name: \"a\",\n}\n", to: "a.json5")
    let run = program.run(["demo", "lint", file])
    #expect(run.code == 65)
    #expect(run.output.contains("a.json5:1: не хватает «title»; исправьте"))
  }

  /// A lesson that is being written is played as soon as nothing in it is wrong.
  @Test func aLessonOfOnesOwnIsPlayed() throws {
    let program = try TestProgram()
    let text = """
      { name: "own", title: {ru: "Свой"}, goal: {ru: "Принять"},
        day: { date: "2026-11-24", opens: "09:00", closes: "10:00", windows: 1, others: 0 },
        cast: [{ id: "a", name: "Иванова Анна", arrives: "09:05", situation: "birth-of-child",
          mood: "calm", says: {ru: "Родился сын"},
          right: { services: [{ id: "birth-registration", outcome: "accepted" }] } }],
        steps: [{ id: "done", title: {ru: "Принята"}, check: { kind: "served", who: "a" },
          hints: [{ after: 1, text: {ru: "F5"} }], advice: {ru: "F5"} }] }
      """
    let file = try program.folder.write(text, to: "own.json5")
    let review = try program.run(["demo", "--headless", "--lesson", file]).json()
    #expect(review.child(.key("grade"))?.text == "best")
    let wrong = try program.folder.write(
      text.replacing("birth-of-child", with: "birth"), to: "own.json5")
    let run = program.run(["demo", "--headless", "--lesson", wrong])
    #expect(run.code == 65)
    #expect(run.complaints.contains("own.json5, строка 3"))
  }

  @Test func onlyWordsThatMeanSomethingAreTold() throws {
    let run = try TestProgram().run("demo tell stop")
    #expect(run.code == 64)
    #expect(run.complaints.contains("link-down"))
  }

  @Test func aScreenHasNoJSON() throws {
    #expect(try TestProgram().run("demo --json").code == 64)
  }

  @Test func optionsMayStandBeforeAndAfterTheName() throws {
    let program = try TestProgram()
    #expect(program.run("--lang en demo --headless --seed 2 --lesson first-day").code == 0)
    #expect(program.run("demo --seed 2 list").code == 64)
  }
}

extension TestFolder {
  fileprivate func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
  }
}
