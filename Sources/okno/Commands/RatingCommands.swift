internal import DeskScreens
internal import Domain
internal import LocalStore

extension CommandSpec {
  static let ratingSummary = CommandSpec(
    path: ["rating", "summary"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "оценки вместе: доли видны от пяти оценок",
      en: "ratings together: shares are told from five ratings on"),
    details: [
      LocalizedText(
        ru:
          "Доли считаются по полным группам, не меньше пяти оценок в каждой, чтобы по разнице двух "
          + "сводок нельзя было узнать одну оценку: count — сколько оценок поставлено, share_count — "
          + "по скольким из них посчитаны доли. Оценка не связана с визитом: если визит отменён, она "
          + "остаётся.",
        en: "Shares are of whole groups of five ratings or more, so that the difference of two "
          + "summaries cannot tell a single rating: count is how many were given, share_count how "
          + "many of them the shares are of. A rating is not tied to its visit: when a visit is "
          + "undone, the rating stays."),
      LocalizedText(
        ru: "Интервалы — Уилсона, 95 %. Доли по ситуациям — только за один целый прошедший месяц. "
          + "signs — признаки того, что отвечают не заявители: быстрее секунды, подряд, одна цифра, "
          + "намного выше контрольной выборки. Это повод посмотреть, а не доказательство.",
        en:
          "Intervals are Wilson's, of 95 %. Shares by situation are of one whole month that is over "
          + "only. signs are those of answers that are not citizens' own: under a second, in bursts, "
          + "one digit, far above the control sample. They are a reason to look, and prove nothing."
      ),
    ],
    options: [.from, .to],
    shape: #"""
      {"count","declined","skipped","timed_out","share_best","by_criterion","share_count",
       "too_fast","asked","response_rate","best_interval":{"low","high"},
       "control":{"issued","answered","share_best","interval"},"callbacks":{"open","overdue","settled","won_back"},"signs":["too_fast"…],
       "by_situation":[{"situation","asked","count","declined","skipped","timed_out",
       "response_rate","share_best","interval"}]}
      """#,
    examples: ["okno rating summary", "okno rating summary --from 2026-11-01 --json"],
    run: { session in
      let period = try session.period()
      let store = try session.openForReading()
      defer { store.close() }
      let picture = try store.ratingPicture(
        from: period.from, to: period.to, today: session.now.date(offset: session.offset))
      let names = try Names(store, session)
      return Reply(
        json: RatingJSON.summary(picture), text: ratingText(picture, names, session))
    })
}

extension CommandSpec {
  static let ratingImport = CommandSpec(
    path: ["rating", "import"],
    access: .needs(.report),
    summary: LocalizedText(
      ru: "принять оценки, поставленные позже по одноразовым кодам",
      en: "bring in the ratings that were given later by one-time codes"),
    details: [
      LocalizedText(
        ru:
          "Файл CSV с первой строкой из названий столбцов: token, score и, если есть, criteria — слова "
          + "через пробел, как в by_criterion. Другие столбцы пропускаются, разделитель — запятая или "
          + "точка с запятой. Неизвестные, использованные и испорченные слова названы построчно, "
          + "остальные приняты; тогда код выхода — 65. Годится любое окно центра: слова окна становятся "
          + "известны другим по пять или на следующий день. Принятый на двух окнах ответ считается раз.",
        en: "A CSV file whose first line names its columns: token, score and, where there are any, "
          + "criteria, words with blanks between them as in by_criterion. Other columns are passed over; a "
          + "comma or a semicolon stands between two. Words that are unknown, used or malformed are told "
          + "line by line, the others are taken; the exit code is then 65. Any desk of the centre will do: "
          + "words become known to the others five at a time, or the next day. An answer that two desks "
          + "bring in counts once.")
    ],
    operands: [OperandSpec(.file, ru: "файл CSV", en: "the CSV file")],
    shape: #"{"taken","rejected":[{"line","reason":"unknown"|"used"|"malformed"}]}"#,
    examples: ["okno rating import answers.csv"],
    run: { session in
      let sheet = try TokenSheet(text(of: session.invocation.operands.first ?? ""))
      let store = try session.openForWriting()
      defer { store.close() }
      return try bringIn(sheet, store, session)
    })
}

private func text(of path: String) throws(Failure) -> String {
  do throws(SmallFile.Unreadable) {
    return String(decoding: try SmallFile.bytes(of: path), as: UTF8.self)
  } catch {
    throw Failure(
      .inputOutput, code: "unreadable", ru: "не удалось прочитать \(path)",
      en: "\(path) cannot be read")
  }
}

private func bringIn(
  _ sheet: TokenSheet, _ store: LocalStore, _ session: Session
) throws -> Reply {
  var taken = 0
  var rejected: [(line: Int, reason: String)] = []
  for row in sheet.rows {
    guard let answer = row.answer else {
      rejected.append((row.line, "malformed"))
      continue
    }
    switch try store.answer(
      answer.token, score: answer.score, criteria: answer.criteria, session.stamp(store))
    {
    case .taken: taken += 1
    case .unknown: rejected.append((row.line, "unknown"))
    case .used: rejected.append((row.line, "used"))
    }
  }
  let told = rejected.map { rejection in
    session.words("строка \(rejection.line): ", "line \(rejection.line): ")
      + session.reason(rejection.reason)
  }
  let failure = Failure.badData(
    "rejected_lines", ru: "не приняты строки: \(rejected.count)",
    en: "lines that were not taken: \(rejected.count)")
  return Reply(
    json: [
      "taken": .integer(taken),
      "rejected": .array(rejected) {
        ["line": .integer($0.line), "reason": .string($0.reason)]
      },
    ],
    text: ([session.words("принято оценок: \(taken)", "ratings taken: \(taken)")] + told)
      .joined(separator: "\n"),
    failure: rejected.isEmpty ? nil : failure)
}

extension Session {
  fileprivate func reason(_ reason: String) -> String {
    switch reason {
    case "unknown":
      words(
        "такого слова в центре не выдавали, или оно ещё не дошло до этого окна",
        "no desk of the centre gave out such a word, or it has not reached this one yet")
    case "used": words("слово уже использовано", "the word was used before")
    default: words("нет слова или оценки от 1 до 5", "no word, or no rating of 1 to 5")
    }
  }
}

private func ratingText(_ picture: RatingPicture, _ names: Names, _ session: Session) -> String {
  let lines = ratingLines(picture, language: session.language) { names.situation($0) }
  return ratingTable(picture.summary, session) + "\n\n"
    + lines.map { $0.isHeading ? "\($0.text):" : $0.text }.joined(separator: "\n")
}

private func ratingTable(_ summary: RatingSummary, _ session: Session) -> String {
  func share(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
  var rows = [
    [session.words("оценок", "ratings"), "\(summary.count)"],
    [session.words("отказались", "declined"), "\(summary.declined)"],
    [session.words("пропущено сотрудником", "skipped by the clerk"), "\(summary.skipped)"],
    [session.words("время вышло", "timed out"), "\(summary.timedOut)"],
    [session.words("быстрее секунды", "under a second"), "\(summary.tooFast)"],
  ]
  guard let best = summary.shareBest else {
    rows.append([
      session.words("доля лучших", "share of the best"),
      session.words("видна от пяти оценок вместе", "told of five ratings together"),
    ])
    return TextTable.text(rows)
  }
  rows.append([session.words("доли — по оценкам", "shares are of"), "\(summary.shareCount)"])
  rows.append([session.words("доля лучших", "share of the best"), share(best)])
  for criterion in Criterion.allCases {
    rows.append([session.phrases.criterion(criterion), share(summary.byCriterion?[criterion] ?? 0)])
  }
  return TextTable.text(rows)
}
