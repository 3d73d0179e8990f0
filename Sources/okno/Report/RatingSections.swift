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
      share("share_not_best", "доля не лучших", "share of not the best", ratings.shareNotBest),
    ]
    return ReportContent.Section(
      key: "ratings", title: session.words("Оценки", "Ratings"),
      note: session.words(
        "Доли — только по полным группам не меньше пяти оценок: по одной оценке никого не узнать.",
        "Shares are of whole groups of five ratings or more, so that no single one can be told."),
      form: .facts, rows: rows)
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
    [electronicTarget, trend("electronic_by_month", electronicTitle, \.electronic)]
      + [supportTarget, satisfactionTarget]
      + [trend("not_best_by_month", satisfactionTitle, \.notBest)]
  }

  private static let decree = LocalizedText(
    ru: "Указ Президента РФ от 07.05.2024 № 309.", en: "Presidential Decree No. 309 of 07.05.2024.")

  private func note(_ ru: String, _ en: String) -> String {
    session.words(ru, en) + " " + Self.decree(session.language)
  }

  private var electronicTitle: String {
    session.words("Цель 2030: электронные услуги", "Target 2030: electronic services")
  }

  private var electronicTarget: ReportContent.Section {
    let electronic = targets.electronic
    let share: ReportContent.Value =
      electronic.share.map { .share($0) }
      ?? .none(session.words("таких услуг не было", "there were none"))
    return ReportContent.Section(
      key: "target_electronic", title: electronicTitle,
      note: note(
        "Доля услуг, которые в справочнике есть на портале или проактивно и были оказаны "
          + "в электронном обращении. К 2030 году — 99 %.",
        "The share of services that the catalogue has on a portal or as proactive and that were given "
          + "in an online visit. By 2030: 99%."),
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
    let unknown = ReportContent.Value.none(session.words("ещё не ведётся", "not kept yet"))
    return ReportContent.Section(
      key: "target_support",
      title: session.words(
        "Цель 2030: поддержка решений", "Target 2030: decision support"),
      note: note(
        "Услуги справочника, которые стоят в жизненной ситуации: программа говорит, что положено, "
          + "в каком порядке и с какими документами. Не меньше ста.",
        "Services that the catalogue has in a life situation: the program says what is due, in which "
          + "order and with which documents. At least a hundred."),
      form: .facts,
      rows: [
        count("supported", "услуг с поддержкой", "services supported", targets.supported),
        count("goal", "цель", "goal", TargetFigures.supportedGoal),
        ReportContent.Row(
          key: "offers_made",
          label: session.words("проактивных предложений", "proactive offers made"), value: unknown),
        ReportContent.Row(
          key: "offers_taken", label: session.words("из них приняты", "of them taken"),
          value: unknown),
      ])
  }

  private var satisfactionTitle: String {
    session.words(
      "Цель 2030: удовлетворённость, доля не лучших ответов",
      "Target 2030: satisfaction, share of answers not the best")
  }

  private var satisfactionTarget: ReportContent.Section {
    ReportContent.Section(
      key: "target_satisfaction", title: satisfactionTitle,
      note: note(
        "Рост на 50 % к 2030 году считаем как вдвое меньшую долю не лучших ответов против базового "
          + "года: средняя оценка скрыла бы их. Читайте вместе с долей ответивших.",
        "Growth by 50% until 2030 is taken as half the share of answers that are not the best, against "
          + "the baseline year: a mean would hide them. Read it with the response rate."),
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
