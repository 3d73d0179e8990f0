// What the centre's figures are made of: nothing in it says who the citizen was.

/// A visit as the figures see it.
package struct VisitFact: Hashable, Sendable {
  package var situation: LifeSituation.ID
  package var services: [Visit.Line]
  package var channel: VisitChannel
  package var desk: Identifier<Desk>
  package var started: Instant
  package var ended: Instant

  package init(
    situation: LifeSituation.ID, services: [Visit.Line], channel: VisitChannel,
    desk: Identifier<Desk>, started: Instant, ended: Instant
  ) {
    self.situation = situation
    self.services = services
    self.channel = channel
    self.desk = desk
    self.started = started
    self.ended = ended
  }
}

/// A ticket as the figures see it.
package struct TicketFact: Hashable, Sendable {
  package var issued: Instant
  /// The first call: the end of the wait that has a limit.
  package var called: Instant?
  package var state: Ticket.State

  package init(issued: Instant, called: Instant?, state: Ticket.State) {
    self.issued = issued
    self.called = called
    self.state = state
  }
}
