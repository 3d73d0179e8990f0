// What the strip above the advice says of the ticket at the window.

internal import Canvas
internal import DeskCore
internal import Domain

extension State {
  /// Whether the window has a ticket, or is known to have a break.
  var hasTicketStrip: Bool { window?.tickets.isEmpty == false || window?.presence?.state == .away }

  /// The ticket in hand, else those that are held, else the break.
  func ticketStrip(_ words: Phrases) -> [String] {
    guard let window else { return [] }
    if let current = window.current { return words.queue.parts(of: current, at: clock) }
    if !window.held.isEmpty {
      return [
        words.queue.held(window.held.map(\.ticket.number).joined(separator: ", "))
      ]
    }
    return window.presence?.state == .away ? [words.queue.onBreak] : []
  }

  /// The situation of the ticket and the last clerk's word, where the strip has room for them.
  func ticketDetails(_ words: Phrases) -> [String] {
    guard let ticket = window?.current?.ticket else { return [] }
    let title = ticket.situation.flatMap { id in
      situations.first { $0.id == id }?.title(words.language)
    }
    return [ticket.comment, visit.situation == ticket.situation ? nil : title]
      .compactMap { $0 }.filter { !$0.isEmpty }
  }
}

extension QueuePhrases {
  fileprivate func parts(of current: TicketAtWindow, at clock: Clock) -> [String] {
    let since = current.since.age(clock)
    let ticket = current.ticket
    let state =
      current.state == .serving ? serving(since) : called(since, max(1, ticket.calls))
    return [
      "\(self.ticket(ticket.number)) \(state)", waited(ticket.times.waited / 60_000),
      ticket.isDoubled ? "! \(doubled)" : nil,
    ].compactMap { $0 }
  }
}
