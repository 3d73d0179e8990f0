// Who and where.

package enum Desk {}
package enum Centre {}

/// In whose name a change is made.
package struct Author: Hashable, Sendable {
  package var desk: Identifier<Desk>
  /// Absent until the desk has accounts.
  package var employee: Identifier<Employee>?

  package init(desk: Identifier<Desk>, employee: Identifier<Employee>? = nil) {
    self.desk = desk
    self.employee = employee
  }
}

/// One change, as it is stored, audited and synced.
package struct Operation: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Operation>

  package enum Kind: String, CaseIterable, Sendable {
    case citizenAdded = "citizen_added"
    case citizenChanged = "citizen_changed"
    case citizenErased = "citizen_erased"
    case visitLogged = "visit_logged"
    case visitUndone = "visit_undone"
    case caseOpened = "case_opened"
    case caseChanged = "case_changed"
    case ratingRecorded = "rating_recorded"
    case citizensMerged = "citizens_merged"
    case citizensUnmerged = "citizens_unmerged"
    case conflictSettled = "conflict_settled"
    case ticketIssued = "ticket_issued"
    case ticketStepped = "ticket_stepped"
    case deskTold = "desk_told"
    case deskAssigned = "desk_assigned"
    case messageSent = "message_sent"
    case messageSeen = "message_seen"
    case employeeAdded = "employee_added"
    case employeeChanged = "employee_changed"
    case feedbackGiven = "feedback_given"
    case feedbackRead = "feedback_read"
    case strengthTold = "strength_told"
    case factTold = "fact_told"
    case offerAnswered = "offer_answered"
    case verdictOverruled = "verdict_overruled"
    case ratingMonthTold = "rating_month_told"
    case wordsTold = "words_told"
    case callbackAsked = "callback_asked"
    case callbackSettled = "callback_settled"
    case ratingTokenIssued = "rating_token_issued"
    case ratingTokenAnswered = "rating_token_answered"
  }

  package var id: Identifier<Operation>
  package var desk: Identifier<Desk>
  package var kind: Kind
  /// JSON, with keys sorted; absent once the citizen whose data it held was erased.
  package var body: String?
  package var time: Instant

  package init(id: ID, desk: Identifier<Desk>, kind: Kind, body: String?, time: Instant) {
    self.id = id
    self.desk = desk
    self.kind = kind
    self.body = body
    self.time = time
  }
}

/// An operation in its place in the desk's log.
package struct LoggedOperation: Hashable, Sendable {
  /// 1 for the first, without gaps.
  package var sequence: Int64
  package var operation: Operation
  package var previousHash: [UInt8]
  package var hash: [UInt8]

  package init(
    sequence: Int64, operation: Operation, previousHash: [UInt8], hash: [UInt8]
  ) {
    self.sequence = sequence
    self.operation = operation
    self.previousHash = previousHash
    self.hash = hash
  }
}
