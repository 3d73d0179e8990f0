package import Domain
internal import SQLite

/// What the central store's anchors say of an audit.
package struct AnchorFindings: Hashable, Sendable {
  package var faults: [AuditFault]
  /// Anchors that were compared.
  package var checked: Int
  /// Entries that were lost with a restore: the central store had seen them, and the copy was older.
  package var lostByRestore: Int64
}

extension LocalStore {
  /// Whether the audit is the one whose heads the central store was told, whoever has rewritten it since.
  package func verifyAudit(against anchors: [AuditAnchor]) throws(StoreError) -> AnchorFindings {
    try read { connection in
      let incarnation = try Meta.get(.incarnation, connection, as: [UInt8].self)
      let restored =
        try connection.value(
          "SELECT max(sequence) FROM audit WHERE action = 'restored'", as: Int64?.self) ?? nil
      var findings = AnchorFindings(faults: [], checked: 0, lostByRestore: 0)
      for anchor in anchors {
        // Of an earlier life of this store, only what the copy had is here.
        if anchor.incarnation != incarnation, anchor.sequence >= restored ?? 0 {
          let lost = anchor.sequence - (restored ?? 1) + 1
          findings.lostByRestore = max(findings.lostByRestore, lost)
          continue
        }
        findings.checked += 1
        let hash = try connection.value(
          "SELECT hash FROM audit WHERE sequence = ?", anchor.sequence, as: [UInt8].self)
        if hash == anchor.hash { continue }
        findings.faults.append(
          AuditFault(
            log: .audit, sequence: anchor.sequence, kind: hash == nil ? .cutOff : .changed))
      }
      return findings
    }
  }
}
