import Domain
import Testing

@Suite struct IDSourceTests {
  /// The first numbers of the authors' C program for the state 1, 2, 3, 4.
  @Test func theGeneratorIsXoshiro256StarStar() {
    var seed = [UInt8](repeating: 0, count: 32)
    for word in 0..<4 { seed[word * 8] = UInt8(word + 1) }
    var source = IDSource(seed: seed)
    let numbers = (0..<5).map { _ in source.next() }
    #expect(
      numbers == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360])
  }

  @Test func oneSeedGivesOneSequence() {
    var first = IDSource(seed: 7)
    var second = IDSource(seed: 7)
    var third = IDSource(seed: 8)
    let ids = (0..<1000).map { _ in first.makeUUID(at: Instant(milliseconds: 5)) }
    #expect(ids == (0..<1000).map { _ in second.makeUUID(at: Instant(milliseconds: 5)) })
    #expect(Set(ids).count == 1000)
    #expect(ids.first != third.makeUUID(at: Instant(milliseconds: 5)))
  }

  @Test func aSeedOfZerosIsNoDeadEnd() {
    var source = IDSource(seed: [UInt8](repeating: 0, count: 32))
    #expect(Set((0..<100).map { _ in source.next() }).count == 100)
  }

  @Test func anIDCarriesItsMoment() {
    var source = IDSource(seed: 1)
    let id = source.makeUUID(at: Instant(milliseconds: 0x0123_4567_89AB))
    #expect(id.description.hasPrefix("01234567-89ab-7"))
    #expect("89ab".contains(id.description.dropFirst(19).first ?? " "))
  }
}

@Suite struct ProgressTests {
  @Test(
    arguments: [
      (.open, .consulted, .consulted), (.open, .accepted, .accepted),
      (.accepted, .consulted, .accepted), (.accepted, .issued, .issued),
      (.issued, .consulted, .issued), (.refused, .accepted, .accepted),
      (.consulted, .redirected, .redirected), (.redirected, .consulted, .redirected),
    ] as [(SituationCase.Progress, Outcome, SituationCase.Progress)])
  func whatHappenedLastCountsButForAdvice(
    _ before: SituationCase.Progress, _ outcome: Outcome, _ after: SituationCase.Progress
  ) {
    #expect(before.after(outcome) == after)
  }
}
