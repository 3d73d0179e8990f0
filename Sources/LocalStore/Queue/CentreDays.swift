package import Domain
internal import SQLite

extension LocalStore {
  /// The day as the board shows it.
  package func centreDay(_ stamp: Stamp) throws(StoreError) -> CentreDay {
    CentreDay(
      queue: try queue(stamp), windows: try desks(stamp),
      ratings: try day(stamp.today, offset: stamp.offset).ratings)
  }

  /// Another number after each change that another process or thread has made.
  package func changeMark() throws(StoreError) -> Int64 {
    do {
      return try connection.value("PRAGMA data_version") ?? 0
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// What a window serves from now on; empty: everything.
  package func setSituations(
    _ situations: [LifeSituation.ID], of desk: Identifier<Desk>, _ stamp: Stamp
  ) throws(StoreError) {
    guard var presence = try desks(stamp).first(where: { $0.id == desk }) else {
      throw .notFound(kind: "desk", id: "\(desk)")
    }
    presence.situations = situations
    try tellPresence(presence, stamp)
  }
}
