// A training on a real terminal: people come, say what has happened, rate, and a review follows. Nothing
// leads from it to the centre, and nothing from the centre into it.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

@Suite struct TrainingStoryTests {
  private func demo(_ scene: Scene, _ options: [String]) throws -> Robot {
    try Robot(
      "okno", ["demo"] + scene.options + options, environment: scene.alone)
  }

  @Test func aVisitFromTheDoorToTheReview() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--lesson", "first-day", "--seed", "3"])
    try desk.waitFor("ДЕМО")
    try desk.waitFor("Что случилось?")
    #expect(desk.title.contains("ДЕМО"))
    #expect(sockets(of: desk.process) == 0)
    try desk.press(.control("p"))
    try desk.type("next-arrival")
    try desk.waitFor("к приходу следующего")
    try desk.press(.enter)
    try desk.waitFor("ждут: 1")
    try desk.press(.function(5))
    // The visitor's own words, and the situation of the ticket.
    try desk.waitFor("): «")
    try desk.press(.character(" "))
    try desk.waitFor("отмечено: 1")
    try desk.press(.function(4))
    try desk.waitFor("ДЕМО")
    try desk.press(.function(4))
    // The visitor rates by himself.
    try desk.waitFor("ответ принят")
    #expect(sockets(of: desk.process) == 0)
    #expect(try desk.leave() == .exited(0))
    let reviews = files(in: scene.data, beginning: "review-first-day-3-")
    #expect(reviews.count == 2)
    let review = try scene.text(try #require(reviews.first { $0.hasSuffix(".json") }))
    #expect(review.contains("\"lesson\":\"first-day\""))
    #expect(review.contains("\"rating\":{\"score\":"))
    let page = try #require(reviews.first { $0.hasSuffix(".html") })
    #expect(try scene.text(page).contains("ДЕМО"))
  }

