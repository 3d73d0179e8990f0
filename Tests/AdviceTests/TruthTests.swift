import Domain
import Testing

@Suite struct TruthTests {
  private let all = Truth.allCases

  @Test func lawsOfKleeneHold() {
    for a in all {
      #expect(a.negated.negated == a)
      #expect(a.and(a) == a && a.or(a) == a)
      #expect(a.and(.yes) == a && a.or(.no) == a)
      #expect(a.and(.no) == .no && a.or(.yes) == .yes)
      for b in all {
        #expect(a.and(b) == b.and(a) && a.or(b) == b.or(a))
        #expect(a.and(b).negated == a.negated.or(b.negated))
        #expect(a.or(b).negated == a.negated.and(b.negated))
        #expect(a.and(a.or(b)) == a && a.or(a.and(b)) == a)
        for c in all {
          #expect(a.and(b.and(c)) == a.and(b).and(c) && a.or(b.or(c)) == a.or(b).or(c))
          #expect(a.and(b.or(c)) == a.and(b).or(a.and(c)))
          #expect(a.or(b.and(c)) == a.or(b).and(a.or(c)))
        }
      }
    }
  }

  @Test func unknownIsNeverNo() {
    #expect(Truth.unknown.negated == .unknown)
    #expect(Truth.unknown.and(.yes) == .unknown)
    #expect(Truth.unknown.or(.no) == .unknown)
  }
}
