// Who and where.

package enum Desk {}
package enum Employee {}
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
  }

  package var id: Identifier<Operation>
  package var desk: Identifier<Desk>
  package var kind: Kind
  /// JSON, with keys sorted.
  package var body: String
  package var time: Instant

  package init(id: ID, desk: Identifier<Desk>, kind: Kind, body: String, time: Instant) {
    self.id = id
    self.desk = desk
    self.kind = kind
    self.body = body
    self.time = time
  }

}
