// The words of the programme's targets, on the screen and in the report.

package import Domain

package struct TargetPhrases: Sendable {
  package enum Target: CaseIterable, Hashable, Sendable { case electronic, support, satisfaction }

  package var title: @Sendable (_ from: String, _ to: String) -> String
  package var name: @Sendable (Target) -> String
  /// What is counted, how, and by which act.
  package var definition: @Sendable (Target) -> String
  package var now: String
  package var goal: String
  package var noElectronic: String
  package var electronicOf: @Sendable (PeriodFigures.Electronic) -> String
  package var electronicMissing: @Sendable (Int) -> String
  package var supported: @Sendable (Int) -> String
  package var offers: @Sendable (TargetFigures.Offers) -> String
  package var tooFew: String
  package var responseRate: @Sendable (_ share: Double?) -> String
  package var baseline: @Sendable (TargetFigures.Baseline) -> String
  package var noBaseline: String
  package var answersMissing: @Sendable (Int) -> String
  package var reached: String
  package var criteria: String
  package var byMonth: String
}

extension TargetPhrases {
  package static let ru = TargetPhrases(
    title: { "Цели программы · \($0) – \($1)" },
    name: {
      switch $0 {
      case .electronic: "Цель 2030: электронные услуги"
      case .support: "Цель 2030: поддержка решений"
      case .satisfaction: "Цель 2030: удовлетворённость, доля не лучших ответов"
      }
    },
    definition: { russianDefinition($0) + " Указ Президента РФ от 07.05.2024 № 309." },
    now: "сейчас",
    goal: "цель",
    noElectronic: "таких услуг не было",
    electronicOf: { "\(grouped($0.done)) из \(grouped($0.possible)), которые могли быть" },
    electronicMissing: {
      "до цели не хватает: " + russian($0, "услуга", "услуги", "услуг")
    },
    supported: { "услуг с поддержкой: \($0)" },
    offers: { offers in
      offers.made == 0
        ? "проактивных предложений не было"
        : "проактивные предложения: сделано \(offers.made), принято \(offers.taken)"
    },
    tooFew: "видно от пяти оценок вместе",
    responseRate: { $0.map { "ответили \(percent($0)) спрошенных" } ?? "никого не спрашивали" },
    baseline: { "в базовом \($0.year) году \(percent($0.notBest))" },
    noBaseline: "базовый год не задан: ключ targets в настройках",
    answersMissing: { "из ста ответов лучшими должны стать ещё \($0)" },
    reached: "цель достигнута",
    criteria: "Чем недовольны, доля ответов",
    byMonth: "По месяцам")

  package static let en = TargetPhrases(
    title: { "The programme's targets · \($0) – \($1)" },
    name: {
      switch $0 {
      case .electronic: "Target 2030: electronic services"
      case .support: "Target 2030: decision support"
      case .satisfaction: "Target 2030: satisfaction, share of answers not the best"
      }
    },
    definition: { englishDefinition($0) + " Presidential Decree No. 309 of 07.05.2024." },
    now: "now",
    goal: "goal",
    noElectronic: "there were none",
    electronicOf: { "\(grouped($0.done)) of \(grouped($0.possible)) that could have been" },
    electronicMissing: { "missing to the goal: " + english($0, "service", "services") },
    supported: { "services supported: \($0)" },
    offers: { offers in
      offers.made == 0
        ? "no proactive offers were made"
        : "proactive offers: made \(offers.made), taken \(offers.taken)"
    },
    tooFew: "told of five ratings together",
    responseRate: { $0.map { "\(percent($0)) of those asked answered" } ?? "nobody was asked" },
    baseline: { "in the baseline year \($0.year) \(percent($0.notBest))" },
    noBaseline: "no baseline year: the key targets of the configuration",
    answersMissing: { "of a hundred answers, still to become the best: \($0)" },
    reached: "the goal is reached",
    criteria: "What was not good, share of answers",
    byMonth: "By month")
}

private func russianDefinition(_ target: TargetPhrases.Target) -> String {
  switch target {
  case .electronic:
    "Доля услуг, которые в справочнике есть на портале или проактивно и были оказаны "
      + "в электронном обращении. К 2030 году — 99 %."
  case .support:
    "Услуги справочника, для которых есть правило: по ответам программа говорит, положена ли "
      + "услуга, почему и с какими документами. Не меньше ста."
  case .satisfaction:
    "Рост на 50 % к 2030 году считаем как вдвое меньшую долю не лучших ответов против базового "
      + "года: средняя оценка скрыла бы их. Читайте вместе с долей ответивших."
  }
}

private func englishDefinition(_ target: TargetPhrases.Target) -> String {
  switch target {
  case .electronic:
    "The share of services that the catalogue has on a portal or as proactive and that were given "
      + "in an online visit. By 2030: 99%."
  case .support:
    "Services of the catalogue with a rule: from the answers the program says whether the service "
      + "is due, why, and with which documents. At least a hundred."
  case .satisfaction:
    "Growth by 50% until 2030 is taken as half the share of answers that are not the best, against "
      + "the baseline year: a mean would hide them. Read it with the response rate."
  }
}
