internal import Catalogue
internal import DeskRuntime
internal import Domain
internal import JSON5
internal import Training
internal import TrainingRuntime

private let lesson = OptionSpec(
  "lesson", .text, ru: "урок, по имени (список: okno demo list) или файл .json5",
  en: "the lesson, by name (list: okno demo list) or a file .json5")
private let speed = OptionSpec(
  "speed", .choice(["0", "1", "2", "10"]),
  ru: "во сколько раз часы быстрее; 0 — стоят; без него 1",
  en: "how many times faster the clock goes; 0 stands; 1 without it")
private let headless = OptionSpec(
  "headless", ru: "сыграть урок встроенным сотрудником и напечатать разбор в JSON",
  en: "play the lesson with a built-in clerk and print the review as JSON")
private let clumsy = OptionSpec(
  "clumsy", ru: "пусть встроенный сотрудник ошибается", en: "let the built-in clerk make mistakes")

extension CommandSpec {
  static let demo = CommandSpec(
    path: ["demo"],
    access: .anyone,
    summary: LocalizedText(
      ru: "учебный центр: урок, вымышленные люди, разбор",
      en: "the training centre: a lesson, invented people, a review"),
    details: [
      LocalizedText(
        ru:
          "Открывает рабочее место с вымышленными людьми, помеченное «ДЕМО», в своей папке "
          + "($XDG_DATA_HOME/okno-demo). Данные центра не читаются и не меняются, связи с центром нет. "
          + "Скорость часов, паузу и расспрос даёт палитра: Ctrl-P, «демо». После выхода — разбор.",
        en:
          "Opens a desk with invented people, marked DEMO, in a folder of its own "
          + "($XDG_DATA_HOME/okno-demo). The centre's data are neither read nor changed, and there is no "
          + "link. The palette has the clock and the questions: Ctrl-P, “demo”. A review follows."),
      LocalizedText(
        ru: "Одно и то же число --seed даёт тот же день до секунды на любой машине.",
        en: "The same --seed makes the same day to the second on every machine."),
    ],
    options: [lesson, .seed, speed, headless, clumsy],
    shape: #"""
      {"lesson","title","seed","date","grade":"best"|"fair"|"poor",
       "steps":[{"id","title","done","helped"}],
       "visits":[{"ticket","role","situation","waited","took","shortest","keys","trainer_keys","shortest_keys",
                  "rating":{"score","reasons":[{"code","words"}]}}],
       "waiting":{"arrived","served","left","average","longest","late"},"try":[…]}
      """#,
    examples: [
      "okno demo", "okno demo --lesson grieving --speed 2",
      "okno demo --headless --lesson birth-of-child --seed 7",
      "okno demo --headless --lesson birth-of-child --clumsy",
    ],
    run: { session in
      guard session.invocation.has(headless) else { return try runTraining(session) }
      let review = try headlessReview(session)
      return Reply(json: review, text: review.written)
    })
}

private func headlessReview(_ session: Session) throws -> JSONValue {
  let catalogue = try BundledCatalogue().load()
  let review = try HeadlessPlay.review(
    try chosenLesson(session), seed: UInt64(session.invocation.number(.seed) ?? 1),
    session.invocation.has(clumsy) ? .clumsy : .competent, catalogue)
  return .review(review, session.language, try ReviewTitles().service)
}

/// Plays on the screen until the trainee leaves, then keeps the review beside the day's store.
private func runTraining(_ session: Session) throws -> Reply {
  let invocation = session.invocation
  guard !invocation.has(CommonOptions.json) else {
    throw Failure.usage(
      .demo, ru: "у экрана нет вида --json; разбор без экрана — --headless",
      en: "a screen cannot be printed as --json; --headless reviews without one")
  }
  let lesson = try chosenLesson(session)
  let directory = try session.trainingDirectory()
  let setup = TrainingSetup(
    lesson: lesson, seed: UInt64(invocation.number(.seed) ?? 1),
    speed: invocation.value(speed).flatMap { Int($0) } ?? 1)
  let options = DeskOptions(session, training: setup, in: directory)
  let review: Review?
  do throws(DeskFailure) {
    // A supervisor has a board in place of a window.
    review =
      lesson.plays == .clerk
      ? try DeskProgram.run(options) : try BoardProgram.run(options, isWall: false)
  } catch {
    throw Failure(error, folder: directory)
  }
  guard let review else { return .done(ExitCode.done.rawValue) }
  let titles = try ReviewTitles()
  let json = JSONValue.review(review, session.language, titles.service)
  let file = "\(directory)/review-\(review.lesson)-\(review.seed)-\(session.momentOfName)"
  try OutputFile.write(json.written + "\n", to: file + ".json")
  var progress = TrainingProgress(in: directory)
  progress.note(review)
  try progress.write()
  let page = ReviewPage(review, session.language, titles, progress)
  try OutputFile.write(page.html, to: file + ".html")
  return Reply(
    json: json, text: ReviewText(review, session.language, titles).plain,
    notes: [session.words("разбор: \(file).html", "the review: \(file).html")])
}

extension Session {
  /// The world's time, as it sorts in names of files: a lesson played again keeps the earlier review.
  fileprivate var momentOfName: String {
    let (date, time) = now.civil(offset: offset)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date)-\(two(time.hour))\(two(time.minute))\(two(time.second))"
  }
}

private func chosenLesson(_ session: Session) throws -> Lesson {
  let names = LessonLibrary.names
  let name = session.invocation.value(lesson) ?? names.first ?? ""
  if name.contains("/") || name.hasSuffix(".json5") { return try lessonFile(name, session) }
  if let lesson = try LessonLibrary.lesson(named: name) { return lesson }
  let near = Spelling.hint(for: name, among: names)
  throw Failure(
    .usage, code: "unknown_lesson",
    ru: "нет урока «\(name)». Есть: \(names.joined(separator: ", "))",
    en: "there is no lesson “\(name)”\(near) There are: \(names.joined(separator: ", "))")
}
