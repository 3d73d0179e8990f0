internal import DeskCore
internal import DeskScreens
internal import Domain

// Ratings and the programme's targets.

extension ReportSource {
  typealias Rows = [ReportContent.Row]

  private func share(_ key: String, _ ru: String, _ en: String, _ share: Double?)
    -> ReportContent.Row
  {
    ReportContent.Row(
      key: key, label: session.words(ru, en), value: share.map { .share($0) } ?? tooFew)
  }

  private func count(_ key: String, _ ru: String, _ en: String, _ count: Int) -> ReportContent.Row {
    ReportContent.Row(key: key, label: session.words(ru, en), value: .count(count))
  }

  private var tooFew: ReportContent.Value {
    .none(session.words("видно от пяти оценок вместе", "told of five ratings together"))
  }

  var ratings: ReportContent.Section {
    let ratings = figures.ratings
    var rows: Rows = [
      count("asked", "спрошено", "asked", ratings.asked),
      count("given", "оценок", "ratings", ratings.count),
      count("declined", "отказались", "declined", ratings.declined),
      count("skipped", "пропущено сотрудником", "skipped by the clerk", ratings.skipped),
      count("timed_out", "время вышло", "timed out", ratings.timedOut),
    ]
    if let rate = ratings.responseRate {
      rows.append(share("response_rate", "доля ответивших", "response rate", rate))
    }
    rows += [
      count(
        "share_count", "доли посчитаны по оценкам", "shares are of ratings", ratings.shareCount),
      share("share_best", "доля лучших", "share of the best", ratings.shareBest),
    ]
    if let interval = ratings.bestInterval {
      rows += [
        share(
          "share_best_low", "доля лучших: не меньше (Уилсон, 95 %)",
          "share of the best, at least (Wilson, 95 %)", interval.low),
        share("share_best_high", "и не больше", "and at most", interval.high),
      ]
    }
    rows += [
      share("share_not_best", "доля не лучших", "share of not the best", ratings.shareNotBest)
    ]
    return ReportContent.Section(
      key: "ratings", title: session.words("Оценки", "Ratings"),
      note: session.words(
        "Доли — только по полным группам не меньше пяти оценок: по одной оценке никого не узнать.",
        "Shares are of whole groups of five ratings or more, so that no single one can be told."),
      form: .facts, rows: rows)
  }

  /// What stands beside the desks' own figures, and what makes one look twice.
  var ratingSigns: ReportContent.Section {
    let control = picture.control
    var rows: Rows = [
      count("codes_issued", "кодов выдано", "codes given", control.issued),
      count("codes_answered", "ответили позже", "answered later", control.answered),
    ]
    if control.answered > 0 {
      rows.append(share("share_best", "доля лучших", "share of the best", control.share))
    }
    let words = RatingPicturePhrases.of(session.language)
    let signs =
      picture.signs.map { words.sign($0) }
      + picture.month.aboveOthers.map { words.aboveOthers(window($0.desk), $0) }
    rows += signs.enumerated().map { place, sign in
      ReportContent.Row(
        key: "sign_\(place + 1)", label: session.words("признак", "sign"), value: .none(sign))
    }
    return ReportContent.Section(
      key: "ratings_control", title: session.words("Контроль оценок", "Ratings: control and signs"),
      note: session.words(
        "Контрольная выборка — ответы по одноразовым кодам, вне центра. Признаки — повод посмотреть, "
          + "а не доказательство.",
        "The control sample are answers by one-time codes, away from the centre. Signs are a reason to "
          + "look, and prove nothing."),
      form: .facts, rows: control.issued == 0 && signs.isEmpty ? [] : rows)
  }

  var ratingsBySituation: ReportContent.Section {
    ReportContent.Section(
      key: "best_by_situation",
      title: session.words("Доля лучших по ситуациям", "Share of the best by situation"),
      note: session.words(
        "За один целый прошедший месяц, от пяти оценок. В скобках — интервал Уилсона, 95 %.",
        "Of one whole month that is over, of five ratings or more. In brackets Wilson's interval, "
          + "95 %."),
      form: .bars,
      rows: picture.situations.compactMap { ratings in
        guard let share = ratings.shareBest, let interval = ratings.bestInterval else { return nil }
        let words = RatingPicturePhrases.of(session.language)
        return ReportContent.Row(
          key: ratings.situation.rawValue,
          label: "\(names.situation(ratings.situation)) (\(words.interval(interval)))",
          value: .share(share))
      })
  }

