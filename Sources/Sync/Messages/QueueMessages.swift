// What a desk and the central store say about the queue.

package import Domain

/// A window wants the next citizen.
package struct SyncCall: Hashable, Sendable {
  package var request: CallRequest
  package var employee: Employee.ID?
  /// The beginning of the centre's day: what earlier days left over is not called.
  package var since: Instant
  package var time: Instant

  package init(
    request: CallRequest, employee: Employee.ID? = nil, since: Instant, time: Instant
  ) {
    self.request = request
    self.employee = employee
    self.since = since
    self.time = time
  }
}

/// Which tickets a desk would like to be kept for it.
package struct LeaseWish: Hashable, Sendable {
  /// What it holds as far as it knows.
  package var held: [Ticket.ID]
  package var want: Int
  /// What the window serves; empty: everything.
  package var situations: [LifeSituation.ID]
  package var since: Instant

  package init(
    held: [Ticket.ID], want: Int, situations: [LifeSituation.ID] = [], since: Instant
  ) {
    self.held = held
    self.want = want
    self.situations = situations
    self.since = since
  }
}

package struct GrantedLease: Hashable, Sendable {
  package var ticket: Ticket.ID
  /// How long it holds from the question on.
  package var seconds: Int

  package init(ticket: Ticket.ID, seconds: Int) {
    self.ticket = ticket
    self.seconds = seconds
  }
}
