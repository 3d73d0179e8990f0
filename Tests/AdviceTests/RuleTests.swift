import Domain
import Testing

@Suite struct RuleTests {
  /// One fact more never turns `due` or `not_due` back, and each verdict says why.
  @Test func knowledgeOnlyDecides() {
    var random = Seeded(1)
    for _ in 0..<5_000 {
      let rule = Invented.rule(&random)
      var known = Invented.circumstances(region: random.pick(["78", "77"]))
      var before = rule.judgement(in: known)
      for fact in Invented.facts.shuffled(using: &random) {
        let isNeeded = before.needs.contains(fact.id)
        known = known.knowing(fact.id, Invented.value(of: fact, &random))
        let after = rule.judgement(in: known)
        #expect(before.verdict == .ask || before == after || before.verdict == after.verdict)
        // What is not asked for cannot change the answer.
        #expect(isNeeded || before.verdict == after.verdict)
        #expect(!after.needs.contains(fact.id))
        #expect(!after.reasons.isEmpty)
        before = after
      }
      #expect(before.needs.isEmpty)
      if before.verdict == .ask {
        #expect(before.reasons == [.withoutFigure("minimum")])
      }
    }
  }

  /// Rules that share conditions, evaluated together, say what each says alone.
  @Test func rulesTogetherSayWhatEachSaysAlone() {
    var random = Seeded(7)
    for _ in 0..<500 {
      let rules = (0..<8).map { _ in Invented.rule(&random) }
      let services = rules.indices.map { Service.ID(rawValue: "s\($0)") }
      let book = AdviceBook(
        facts: Invented.facts, parameters: Invented.parameters,
        rules: zip(services, rules).map {
          ServiceRule(service: $0, rule: $1, provenance: Invented.provenance)
        })
      var known = Invented.circumstances(region: random.pick(["78", "77"]))
      for fact in Invented.facts.shuffled(using: &random).prefix(3) {
        known = known.knowing(fact.id, Invented.value(of: fact, &random))
      }
      let assessment = book.assessment(in: known)
      for (service, rule) in zip(services, rules) {
        let judgement = assessment.judgement(of: service)
        #expect(judgement == rule.judgement(in: known))
        let isDecided = rule.truth(in: known) != .unknown
        #expect(isDecided == (judgement.verdict != .ask))
        #expect((rule.truth(in: known) == .yes) == (judgement.verdict == .due))
      }
    }
  }

  /// A value of another kind, as of another release, is no answer and no crash.
  @Test func evaluationIsTotal() {
    var random = Seeded(2)
    for _ in 0..<5_000 {
      let rule = Invented.rule(&random)
      var known = Invented.circumstances(today: random.day())
      for fact in Invented.facts {
        known = known.knowing(fact.id, Invented.value(of: random.pick(Invented.facts), &random))
      }
      for value in [FactValue.number(.max), .number(.min), .money(.max), .money(.min)] {
        _ = rule.judgement(in: known.knowing("income", value).knowing("count", value))
      }
    }
  }

  @Test func anAnswerIsCheckedAgainstItsQuestion() {
    let known = Invented.circumstances([
      "work": .choice("gone"), "count": .truth(true), "plain": .truth(true),
    ])
    #expect(known["work"] == nil && known["count"] == nil)
    #expect(known["plain"] == .truth(true))
  }

