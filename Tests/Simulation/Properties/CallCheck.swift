import Domain
import Sync

@testable import LocalStore

/// Whom the server gives to a desk that calls: nobody whom another window has, or keeps.
struct CallCheck {
  private let call: SyncCall
  private let before: CentreStream

  /// `nil` for all other requests.
  init?(_ request: SyncRequest, _ state: CentralModel, _ centre: String) {
    guard case .call(let call) = request, let stream = state.centres[centre] else { return nil }
    self.call = call
    before = stream
  }

  func breach(_ replies: [SyncReply], _ desk: UUIDv7?, _ now: Instant) -> String? {
    guard case .called(let row?)? = replies.first, let desk else { return nil }
    if let known = before.calls[call.request.id] {
      return known == row.id ? nil : "got two tickets for one request"
    }
    guard let ticket = before.tickets[row.id] else { return "got a ticket that was not there" }
    if !ticket.isWaiting { return "got \(row.id), which was \(ticket.state)" }
    if ticket.isLeased(toOthersThan: desk, at: now) { return "got \(row.id), leased to another" }
    guard let server = try? ServerTicket(Ticket.ID(row.id), json: row.body ?? "", DeskNames())
    else { return "got a ticket that cannot be read" }
    let after = Ticket(server.issue, steps: server.steps)
    return after.lastStep == call.request.id && after.state == .called
      ? nil : "got \(row.id), which its call has not called"
  }
}
