// What the window asks of the queue, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  /// - Parameter isLinked: whether there is a central store that other windows call from.
  func perform(queue effect: Effect, isLinked: Bool, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .callNext(let request):
      return .callAnswered(
        try isLinked ? callWithoutLink(request, stamp) : call(request, among: .all, stamp))
    case .callUnverified(let request):
      return .callAnswered(try call(request, among: .unverified, stamp))
    case .stepTicket(let id, let event):
      _ = try step(id, event, stamp)
      return nil
    case .tellPresence(let state, let name):
      try tellPresence(state, name: name, stamp)
      return nil
    default:
      return nil
    }
  }

  private func call(
    _ request: CallRequest, among choice: Ticket.Choice, _ stamp: Stamp
  ) throws(StoreError) -> CallAnswer {
    try callNext(request, among: choice, stamp).map(CallAnswer.ticket) ?? .nobody
  }

  /// What is leased to this window first; of the others nobody can say who has them.
  private func callWithoutLink(
    _ request: CallRequest, _ stamp: Stamp
  ) throws(StoreError) -> CallAnswer {
    if let leased = try callNext(request, among: .leased, stamp) { return .ticket(leased) }
    let next = try nextTicket(for: request.situations, among: .unverified, stamp)
    return next.map(CallAnswer.unsure) ?? .nobody
  }
}

extension Effect {
  /// Whether the window has to hear of the queue once it is done.
  var changesQueue: Bool {
    switch self {
    case .loadQueue, .callNext, .callUnverified, .stepTicket, .tellPresence, .logVisit,
      .withdrawVisit:
      true
    default: false
    }
  }
}
