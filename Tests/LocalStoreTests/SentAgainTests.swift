import Domain
import Sync
import Testing

@testable import LocalStore

/// After a doubt everything that is not durable is sent again, and the ledger answers for what had
/// arrived: behind the cursor, so that no page will come for it. Found by the simulation.
@Suite struct SentAgainTests {
  private let desk: TestStore
  private let citizen: Citizen

  /// A desk whose change of a card was accepted in transaction 2, and which has pulled that far.
  init() throws {
    desk = try TestStore()
    citizen = try desk.addCitizen()
    try send(number: 1)
    try apply(to: 1, [row(version: 1, surname: "Ёлкина")])
    var changed = citizen
    changed.details.surname = "Иванова"
    try desk.store.changeCitizen(changed, basedOn: citizen, desk.stamp())
    try send(number: 2)
    try apply(to: 2, [row(version: 2, surname: "Иванова")])
  }

  @Test func aCardThatWasErasedMeanwhileGoesWithTheAnswer() throws {
    try takeSnapshot([])
    #expect(try desk.store.citizen(citizen.id) != nil)
    try send(number: 2)
    #expect(try desk.store.citizen(citizen.id) == nil)
  }

  @Test func aCardThatIsStillWaitedForStays() throws {
    try takeSnapshot([])
    try send(number: 10)
    #expect(try desk.store.citizen(citizen.id) != nil)
    try apply(to: 10, [row(version: 1, surname: "Иванова")])
    #expect(try desk.store.citizen(citizen.id)?.details.surname == "Иванова")
  }

  @Test func anAnsweredChangeDoesNotCoverANewerOne() throws {
    try takeSnapshot([row(version: 3, surname: "Петрова")])
    #expect(try desk.store.citizen(citizen.id)?.details.surname == "Иванова")
    try send(number: 2)
    #expect(try desk.store.citizen(citizen.id)?.details.surname == "Петрова")
  }

  // MARK: What the machine would have the store do

  private func perform(_ command: StoreCommand) throws -> StoreResult {
    let result = desk.store.perform(command, now: TestStore.morning)
    try #require(result != .failed)
    return result
  }

  /// Sends all that waits; everything is accepted in that transaction.
  private func send(number: Int64) throws {
    guard case .state(let state) = try perform(.read),
      case .operations(let sent) = try perform(.takeOperations(after: state.pushedThrough))
    else { return }
    let verdicts = sent.map { Verdict(operation: $0.id, kind: .accepted, number: number) }
    _ = try perform(.settle(Verdicts(epoch: "e", verdicts: verdicts), sent: sent))
  }

  private func cursor(_ number: Int64) -> SyncCursor {
    SyncCursor(epoch: "e", number: number, chain: "\(number)")
  }

  private func apply(to number: Int64, _ rows: [SyncRow]) throws {
    let page = SyncPage(
      rows: rows, cursor: cursor(number), head: number, durable: 0, release: 0,
      serverTime: TestStore.morning)
    _ = try perform(.apply(page))
  }

  private func takeSnapshot(_ rows: [SyncRow]) throws {
    _ = try perform(.sendAgain)
    _ = try perform(.beginSnapshot(cursor(9), rows: rows.count))
    _ = try perform(.applySnapshot(rows))
    while try perform(.endSnapshot) == .sweeping {}
  }

  private func row(version: Int64, surname: String) -> SyncRow {
    let body = """
      {"audience":"person","surname":"\(surname)","given_name":"Мария","patronymic":"Петровна"}
      """
    return SyncRow(entity: .citizen, id: citizen.id.uuid, version: version, body: body)
  }
}
