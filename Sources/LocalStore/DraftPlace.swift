package import Domain
internal import SQLite

/// Where one screen keeps its draft.
///
/// Several screens may be open on one folder, by mistake or on purpose. Each has a place of its own:
/// none is offered what another is putting together, and none ends it by logging a visit.
struct DraftPlace {
  /// More screens than this on one folder share the last place.
  private static let count = 16

  private let number: Int
  /// Held as long as the screen is open; the kernel drops it however the program ends.
  private let lock: FileLock?

  /// For a store that no screen has open.
  static var common: DraftPlace { DraftPlace(number: 0, lock: nil) }

  /// The first free place in which a screen has left a draft behind, else the first free one.
  static func free(
    in directory: DataDirectory, hasDraft: (DraftPlace) -> Bool
  ) throws -> DraftPlace {
    let withDraft = (0..<count).filter { hasDraft(DraftPlace(number: $0, lock: nil)) }
    for number in withDraft + Array(0..<count) {
      let lock = try FileLock(path: directory.draftLock(number))
      if lock.acquireAtOnce() { return DraftPlace(number: number, lock: lock) }
    }
    return DraftPlace(number: count - 1, lock: nil)
  }

  /// Whether a screen other than this one is open or, for a place that no screen has, has left a
  /// draft behind.
  func hasVisitElsewhere(
    in directory: DataDirectory, hasDraft: (DraftPlace) throws -> Bool
  ) throws -> Bool {
    try (0..<Self.count).contains { other in
      guard other != number || lock == nil else { return false }
      let isOpen = try Self.isTaken(directory.draftLock(other))
      let hasDraft = try hasDraft(DraftPlace(number: other, lock: nil))
      return lock == nil ? isOpen || hasDraft : isOpen && hasDraft
    }
  }

  /// Looking makes no file.
  private static func isTaken(_ path: String) throws -> Bool {
    guard FileFacts(path) != nil else { return false }
    return try FileLock(path: path).isTaken()
  }

  /// What the draft's row is named by. The first place has the desk's own id.
  func key(of desk: Identifier<Desk>) -> Identifier<Desk> {
    Identifier(UUIDv7(high: desk.uuid.high, low: desk.uuid.low ^ UInt64(number)))
  }
}

extension LocalStore {
  /// Takes a draft's place for a screen; call it once, before `draft`.
  package func takeDraftPlace() throws(StoreError) {
    guard let directory else { return }
    do {
      let drafts = Set<Identifier<Desk>>(
        try connection.all("SELECT desk FROM draft") { try $0.next() })
      draftPlace = try DraftPlace.free(in: directory) { drafts.contains($0.key(of: desk)) }
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// Within a transaction: whether a visit is being put together on another screen. Without a screen
  /// of its own a program leaves it to those that are open.
  func hasVisitElsewhere(_ connection: Connection) throws -> Bool {
    guard let directory else { return false }
    return try draftPlace.hasVisitElsewhere(in: directory) { try hasDraft($0, connection) }
  }

  private func hasDraft(_ place: DraftPlace, _ connection: Connection) throws -> Bool {
    try connection.value("SELECT 1 FROM draft WHERE desk = ?", place.key(of: desk)) == 1
  }

  var draftKey: Identifier<Desk> { draftPlace.key(of: desk) }
}
