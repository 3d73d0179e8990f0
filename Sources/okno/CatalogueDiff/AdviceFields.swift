internal import DeskCore
internal import DeskScreens
internal import Domain

// Facts, figures and rules, in words.

extension EntryWords {
  func told(_ fact: Fact) -> ToldEntry {
    var fields = EntryField.text("title", ru: "название", en: "title", fact.title)
    fields += EntryField.text("question", ru: "вопрос", en: "question", fact.question)
    fields += answers(fact)
    fields += [
      EntryField(
        "stale_after", ru: "переспросить через", en: "asked again after",
        fact.staleAfter.map(rules.length)),
      EntryField("about", ru: "чей это факт", en: "about", about(fact.about)),
    ]
    return ToldEntry(id: fact.id.rawValue, title: say(fact.title), fields: fields)
  }

  private func answers(_ fact: Fact) -> [EntryField] {
    var fields = [
      EntryField("kind", ru: "вид ответа", en: "kind of answer", kind(fact.kind)),
      EntryField("range", ru: "границы", en: "range", fact.range.map { range($0, fact.kind) }),
      EntryField(
        "choices", ru: "ответы", en: "answers",
        (fact.choices ?? []).map { "\(say($0.title)) (\($0.id))" }),
    ]
    fields += EntryField.text("unit", ru: "единица", en: "unit", fact.unit)
    fields += EntryField.text("yes", ru: "если да", en: "if yes", fact.yes)
    fields += EntryField.text("no", ru: "если нет", en: "if no", fact.no)
    return fields
  }

  private func range(_ range: Fact.Range, _ kind: Fact.Kind) -> String {
    kind == .money
      ? "\(money(range.from, phrases.language)) – \(money(range.to, phrases.language))"
      : "\(range.from) – \(range.to)"
  }

  private func kind(_ kind: Fact.Kind) -> String {
    switch kind {
    case .yesNo: words("да или нет", "yes or no")
    case .number: words("число", "a number")
    case .money: words("деньги", "money")
    case .date: words("день", "a day")
    case .choice: words("выбор", "a choice")
    }
  }

  private func about(_ subject: Fact.Subject) -> String {
    switch subject {
    case .citizen: words("заявителя", "the citizen")
    case .case: words("дела", "the case")
    }
  }

  func told(_ parameter: Parameter) -> ToldEntry {
    var fields = EntryField.text("title", ru: "название", en: "title", parameter.title)
    fields += [
      EntryField("kind", ru: "вид", en: "kind", kind(parameter.kind)),
      EntryField(
        "values", ru: "значения", en: "values",
        parameter.values.map { value($0, parameter.kind) }),
    ]
    fields += provenance(parameter.provenance)
    return ToldEntry(id: parameter.id.rawValue, title: say(parameter.title), fields: fields)
  }

  private func value(_ value: Parameter.Value, _ kind: Fact.Kind) -> String {
    let amount = kind == .money ? money(value.amount, phrases.language) : "\(value.amount)"
    let region = value.region.map { words("регион \($0)", "region \($0)") }
    let days = "\(value.from) – \(value.to?.description ?? "…")"
    return ["\(amount), \(days)", region, value.legalBasis.map(basis)].compactMap(\.self)
      .joined(separator: ", ")
  }

  func told(_ rule: ServiceRule) -> ToldEntry {
    var fields = [
      EntryField("rule", ru: "кому положено", en: "who it is for", rules.text(rule.rule)),
      EntryField(
        "legal_basis", ru: "основание", en: "legal basis", (rule.legalBasis ?? []).map(basis)),
    ]
    fields += EntryField.text("note", ru: "чего правило не знает", en: "note", rule.note)
    fields += provenance(rule.provenance)
    return ToldEntry(
      id: rule.service.rawValue, title: serviceTitle(rule.service), fields: fields)
  }
}
