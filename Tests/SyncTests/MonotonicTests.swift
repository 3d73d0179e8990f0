import Sync
import Testing

@Suite struct MonotonicTests {
  @Test func momentsAreOrdered() {
    let moment = Monotonic(milliseconds: 5)
    #expect(moment < moment + 1)
    #expect(!(moment < moment))
  }
}