  /// Without a link the window's call asks, and the ticket bears the mark; with it again nothing is asked.
  @Test func aCallWithoutTheLinkAsks() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--lesson", "first-day", "--seed", "3", "--speed", "0"])
    try desk.waitFor("ДЕМО пауза")
    #expect(try scene.okno(["demo", "tell", "next-arrival"]).code == 0)
    try desk.waitFor("ждут: 1")
    #expect(try scene.okno(["demo", "tell", "link-down"]).code == 0)
    try desk.waitFor("нет связи")
    try desk.press(.function(5))
    try desk.waitFor("мог вызвать и другой")
    try desk.press(.escape)
    try desk.waitForNo("мог вызвать и другой")
    #expect(try scene.okno(["demo", "tell", "link-up"]).code == 0)
    try desk.waitForNo("нет связи")
    try desk.press(.function(5))
    try desk.waitFor("): «")
    #expect(try desk.leave() == .exited(0))
  }

  /// The citizen's screen of a training says so, whether the day's desk is there or not.
  @Test func theCitizensScreenBearsTheMark() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--speed", "0"])
    try desk.waitFor("ДЕМО пауза")
    #expect(try desk.leave() == .exited(0))
    let citizen = try Robot("okno", ["rate"] + scene.options, environment: scene.alone)
    try citizen.waitFor(" ДЕМО ")
    citizen.signal(SIGTERM)
    #expect(try citizen.waitForExit() == .exited(0))
  }

  /// It goes by the day's clock, and says once what it is.
  @Test func theCitizensScreenGoesByTheDaysClock() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--lesson", "link-cut", "--speed", "0"])
    try desk.waitFor("ДЕМО пауза")
    let citizen = try Robot("okno", ["rate"] + scene.options, environment: scene.alone)
    try citizen.waitFor("11:30")
    try citizen.waitFor("В полдень пропала связь")
    try desk.press(.control("p"))
    try desk.type("next-arrival")
    try desk.waitFor("к приходу следующего")
    try desk.press(.enter)
    try citizen.waitForNo("11:30")
    citizen.signal(SIGTERM)
    #expect(try citizen.waitForExit() == .exited(0))
    #expect(try desk.leave() == .exited(0))
  }

  @Test func theDoctorSaysInWordsThatAStoreIsForTraining() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--speed", "0"])
    try desk.waitFor("ДЕМО пауза")
    #expect(try desk.leave() == .exited(0))
    let report = try scene.okno(["doctor"])
    #expect(report.code == 65)
    #expect(report.complaints.contains("учебная база"))
    #expect(!report.complaints.contains("training_store"))
  }

  @Test func workAndTrainingRefuseEachOthersFolder() throws {
    let scene = try Scene()
    let desk = try demo(scene, ["--speed", "0"])
    try desk.waitFor("ДЕМО пауза")
    #expect(try desk.leave() == .exited(0))
    let work = try scene.okno(["visit", "list"])
    #expect(work.code == 78)
    #expect(work.complaints.contains("учебная база"))
    #expect(try scene.okno(["sync", "--once"]).code == 78)

    let centre = try Scene()
    #expect(try centre.okno(["ticket", "list"]).code == 0)
    let training = try demo(centre, [])
    #expect(try training.waitForExit() == .exited(78))
    #expect(try centre.okno(["ticket", "list"]).code == 0)
  }

  /// A supervisor's lesson is played on the board; a trainer looks on from a second terminal and stops the clock.
  @Test func aTrainerWatchesAndStopsTheClock() throws {
    let scene = try Scene()
    let trainee = try demo(scene, ["--lesson", "supervisor-morning", "--speed", "0"])
    try trainee.waitFor("ДЕМО пауза")
    try trainee.waitFor("часы: 0 стоп")
    let trainer = try Robot(
      "okno", ["demo", "watch"] + scene.options, environment: scene.alone)
    try trainer.waitFor("ДЕМО пауза")
    try trainer.press(.character("2"))
    try trainee.waitFor("ДЕМО ×2")
    try trainer.waitFor("ДЕМО ×2")
    #expect(try scene.okno(["demo", "tell", "pause"]).code == 0)
    try trainee.waitFor("ДЕМО пауза")
    #expect(try trainer.leave() == .exited(0))
    #expect(try trainee.leave() == .exited(0))
    let review = try #require(
      files(in: scene.data, beginning: "review-supervisor-morning-1-").first {
        $0.hasSuffix(".json")
      })
    #expect(try scene.text(review).contains("\"grade\""))
  }

  /// What a trainer writes stands on the trainee's screen.
  @Test func aTrainersWordReachesTheTrainee() throws {
    let scene = try Scene()
    let trainee = try demo(scene, ["--lesson", "first-day", "--speed", "0"])
    try trainee.waitFor("ДЕМО пауза")
    let trainer = try Robot(
      "okno", ["demo", "watch"] + scene.options, environment: scene.alone)
    try trainer.waitFor("> Окно 1")
    try trainer.press(.function(2))
    try trainer.type("Не спешите")
    try trainer.waitFor("Не спешите")
    try trainer.press(.enter)
    try trainee.waitFor("Не спешите")
    #expect(try scene.okno(["demo", "tell", "faint"]).code == 0)
    try trainee.waitFor("стало плохо")
    #expect(try trainer.leave() == .exited(0))
    #expect(try trainee.leave() == .exited(0))
  }

  /// A trainer sees the trainee's screen, takes the keys, serves a visitor and gives them back: the review says whose
  /// that was. A terminal that dies gives them back too.
  @Test func aTrainerTakesTheKeysAndGivesThemBack() throws {
    let scene = try Scene()
    let trainee = try demo(scene, ["--lesson", "first-day", "--seed", "3", "--speed", "0"])
    try trainee.waitFor("ДЕМО пауза")
    #expect(try scene.okno(["demo", "tell", "next-arrival"]).code == 0)
    try trainee.waitFor("ждут: 1")
    let trainer = try Robot(
      "okno", ["demo", "watch"] + scene.options, environment: scene.alone)
    try trainer.waitFor("F8 экран ученика")
    try trainer.press(.function(8))
    try trainer.waitFor("F12 взять клавиши")
    try trainer.waitFor("Что случилось?")
    try trainer.press(.function(12))
    try trainer.waitFor("КЛАВИШИ У ВАС")
    try trainee.waitFor("ведёт тренер")
    try trainer.press(.function(5))
    try trainer.waitFor("): «")
    try trainee.waitFor("): «")
    // The trainee's own keys do nothing meanwhile.
    try trainee.press(.function(1))
    try trainer.press(.character(" "))
    try trainee.waitFor("отмечено: 1")
    try trainer.press(.function(4))
    try trainee.waitFor("Запись визита")
    try trainer.press(.function(4))
    try trainee.waitFor("плохо")
    try trainer.press(.control("y"))
    try trainee.waitForNo("ведёт тренер")
    try trainer.press(.function(12))
    try trainee.waitFor("ведёт тренер")
    trainer.signal(SIGKILL)
    try trainee.waitForNo("ведёт тренер")
    #expect(sockets(of: trainee.process) == 0)
    try trainee.press(.function(9))
    try trainee.waitFor("Визит записан")
    #expect(try trainee.leave() == .exited(0))
    let review = try scene.text(
      try #require(
        files(in: scene.data, beginning: "review-first-day-3-").first { $0.hasSuffix(".json") }))
    #expect(review.contains("\"helped\":true"))
    #expect(review.contains("\"keys\":0,\"trainer_keys\":4"))
    #expect(try scene.okno(["demo", "tell", "pause"]).code == 75)
  }

  /// An author sees each saving of the file at once, and what is wrong in it.
  @Test func aLessonIsShownAnewEachTimeItIsSaved() throws {
    let scene = try Scene()
    let here: String = #filePath
    let lesson = here.replacing(
      "Tests/EndToEndTests/TrainingStoryTests.swift", with: "Sources/Training/Lessons/refusal.json5"
    )
    let text = try scene.text(lesson)
    let path = scene.data + "-refusal/refusal.json5"
    mkdir(scene.data + "-refusal", 0o700)
    func save(_ text: String) {
      // Beside it and into its place, as editors do.
      guard let file = fopen(path + ".new", "w") else { return }
      fputs(text, file)
      fclose(file)
      rename(path + ".new", path)
    }
    save(text)
    let author = try Robot(
      "okno", ["demo", "preview", path, "--watch", "--lang", "ru"], environment: scene.alone)
    try author.waitFor("хороший: ✓ делает всё")
    save(text.replacing("mood: \"anxious\"", with: "mood: \"cool\""))
    try author.waitFor("refusal.json5:")
    try author.waitForNo("хороший: ✓ делает всё")
    save(text)
    try author.waitFor("хороший: ✓ делает всё")
    author.signal(SIGINT)
    #expect(try author.waitForExit() == .exited(0))
  }

  @Test func nobodyWatchesWhatIsNotThere() throws {
    let scene = try Scene()
    #expect(try scene.okno(["demo", "tell", "pause"]).code == 74)
    #expect(access(scene.data, F_OK) != 0)
    #expect(try scene.okno(["ticket", "list"]).code == 0)
    #expect(try scene.okno(["demo", "tell", "pause"]).code == 78)
  }

  /// The files of a folder whose names begin so.
  private func files(in path: String, beginning: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(beginning) { found.append("\(path)/\(name)") }
    }
    return found
  }

  /// Open sockets of a process.
  private func sockets(of process: Int32) -> Int {
    guard let folder = opendir("/proc/\(process)/fd") else { return -1 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var target = [CChar](repeating: 0, count: 256)
      let length = readlink("/proc/\(process)/fd/\(name)", &target, target.count - 1)
      guard length > 0 else { continue }
      let text = String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("socket:") { count += 1 }
    }
    return count
  }
}
