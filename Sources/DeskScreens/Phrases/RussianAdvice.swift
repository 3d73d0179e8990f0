// The Russian words of the decision support.

internal import Domain

extension AdvicePhrases {
  static let ru = AdvicePhrases(
    verdict: russianVerdict,
    overruled: { "Ответ сотрудника: \(russianVerdict($0)), причина: \($1)" },
    byRule: { "По правилу справочника: \(russianVerdict($0))" },
    overrule: "Ответить иначе",
    overruleHint: "почему",
    overruleNote:
      "Ответ останется в деле с вашим именем, причина уйдёт владельцу справочника: не пишите имён и данных.",
    notADecision: "Это подсказка по справочнику, а не решение.",
    mind: "Учтите",
    because: "Почему",
    nextQuestion: "Спросите",
    dontKnow: "не знает",
    chosenAdvice: "цифра или Enter — ответ · Esc — назад",
    typedAdvice: "Enter — ответ · Tab — не знает · Esc — назад",
    source: russianSource,
    sourceAdvice: { "Откуда: \(russianSource($0)) · Shift-Tab — изменить" },
    wrote: { "записано: \($0)" },
    toldBefore: { answer, said, isStale in
      "Раньше: \(answer) (\(said))" + (isStale ? ". Могло измениться, спросите снова." : "")
    },
    answers: "Ответы заявителя",
    answersAdvice: "Enter — изменить ответ · Esc — назад",
    thisVisit: "этот визит",
    placeholder: {
      switch $0 {
      case .money: "рубли, например 18000"
      case .date: "день, например 24.11.2026"
      case .number: "целое число"
      case .yesNo, .choice: ""
      }
    },
    yes: "да",
    no: "нет",
    needed: { "нужно: \($0)" },
    relation: { relation, wanted, amount in
      switch (relation, wanted) {
      case (.atLeast, true), (.lessThan, false): "не меньше \(amount)"
      case (.atMost, true), (.moreThan, false): "не больше \(amount)"
      case (.moreThan, true), (.atMost, false): "больше \(amount)"
      case (.lessThan, true), (.atLeast, false): "меньше \(amount)"
      case (.equals, true): amount
      case (.equals, false): "не \(amount)"
      }
    },
    age: { relation, wanted, span in
      let length = length(span)
      return switch (relation, wanted) {
      case (.atLeast, true), (.lessThan, false): "прошло \(length) или больше"
      case (.lessThan, true), (.atLeast, false): "прошло меньше чем \(length)"
      case (.atMost, true): "прошло не больше чем \(length)"
      case (.atMost, false): "прошло больше чем \(length)"
      }
    },
    notEarlier: { "с \($0)" },
    notLater: { "не позже \($0)" },
    earlier: { "раньше \($0)" },
    later: { "позже \($0)" },
    term: { lastDay, isOver in isOver ? "срок прошёл \(lastDay)" : "срок — до \(lastDay)" },
    oneOf: { titles, wanted in
      let list = titles.joined(separator: " или ")
      return wanted ? list : "любой ответ, кроме: \(list)"
    },
    figure: { name, times in
      let name = lowered(name)
      return times == Fraction(1) ? "(\(name))" : "(\(name) × \(decimal(times, ",")))"
    },
    amount: { number, unit, isCompared in
      switch (unit, isCompared) {
      case ("лет", false): russian(number, "год", "года", "лет")
      case ("лет", true): russian(number, "года", "лет", "лет")
      case ("месяцев", false): russian(number, "месяц", "месяца", "месяцев")
      case ("месяцев", true): russian(number, "месяца", "месяцев", "месяцев")
      case ("дней", false): russian(number, "день", "дня", "дней")
      case ("дней", true): russian(number, "дня", "дней", "дней")
      default: "\(number) \(unit)"
      }
    },
    missing: { "надо узнать: \(lowered($0))" },
    withoutFigure: { "нет величины для региона и дня: \(lowered($0))" },
    withoutRule: "правила в справочнике нет, решите по описанию услуги",
    notMet: { "не выполнено: \(lowered($0))" })
}

@Sendable private func russianSource(_ source: Remark.Source) -> String {
  switch source {
  case .citizen: "со слов заявителя"
  case .document: "по документу"
  case .interagency: "по межведомственному запросу"
  }
}

@Sendable private func russianVerdict(_ verdict: Judgement.Verdict) -> String {
  switch verdict {
  case .due: "подходит"
  case .ask: "спросить"
  case .notDue: "не подходит"
  }
}

private func length(_ span: CalendarSpan) -> String {
  switch span.unit {
  case .days: russian(span.count, "день", "дня", "дней")
  case .months: russian(span.count, "месяц", "месяца", "месяцев")
  case .years: russian(span.count, "год", "года", "лет")
  }
}