  /// The share of the best by hour and by window, and a window that stands out.
  var ratingsOfMonth: [ReportContent.Section] {
    let words = RatingPicturePhrases.of(session.language)
    func row(_ key: String, _ label: String, _ answers: BestCount) -> ReportContent.Row? {
      guard let share = answers.share, let interval = answers.interval else { return nil }
      return ReportContent.Row(
        key: key, label: "\(label) (\(words.interval(interval)))", value: .share(share))
    }
    let note = session.words(
      "За один целый прошедший месяц, от пяти оценок. В скобках — интервал Уилсона, 95 %.",
      "Of one whole month that is over, of five ratings or more. In brackets Wilson's interval, 95 %."
    )
    return [
      ReportContent.Section(
        key: "best_by_hour",
        title: session.words("Доля лучших по часам", "Share of the best by hour"),
        note: note, form: .bars,
        rows: picture.month.hours.compactMap {
          row("\($0.hour)", "\($0.hour):00–\($0.hour + 1):00", $0.answers)
        }),
      ReportContent.Section(
        key: "best_by_window",
        title: session.words("Доля лучших по окнам", "Share of the best by window"), note: note,
        form: .bars,
        rows: picture.month.windows.compactMap {
          row($0.desk.description, window($0.desk), $0.answers)
        }),
    ]
  }

  var criteria: ReportContent.Section {
    let shares = figures.ratings.notBestByCriterion ?? [:]
    return ReportContent.Section(
      key: "not_best_by_criterion",
      title: session.words("Чем недовольны", "What was not good"),
      note: session.words(
        "Доля ответов, которые не лучшие и называют этот критерий, среди всех ответов полных групп.",
        "The share of answers that are not the best and name this criterion, among all answers of "
          + "whole groups."),
      form: .bars,
      rows: Criterion.allCases.compactMap { criterion in
        shares[criterion].map {
          ReportContent.Row(
            key: criterion.rawValue, label: session.phrases.criterion(criterion), value: .share($0))
        }
      })
  }

  var targetSections: [ReportContent.Section] {
    [electronicTarget, trend("electronic_by_month", title(.electronic), \.electronic)]
      + [supportTarget, satisfactionTarget]
      + [trend("not_best_by_month", title(.satisfaction), \.notBest)]
  }

  private func title(_ target: TargetPhrases.Target) -> String {
    session.phrases.targets.name(target)
  }

  private func definition(_ target: TargetPhrases.Target) -> String {
    session.phrases.targets.definition(target)
  }

  private var electronicTarget: ReportContent.Section {
    let electronic = targets.electronic
    let share: ReportContent.Value =
      electronic.share.map { .share($0) }
      ?? .none(session.words("таких услуг не было", "there were none"))
    return ReportContent.Section(
      key: "target_electronic", title: title(.electronic), note: definition(.electronic),
      form: .facts,
      rows: [
        count("possible", "могли быть электронными", "could have been", electronic.possible),
        count("done", "были электронными", "were", electronic.done),
        ReportContent.Row(key: "share", label: session.words("доля", "share"), value: share),
        ReportContent.Row(
          key: "goal", label: session.words("цель", "goal"),
          value: .share(Double(TargetFigures.electronicGoal) / 100)),
        count(
          "missing", "не хватает до цели, услуг", "services missing to the goal",
          targets.electronicMissing),
      ])
  }

  private var supportTarget: ReportContent.Section {
    ReportContent.Section(
      key: "target_support",
      title: title(.support), note: definition(.support),
      form: .facts,
      rows: [
        count("supported", "услуг с поддержкой", "services supported", targets.supported),
        count("goal", "цель", "goal", TargetFigures.supportedGoal),
        count(
          "offers_made", "проактивных предложений", "proactive offers made", targets.offers.made),
        count("offers_taken", "из них приняты", "of them taken", targets.offers.taken),
      ])
  }

  private var satisfactionTarget: ReportContent.Section {
    ReportContent.Section(
      key: "target_satisfaction", title: title(.satisfaction),
      note: definition(.satisfaction),
      form: .facts, rows: satisfactionRows)
  }

  private var satisfactionRows: Rows {
    var rows: Rows = [share("share_not_best", "сейчас", "now", targets.ratings.shareNotBest)]
    if let rate = targets.ratings.responseRate {
      rows.append(share("response_rate", "доля ответивших", "response rate", rate))
    }
    guard let baseline = targets.baseline, let goal = targets.notBestGoal else {
      let none = session.words(
        "не задан: ключ targets в настройках", "not set: the key targets of the configuration")
      let label = session.words("базовый год", "baseline year")
      return rows + [ReportContent.Row(key: "baseline", label: label, value: .none(none))]
    }
    rows += [
      share(
        "baseline", "в базовом \(baseline.year) году", "in the baseline year \(baseline.year)",
        baseline.notBest),
      share("goal", "цель", "goal", goal),
    ]
    if let missing = targets.answersMissing {
      rows.append(
        count(
          "missing", "из ста ответов лучшими должны стать ещё",
          "of a hundred answers, still to become the best", missing))
    }
    return rows
  }

  /// Months of which nothing is told are left out.
  private func trend(
    _ key: String, _ title: String, _ share: KeyPath<TargetFigures.Month, Double?>
  ) -> ReportContent.Section {
    ReportContent.Section(
      key: key, title: title + session.words(", по месяцам", ", by month"),
      note: session.words(
        "Двенадцать месяцев до конца периода.", "Twelve months up to the period's end."),
      form: .columns,
      rows: targets.months.compactMap { month in
        month[keyPath: share].map {
          ReportContent.Row(
            key: String(month.start.description.prefix(7)),
            label: String(typed(month.start).dropFirst(3)), value: .share($0))
        }
      })
  }
}
