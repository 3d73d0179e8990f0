internal import Catalogue
internal import DeskCore
internal import DeskRuntime
internal import Domain
internal import JSON5
internal import Training
internal import TrainingRuntime

private let lesson = OptionSpec(
  "lesson", .text, ru: "урок, по имени (список: okno demo list) или файл .json5",
  en: "the lesson, by name (list: okno demo list) or a file .json5")
private let seed = OptionSpec(
  "seed", .number(0...999_999_999), ru: "из какого числа строится день; без него 1",
  en: "the number of which the day is made; 1 without it")
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
    options: [lesson, seed, speed, headless, clumsy],
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

  static let demoList = CommandSpec(
    path: ["demo", "list"],
    access: .anyone,
    summary: LocalizedText(ru: "уроки по порядку", en: "the lessons in their order"),
    shape: #"""
      [{"name","title","goal","plays":"clerk"|"supervisor","played","best":"best"|"fair"|"poor"}]
      """#,
    examples: ["okno demo list", "okno demo list --json"],
    run: { session in
      let lessons = try LessonLibrary.lessons()
      let progress = TrainingProgress(in: try session.trainingDirectory())
      let language = session.language
      return Reply(
        json: .array(lessons) { lesson in
          [
            "name": .string(lesson.name), "title": .string(lesson.title(language)),
            "goal": .string(lesson.goal(language)), "plays": .string(lesson.plays.rawValue),
            "played": .integer(progress[lesson.name]?.played ?? 0),
            "best": .text(progress[lesson.name]?.best),
          ]
        },
        text: TextTable.text(
          lessons.map { lesson in
            [
              lesson.name, lesson.title(language),
              TrainingProgress.words(progress[lesson.name], language),
            ]
          }))
    })

  static let demoLint = CommandSpec(
    path: ["demo", "lint"],
    access: .anyone,
    summary: LocalizedText(
      ru: "найти ошибки в файле урока", en: "find mistakes in a lesson's file"),
    details: [
      LocalizedText(
        ru: "Каждое замечание — с файлом, строкой и советом. Код 65, если есть хоть одно.",
        en: "Each finding has its file, line and advice. Exits with 65 when there is one.")
    ],
    operands: [OperandSpec(.file, ru: "файл урока", en: "a lesson's file")],
    shape: #"[{"file","line","problem","advice"}]"#,
    examples: ["okno demo lint ./first-day.json5"],
    run: { session in
      let bundled = BundledCatalogue()
      let findings = LessonLint.run(
        file: session.invocation.operand(0), try bundled.load(), try bundled.offers())
      let language = session.language
      return Reply(
        json: .array(findings) { finding in
          [
            "file": .string(finding.file), "line": .integer(finding.line),
            "problem": .string(finding.problem(language)),
            "advice": .string(finding.advice(language)),
          ]
        },
        text: findings.isEmpty
          ? session.words("замечаний нет", "no findings") : written(findings, language),
        failure: findings.isEmpty
          ? nil
          : .badData(
            "findings", ru: "замечаний к уроку: \(findings.count)",
            en: "findings in the lesson: \(findings.count)"))
    })
}

/// A line for each finding.
private func written(_ findings: [LessonFinding], _ language: Language) -> String {
  findings.map { finding in
    "\(finding.file):\(finding.line): \(finding.problem(language)); \(finding.advice(language))"
  }.joined(separator: "\n")
}

private let watch = OptionSpec(
  "watch", ru: "показывать заново после каждого сохранения файла, пока не остановят (Ctrl-C)",
  en: "show it anew each time that the file is saved, until stopped (Ctrl-C)")

extension CommandSpec {
  static let demoPreview = CommandSpec(
    path: ["demo", "preview"],
    access: .anyone,
    summary: LocalizedText(
      ru: "показать урок, который пишут: кто придёт, подсказки, проходим ли он",
      en: "show a lesson being written: who comes, the hints, whether it can be passed"),
    details: [
      LocalizedText(
        ru:
          "Урок играют два встроенных сотрудника: хороший должен сделать всё, неловкий — не справиться. "
          + "С --watch показ обновляется при каждом сохранении, с замечаниями, если они есть.",
        en:
          "Two built-in clerks play the lesson: a good one has to do everything, a clumsy one has to fail. "
          + "--watch shows it anew at each saving, with the findings where there are any.")
    ],
    operands: [OperandSpec(.file, ru: "файл урока", en: "a lesson's file")],
    options: [seed, watch],
    shape: #"""
      {"lesson","arrivals","best":{"grade","missed":["step"]},"clumsy":{"grade","missed":["step"]}}
      """#,
    examples: ["okno demo preview ./moy-urok.json5 --watch"],
    run: { session in
      let path = session.invocation.operand(0)
      guard session.invocation.has(watch) else {
        let preview = try lessonPreview(of: path, session)
        return Reply(json: preview.json, text: preview.text)
      }
      guard !session.invocation.has(CommonOptions.json) else {
        throw watchedJSON
      }
      try LessonWatch(path: path, console: session.console).run {
        do {
          return try lessonPreview(of: path, session).text
        } catch {
          return Program.failure(error).visibleMessage(session.language)
        }
      }
      return .done(ExitCode.done.rawValue)
    })
}

/// What the command says of itself cannot stand in its own definition.
private var watchedJSON: Failure {
  .usage(
    .demoPreview, ru: "--watch показывает человеку; --json — без него",
    en: "--watch is for a person; --json goes without it")
}

private func lessonPreview(of path: String, _ session: Session) throws -> LessonPreview {
  let bundled = BundledCatalogue()
  let catalogue = try bundled.load()
  let findings = LessonLint.run(file: path, catalogue, try bundled.offers())
  guard findings.isEmpty else {
    throw Failure.badData(
      "findings", ru: written(findings, .ru), en: written(findings, .en))
  }
  return try LessonPreview(
    try decodedLesson(path), seed: UInt64(session.invocation.number(seed) ?? 1), session.language,
    catalogue)
}

extension CommandSpec {
  static let demoWatch = CommandSpec(
    path: ["demo", "watch"],
    access: .anyone,
    summary: LocalizedText(
      ru: "смотреть урок со второго терминала: пульт учебного дня",
      en: "watch a lesson from a second terminal: the board of the day"),
    details: [
      LocalizedText(
        ru:
          "Очередь и окна учебного дня, который идёт на другом терминале. Цифры ведут часы, F2 пишет ученику, "
          + "Enter вмешивается в очередь.",
        en:
          "The queue and the windows of the day that another terminal plays. Digits move the clock, F2 "
          + "writes to the trainee, Enter changes the queue.")
    ],
    isScreen: true, examples: ["okno demo watch"],
    run: { session in
      let directory = try session.trainingDirectory()
      do throws(DeskFailure) {
        try BoardProgram.run(DeskOptions(session, watching: directory), isWall: false)
        return .done(ExitCode.done.rawValue)
      } catch {
        throw Failure(error, folder: directory)
      }
    })

  static let demoTell = CommandSpec(
    path: ["demo", "tell"],
    access: .anyone,
    summary: LocalizedText(
      ru: "сказать идущему уроку: пауза, скорость, связь",
      en: "tell the lesson under way: pause, speed, the link"),
    operands: [
      OperandSpec(.text, isRepeated: true, ru: "одно из: " + orders, en: "one of: " + orders)
    ],
    shape: #"{"told"}"#,
    examples: [
      "okno demo tell pause", "okno demo tell link-down", "okno demo tell say Не спешите",
    ],
    run: { session in
      let word = session.invocation.operands.joined(separator: " ")
      guard let order = TrainingOrder(word: word) else { throw unknownOrder(word) }
      guard try TrainingWatch.say(order, in: try session.trainingDirectory()) else {
        throw Failure(
          .tryAgain, code: "no_lesson",
          ru: "урок сейчас не идёт: сначала откройте его — okno demo",
          en: "no lesson is under way: open one first with okno demo")
      }
      return Reply(json: ["told": .string(word)], text: session.words("сказано", "told"))
    })
}

private let orders =
  TrainingOrder.words.joined(separator: ", ") + ", \(TrainingOrder.say) …"

private func unknownOrder(_ word: String) -> Failure {
  .usage(
    .demoTell, ru: "«\(word)» уроку не скажешь. Можно: \(orders)",
    en: "a lesson cannot be told “\(word)”. There are: \(orders)")
}

private func headlessReview(_ session: Session) throws -> JSONValue {
  let catalogue = try BundledCatalogue().load()
  let review = try HeadlessPlay.review(
    try chosenLesson(session), seed: UInt64(session.invocation.number(seed) ?? 1),
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
    lesson: lesson, seed: UInt64(invocation.number(seed) ?? 1),
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

  /// Where days of training have their store: the folder that is named, else one beside the centre's.
  fileprivate func trainingDirectory() throws(Failure) -> String {
    if let named = invocation.value(CommonOptions.data) { return named }
    return try dataDirectory() + "-demo"
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

/// A lesson that a trainer is writing: it is played once nothing in it is wrong.
private func lessonFile(_ path: String, _ session: Session) throws -> Lesson {
  let bundled = BundledCatalogue()
  let findings = LessonLint.run(file: path, try bundled.load(), try bundled.offers())
  if let first = findings.first {
    throw Failure.badData(
      "findings",
      ru:
        "\(path), строка \(first.line): \(first.problem(.ru)); все замечания: okno demo lint \(path)",
      en: "\(path), line \(first.line): \(first.problem(.en)); all findings: okno demo lint \(path)"
    )
  }
  return try decodedLesson(path)
}

private func decodedLesson(_ path: String) throws -> Lesson {
  do throws(JSON5Error) {
    return try JSON5Document(file: path).decode(Lesson.self)
  } catch {
    throw Failure.badData("lesson", ru: error.text(.ru), en: error.text(.en))
  }
}
