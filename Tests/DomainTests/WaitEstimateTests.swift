import Domain
import Testing

@Suite struct WaitEstimateTests {
  private let minute: Int64 = 60_000

  private func window(
    _ number: UInt64, _ state: DeskPresence.State, _ situations: [LifeSituation.ID] = []
  ) -> DeskPresence {
    DeskPresence(
      id: Identifier(UUIDv7(high: 9, low: number)), state: state, since: SampleSteps.start,
      situations: situations)
  }

  private func estimate(
    _ waiting: [Ticket], _ windows: [DeskPresence], priority: Int = 0
  ) -> WaitEstimate? {
    WaitQuestion(
      situation: "birth-of-child", priority: priority, waiting: waiting, windows: windows,
      times: ["birth-of-child": ServingTime(quick: 4 * minute, slow: 10 * minute)],
      common: .unknown
    ).estimate
  }

  private func line(_ count: Int64) -> [Ticket] {
    (0..<count).map { Ticket(SampleSteps.issue(minutes: $0)) }
  }

  @Test func withoutAnOpenWindowNobodyCanSay() {
    #expect(estimate([], []) == nil)
    #expect(estimate([], [window(1, .closed), window(2, .away)]) == nil)
    #expect(estimate([], [window(1, .free, ["marriage"])]) == nil)
  }

  @Test func aFreeWindowCallsAtOnce() {
    #expect(
      estimate([], [window(1, .free), window(2, .serving)])
        == WaitEstimate(optimistic: 0, pessimistic: 0))
  }

  @Test func thoseAheadAreSharedAmongTheWindows() {
    #expect(
      estimate(line(4), [window(1, .serving), window(2, .serving)])
        == WaitEstimate(optimistic: 8, pessimistic: 30))
    #expect(
      estimate(line(4), [window(1, .serving)]) == WaitEstimate(optimistic: 16, pessimistic: 50))
  }

  @Test func whoGoesBeforeThemWaitsForFewer() {
    #expect(
      estimate(line(4), [window(1, .serving)], priority: 1)
        == WaitEstimate(optimistic: 0, pessimistic: 10))
  }

  @Test func aQuarterIsQuickerAndAQuarterSlower() throws {
    #expect(ServingTime(lengths: [1, 2, 3, 4]) == nil)
    let time = try #require(ServingTime(lengths: [8, 1, 7, 2, 6, 3, 5, 4]))
    #expect(time == ServingTime(quick: 3, slow: 7))
  }
}