  @Test func reasonsAreThoseThatDecide() {
    let plain = Comparison("plain", .isTrue(true))
    let second = Comparison("second", .isTrue(true))
    let both = Rule(.all([Rule(.comparison(plain)), Rule(.comparison(second))]))
    let either = Rule(.any([Rule(.comparison(plain)), Rule(.comparison(second))]))
    let known = Invented.circumstances(["plain": .truth(true)])
    #expect(both.judgement(in: known).reasons == [.missing("second")])
    #expect(both.judgement(in: known).needs == ["second"])
    #expect(
      either.judgement(in: known).reasons
        == [.compared(plain, .truth(true), limit: nil, holds: true, wanted: true)])
    let refused = Invented.circumstances(["second": .truth(false)])
    #expect(
      both.judgement(in: refused).reasons
        == [.compared(second, .truth(false), limit: nil, holds: false, wanted: true)])
    #expect(both.judgement(in: refused).needs == [])
    let inverse = Rule(.not(both)).judgement(in: refused)
    #expect(inverse.verdict == .due)
    #expect(
      inverse.reasons
        == [.compared(second, .truth(false), limit: nil, holds: false, wanted: false)])
  }

  @Test func anAuthorsWordsStandForWhatIsBelow() {
    let rule = Rule(
      .all([Rule(.comparison(Comparison("plain", .isTrue(true)))), Rule(.always, because: "всем")]),
      because: "так")
    #expect(rule.judgement(in: Invented.circumstances()).reasons == [.missing("plain")])
    let known = Invented.circumstances(["plain": .truth(false)])
    #expect(rule.judgement(in: known).reasons == [.worded("так", isMet: false)])
  }

  @Test func moneyIsComparedExactly() {
    func truth(_ kopecks: Int, _ times: String) -> Judgement.Verdict {
      let limit = Comparison.Limit("minimum", times: Fraction(times)!)
      return Rule(.comparison(Comparison("income", .limit(.atMost, limit))))
        .judgement(in: Invented.circumstances(["income": .money(kopecks)])).verdict
    }
    #expect(truth(2_064_400, "1") == .due && truth(2_064_401, "1") == .notDue)
    #expect(truth(3_096_600, "1.5") == .due && truth(3_096_601, "1.5") == .notDue)
    #expect(truth(4_128_800, "2") == .due && truth(4_128_801, "2.0") == .notDue)
  }

  @Test func withoutTheRegionsFigureTheAnswerIsUnknown() {
    let rule = Rule(.comparison(Comparison("income", .limit(.atMost, .init("minimum")))))
    let elsewhere = Invented.circumstances(["income": .money(1)], region: "77")
    #expect(rule.judgement(in: elsewhere).verdict == .ask)
    #expect(rule.judgement(in: elsewhere).reasons == [.withoutFigure("minimum")])
    let earlier = Invented.circumstances(["income": .money(1)], today: day(2025, 12, 31))
    #expect(rule.judgement(in: earlier).verdict == .ask)
    // To ask for the income would change nothing.
    #expect(rule.judgement(in: Invented.circumstances(region: nil)).needs == [])
  }

  @Test func theRegionsOwnFigureComesFirstAndTheNewestCounts() {
    let parameter = Parameter(
      id: "x", title: "x", kind: .number,
      values: [
        .init(from: day(2025, 1, 1), amount: 1), .init(from: day(2026, 1, 1), amount: 2),
        .init(region: "78", from: day(2025, 6, 1), to: day(2026, 6, 30), amount: 3),
      ], provenance: Invented.provenance)
    #expect(parameter.value(in: "78", on: day(2026, 6, 30))?.amount == 3)
    #expect(parameter.value(in: "78", on: day(2026, 7, 1))?.amount == 2)
    #expect(parameter.value(in: "77", on: day(2025, 12, 31))?.amount == 1)
    #expect(parameter.value(in: nil, on: day(2024, 12, 31)) == nil)
  }

  @Test func theAgeFollowsFromTheBirthDate() {
    let known = Invented.circumstances(["birth-date": .date(day(2012, 11, 29))])
    #expect(known[.age] == .number(13))
    #expect(known.knowing(.birthDate, .date(day(2012, 11, 28)))[.age] == .number(14))
  }

  @Test func anAnswerGrowsStale() {
    var fact = Invented.facts[0]
    #expect(!fact.isStale(said: day(2000, 1, 1), today: Invented.today))
    fact.staleAfter = CalendarSpan(3, .months)
    #expect(!fact.isStale(said: day(2026, 8, 28), today: Invented.today))
    #expect(fact.isStale(said: day(2026, 8, 27), today: Invented.today))
  }

  @Test func aSituationSaysWhatIsTrueOfEveryone() {
    let stated: [Fact.ID: StatedFact] = [
      "plain": .truth(true), "born": .text("event-date"), "moved": .text("2026-01-02"),
      "work": .text("hired"), "count": .number(2), "second": .text("plain"),
    ]
    let facts = Invented.book.adding(
      stated, to: [.eventDate: .date(day(2026, 5, 1)), "plain": .truth(false)])
    #expect(facts["plain"] == .truth(false))
    #expect(facts["born"] == .date(day(2026, 5, 1)))
    #expect(facts["moved"] == .date(day(2026, 1, 2)))
    #expect(facts["work"] == .choice("hired"))
    #expect(facts["count"] == .number(2))
    #expect(facts["second"] == nil)
  }
}
