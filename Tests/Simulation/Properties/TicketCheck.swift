import Domain
import Sync

@testable import LocalStore

/// Works out from the accepted operations what the tickets on the server have to be made of.
struct TicketCheck {
  private let stream: CentreStream
  /// By ticket, the steps that desks have sent.
  private var sent: [UUIDv7: Set<String>] = [:]
  private var issued: Set<UUIDv7> = []

  init(_ stream: CentreStream) {
    self.stream = stream
    for operation in stream.history {
      guard let kind = OperationKind(rawValue: operation.kind), let body = JSON(operation.body),
        let id = body["id"].string.flatMap({ UUIDv7($0) })
      else { continue }
      if kind == .ticketIssued { issued.insert(id) }
      if kind == .ticketStepped, let step = body["step"]["id"].string {
        sent[id, default: []].insert(step)
      }
    }
  }

  func breaches() -> [Breach] {
    let rows = stream.rows(of: .ticket)
    var found = issued.subtracting(rows.map(\.id)).map {
      Breach(.queue, "the ticket \($0) is not there")
    }
    for row in rows {
      guard let server = try? ServerTicket(Ticket.ID(row.id), json: row.body ?? "", DeskNames())
      else {
        found.append(Breach(.queue, "the ticket \(row.id) cannot be read"))
        continue
      }
      found += breaches(Ticket(server.issue, steps: server.steps), server.steps)
    }
    return found
  }

  private func breaches(_ ticket: Ticket, _ steps: [TicketStep]) -> [Breach] {
    var found: [Breach] = []
    let there = Set(steps.map { "\($0.id)" })
    let calls = Set(stream.calls.filter { $0.value == ticket.id.uuid }.map { "\($0.key)" })
    let wanted = (sent[ticket.id.uuid] ?? []).union(calls)
    if there != wanted || steps.count != there.count {
      found.append(Breach(.queue, "\(ticket.id) has other steps than were made"))
    }
    if hasTwoOwners(steps), !ticket.isDoubled, !steps.contains(where: { $0.event == .settle }) {
      found.append(Breach(.queue, "\(ticket.id) was called twice, and is not marked"))
    }
    return found
  }

  /// Whether two desks called it without knowing of each other.
  private func hasTwoOwners(_ steps: [TicketStep]) -> Bool {
    let byID = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    func line(_ step: TicketStep) -> Set<TicketStep.ID> {
      var seen: Set<TicketStep.ID> = []
      var next: TicketStep? = step
      while let one = next, seen.insert(one.id).inserted { next = one.follows.flatMap { byID[$0] } }
      return seen
    }
    let calls = steps.filter { $0.event == .call }
    return calls.indices.contains { one in
      calls[..<one].contains { other in
        other.author.desk != calls[one].author.desk && !line(calls[one]).contains(other.id)
          && !line(other).contains(calls[one].id)
      }
    }
  }
}
