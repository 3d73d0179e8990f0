import Herd
import Testing

/// Nine o'clock, five thousand desks, one pooler with a hundred connections.
@Suite struct HerdTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyDeskIsSyncedInAMinuteAndAHalf(_ seed: UInt64) {
    var world = HerdWorld<MachineClient>(desks: 5_000, seed: seed)
    let result = world.run(seconds: 90)
    #expect(result.synced == 5_000)
    #expect(result.attemptsPerDesk <= 1.2)
    #expect(result.mostConnections <= 100)
  }

  /// What the slots are for: a client without them is served too, but asks far more often.
  @Test func aNaiveHerdAsksMoreOften() {
    var ours = HerdWorld<MachineClient>(desks: 5_000, seed: 1)
    var naive = HerdWorld<NaiveClient>(desks: 5_000, seed: 1)
    let (one, other) = (ours.run(seconds: 300), naive.run(seconds: 300))
    #expect(other.attemptsPerDesk > one.attemptsPerDesk * 1.3)
  }
}
