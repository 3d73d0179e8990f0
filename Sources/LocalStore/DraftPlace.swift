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
    in directory: DataDirectory, hasDraft: (DraftPlace) throws -> Bool
  ) throws -> DraftPlace {
    let withDraft = try (0..<count).filter { try hasDraft(DraftPlace(number: $0, lock: nil)) }
    for number in withDraft + Array(0..<count) {
      let lock = try FileLock(path: directory.draftLock(number))
      if lock.acquireAtOnce() { return DraftPlace(number: number, lock: lock) }
    }
    return DraftPlace(number: count - 1, lock: nil)
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
      draftPlace = try DraftPlace.free(in: directory) { place in
        try connection.value("SELECT 1 FROM draft WHERE desk = ?", place.key(of: desk)) == 1
      }
    } catch {
      throw storeError(error, path: path)
    }
  }

  var draftKey: Identifier<Desk> { draftPlace.key(of: desk) }
}
