package import Domain
package import SQLite
internal import SearchText

/// The register, in step with what searching needs. Each change belongs in a transaction.
package enum CitizenTable {
  package static func insert(_ connection: Connection, _ citizen: Citizen) throws {
    let keys = NameKeys(citizen.details)
    try insertRow(connection, citizen, keys)
    try NameWords.add(keys, of: connection.lastInsertedRow, connection)
  }

  /// A card that the server has shown; the number of its row.
  static func insert(
    _ connection: Connection, _ citizen: Citizen, mergedInto: Citizen.ID?, _ mark: ServerMark
  ) throws -> Int64 {
    let keys = NameKeys(citizen.details)
    try insertRow(connection, citizen, keys, mark, mergedInto: mergedInto)
    let number = connection.lastInsertedRow
    try NameWords.add(keys, of: number, connection)
    return number
  }

  private static func insertRow(
    _ connection: Connection, _ citizen: Citizen, _ keys: NameKeys,
    _ mark: ServerMark = ServerMark(version: 0, generation: 0), mergedInto: Citizen.ID? = nil
  ) throws {
    let details = citizen.details
    try connection.run(
      """
      INSERT INTO citizen
        (id, audience, surname, given_name, patronymic, birth_date, snils, phone, version,
         surname_key, given_key, patronymic_key, server_version, generation, merged_into)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, citizen.id, details.audience.rawValue, details.surname, details.givenName,
      details.patronymic, details.birthDate, details.snils?.digits, details.phone?.digits,
      citizen.version, keys.surname, keys.givenName, keys.patronymic, mark.version,
      mark.generation, mergedInto)
  }

  /// Changes nothing where the register has no such citizen.
  package static func update(_ connection: Connection, _ citizen: Citizen) throws {
    guard let stored = try storedKeys(connection, citizen.id) else { return }
    let details = citizen.details
    let keys = NameKeys(details)
    try connection.run(
      """
      UPDATE citizen SET audience = ?, surname = ?, given_name = ?, patronymic = ?,
        birth_date = ?, snils = ?, phone = ?, version = ?, surname_key = ?, given_key = ?,
        patronymic_key = ?
      WHERE number = ?
      """, details.audience.rawValue, details.surname, details.givenName, details.patronymic,
      details.birthDate, details.snils?.digits, details.phone?.digits, citizen.version,
      keys.surname, keys.givenName, keys.patronymic, stored.number)
    guard keys != stored.keys else { return }
    try NameWords.remove(stored.keys, of: stored.number, connection)
    try NameWords.add(keys, of: stored.number, connection)
  }

  package static func delete(_ connection: Connection, _ id: Citizen.ID) throws {
    guard let stored = try storedKeys(connection, id) else { return }
    try NameWords.remove(stored.keys, of: stored.number, connection)
    try connection.run("DELETE FROM citizen WHERE number = ?", stored.number)
  }

  package static func read(_ connection: Connection, _ id: Citizen.ID) throws -> Citizen? {
    try connection.first("SELECT \(columns) FROM citizen WHERE id = ?", id, read: citizen)
  }

  static func read(_ connection: Connection, number: Int64) throws -> Citizen? {
    try connection.first("SELECT \(columns) FROM citizen WHERE number = ?", number, read: citizen)
  }

  private static let columns =
    "id, audience, surname, given_name, patronymic, birth_date, snils, phone, version"

  private static func citizen(_ row: inout Row) throws -> Citizen {
    let id: Citizen.ID = try row.next()
    guard let audience = Audience(rawValue: try row.next()) else {
      throw row.malformed(1, expected: "audience")
    }
    let details = CitizenDetails(
      audience: audience, surname: try row.next(), givenName: try row.next(),
      patronymic: try row.next(), birthDate: try row.next(),
      snils: (try row.next() as String?).flatMap(SNILS.init),
      phone: (try row.next() as String?).flatMap(Phone.init))
    return Citizen(id: id, details: details, version: try row.next())
  }

  private static func storedKeys(
    _ connection: Connection, _ id: Citizen.ID
  ) throws -> (number: Int64, keys: NameKeys)? {
    try connection.first(
      "SELECT number, surname_key, given_key, patronymic_key FROM citizen WHERE id = ?", id
    ) { row in
      (
        try row.next(),
        NameKeys(
          surname: try row.next(), givenName: try row.next(), patronymic: try row.next())
      )
    }
  }
}

extension CitizenTable {
  /// Inserts many citizens into a register that is empty or nearly so: without indexes, which are
  /// made afterwards, and with the words of names counted on the way. Belongs in a transaction.
  ///
  /// `next` answers one citizen after the other, and `nil` at the end.
  package static func fill(_ connection: Connection, _ next: () throws -> Citizen?) throws {
    let definitions = try dropIndexes(connection)
    var counts: [NameWord: Int] = [:]
    while let citizen = try next() {
      let keys = NameKeys(citizen.details)
      try insertRow(connection, citizen, keys)
      let number = connection.lastInsertedRow
      for word in keys.laterWords {
        try connection.run("INSERT INTO citizen_word (word, citizen) VALUES (?, ?)", word, number)
      }
      for role in NameRole.allCases {
        for word in keys[role].split(separator: Letter.gap) {
          counts[NameWord(role: role, word: Array(word)), default: 0] += 1
        }
      }
    }
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      try connection.run(
        """
        INSERT INTO name_word (role, word, citizens) VALUES (?1, ?2, ?3)
        ON CONFLICT (role, word) DO UPDATE SET citizens = citizens + ?3
        """, word.role.rawValue, word.word, count)
    }
    for definition in definitions { try connection.execute(definition) }
  }

  private static func dropIndexes(_ connection: Connection) throws -> [String] {
    try SearchSchema.bulkIndexes.compactMap { name in
      let definition = try connection.value(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", name, as: String.self)
      try connection.execute("DROP INDEX IF EXISTS \(name)")
      return definition
    }
  }

  private struct NameWord: Hashable, Comparable {
    var role: NameRole
    var word: [LetterCode]

    static func < (left: Self, right: Self) -> Bool {
      left.role == right.role
        ? left.word.lexicographicallyPrecedes(right.word) : left.role.rawValue < right.role.rawValue
    }
  }
}
