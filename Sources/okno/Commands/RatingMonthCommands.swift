internal import DeskScreens
internal import Domain
internal import LocalStore

private let month = OptionSpec(
  "month", .date, ru: "месяц, в котором этот день; без ключа — прошлый",
  en: "the month of this day; last month where it is left out")

extension CommandSpec {
  static let ratingHours = CommandSpec(
    path: ["rating", "hours"],
    access: .needs(.report),
    summary: LocalizedText(
      ru: "оценки месяца по часам и по окнам", en: "a month's ratings by hour and by window"),
    details: [
      LocalizedText(
        ru:
          "Доля лучших с интервалом Уилсона, 95 %. Окно считает оценки по часам, пока идёт месяц, и "
          + "сообщает суммы один раз, с первой оценкой следующего: по пять оценок и больше, без дней и "
          + "ситуаций, чтобы ни одну нельзя было узнать. above_others — окна, где доля заметно выше, чем "
          + "у остальных вместе: повод посмотреть, а не доказательство.",
        en:
          "The share of the best with Wilson's interval, of 95 %. A window counts ratings by hour while "
          + "the month runs, and tells the sums once, with the first rating of the next: of five ratings "
          + "or more, without days and situations, so that no single one can be told. above_others are "
          + "windows whose share is well above that of all others together: a reason to look, and no proof."
      )
    ],
    options: [month],
    shape: #"""
      {"month","by_hour":[{"hour","count","share_best","interval":{"low","high"}}],
       "by_window":[{"window","name","count","share_best","interval"}],"above_others":["window"…]}
      """#,
    examples: ["okno rating hours", "okno rating hours --month 2026-10-01 --json"],
    run: { session in
      let today = session.now.date(offset: session.offset)
      let first =
        session.invocation.date(month)?.startOfMonth ?? today.startOfMonth.adding(months: -1)
      let store = try session.openForReading()
      defer { store.close() }
      let picture = try store.ratingPicture(from: first, to: first.endOfMonth, today: today).month
      let windows = try WindowNames(store, session)
      let name = JSONValue.Member(
        key: "month", value: .string(String(first.description.prefix(7))))
      let lines = ratingMonthLines(picture, language: session.language) { windows.name(of: $0) }
      return Reply(
        json: .object([name] + RatingJSON.monthMembers(picture) { windows.name(of: $0) }),
        text: lines.map { $0.isHeading ? "\($0.text):" : $0.text }.joined(separator: "\n"))
    })

  static let ratingWords = CommandSpec(
    path: ["rating", "words"],
    access: .needs(.report),
    summary: LocalizedText(
      ru: "что заявители написали после оценки", en: "what citizens have written after a rating"),
    details: [
      LocalizedText(
        ru:
          "Одна строка своими словами, если у экрана заявителя есть клавиатура (настройка "
          + "rating_keyboard). Строка не связана ни с оценкой, ни с визитом, ни с окном; показывается от "
          + "пяти вместе, в случайном порядке и не в тот день, когда написана. Хранится два года.",
        en:
          "One line in their own words, where the citizen's screen has a keyboard (the setting "
          + "rating_keyboard). A line is tied to no rating, visit or window; it is told among five or "
          + "more, in random order, and not on the day on which it was written. It is kept for two years."
      )
    ],
    options: [.from, .to],
    shape: #"["line"…]"#,
    examples: ["okno rating words", "okno rating words --from 2026-10-01 --to 2026-10-31"],
    run: { session in
      let period = try session.period()
      let store = try session.openForReading()
      defer { store.close() }
      let words = try store.citizensWords(from: period.from, to: period.to)
      return Reply(
        json: .array(words) { .string($0) },
        text: words.isEmpty
          ? session.words("пока ничего", "nothing yet") : words.joined(separator: "\n"))
    })
}
