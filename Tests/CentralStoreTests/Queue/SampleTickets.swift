import CentralStore
import Domain
import Sync
import Testing

extension Sample {
  static func ticket(
    _ id: Ticket.ID, number: String = "А001", situation: String = "birth-of-child",
    priority: Int = 0, minutes: Int64 = 0
  ) -> String {
    let issued = Instant(milliseconds: 1_795_503_600_000) + minutes * 60
    return #"{"id":"\#(id)","number":"\#(number)","situation":"\#(situation)","audience":"person","#
      + #""appointment":null,"group":null,"priority":\#(priority),"issued":"\#(issued.iso8601)","#
      + #""employee":null}"#
  }

  static func step(_ ticket: Ticket.ID, _ step: TicketStep) -> String {
    let follows = step.follows.map { "\"\($0)\"" } ?? "null"
    return #"{"id":"\#(ticket)","step":{"id":"\#(step.id)","event":"\#(step.event.kind.rawValue)","#
      + #""time":"\#(step.time.iso8601)","employee":null,"follows":\#(follows),"#
      + #""assurance":"\#(step.assurance.rawValue)"\#(detail(step.event))}}"#
  }

  private static func detail(_ event: TicketEvent) -> String {
    func target(_ target: TicketTarget) -> String {
      switch target {
      case .desk(let desk): #","to_desk":"\#(desk)""#
      case .situation(let situation): #","to_situation":"\#(situation)""#
      }
    }
    return switch event {
    case .hold(let comment): #","comment":"\#(comment)""#
    case .redirect(let to, let comment, let comesBack):
      target(to) + #","comment":"\#(comment)","comes_back":\#(comesBack)"#
    case .prioritise(let priority): #","priority":\#(priority)"#
    case .move(let to): target(to)
    default: ""
    }
  }
}

extension RemoteDesk {
  var deskID: Identifier<Desk> { credentials.deskID }

  /// Issues a ticket; its id.
  func issue(
    _ situation: String = "birth-of-child", priority: Int = 0, minutes: Int64 = 0
  ) throws -> Ticket.ID {
    let ticket = id(Ticket.self)
    let body = Sample.ticket(ticket, situation: situation, priority: priority, minutes: minutes)
    #expect(try push("ticket_issued", body) == .accepted)
    return ticket
  }

  /// Calls the next one: its row.
  func call(
    _ request: TicketStep.ID? = nil, _ situations: [LifeSituation.ID] = [],
    since: Instant = Instant(milliseconds: 0)
  ) throws -> SyncRow? {
    let call = SyncCall(
      request: CallRequest(id: request ?? id(), situations: situations), since: since,
      time: Instant(milliseconds: 1_795_503_600_000))
    guard case .called(let row) = try ask(.call(call)) else { throw Silence() }
    return row
  }

  func lease(
    _ held: [Ticket.ID] = [], want: Int = 2, _ situations: [LifeSituation.ID] = []
  ) throws -> [Ticket.ID] {
    let wish = LeaseWish(
      held: held, want: want, situations: situations, since: Instant(milliseconds: 0))
    guard case .leased(let leases) = try ask(.lease(wish)) else { throw Silence() }
    #expect(leases.allSatisfy { $0.seconds == 120 })
    return leases.map(\.ticket)
  }
}
