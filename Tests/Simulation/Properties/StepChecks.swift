import Domain
import SQLite
import Sync

@testable import LocalStore

/// A page never takes a row back to a lower version.
struct VersionCheck {
  private let store: DeskStore
  private let before: [SyncRow: Int64]

  /// `nil` for all other commands.
  init?(_ store: DeskStore, _ command: StoreCommand) {
    guard case .apply(let page) = command, !page.rows.isEmpty else { return nil }
    self.store = store
    var before: [SyncRow: Int64] = [:]
    for row in page.rows { before[row] = store.version(of: row) }
    self.before = before
  }

  func breach() -> String? {
    for (row, version) in before {
      if let now = store.version(of: row), now < version {
        return "took \(row.entity) \(row.id) from version \(version) to \(now)"
      }
    }
    return nil
  }
}

/// What a clerk has changed and the server has not answered shows on the card.
enum OwnWritesCheck {
  static func breach(_ store: DeskStore, after command: StoreCommand) -> String? {
    let cards = Set(command.rows.filter { $0.entity == .citizen }.map { Citizen.ID($0.id) })
    guard !cards.isEmpty else { return nil }
    var wanted: [Citizen.ID: [String: JSON]] = [:]
    for operation in store.unanswered() {
      guard operation.kind == .citizenChanged || operation.kind == .conflictSettled,
        let body = JSON(operation.body), let set = body["set"].object
      else { continue }
      let name = operation.kind == .citizenChanged ? "id" : "citizen"
      guard let id = body[name].string.flatMap({ Citizen.ID($0) }) else { continue }
      wanted[id, default: [:]].merge(set) { $1 }
    }
    for (id, fields) in wanted where cards.contains(id) {
      guard let citizen = try? store.local.citizen(id) else { continue }
      for (name, value) in fields {
        guard let field = CardField(rawValue: name) else { continue }
        let shown = citizen.details[field] ?? ""
        if shown != value.string ?? "" { return "shows another \(name) of \(id)" }
      }
    }
    return nil
  }
}

extension DeskStore {
  fileprivate func version(of row: SyncRow) -> Int64? {
    try? local.connection.value(
      "SELECT server_version FROM \(row.entity.rawValue) WHERE id = ?", row.id)
  }

  fileprivate func unanswered() -> [SavedBook.Entry] {
    let sequence = try? local.connection.value(
      "SELECT pushed_through FROM sync_state", as: Int64.self)
    // What a person has given up stays so, also when what stands before it has to be sent again.
    let givenUp = try? local.connection.all(
      "SELECT sequence FROM refused_operation WHERE state <> 'refused'"
    ) { row in try row.next(Int64.self) }
    return operations(after: sequence.flatMap { $0 } ?? 0).filter {
      givenUp?.contains($0.sequence) != true
    }
  }
}
