import Domain
import Sync
import Testing

/// The head of the desk's audit goes to the central store with each sync in which it has grown.
@Suite struct AnchorTests {
  private static let head = AuditHead(sequence: 12, hash: [1, 2])
  private static let ask = SyncOutput.send(.anchor(head, incarnation: [1, 2, 3]))

  private func rig() -> Rig {
    var rig = Rig()
    rig.state.audit = Self.head
    rig.greet()
    return rig
  }

  private func cycle(_ rig: inout Rig) -> [SyncOutput] {
    var outputs = rig.step(.stored(.state(rig.state)))
    outputs += rig.step(.stored(.operations([])))
    return outputs
  }

  @Test func itIsToldBeforeThePull() {
    var rig = rig()
    _ = rig.step(.replied(.welcome(rig.welcomeReply())))
    let outputs = cycle(&rig)
    #expect(outputs.contains(Self.ask))
    #expect(
      outputs.last == .send(.pull(rig.state.cursor, limit: SyncLimit.pullRows)))
  }

  @Test func itIsToldOnceAndAgainWhenItHasGrown() {
    var rig = rig()
    _ = rig.step(.replied(.welcome(rig.welcomeReply())))
    _ = cycle(&rig)
    _ = rig.step(.replied(.anchored(12)))
    rig.finishPull()
    _ = rig.wake()
    #expect(!cycle(&rig).contains(Self.ask))
    rig.finishPull()
    rig.state.audit = AuditHead(sequence: 13, hash: [3])
    _ = rig.wake()
    #expect(
      cycle(&rig).contains(
        .send(.anchor(AuditHead(sequence: 13, hash: [3]), incarnation: [1, 2, 3]))))
  }

  @Test func anOlderServerIsNotAsked() {
    var rig = rig()
    var welcome = rig.welcomeReply()
    welcome.version = 1
    _ = rig.step(.replied(.welcome(welcome)))
    #expect(!cycle(&rig).contains(Self.ask))
  }

  @Test func anotherSequenceThanTheOneThatWasToldIsAFault() {
    var rig = rig()
    _ = rig.step(.replied(.welcome(rig.welcomeReply())))
    _ = cycle(&rig)
    #expect(rig.step(.replied(.anchored(11))).contains(.disconnect))
  }
}
