/// A citizen who gave a low rating and wants to be called. It holds what they have consented to: a number to
/// call and the day. The rating itself is apart, and neither knows the other.
package struct Callback: Hashable, Identifiable, Sendable {
  /// What came of the call.
  package enum Outcome: String, CaseIterable, Sendable {
    /// The citizen is content now.
    case wonBack = "won_back"
    case notWon = "not_won"
    case unreached
  }

  /// A rating of this or less is a chance.
  package static let lowScore = 2

  package let id: Identifier<Callback>
  /// Absent once the call was made: nobody needs it any more.
  package var phone: Phone?
  package var asked: CalendarDate
  package var due: CalendarDate
  package var outcome: Outcome?
  package var settled: CalendarDate?

  package init(
    id: Identifier<Callback>, phone: Phone?, asked: CalendarDate, due: CalendarDate,
    outcome: Outcome? = nil, settled: CalendarDate? = nil
  ) {
    self.id = id
    self.phone = phone
    self.asked = asked
    self.due = due
    self.outcome = outcome
    self.settled = settled
  }

  package func isOverdue(on today: CalendarDate) -> Bool { outcome == nil && due < today }
}

/// How many wait, and how many were won back.
package struct CallbackFigures: Hashable, Sendable {
  package var open: Int
  package var overdue: Int
  package var settled: Int
  package var wonBack: Int

  package init(open: Int = 0, overdue: Int = 0, settled: Int = 0, wonBack: Int = 0) {
    self.open = open
    self.overdue = overdue
    self.settled = settled
    self.wonBack = wonBack
  }
}
