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
       "control":{"issued","answered","share_best","interval"},"signs":["too_fast"…],
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
