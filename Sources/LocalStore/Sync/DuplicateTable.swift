internal import Domain
internal import SQLite

/// Pairs of cards that may be one person's, noted when the second of them comes from another desk.
///
/// A first fill looks for shared numbers alone: for the rest, the desks that were there have been offered
/// what it holds.
enum DuplicateTable {
  /// More cards of one name and day, or one number, than this are a fault of another kind.
  private static let mostAlike = 20
  /// More pairs than this nobody decides on.
  private static let mostOfAFill = 500
  /// More are not counted.
  private static let mostCounted = 100

  static func look(for citizens: [Citizen.ID], _ connection: Connection) throws {
    for id in citizens {
      guard let stored = try CitizenTable.stored(id, connection), stored.mergedInto == nil else {
        continue
      }
      let details = stored.citizen.details
      for other in try alike(details, connection).prefix(mostAlike) where other != id {
        try offer(id, other, details, connection)
      }
    }
  }

  /// Cards with a SNILS that another card has too: what can be found among a million in the order of an
  /// index. For names and birth dates there is none.
  static func withSharedNumber(_ connection: Connection) throws -> [Citizen.ID] {
    try connection.all(
      """
      SELECT (SELECT id FROM citizen WHERE number = one) FROM (
        SELECT max(number) AS one FROM citizen WHERE snils IS NOT NULL
        GROUP BY snils HAVING count(*) > 1 LIMIT ?)
      """, mostOfAFill
    ) { try $0.next() }
  }

  private static func alike(
    _ details: CitizenDetails, _ connection: Connection
  ) throws -> [Citizen.ID] {
    var found: [Citizen.ID] = []
    if let snils = details.snils {
      found += try connection.all(
        "SELECT id FROM citizen WHERE snils = ? ORDER BY number LIMIT ?", snils.digits, mostAlike
      ) { try $0.next() }
    }
    if let birthDate = details.birthDate {
      let keys = NameKeys(details)
      found += try connection.all(
        """
        SELECT id FROM citizen INDEXED BY citizen_by_birth_date
        WHERE birth_date = ? AND birth_date IS NOT NULL AND surname_key = ? AND given_key = ?
        ORDER BY number LIMIT ?
        """, birthDate, keys.surname, keys.givenName, mostAlike
      ) { try $0.next() }
    }
    return found
  }

  private static func offer(
    _ id: Citizen.ID, _ other: Citizen.ID, _ details: CitizenDetails, _ connection: Connection
  ) throws {
    guard let stored = try CitizenTable.stored(other, connection), stored.mergedInto == nil,
      CitizenRules.mayBeSame(details, stored.citizen.details)
    else { return }
    let pair = DuplicateOffer.ID(id, other)
    try connection.run(
      "INSERT OR IGNORE INTO duplicate_offer (first, second, reason) VALUES (?, ?, ?)", pair.first,
      pair.second,
      reason(details, stored.citizen.details) == .snils ? "snils" : "name_and_birth_date")
  }

  private static func reason(
    _ one: CitizenDetails, _ other: CitizenDetails
  ) -> DuplicateOffer.Reason {
    one.snils != nil && one.snils == other.snils ? .snils : .nameAndBirthDate
  }

  /// Those not yet decided on, of cards that are both there, alike still, and not merged.
  static func offers(_ connection: Connection) throws -> [DuplicateOffer] {
    let pairs = try connection.all(
      "SELECT first, second FROM duplicate_offer WHERE dismissed = 0 ORDER BY first, second",
      read: readPair)
    return try offers(pairs, connection)
  }

  /// How many wait for a person.
  static func count(_ connection: Connection) throws -> Int {
    let pairs = try connection.all(
      "SELECT first, second FROM duplicate_offer WHERE dismissed = 0 LIMIT ?", mostCounted,
      read: readPair)
    return try pairs.count { try cards(of: $0, connection) != nil }
  }

  /// Those about one card.
  static func offers(of citizen: Citizen.ID, _ connection: Connection) throws -> [DuplicateOffer] {
    let pairs = try connection.all(
      """
      SELECT first, second FROM duplicate_offer WHERE first = ?1 AND dismissed = 0
      UNION SELECT first, second FROM duplicate_offer WHERE second = ?1 AND dismissed = 0
      ORDER BY first, second
      """, citizen, read: readPair)
    return try offers(pairs, connection)
  }

  private static func readPair(_ row: inout Row) throws -> (Citizen.ID, Citizen.ID) {
    (try row.next(), try row.next())
  }

  private static func offers(
    _ pairs: [(Citizen.ID, Citizen.ID)], _ connection: Connection
  ) throws -> [DuplicateOffer] {
    try pairs.compactMap { pair in
      guard let (one, other) = try cards(of: pair, connection) else { return nil }
      // Ids begin with the moment of their making.
      return DuplicateOffer(
        older: try side(one, connection), newer: try side(other, connection),
        reason: reason(one.citizen.details, other.citizen.details))
    }
  }

  /// `nil` where they are not two any more, or not alike.
  private static func cards(
    of pair: (Citizen.ID, Citizen.ID), _ connection: Connection
  ) throws -> (StoredCard, StoredCard)? {
    guard let one = try CitizenTable.stored(pair.0, connection), one.mergedInto == nil,
      let other = try CitizenTable.stored(pair.1, connection), other.mergedInto == nil,
      CitizenRules.mayBeSame(one.citizen.details, other.citizen.details)
    else { return nil }
    return (one, other)
  }

  static func remove(_ citizen: Citizen.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM duplicate_offer WHERE first = ?", citizen)
    try connection.run("DELETE FROM duplicate_offer WHERE second = ?", citizen)
  }

  static func dismiss(_ pair: DuplicateOffer.ID, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO duplicate_offer (first, second, reason, dismissed)
      VALUES (?, ?, 'name_and_birth_date', 1)
      ON CONFLICT (first, second) DO UPDATE SET dismissed = 1
      """, pair.first, pair.second)
  }

  private static func side(
    _ card: StoredCard, _ connection: Connection
  ) throws -> DuplicateOffer.Side {
    func count(_ table: String) throws -> Int {
      try connection.value("SELECT count(*) FROM \(table)", card.number) ?? 0
    }
    return DuplicateOffer.Side(
      citizen: card.citizen, visits: try count("visit WHERE citizen = ? AND undone IS NULL"),
      cases: try count("situation_case WHERE citizen = ?"))
  }
}

extension CitizenTable {
  /// Cards of this desk that the server has not shown yet.
  static func notOnServer(_ connection: Connection) throws -> [Citizen.ID] {
    let floor = try SyncStateTable.surelyThere(connection)
    return try connection.all(
      """
      SELECT DISTINCT citizen FROM operation
      WHERE sequence > ? AND kind = 'citizen_added' AND citizen IS NOT NULL ORDER BY citizen
      """, floor
    ) { try $0.next() }
  }
}
