internal import Domain
internal import LocalStore

private let from = OptionSpec(
  "from", .date, isRequired: true, ru: "с этого дня", en: "from this day on")
private let to = OptionSpec(
  "to", .date, isRequired: true, ru: "по этот день включительно", en: "to this day, included")
private let format = OptionSpec(
  "format", .choice(["html", "csv", "json"]), isRequired: true, ru: "вид отчёта",
  en: "the form of the report")
private let output = OptionSpec(
  "output", .file, ru: "куда записать; без него — на стандартный вывод",
  en: "where to write it; standard output where it is left out")

extension CommandSpec {
  static let report = CommandSpec(
    path: ["report"],
    access: .needs(.report),
    summary: LocalizedText(
      ru: "отчёт центра за день, неделю или месяц",
      en: "the centre's report of a day, week or month"),
    details: [
      LocalizedText(
        ru: "html — один файл с графиками, без сценариев и ссылок: его можно открыть, напечатать и "
          + "отправить. csv начинается с метки UTF-8, все числа целые, единица стоит в строке. json — "
          + "те же числа точно: доли от 0 до 1, время в секундах.",
        en:
          "html is one file with charts, without scripts and references: to be opened, printed and "
          + "sent. csv begins with a mark of UTF-8; all numbers are whole, with the unit in the line. "
          + "json is the same numbers exactly: shares from 0 to 1, times in seconds."),
      LocalizedText(
        ru: "Доли оценок видны от пяти оценок вместе. В отчёте нет заявителей и нет сотрудников.",
        en:
          "Shares of ratings are told of five ratings together. No citizen and no employee is in it."
      ),
    ],
    options: [from, to, format, output],
    shape: #"""
      {"from","to","visits","services","by_situation":[{"id","title","count"}],"by_service",
       "by_outcome","by_channel","by_window","by_day","by_hour","tickets","waiting","serving",
       "ratings","targets"}
      """#,
    examples: [
      "okno report --from 2026-11-01 --to 2026-11-30 --format html --output november.html",
      "okno report --from 2026-11-28 --to 2026-11-28 --format csv",
    ],
    run: { session in
      let period = try period(session)
      let store = try session.openForReading()
      defer { store.close() }
      let source = try ReportSource(from: period.from, to: period.to, store, session)
      let form = session.invocation.value(format) ?? "html"
      guard let path = session.invocation.value(output) else {
        return try printed(source, form)
      }
      try OutputFile.write(text(source, form), to: path)
      return Reply(
        json: ReportJSON.value(source), text: session.words("отчёт записан: ", "written: ") + path)
    })
}

/// The longest period, in days: ten years and a little.
private let longest = 3700

private func period(_ session: Session) throws(Failure) -> (from: CalendarDate, to: CalendarDate) {
  let invocation = session.invocation
  guard let first = invocation.date(from), let last = invocation.date(to), first <= last else {
    throw .usage(
      .report, ru: "--from позже, чем --to: поменяйте их местами",
      en: "--from is after --to: change them round")
  }
  guard last.dayNumber - first.dayNumber < longest else {
    throw .usage(
      .report, ru: "период длиннее десяти лет: возьмите короче",
      en: "the period is longer than ten years: take a shorter one")
  }
  return (first, last)
}

private func text(_ source: ReportSource, _ form: String) -> String {
  switch form {
  case "csv": ReportCSV.text(ReportContent(source))
  case "json": ReportJSON.value(source).written + "\n"
  default: ReportHTML(ReportContent(source)).text
  }
}

/// To standard output as it is: what a reply prints gets another end of line.
private func printed(_ source: ReportSource, _ form: String) throws -> Reply {
  if source.session.invocation.has(CommonOptions.json) {
    return Reply(json: ReportJSON.value(source), text: "")
  }
  try source.session.console.print(text(source, form))
  return .done(ExitCode.done.rawValue)
}
