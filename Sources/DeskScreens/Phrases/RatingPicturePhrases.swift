// The words of what the ratings say.

package import Domain

package struct RatingPicturePhrases: Sendable {
  package var title: @Sendable (_ from: String, _ to: String) -> String
  package var loading: String
  package var keys: String
  package var best: @Sendable (_ share: Double, WilsonInterval?, _ count: Int) -> String
  package var tooFew: String
  package var answered: @Sendable (RatingSummary) -> String
  package var control: @Sendable (ControlSample) -> String
  package var callbacks: @Sendable (CallbackFigures) -> String
  package var sign: @Sendable (RatingSign) -> String
  package var noSigns: String
  package var criteria: String
  package var share: @Sendable (_ name: String, _ share: Double, WilsonInterval?) -> String
  package var situations: String
  package var situation: @Sendable (_ title: String, SituationRatings) -> String
  package var monthsOnly: String
  // Hours and windows of a month that is over, and citizens' words.
  package var hours: String
  package var hour: @Sendable (MonthPicture.Hour) -> String
  package var windows: String
  package var window: @Sendable (_ name: String, BestCount) -> String
  /// A window whose share lies above that of all others.
  package var aboveOthers: @Sendable (_ name: String, MonthPicture.AboveOthers) -> String
  package var noHours: String
  package var words: String
  package var quoted: @Sendable (String) -> String
  /// «от 65 до 90 %».
  package var interval: @Sendable (WilsonInterval) -> String

  package static func of(_ language: Language) -> RatingPicturePhrases {
    language == .ru ? .ru : .en
  }

  static let ru = RatingPicturePhrases(
    title: { "Оценки \($0) – \($1)" },
    loading: "Оценки",
    keys: "← раньше · → позже · ↑ ↓ листать · другая — закрыть",
    best: { share, interval, count in
      "Лучших \(percent(share))" + within(interval, russianInterval)
        + ", по \(russian(count, "оценке", "оценкам", "оценкам"))"
    },
    tooFew: "Доля лучших видна с \(RatingSummary.smallestGroup) оценок вместе",
    answered: { summary in
      guard let rate = summary.responseRate else { return "Никого не спрашивали" }
      return "Спрошено \(summary.asked), ответили \(summary.count) (\(percent(rate))), "
        + "отказались \(summary.declined), время вышло у \(summary.timedOut), "
        + "пропущено сотрудником \(summary.skipped)"
    },
    control: { control in
      guard control.issued > 0 else { return "Контроль: кодов для оценки позже не выдавали" }
      let given = "Контроль: выдано кодов \(control.issued), ответили \(control.answered)"
      guard let share = control.share else { return given }
      return "\(given), лучших \(percent(share))" + within(control.interval, russianInterval)
    },
    callbacks: { calls in
      "Перезвонить: ждут \(calls.open)" + (calls.overdue > 0 ? ", просрочено \(calls.overdue)" : "")
        + "; позвонили \(calls.settled), довольны теперь \(calls.wonBack)"
    },
    sign: { sign in
      switch sign {
      case .tooFast(let count, let given):
        "Быстрее секунды: \(count) из \(given). Спросите, кто нажимает"
      case .bursts(let count, let given):
        "Подряд, чаще визитов: \(count) из \(given). Сверьте с журналом визитов"
      case .oneDigit(let digit, let count):
        "Все \(count) — «\(digit)». Так почти не бывает: проверьте, отвечают ли сами заявители"
      case .aboveControl(let desk, let control):
        "У окна лучших \(russianInterval(desk)), у ответивших позже — \(russianInterval(control)): "
          + "разница не случайна"
      }
    },
    noSigns: "Признаков накрутки не видно",
    criteria: "Чем недовольны: доля всех ответов",
    share: { "\($0): \(percent($1))" + within($2, russianInterval) },
    situations: "По ситуациям",
    situation: { title, ratings in
      let asked = "\(title): спрошено \(ratings.asked), ответили \(ratings.given)"
      let refused = ratings.declined + ratings.timedOut
      let silent = refused == 0 ? "" : ", без ответа \(refused)"
      guard let share = ratings.shareBest else { return asked + silent }
      return asked + silent + ", лучших \(percent(share))"
        + within(ratings.bestInterval, russianInterval)
    },
    monthsOnly: "Доли по ситуациям видны за целый прошедший месяц, от пяти оценок",
    hours: "По часам",
    hour: { "\(span($0.hour)): \(russianBest($0.answers))" },
    windows: "По окнам",
    window: { "\($0): \(russianBest($1))" },
    aboveOthers: { name, window in
      "\(name): лучших \(russianInterval(window.own)), у остальных окон вместе "
        + "\(russianInterval(window.others)). Сверьте с журналом визитов"
    },
    noHours: "По часам и окнам видно за целый прошедший месяц, от пяти оценок",
    words: "Слова заявителей",
    quoted: { "«\($0)»" },
    interval: russianInterval)

  static let en = RatingPicturePhrases(
    title: { "Ratings \($0) – \($1)" },
    loading: "Ratings",
    keys: "← earlier · → later · ↑ ↓ scroll · any other closes",
    best: { share, interval, count in
      "Best \(percent(share))" + within(interval, englishInterval)
        + ", of \(english(count, "rating", "ratings"))"
    },
    tooFew: "The share of the best is told from \(RatingSummary.smallestGroup) ratings on",
    answered: { summary in
      guard let rate = summary.responseRate else { return "Nobody was asked" }
      return "Asked \(summary.asked), answered \(summary.count) (\(percent(rate))), "
        + "declined \(summary.declined), timed out \(summary.timedOut), "
        + "skipped by the clerk \(summary.skipped)"
    },
    control: { control in
      guard control.issued > 0 else { return "Control: no codes to rate later were given" }
      let given = "Control: codes given \(control.issued), answered \(control.answered)"
      guard let share = control.share else { return given }
      return "\(given), best \(percent(share))" + within(control.interval, englishInterval)
    },
    callbacks: { calls in
      "Calls: \(calls.open) to make" + (calls.overdue > 0 ? ", \(calls.overdue) overdue" : "")
        + "; made \(calls.settled), won back \(calls.wonBack)"
    },
    sign: { sign in
      switch sign {
      case .tooFast(let count, let given):
        "Under a second: \(count) of \(given). Ask who presses the keys"
      case .bursts(let count, let given):
        "One after the other, faster than visits: \(count) of \(given). Compare with the visits"
      case .oneDigit(let digit, let count):
        "All \(count) are “\(digit)”. That hardly happens: see whether citizens answer themselves"
      case .aboveControl(let desk, let control):
        "At the desk the best are \(englishInterval(desk)), of those who answered later "
          + "\(englishInterval(control)): no chance difference"
      }
    },
    noSigns: "No signs of gaming",
    criteria: "What was not good: the share of all answers",
    share: { "\($0): \(percent($1))" + within($2, englishInterval) },
    situations: "By situation",
    situation: { title, ratings in
      let asked = "\(title): asked \(ratings.asked), answered \(ratings.given)"
      let refused = ratings.declined + ratings.timedOut
      let silent = refused == 0 ? "" : ", no answer \(refused)"
      guard let share = ratings.shareBest else { return asked + silent }
      return asked + silent + ", best \(percent(share))"
        + within(ratings.bestInterval, englishInterval)
    },
    monthsOnly:
      "Shares by situation are told of a whole month that is over, of five ratings or more",
    hours: "By hour",
    hour: { "\(span($0.hour)): \(englishBest($0.answers))" },
    windows: "By window",
    window: { "\($0): \(englishBest($1))" },
    aboveOthers: { name, window in
      "\(name): best \(englishInterval(window.own)), all other windows together "
        + "\(englishInterval(window.others)). Compare with the visits"
    },
    noHours: "Hours and windows are told of a whole month that is over, of five ratings or more",
    words: "Citizens' words",
    quoted: { "“\($0)”" },
    interval: englishInterval)
}

/// «9:00–10:00».
private func span(_ hour: Int) -> String { "\(hour):00–\(hour + 1):00" }

private func russianBest(_ answers: BestCount) -> String {
  guard let share = answers.share else { return "—" }
  return "лучших \(percent(share))" + within(answers.interval, russianInterval)
    + ", по \(russian(answers.given, "оценке", "оценкам", "оценкам"))"
}

private func englishBest(_ answers: BestCount) -> String {
  guard let share = answers.share else { return "—" }
  return "best \(percent(share))" + within(answers.interval, englishInterval)
    + ", of \(english(answers.given, "rating", "ratings"))"
}

private func within(
  _ interval: WilsonInterval?, _ words: (WilsonInterval) -> String
) -> String {
  interval.map { " (\(words($0)))" } ?? ""
}

private func russianInterval(_ interval: WilsonInterval) -> String {
  "от \(whole(interval.low)) до \(percent(interval.high))"
}

private func englishInterval(_ interval: WilsonInterval) -> String {
  "\(whole(interval.low)) to \(percent(interval.high))"
}

private func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
