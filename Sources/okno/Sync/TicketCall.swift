// A call from the command line: the central store's where there is one, else the desk's own.

internal import CentralStore
internal import Domain
internal import LocalStore
internal import Sync
internal import SyncRuntime

struct TicketCall {
  private let session: Session
  private let store: LocalStore

  init(_ session: Session, _ store: LocalStore) {
    self.session = session
    self.store = store
  }

  /// `nil` where nobody waits.
  func next(_ request: CallRequest, evenUnverified: Bool) throws -> Ticket? {
    guard let access = try CentralAccess(session) else {
      return try store.callNext(request, session.stamp(store))
    }
    try store.setEnrolled(access.credentials.deskID)
    let stamp = session.stamp(store)
    let call = SyncCall(
      request: request, employee: stamp.author.employee, since: stamp.startOfDay, time: stamp.now)
    switch CallClient().call(call, access.remote(), store).outcome {
    case .ticket(let id): return try store.ticket(id)
    case .nobody: return nil
    case .notPermitted: throw Failure.callNotPermitted
    case .noLink: return try withoutLink(request, evenUnverified: evenUnverified)
    }
  }

  private func withoutLink(_ request: CallRequest, evenUnverified: Bool) throws -> Ticket? {
    let stamp = session.stamp(store)
    if let leased = try store.callNext(request, among: .leased, stamp) { return leased }
    guard evenUnverified else { throw Failure.callWithoutLink }
    return try store.callNext(request, among: .unverified, stamp)
  }
}

extension Failure {
  static let callWithoutLink = Failure(
    .unreachable, code: "no_link",
    ru:
      "связи с центральным хранилищем нет, и придержанных талонов у этого окна тоже. Вызвать всё равно: "
      + "okno ticket next --unverified",
    en:
      "there is no link to the central store, and no ticket is kept for this desk. To call all the same: "
      + "okno ticket next --unverified")

  static let callNotPermitted = Failure(
    .notPermitted, code: "not_permitted", ru: "этому сотруднику нельзя вызывать талоны",
    en: "this employee may not call tickets")
}
