import Domain
import SQLite
import Testing

@testable import LocalStore

/// The audit against the anchors that the central store has of it.
@Suite struct AnchorTests {
  private let desk: TestStore

  init() throws {
    desk = try TestStore()
    let citizen = try desk.addCitizen()
    for _ in 1...5 { _ = try desk.card(citizen.id) }
  }

  /// What the central store was told when the audit had that many entries.
  private func anchor(_ sequence: Int64, incarnation: [UInt8]? = nil) throws -> AuditAnchor {
    let connection = desk.store.connection
    let hash = try #require(
      try connection.value(
        "SELECT hash FROM audit WHERE sequence = ?", sequence, as: [UInt8].self))
    let own = try #require(try Meta.get(.incarnation, connection, as: [UInt8].self))
    return AuditAnchor(
      incarnation: incarnation ?? own, sequence: sequence, hash: hash, time: TestStore.morning)
  }

  @Test func anAuditThatIsWhatItWasHasNoFaults() throws {
    let findings = try desk.store.verifyAudit(against: [try anchor(2), try anchor(6)])
    #expect(findings == AnchorFindings(faults: [], checked: 2, lostByRestore: 0))
  }

  /// Somebody owns the machine: changes an entry, and makes the whole chain and its head anew.
  @Test func anAuditThatWasRewrittenWholeIsFound() throws {
    let anchors = [try anchor(2), try anchor(5)]
    try rewrite { entry in
      if entry.sequence == 4 { entry.purpose = "harmless" }
      return true
    }
    #expect(try desk.store.verifyAudit().isEmpty)
    #expect(
      try desk.store.verifyAudit(against: anchors).faults
        == [AuditFault(log: .audit, sequence: 5, kind: .changed)])
  }

  @Test func anAuditThatWasCutOffIsFound() throws {
    let anchors = [try anchor(2), try anchor(6)]
    try rewrite { $0.sequence < 6 }
    #expect(try desk.store.verifyAudit().isEmpty)
    #expect(
      try desk.store.verifyAudit(against: anchors).faults
        == [AuditFault(log: .audit, sequence: 6, kind: .cutOff)])
  }

  @Test func anEntryThatWasTakenOutOfTheMiddleIsFound() throws {
    let anchors = [try anchor(2), try anchor(6)]
    try rewrite { $0.sequence != 3 }
    #expect(try desk.store.verifyAudit().isEmpty)
    #expect(try desk.store.verifyAudit(against: anchors).faults.map(\.kind) == [.cutOff])
  }

  /// The copy was older than what the central store has seen: that is told, and is no fault.
  @Test func whatARestoreHasLostIsCounted() throws {
    let earlier: [UInt8] = [9, 9, 9]
    let anchors = [try anchor(2, incarnation: earlier), try anchor(6, incarnation: earlier)]
    try rewrite { $0.sequence < 4 }
    try desk.store.write { transaction in
      try transaction.audit(.restored, "store", "x", purpose: "restore", desk.stamp())
    }
    let findings = try desk.store.verifyAudit(against: anchors)
    #expect(findings == AnchorFindings(faults: [], checked: 1, lostByRestore: 3))
  }

  @Test func theFilterFindsACitizensLooksAndVisits() throws {
    let citizen = try desk.addCitizen("Белов")
    let visit = try desk.log(citizen.id, minutes: 10)
    _ = try desk.log(nil, minutes: 20)
    let entries = try desk.store.auditEntries(AuditFilter(citizen: citizen.id))
    #expect(entries.map(\.action) == [.added, .logged])
    #expect(entries.last?.subjectID == "\(visit.id)")
    let later = AuditFilter(from: TestStore.morning + 12 * 60)
    #expect(try desk.store.auditEntries(later).count == 2)
    let earlier = AuditFilter(before: TestStore.morning + 12 * 60)
    #expect(try desk.store.auditEntries(earlier).count == 7)
  }

  /// Makes the log anew from what `keeps` lets pass, as this program would have written it.
  private func rewrite(_ keeps: (inout AuditEntry) -> Bool) throws {
    let connection = desk.store.connection
    let entries = try AuditLog.entries(after: 0, limit: 1000, AuditFilter(), connection)
    try connection.run("DELETE FROM audit")
    var head = ChainHead.start(of: .audit, desk: desk.store.desk)
    for var entry in entries where keeps(&entry) {
      try AuditLog.append(entry, after: &head, connection)
    }
    try head.write(.audit, to: connection)
  }
}
