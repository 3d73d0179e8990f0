/// How one window has a ticket. Where two desks called one ticket without a link, each has its own half.
package struct TicketStanding: Hashable, Sendable {
  package var state: Ticket.State
  package var since: Instant
  /// What the window's next step follows.
  package var follows: TicketStep.ID?
  /// It is the half that does not count: another window was first.
  package var isBeside: Bool
}

extension Ticket {
  /// How `desk` has it; `nil` where it is not at that window.
  package func standing(at desk: Identifier<Desk>) -> TicketStanding? {
    guard let last = steps.last(where: { $0.author.desk == desk && $0.event.kind.isOfWindow })
    else { return nil }
    if last.isBeside {
      guard let state = last.event.kind.leadsTo, state.isAtWindow else { return nil }
      return TicketStanding(
        state: state, since: beginning(of: last), follows: last.id, isBeside: true)
    }
    guard self.desk == desk, state.isAtWindow else { return nil }
    return TicketStanding(state: state, since: since, follows: lastStep, isBeside: false)
  }

  /// The steps that came beside, in order: what a supervisor has to see.
  package var besides: [TicketStep] { steps.filter { $0.isBeside && $0.event.kind.isOfWindow } }

  /// A call that is repeated begins no new period.
  private func beginning(of step: TicketStep) -> Instant {
    guard step.event.kind == .recall,
      let before = steps.first(where: { $0.id == step.follows && $0.isBeside })
    else { return step.time }
    return beginning(of: before)
  }
}
