import Domain
import Sync
import Testing

/// A board looks at the centre's day: it shows within two seconds what any desk has done, or says that it cannot.
@Suite struct WatchingTests {
  private func watched(_ seed: UInt64) -> Rig {
    var rig = Rig(seed: seed)
    rig.state.isWatched = true
    return rig
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func itIsAskedMoreOftenMeanwhile(seed: UInt64) {
    var rig = watched(seed)
    rig.rest()
    #expect((900...1_500).contains(rig.pause ?? 0))
    rig.state.isWatched = false
    #expect(rig.wake() == [.store(.read)])
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    rig.finishPull()
    #expect((4_000...6_000).contains(rig.pause ?? 0))
  }

  @Test func aSilentServerIsToldAndTheLinkKept() {
    var rig = watched(1)
    rig.rest()
    _ = rig.wake()
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(rig.pause == SyncTiming.silence)
    #expect(rig.wake().isEmpty)
    #expect(rig.shown?.link == .linked)
    #expect(rig.shown?.trouble == .unreachable)
    #expect(rig.pause == SyncTiming.answer - SyncTiming.silence)
    rig.finishPull()
    #expect(rig.shown?.trouble == nil)
  }

  @Test func whereNobodyLooksSilenceIsNoTrouble() {
    var rig = Rig()
    rig.rest()
    _ = rig.wake()
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(rig.pause == SyncTiming.answer)
  }
}
