import Domain
import JSON5
import Testing

@Suite struct RuleReadingTests {
  @Test func everyFormIsRead() throws {
    #expect(
      try rule("{ all: [{ fact: 'a', is: true }, { not: { fact: 'b', in: ['x', 'y'] } }] }")
        == Rule(
          .all([
            Rule(.comparison(Comparison("a", .isTrue(true)))),
            Rule(.not(Rule(.comparison(Comparison("b", .isOneOf(["x", "y"])))))),
          ])))
    #expect(
      try rule("{ any: [{ fact: 'a', is: 'x' }, { fact: 'n', is: 3 }] }")
        == Rule(
          .any([
            Rule(.comparison(Comparison("a", .isOneOf(["x"])))),
            Rule(.comparison(Comparison("n", .amount(.equals, 3)))),
          ])))
    #expect(
      try rule("{ always: true, because: { ru: 'всем', en: 'for all' } }")
        == Rule(.always, because: LocalizedText(ru: "всем", en: "for all")))
  }

  @Test(arguments: [
    ("at_least: 3", Comparison.Test.amount(.atLeast, 3)),
    ("less_than: { parameter: 'm' }", .limit(.lessThan, .init("m"))),
    (
      "at_most: { parameter: 'm', times: 1.5 }",
      .limit(.atMost, .init("m", times: Fraction("1.5")!))
    ),
    ("at_most: { parameter: 'm', times: '2' }", .limit(.atMost, .init("m", times: Fraction("2")!))),
    ("age_less_than: { count: 18, unit: 'months' }", .age(.lessThan, CalendarSpan(18, .months))),
    ("within: { count: 6, unit: 'days' }", .within(CalendarSpan(6, .days))),
    ("not_before: '2025-01-01'", .notBefore(day(2025, 1, 1))),
  ])
  func everyComparisonIsRead(text: String, test: Comparison.Test) throws {
    #expect(try rule("{ fact: 'f', \(text) }") == Rule(.comparison(Comparison("f", test))))
  }

  @Test(arguments: [
    ("{ }", "exactly one of"), ("{ fact: 'a' }", "exactly one comparison"),
    ("{ fact: 'a', at_least: 1, at_most: 2 }", "exactly one comparison"),
    ("{ all: [{ fact: 'a', is: true }] }", "at least two"), ("{ always: true }", "for whom"),
    ("{ all: [{ fact: 'a', is: true }, { fact: 'b', is: true }], is: true }", "by itself"),
    ("{ fact: 'a', at_least: 9999999999999 }", "does not fit"),
    ("{ fact: 'a', at_most: { parameter: 'm', times: 0 } }", "above 0"),
    ("{ fact: 'a', within: { count: -1, unit: 'days' } }", "0 to"),
    ("{ fact: 'a', within: { count: 1, unit: 'weeks' } }", "values that may stand here"),
  ])
  func aMistakeIsToldWithItsPlace(text: String, words: String) {
    let error = #expect(throws: JSON5Error.self) { try rule(text) }
    #expect(error?.problem.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.line == 1)
  }

  @Test func deepNestingIsRefused() {
    func nested(_ depth: Int) -> String {
      depth == 0 ? "{ fact: 'a', is: true }" : "{ not: \(nested(depth - 1)) }"
    }
    #expect(throws: Never.self) { try rule(nested(Rule.deepest - 1)) }
    let error = #expect(throws: JSON5Error.self) { try rule(nested(Rule.deepest)) }
    #expect(error?.problem.contains("inside one another") == true)
  }

  @Test(arguments: ["0", "-1", "1.2345", "x", "1.", ".5", "99999", "1e3", "", "1.5.2"])
  func whatIsNoFractionIsRefused(text: String) {
    #expect(Fraction(text) == nil)
  }

  private func rule(_ text: String) throws -> Rule {
    try JSON5Document(name: "rule", text: text).decode(Rule.self)
  }
}
