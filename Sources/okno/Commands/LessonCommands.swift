internal import Catalogue
internal import Domain
internal import JSON5
internal import Training
internal import TrainingRuntime

extension OptionSpec {
  static let seed = OptionSpec(
    "seed", .number(0...999_999_999), ru: "из какого числа строится день; без него 1",
    en: "the number of which the day is made; 1 without it")
}

private let watch = OptionSpec(
  "watch", ru: "показывать заново после каждого сохранения файла, пока не остановят (Ctrl-C)",
  en: "show it anew each time that the file is saved, until stopped (Ctrl-C)")

extension CommandSpec {
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
    options: [.seed, watch],
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
    try decodedLesson(path), seed: UInt64(session.invocation.number(.seed) ?? 1), session.language,
    catalogue)
}

/// A line for each finding.
private func written(_ findings: [LessonFinding], _ language: Language) -> String {
  findings.map { finding in
    "\(finding.file):\(finding.line): \(finding.problem(language)); \(finding.advice(language))"
  }.joined(separator: "\n")
}

/// A lesson that a trainer is writing: it is played once nothing in it is wrong.
func lessonFile(_ path: String, _ session: Session) throws -> Lesson {
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
