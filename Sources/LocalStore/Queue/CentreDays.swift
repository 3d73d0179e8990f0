package import Domain
internal import SQLite

extension LocalStore {
  /// The day as the board shows it.
  package func centreDay(_ stamp: Stamp) throws(StoreError) -> CentreDay {
    CentreDay(
      queue: try queue(stamp), windows: try desks(stamp),
      ratings: try day(stamp.today, offset: stamp.offset).ratings, staff: try staff(),
      messages: try messages(stamp))
  }

  /// Another number after each change that another process or thread has made.
  package func changeMark() throws(StoreError) -> Int64 {
    do {
      return try connection.value("PRAGMA data_version") ?? 0
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// What a window serves from now on, whoever is there; empty: everything.
  package func setSituations(
    _ situations: [LifeSituation.ID], of desk: Identifier<Desk>, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      guard var presence = try DeskTable.presence(desk, connection) else {
        throw StoreError.notFound(kind: "desk", id: "\(desk)")
      }
      guard presence.situations != situations else { return }
      for situation in situations { try TicketStepRules.require(situation, connection) }
      presence.situations = situations
      try DeskTable.put(presence, connection)
      let names = try DeskNames(transaction)
      try transaction.record(
        .deskAssigned, DeskText.assigned(names.outward(desk), situations), by: stamp)
      try transaction.audit(.changed, "desk", "\(desk)", purpose: "situations", stamp)
    }
  }
}
