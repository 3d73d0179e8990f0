import Catalogue
import Domain
import Testing

@Suite struct AdviceLintTests {
  private let home = "{ any: [{ fact: \"home\", is: \"own\" }, { fact: \"rooms\", at_least: 2 }] }"
  private let income = "{ fact: \"income\", at_most: { parameter: \"minimum\", times: 1.5 } }"

  // MARK: Facts and figures

  @Test func aKindHasItsKeys() {
    expect(
      fact: "yes: { ru: \"да\", en: \"yes\" }, ", "", gives: .facts, 2, code: "fact-key-missing")
    expect(
      fact: "kind: \"yes_no\"", "kind: \"yes_no\", unit: { ru: \"лет\", en: \"years\" }",
      gives: .facts, 2, code: "fact-key-unwanted")
    expect(fact: "from: 1, to: 9", "from: 9, to: 1", gives: .facts, 5, code: "empty-range")
  }

  @Test func aChoiceIsThereOnce() {
    expect(
      fact: "choices: [", "choices: [{ id: \"own\", title: { ru: \"ещё\", en: \"more\" } }, ",
      gives: .facts, 6, code: "duplicate-id")
  }

  @Test func whatTheProgramKnowsKeepsItsKind() {
    let finding = expect(
      fact: "id: \"event-date\"", "id: \"age\"", gives: .facts, 7, code: "built-in-fact")
    #expect(finding?.statement.contains("number") == true)
  }

  @Test func aFigureHoldsToday() {
    expect(
      parameter: "2026-01-01\"", "2025-01-01\", to: \"2025-12-31\"", gives: .social, 6,
      code: "figure-out-of-date")
  }

  @Test func aFigureRestsOnAnAct() {
    expect(
      parameter: ", legal_basis: { act: \"Закон о минимуме\" }", "", gives: .social, 7,
      code: "without-legal-basis")
  }

  @Test func aFiguresRegionIsKnown() {
    expect(
      parameter: "from: \"2026", "region: \"78\", from: \"2026", gives: .social, 7,
      code: "unknown-choice")
  }

  // MARK: References

  @Test func aRuleNamesWhatExists() {
    expect(
      rule: "service: \"attachment\"", "service: \"atachment\"", gives: .rules, 14,
      code: "rule-for-unknown-service")
    expect(
      rule: "{ fact: \"citizen\", is: true }",
      "{ fact: \"citizen\", is: true }, { fact: \"citisen\", is: true }", gives: .rules, 6,
      code: "unknown-fact")
    expect(rule: "is: \"own\"", "is: \"won\"", gives: .rules, 8, code: "unknown-choice")
    expect(rule: "\"minimum\"", "\"maximum\"", gives: .rules, 15, code: "unknown-parameter")
  }

  @Test func aServiceHasOneRule() {
    let finding = expect(
      rule: "\"attachment\"", "\"registration\"", gives: .rules, 14, code: "second-rule")
    #expect(finding?.statement.contains("home.json5:3") == true)
  }

  @Test func aComparisonFitsTheKind() {
    expect(rule: "is: true", "at_least: 1", gives: .rules, 6, code: "unfit-comparison")
    expect(
      rule: "at_least: 2", "less_than: { parameter: \"minimum\" }", gives: .rules, 8,
      code: "unfit-figure")
  }

  @Test func moneyIsNoPartOfARule() {
    expect(
      rule: "at_most: { parameter: \"minimum\", times: 1.5 }", "at_most: 1900000", gives: .rules,
      15,
      code: "money-in-rule")
  }

  @Test func aSituationStatesWhatFits() {
    expect(situation: "citizen: true", "citizen: 1", gives: .moving, 25, code: "unfit-statement")
    expect(situation: "\"event-date\"", "\"home\"", gives: .moving, 25, code: "unfit-statement")
    expect(situation: "citizen: true", "citisen: true", gives: .moving, 25, code: "unknown-fact")
  }

  @Test func aKeyThatNoConditionHasIsNamed() {
    let findings = CatalogueLint.run(
      SampleCatalogue(rules: SampleCatalogue().rules.replacing("is: true", with: "iz: true")))
    #expect(Set(findings.map(\.code)) == ["unknown-key", "wrong-shape"])
    #expect(Set(findings.map(\.line)) == [6])
  }

  @Test func aFactThatNoRuleAsksForIsNamed() {
    let spare =
      "{ id: \"spare\", title: { ru: \"Запас\", en: \"Spare\" }, question: { ru: \"Что?\", en: \"What?\" }, kind: \"date\", about: \"case\" },\n"
    expect(
      fact: "{ id: \"event-date\"", spare + "{ id: \"event-date\"", gives: .facts, 7,
      code: "unused-fact")
  }

  @Test func aPromisedNumberOfRulesIsKept() {
    var sample = SampleCatalogue()
    sample.requiredRules = 3
    #expect(
      CatalogueLint.run(sample, today: writtenOn) == [
        CatalogueFinding(
          file: "sample/Rules", line: 0, problem: .advice(.fewRules(count: 2, wanted: 3)))
      ])
  }

  // MARK: Meaning

  @Test func aRuleThatIsNeverDueIsFound() {
    expect(
      rule: home, "{ all: [\(home), { fact: \"citizen\", is: false }] }", gives: .rules, 4,
      code: "never-due")
    expect(rule: "at_least: 2", "at_least: 10", gives: .rules, 8, code: "changes-nothing")
  }

  @Test func aRuleThatIsAlwaysDueSaysAlways() {
    expect(
      rule: income, "{ any: [\(income), { not: \(income) }] }", gives: .rules, 15,
      code: "always-due")
    var sample = SampleCatalogue()
    sample.rules.replace(
      income, with: "{ always: true, because: { ru: \"всем\", en: \"for all\" } }")
    // Nobody asks for the income any more, and nothing else is wrong.
    #expect(CatalogueLint.run(sample, today: writtenOn).map(\.code) == ["unused-fact"])
  }

  @Test func aContradictionIsFoundInside() {
    expect(
      rule: "{ fact: \"home\", is: \"own\" }",
      "{ all: [{ fact: \"home\", is: \"own\" }, { fact: \"home\", is: \"let\" }] }", gives: .rules,
      8,
      code: "contradiction")
  }

  @Test func aConditionThatChangesNothingIsFound() {
    expect(
      rule: "{ fact: \"citizen\", is: true },",
      "{ fact: \"citizen\", is: true }, { fact: \"moved\", within: { count: 365, unit: \"days\" } },",
      gives: .rules, 6, code: "changes-nothing")
  }

  @Test func aSituationThatExcludesItsServiceIsFound() {
    expect(
      situation: "citizen: true", "citizen: false", gives: .moving, 22,
      code: "never-due-in-situation")
  }

  /// Thirteen choices each of two facts by twenty days are too many with a third.
  @Test func aRuleThatCannotBeTriedIsNamed() {
    var sample = SampleCatalogue()
    let days = (1...28).map {
      "{ fact: \"moved\", not_before: \"2026-02-\($0 < 10 ? "0" : "")\($0)\" }"
    }
    let dates = (1...28).map {
      "{ fact: \"event-date\", not_after: \"2026-03-\($0 < 10 ? "0" : "")\($0)\" }"
    }
    let rooms = (2...9).map { "{ fact: \"rooms\", is: \($0) }" }
    let list = (days + dates + rooms + [income, "{ fact: \"home\", is: \"own\" }"]).joined(
      separator: ", ")
    sample.rules.replace(income, with: "{ any: [\(list)] }")
    #expect(CatalogueLint.run(sample, today: writtenOn).map(\.code) == ["too-many-answers"])
  }
}
