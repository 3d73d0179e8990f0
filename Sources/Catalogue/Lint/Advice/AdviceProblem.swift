package import Domain

/// What can be wrong with facts, figures and rules.
package enum AdviceProblem: Hashable, Sendable {
  // A fact
  case keyMissing(String, kind: Fact.Kind)
  case keyUnwanted(String, kind: Fact.Kind)
  case emptyRange
  case builtInOfAnotherKind(Fact.Kind)
  case unusedFact(Fact.ID)

  // A figure
  case figureIsNoNumber
  case figureWithoutValues
  /// There is none for the day.
  case figureOutOfDate(CalendarDate)

  // References
  case unknownFact(Fact.ID, hint: String)
  case unknownChoice(String, of: Fact.ID, hint: String)
  case unknownParameter(Parameter.ID, hint: String)
  case unfitComparison(Fact.ID, Fact.Kind)
  case unfitFigure(Parameter.ID, Fact.Kind)
  case ruleForUnknownService(Service.ID, hint: String)
  case secondRule(Service.ID, first: String)
  case ruleInAnotherFile(name: String)
  case moneyInRule(Int)
  case unfitStatement(Fact.ID)

  // An offer
  case unknownSituation(LifeSituation.ID, hint: String)
  /// The situation does not list the service.
  case offerElsewhere(Service.ID, LifeSituation.ID)
  case offerOnNoDay(Fact.ID)
  case offerForEverybody

  // Meaning
  case neverDue
  case alwaysDue
  case contradiction
  case changesNothing
  case tooManyAnswers(Int)
  case neverDueInSituation(Service.ID)
  case fewRules(count: Int, wanted: Int)
}
