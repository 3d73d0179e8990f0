import DeskScreens
import Domain
import Testing

/// The words that are made from rules, in both languages.
@Suite struct AdviceWordsTests {
  @Test func anAgeHasItsYears() {
    expect(
      "age", .amount(.atLeast, 14), .number(13), "Возраст: 13 лет, нужно: не меньше 14 лет",
      "Age: 13 years, needed: at least 14 years")
    expect(
      "age", .amount(.lessThan, 21), .number(1), "Возраст: 1 год — меньше 21 года",
      "Age: 1 year — less than 21 years")
  }

  @Test func moneyIsComparedWithItsFigure() {
    expect(
      "income", .limit(.atMost, .init("minimum", times: Fraction("1.5")!)), .money(4_000_050),
      "Доход: 40\u{A0}000,50\u{A0}руб., нужно: не больше 30\u{A0}000\u{A0}руб. (минимум × 1,5)",
      "Income: 40\u{A0}000,50\u{A0}RUB, needed: at most 30\u{A0}000\u{A0}RUB (minimum × 1.5)")
  }

  @Test func ofYesAndNoTheStatementIsEnough() {
    expect("citizen", .isTrue(true), .truth(false), "не гражданин", "not a citizen")
  }

  @Test func aChoiceNamesWhatWouldDo() {
    expect(
      "work", .isOneOf(["hired", "free"]), .choice("none"),
      "Работа: нет, нужно: по найму или на себя", "Work: none, needed: hired or for oneself")
    expect("work", .isOneOf(["hired"]), .choice("hired"), "Работа: по найму", "Work: hired")
  }

  @Test func underANotTheConditionIsTurned() {
    expect(
      "work", .isOneOf(["hired"]), .choice("hired"), wanted: false,
      "Работа: по найму, нужно: любой ответ, кроме: по найму",
      "Work: hired, needed: any answer but: hired")
    expect(
      "age", .amount(.atLeast, 18), .number(20), wanted: false,
      "Возраст: 20 лет, нужно: меньше 18 лет", "Age: 20 years, needed: less than 18 years")
  }

  @Test func aTermIsADay() {
    let born = FactValue.date(CalendarDate(year: 2026, month: 5, day: 31)!)
    expect(
      "born", .within(CalendarSpan(6, .months)), born,
      "Родился: 31.05.2026, срок — до 30.11.2026", "Born: 31.05.2026, the term ends on 30.11.2026")
    expect(
      "born", .age(.lessThan, CalendarSpan(18, .months)), born,
      "Родился: 31.05.2026 — прошло меньше чем 18 месяцев",
      "Born: 31.05.2026 — less than 18 months ago")
    expect(
      "born", .notAfter(CalendarDate(year: 2025, month: 1, day: 1)!), born,
      "Родился: 31.05.2026, нужно: не позже 01.01.2025",
      "Born: 31.05.2026, needed: not later than 01.01.2025")
  }

  @Test func whatIsMissingIsNamed() {
    expect(.missing("income"), "надо узнать: доход", "to be asked: income")
    expect(
      .withoutFigure("minimum"), "нет величины для региона и дня: минимум",
      "there is no figure for the region and the day: minimum")
    expect(.missing("snils"), "надо узнать: СНИЛС", "to be asked: SNILS")
    let words = LocalizedText(ru: "Нужно всем", en: "For all")
    expect(.worded(words, isMet: true), "Нужно всем", "For all")
    expect(.worded(words, isMet: false), "не выполнено: нужно всем", "not met: for all")
  }

  private func expect(
    _ fact: Fact.ID, _ test: Comparison.Test, _ value: FactValue, wanted: Bool = true, _ ru: String,
    _ en: String, at source: SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(fact, test)
    let known = book.circumstances(
      today: CalendarDate(year: 2026, month: 11, day: 28)!, region: nil, facts: [fact: value])
    let rule = Rule(.comparison(comparison))
    let reasons = (wanted ? rule : Rule(.not(rule))).judgement(in: known).reasons
    #expect(reasons.count == 1, sourceLocation: source)
    for reason in reasons { expect(reason, ru, en, at: source) }
  }

  private func expect(
    _ reason: Reason, _ ru: String, _ en: String, at source: SourceLocation = #_sourceLocation
  ) {
    #expect(AdviceWords(book, .of(.ru)).text(reason) == ru, sourceLocation: source)
    #expect(AdviceWords(book, .of(.en)).text(reason) == en, sourceLocation: source)
  }

  private let book = AdviceBook(
    facts: [
      fact("age", "Возраст", "Age", .number, unit: LocalizedText(ru: "лет", en: "years")),
      fact("income", "Доход", "Income", .money),
      fact(
        "citizen", "Гражданство", "Citizenship", .yesNo,
        yes: LocalizedText(ru: "гражданин", en: "a citizen"),
        no: LocalizedText(ru: "не гражданин", en: "not a citizen")),
      fact(
        "work", "Работа", "Work", .choice,
        choices: [
          ("none", "нет", "none"), ("hired", "по найму", "hired"),
          ("free", "на себя", "for oneself"),
        ]
        .map { Fact.Choice(id: $0.0, title: LocalizedText(ru: $0.1, en: $0.2)) }),
      fact("born", "Родился", "Born", .date), fact("snils", "СНИЛС", "SNILS", .number),
    ],
    parameters: [
      Parameter(
        id: "minimum", title: LocalizedText(ru: "Минимум", en: "Minimum"), kind: .money,
        values: [
          .init(from: CalendarDate(year: 2026, month: 1, day: 1)!, amount: 2_000_000)
        ], provenance: Provenance(source: "x", reviewed: CalendarDate(dayNumber: 0)))
    ], rules: [])

  private static func fact(
    _ id: Fact.ID, _ ru: String, _ en: String, _ kind: Fact.Kind, unit: LocalizedText? = nil,
    choices: [Fact.Choice]? = nil, yes: LocalizedText? = nil, no: LocalizedText? = nil
  ) -> Fact {
    let title = LocalizedText(ru: ru, en: en)
    return Fact(
      id: id, title: title, question: title, kind: kind, unit: unit, choices: choices, yes: yes,
      no: no, about: .citizen)
  }
}
