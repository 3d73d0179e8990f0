internal import Domain

extension AdviceProblem {
  var wording: CatalogueProblem.Wording {
    switch self {
    // A fact
    case .keyMissing(let key, let kind):
      .init(
        "fact-key-missing", .error, "a fact of the kind \(kind.rawValue) needs `\(key)`",
        do: "add it, or correct `kind`")
    case .keyUnwanted(let key, let kind):
      .init(
        "fact-key-unwanted", .error, "a fact of the kind \(kind.rawValue) has no `\(key)`",
        do: "remove it, or correct `kind`")
    case .emptyRange:
      .init("empty-range", .error, "`from` is above `to`", do: "exchange the two")
    case .builtInOfAnotherKind(let kind):
      .init(
        "built-in-fact", .error, "the program fills in this fact by itself, as a \(kind.rawValue)",
        do: "write this kind, or choose another id")
    case .unusedFact(let id):
      .init(
        "unused-fact", .warning, "no rule asks for \(id)", do: "use it in a rule, or remove it")

    // A figure
    case .figureIsNoNumber:
      .init(
        "figure-kind", .error, "a figure is a `number` or `money`", do: "write one of the two")
    case .figureWithoutValues:
      .init("figure-without-values", .error, "no values", do: "add one with its day and source")
    case .figureOutOfDate(let day):
      .init(
        "figure-out-of-date", .warning, "there is no value for \(day)",
        do: "add the value that holds now; without it the rules that use it answer `ask`")

    // References
    case .unknownFact(let id, let hint):
      .init(
        "unknown-fact", .error, "there is no fact \(id)\(hint)",
        do: "correct the id, or describe the fact in Facts")
    case .unknownChoice(let id, let fact, let hint):
      .init(
        "unknown-choice", .error, "\(fact) has no choice \(id)\(hint)",
        do: "correct the id, or add the choice to the fact")
    case .unknownParameter(let id, let hint):
      .init(
        "unknown-parameter", .error, "there is no parameter \(id)\(hint)",
        do: "correct the id, or describe it in Parameters")
    case .unfitComparison(let fact, let kind):
      .init(
        "unfit-comparison", .error, "\(fact) is a \(kind.rawValue), which cannot be asked this",
        do: "choose a comparison of this kind in docs/catalogue.md")
    case .unfitFigure(let parameter, let kind):
      .init(
        "unfit-figure", .error, "\(parameter) is not of the fact's kind, \(kind.rawValue)",
        do: "compare money with money and numbers with numbers")
    case .ruleForUnknownService(let id, let hint):
      .init(
        "rule-for-unknown-service", .error, "there is no service \(id)\(hint)",
        do: "correct the id, or remove the rule")
    case .secondRule(let id, let first):
      .init(
        "second-rule", .error, "\(id) has a rule already, at \(first)",
        do: "join the two with `any`, or remove one")
    case .ruleInAnotherFile(let name):
      .init(
        "rule-in-another-file", .warning, "the service is described in Services/\(name)",
        do: "move the rule to Rules/\(name)")
    case .moneyInRule(let kopecks):
      .init(
        "money-in-rule", .warning, "\(kopecks) kopecks stand in the rule itself",
        do: "make it a parameter with its day and source: such figures change")
    case .unfitStatement(let fact):
      .init(
        "unfit-statement", .error, "this is no value of \(fact), nor a fact of its kind",
        do: "write an answer that the fact allows, or the id of another fact")

    // An offer
    case .unknownSituation(let id, let hint):
      .init(
        "unknown-situation", .error, "there is no situation \(id)\(hint)", do: "correct the id")
    case .offerElsewhere(let service, let situation):
      .init(
        "offer-elsewhere", .error, "\(situation) does not list \(service)",
        do: "name a situation in which the service stands, or add it there")
    case .offerOnNoDay(let fact):
      .init(
        "offer-on-no-day", .error, "\(fact) is no date, so that no day counts from it",
        do: "name a fact of the kind date")
    case .offerForEverybody:
      .init(
        "offer-for-everybody", .error, "an offer without `from` and `when` is made to everybody",
        do: "say when it begins, or for whom it is")

    // Meaning
    case .neverDue:
      .init(
        "never-due", .error, "no answers make this service due",
        do: "look for conditions that exclude each other")
    case .alwaysDue:
      .init(
        "always-due", .error, "all answers make this service due",
        do: "write `always: true` with `because`: for whom it is")
    case .contradiction:
      .init(
        "contradiction", .error, "these conditions are never true together",
        do: "look for conditions that exclude each other")
    case .changesNothing:
      .init(
        "changes-nothing", .warning, "without this condition the answers are the same",
        do: "remove it, or correct it")
    case .tooManyAnswers(let count):
      .init(
        "too-many-answers", .warning, "\(count) combinations of answers cannot all be tried",
        do: "split the rule, or leave out what does not decide")
    case .neverDueInSituation(let service):
      .init(
        "never-due-in-situation", .warning,
        "\(service) can never be due with the facts of this situation",
        do: "take the service off the list, or correct `facts` or the rule")
    case .fewRules(let count, let wanted):
      .init(
        "few-rules", .error, "\(count) services have a rule",
        do: "write rules for at least \(wanted)")
    }
  }
}
