import Catalogue
import Domain
import FoundationEssentials
import JSON5
import Testing

/// What is written of facts, figures and rules is read into the same.
@Suite struct RuleWritingTests {
  private func again<Value: Codable>(_ value: Value) throws -> Value {
    let bytes = Array(try JSONEncoder().encode(value))
    return try JSON5Document(name: "written", bytes: bytes).decode(Value.self)
  }

  @Test func theBundledBookComesBack() throws {
    let book = try BundledCatalogue().adviceBook()
    #expect(try again(book.rules) == book.rules)
    #expect(try again(book.facts) == book.facts)
    #expect(try again(book.parameters) == book.parameters)
  }

  @Test func everyComparisonComesBack() throws {
    let tests: [Comparison.Test] = [
      .isTrue(false), .isOneOf(["a"]), .isOneOf(["a", "b"]), .amount(.equals, 3),
      .amount(.moreThan, -1), .limit(.atMost, .init("m")),
      .limit(.lessThan, .init("m", times: Fraction("0.125")!)),
      .limit(.equals, .init("m", times: Fraction("12")!)),
      .age(.atLeast, CalendarSpan(3, .years)), .age(.atMost, CalendarSpan(0, .days)),
      .within(CalendarSpan(6, .months)), .notBefore(day(2025, 1, 1)), .notAfter(day(2025, 2, 28)),
    ]
    let rules = tests.map { Rule(.comparison(Comparison("f", $0))) }
    let rule = Rule(
      .any([Rule(.all(rules)), Rule(.not(rules[0])), Rule(.always, because: "всем")]))
    #expect(try again(rule) == rule)
  }

  @Test(arguments: ["2", "1.5", "0.125", "10000", "0.001"])
  func aFractionIsWrittenAsItIsRead(_ text: String) {
    #expect(Fraction(text)?.text == text)
  }
}
