// The audit: who saw and changed what. Ids only, never a name.

/// One line of the audit.
package struct AuditEntry: Hashable, Sendable {
  package enum Action: String, CaseIterable, Codable, Sendable {
    /// A citizen's card was looked at.
    case seen
    case added, changed, erased, logged, undone
    case merged, unmerged
    /// A conflict between desks was settled by a person.
    case settled
    /// An operation that the central store had refused was sent again, or given up.
    case retried, dropped
    case backedUp = "backed_up"
    case restored
    /// The time for which a desk keeps a card was over; the central store has it still.
    case retired
    case signedIn = "signed_in"
    /// A wrong PIN.
    case signInFailed = "sign_in_failed"
  }

  /// 1 for the first entry, without gaps.
  package var sequence: Int64
  package var time: Instant
  package var desk: Identifier<Desk>
  package var employee: Identifier<Employee>?
  package var action: Action
  /// The noun of the vocabulary that was seen or changed: `citizen`, `visit`, `case`, `remark`,
  /// `operation`, `employee`, `store`, `catalogue`.
  package var subject: String
  package var subjectID: String
  /// Why, in a word of the program (`search`, `visit`) or the clerk's.
  package var purpose: String

  package init(
    sequence: Int64, time: Instant, desk: Identifier<Desk>, employee: Identifier<Employee>?,
    action: Action, subject: String, subjectID: String, purpose: String
  ) {
    self.sequence = sequence
    self.time = time
    self.desk = desk
    self.employee = employee
    self.action = action
    self.subject = subject
    self.subjectID = subjectID
    self.purpose = purpose
  }
}

/// Which entries of the audit are wanted.
package struct AuditFilter: Hashable, Sendable {
  /// What was done with this citizen's card, and visits of theirs that were logged.
  package var citizen: Citizen.ID?
  package var from: Instant?
  package var before: Instant?

  package init(citizen: Citizen.ID? = nil, from: Instant? = nil, before: Instant? = nil) {
    self.citizen = citizen
    self.from = from
    self.before = before
  }
}

/// The head of a desk's audit as the central store was told it.
package struct AuditAnchor: Hashable, Sendable {
  /// Of the store at that time: each restore has another one.
  package var incarnation: [UInt8]
  package var sequence: Int64
  package var hash: [UInt8]
  /// By the server's clock.
  package var time: Instant

  package init(incarnation: [UInt8], sequence: Int64, hash: [UInt8], time: Instant) {
    self.incarnation = incarnation
    self.sequence = sequence
    self.hash = hash
    self.time = time
  }
}

/// A log whose entries are chained by hashes.
package enum ChainedLog: String, CaseIterable, Codable, Sendable { case audit, operation }

/// A place in which a chained log is not what was written.
package struct AuditFault: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    /// An entry's content does not fit its hash.
    case changed
    /// An entry, or its predecessor, was taken out or put in.
    case brokenChain = "broken_chain"
    /// Entries are missing at the end.
    case cutOff = "cut_off"
  }

  package var log: ChainedLog
  /// The entry at which it shows.
  package var sequence: Int64
  package var kind: Kind

  package init(log: ChainedLog, sequence: Int64, kind: Kind) {
    self.log = log
    self.sequence = sequence
    self.kind = kind
  }
}

/// What `okno doctor` found out about one thing.
package struct Finding: Hashable, Sendable {
  package enum Level: String, Codable, Sendable { case fine, warning, fault }

  package enum Subject: String, CaseIterable, Codable, Sendable {
    case folder, file, permissions, schema, integrity
    case foreignKeys = "foreign_keys"
    case auditChain = "audit_chain"
    case operationChain = "operation_chain"
    case freeSpace = "free_space"
    case writer
    case writeAheadLog = "write_ahead_log"
    case sync
    case library
  }

  package var subject: Subject
  package var level: Level
  /// Facts in words of the system (a path, a number, a version), not a sentence.
  package var detail: String

  package init(_ subject: Subject, _ level: Level, _ detail: String) {
    self.subject = subject
    self.level = level
    self.detail = detail
  }
}
