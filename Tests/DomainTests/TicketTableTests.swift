import Domain
import Testing

/// Every state with every event, against a table that is written out here.
@Suite struct TicketTableTests {
  private typealias State = Ticket.State

  /// A line an event: the states in which it is one, and what comes of it.
  private static let table: [TicketEvent.Kind: [State: State]] = [
    .call: [.waiting: .called, .redirected: .called, .held: .called],
    .recall: [.called: .called],
    .start: [.called: .serving],
    .hold: [.called: .held, .serving: .held],
    .putBack: [
      .called: .waiting, .serving: .waiting, .held: .waiting, .noShow: .waiting,
      .redirected: .waiting,
    ],
    .noShow: [.called: .noShow, .held: .noShow],
    .redirect: [.called: .redirected, .serving: .redirected, .held: .redirected],
    .leave: [
      .waiting: .left, .called: .left, .serving: .left, .held: .left, .noShow: .left,
      .redirected: .left,
    ],
    .finish: [.called: .done, .serving: .done],
    .reopen: [.done: .waiting, .left: .waiting, .noShow: .waiting],
    .prioritise: [.waiting: .waiting, .redirected: .redirected],
    .move: [.waiting: .waiting, .redirected: .redirected, .held: .waiting],
    .settle: Dictionary(uniqueKeysWithValues: State.allCases.map { ($0, $0) }),
  ]

  @Test(arguments: Ticket.State.allCases)
  func everyEventIsAsInTheTable(_ state: Ticket.State) {
    for event in TicketEvent.Kind.allCases {
      #expect(
        TicketRules.state(after: event, in: state) == Self.table[event]?[state],
        "\(event) in \(state)")
    }
  }

  /// The table holds for tickets, not only for the rule: each state is reached, and each event tried.
  @Test(arguments: Ticket.State.allCases)
  func aTicketTakesWhatTheTableAllowsAndKeepsTheRestBeside(_ state: Ticket.State) {
    for event in SampleSteps.events {
      var ticket = SampleSteps.ticket(in: state)
      #expect(ticket.state == state)
      let count = ticket.steps.count
      ticket.add(SampleSteps.step(count + 1, event, follows: ticket.lastStep))
      #expect(ticket.steps.count == count + 1)
      #expect(ticket.state == Self.table[event.kind]?[state] ?? state, "\(event) in \(state)")
      #expect(ticket.steps[count].isBeside == (Self.table[event.kind]?[state] == nil))
    }
  }

  /// What a step leads to from wherever it is allowed is what the table says.
  @Test func whereAStepLeadsIsInTheTable() {
    for kind in TicketEvent.Kind.allCases {
      guard let end = kind.leadsTo else { continue }
      #expect(Set((Self.table[kind] ?? [:]).values) == [end], "\(kind)")
    }
  }
}

/// Tickets and steps for tests.
enum SampleSteps {
  static let start = Instant(milliseconds: 1_795_503_600_000)
  static let one = Identifier<Desk>(UUIDv7(high: 1, low: 1))
  static let two = Identifier<Desk>(UUIDv7(high: 1, low: 2))

  static let events: [TicketEvent] = [
    .call, .recall, .start, .hold(comment: "папка"), .putBack, .noShow,
    .redirect(.desk(two), comment: "нужна справка", comesBack: true), .leave, .finish(visit: nil),
    .reopen, .prioritise(3), .move(.situation("marriage")), .settle,
  ]

  static func issue(priority: Int = 0, minutes: Int64 = 0) -> Ticket.Issue {
    Ticket.Issue(
      id: Ticket.ID(UUIDv7(high: 2, low: UInt64(minutes))), number: "А001",
      situation: "birth-of-child", priority: priority, time: start + minutes * 60,
      author: Author(desk: one))
  }

  static func step(
    _ number: Int, _ event: TicketEvent, at desk: Identifier<Desk> = one,
    follows: TicketStep.ID? = nil, minutes: Int64? = nil
  ) -> TicketStep {
    TicketStep(
      id: TicketStep.ID(UUIDv7(high: 3, low: UInt64(number))), event: event,
      time: start + (minutes ?? Int64(number)) * 60, author: Author(desk: desk), follows: follows)
  }

  /// A ticket that has taken these events one after the other, a minute between them.
  static func ticket(_ events: [TicketEvent], priority: Int = 0) -> Ticket {
    var ticket = Ticket(issue(priority: priority))
    for (index, event) in events.enumerated() {
      ticket.add(step(index + 1, event, follows: ticket.lastStep))
    }
    return ticket
  }

  static func ticket(in state: Ticket.State) -> Ticket {
    switch state {
    case .waiting: ticket([])
    case .called: ticket([.call])
    case .serving: ticket([.call, .start])
    case .held: ticket([.call, .hold(comment: "")])
    case .noShow: ticket([.call, .noShow])
    case .redirected: ticket([.call, .redirect(.desk(two), comment: "", comesBack: false)])
    case .left: ticket([.leave])
    case .done: ticket([.call, .start, .finish(visit: nil)])
    }
  }
}
