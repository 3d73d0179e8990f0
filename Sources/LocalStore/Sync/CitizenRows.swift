internal import Domain
internal import SQLite

/// What the server has said of a row: its version there, and the snapshot that last had it.
struct ServerMark: Equatable {
  var version: Int64
  var generation: Int64
}

/// A card with what its row knows beyond it.
struct StoredCard {
  var number: Int64
  var serverVersion: Int64
  var mergedInto: Citizen.ID?
  var citizen: Citizen
}

extension CitizenTable {
  static func row(of id: Citizen.ID, _ connection: Connection) throws -> Int64? {
    try connection.value("SELECT number FROM citizen WHERE id = ?", id)
  }

  static func stored(_ id: Citizen.ID, _ connection: Connection) throws -> StoredCard? {
    let known = try connection.first(
      "SELECT number, server_version, merged_into FROM citizen WHERE id = ?", id
    ) { row -> (Int64, Int64, Citizen.ID?) in (try row.next(), try row.next(), try row.next()) }
    guard let known, let citizen = try read(connection, number: known.0) else { return nil }
    return StoredCard(
      number: known.0, serverVersion: known.1, mergedInto: known.2, citizen: citizen)
  }

  static func mark(_ number: Int64, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      "UPDATE citizen SET server_version = ?, generation = ? WHERE number = ?", mark.version,
      mark.generation, number)
  }

  static func setMergedInto(
    _ kept: Citizen.ID?, of id: Citizen.ID, _ connection: Connection
  ) throws {
    try connection.run("UPDATE citizen SET merged_into = ? WHERE id = ?", kept, id)
  }

  static func mergedInto(_ id: Citizen.ID, _ connection: Connection) throws -> Citizen.ID? {
    try connection.value(
      "SELECT merged_into FROM citizen WHERE id = ?", id, as: Citizen.ID?.self
    ).flatMap { $0 }
  }

  /// The card that stands for `id`: itself unless it was merged into another that is there.
  ///
  /// Two desks may have merged two cards both ways: of such a ring the smallest id stands for all.
  static func standing(for id: Citizen.ID, _ connection: Connection) throws -> Citizen.ID {
    var way = [id]
    while let next = try mergedInto(way[way.count - 1], connection),
      try row(of: next, connection) != nil
    {
      if let start = way.firstIndex(of: next) { return way[start...].min() ?? id }
      way.append(next)
    }
    return way[way.count - 1]
  }

  static func standing(forRow number: Int64, _ connection: Connection) throws -> Citizen? {
    guard let citizen = try read(connection, number: number) else { return nil }
    let id = try standing(for: citizen.id, connection)
    return id == citizen.id ? citizen : try read(connection, id)
  }

  /// The cards that were merged into `id`, and into those, in the order of their ids.
  static func merged(into id: Citizen.ID, _ connection: Connection) throws -> [Citizen.ID] {
    var found: Set<Citizen.ID> = []
    var open = [id]
    while let next = open.popLast() {
      let merged: [Citizen.ID] = try connection.all(
        "SELECT id FROM citizen WHERE merged_into = ?", next
      ) { try $0.next() }
      for one in merged where one != id && found.insert(one).inserted { open.append(one) }
    }
    return found.sorted()
  }
}

/// The server's cards beneath those that have changes of this desk on top.
enum BaseTable {
  struct Base {
    var citizen: Citizen.ID
    var version: Int64
    var card: ServerCard
  }

  static func put(
    _ card: ServerCard, version: Int64, of citizen: Citizen.ID, _ connection: Connection
  ) throws {
    try connection.run(
      "INSERT OR REPLACE INTO citizen_base (citizen, version, body) VALUES (?, ?, ?)", citizen,
      version, card.json)
  }

  /// A snapshot did not have the card, and changes of this desk wait for their answer.
  static func noteMissing(_ citizen: Citizen.ID, _ connection: Connection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO citizen_base (citizen, version, body) VALUES (?, 0, '')", citizen)
  }

  static func isMissing(_ citizen: Citizen.ID, _ connection: Connection) throws -> Bool {
    try connection.value(
      "SELECT EXISTS (SELECT 1 FROM citizen_base WHERE citizen = ? AND version = 0)", citizen)
      ?? false
  }

  static func all(_ connection: Connection) throws -> [Citizen.ID] {
    try connection.all("SELECT citizen FROM citizen_base ORDER BY citizen") { try $0.next() }
  }

  static func base(of citizen: Citizen.ID, _ connection: Connection) throws -> Base? {
    let found = try connection.first(
      "SELECT version, body FROM citizen_base WHERE citizen = ?", citizen
    ) { row -> (Int64, String) in (try row.next(), try row.next()) }
    guard let found, let card = try? ServerCard(json: found.1) else { return nil }
    return Base(citizen: citizen, version: found.0, card: card)
  }

  static func remove(_ citizen: Citizen.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM citizen_base WHERE citizen = ?", citizen)
  }
}
