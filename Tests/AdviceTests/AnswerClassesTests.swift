import Domain
import Testing

@Suite struct AnswerClassesTests {
  /// Whatever is answered, rules tell it apart from no class.
  @Test func everyAnswerHasItsClass() {
    var random = Seeded(4)
    for _ in 0..<2_000 {
      let fact = random.pick(Invented.facts)
      let tests = (0..<3).map { _ in Invented.test(of: fact.kind, &random) }
      let known = Invented.circumstances(today: random.day())
      func signature(_ value: FactValue) -> [Judgement.Verdict] {
        tests.map {
          Rule(.comparison(Comparison(fact.id, $0)))
            .judgement(in: known.knowing(fact.id, value)).verdict
        }
      }
      let classes = AnswerClasses(of: fact, told: tests).values(in: known).map(signature)
      #expect(Set(classes).count == classes.count)
      for _ in 0..<20 {
        #expect(classes.contains(signature(Invented.value(of: fact, &random))))
      }
    }
  }
}
