// What the window asks of the queue, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore
internal import Sync
internal import SyncRuntime

/// Calls that the central store is asked about, until it has answered.
struct QueueCalls {
  private var waiting: [TicketStep.ID: (request: CallRequest, stamp: Stamp)] = [:]

  /// - Parameter sync: the central store chooses where there is a link to it.
  /// - Returns: what is known at once; `nil` where the answer comes later.
  mutating func call(
    _ request: CallRequest, _ store: LocalStore, _ sync: SyncListener, _ stamp: Stamp
  ) throws(StoreError) -> CallResult? {
    switch sync {
    case .nobody: return try store.result(of: request, among: .all, stamp)
    case .screen: return try store.callWithoutLink(request, stamp)
    case .training(let link):
      return link.isDown
        ? try store.callWithoutLink(request, stamp)
        : try store.result(of: request, among: .all, stamp)
    case .thread(let signal):
      waiting[request.id] = (request, stamp)
      signal.call(
        SyncCall(
          request: request, employee: stamp.author.employee, since: stamp.startOfDay,
          time: stamp.now))
      return nil
    }
  }

  /// Takes what the central store said, or that it said nothing in time.
  mutating func take(_ answer: CallAnswer, _ store: LocalStore) throws(StoreError) -> CallResult? {
    guard let call = waiting.removeValue(forKey: answer.request) else { return nil }
    switch answer.outcome {
    case .ticket(let id): return try store.ticket(id).map(CallResult.ticket) ?? .nobody
    case .nobody: return .nobody
    case .notPermitted: return .notPermitted
    case .noLink: return try store.callWithoutLink(call.request, call.stamp)
    }
  }
}

extension LocalStore {
  fileprivate func result(
    of request: CallRequest, among choice: Ticket.Choice, _ stamp: Stamp
  ) throws(StoreError) -> CallResult {
    try callNext(request, among: choice, stamp).map(CallResult.ticket) ?? .nobody
  }

  /// What is leased to this window first; of the others nobody can say who has them.
  fileprivate func callWithoutLink(
    _ request: CallRequest, _ stamp: Stamp
  ) throws(StoreError) -> CallResult {
    if let leased = try callNext(request, among: .leased, stamp) { return .ticket(leased) }
    let next = try nextTicket(for: request.situations, among: .unverified, stamp)
    return next.map(CallResult.unsure) ?? .nobody
  }

  /// - Returns: the event that answers; what changes the queue is told by the queue itself.
  func perform(queue effect: Effect, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .callUnverified(let request):
      return .callAnswered(try result(of: request, among: .unverified, stamp))
    case .stepTicket(let id, let event):
      _ = try step(id, event, stamp)
    case .tellPresence(let state, let name):
      try tellPresence(state, name: name, stamp)
    case .readMessage(let id): try readMessage(id, stamp)
    default: break
    }
    return nil
  }
}

extension Effect {
  /// Whether the window has to hear of the queue once it is done.
  var changesQueue: Bool {
    switch self {
    case .loadQueue, .callNext, .callUnverified, .stepTicket, .tellPresence, .readMessage,
      .logVisit,
      .withdrawVisit:
      true
    default: false
    }
  }
}
