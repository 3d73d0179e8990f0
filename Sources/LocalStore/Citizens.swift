package import Domain
internal import SQLite

// The register: adding, changing, erasing, and looking at a card.

extension LocalStore {
  package func citizen(_ id: Citizen.ID) throws(StoreError) -> Citizen? {
    try read { try CitizenTable.read($0, id) }
  }

  /// Whether there is a card, or was one until its time was over.
  package func knowsCitizen(_ id: Citizen.ID) throws(StoreError) -> Bool {
    try read { connection in
      try CitizenTable.row(of: id, connection) != nil
        || RetiredTable.version(of: id, connection) != nil
    }
  }

  package func addCitizen(_ citizen: Citizen, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      try CitizenRules.check(citizen.details)
      guard try CitizenTable.read(transaction.connection, citizen.id) == nil else {
        throw StoreError.badInput("a citizen with this id is there already")
      }
      try CitizenTable.insert(transaction.connection, citizen)
      try transaction.record(
        .citizenAdded, OperationBody.added(citizen), about: citizen.id, by: stamp)
      try transaction.audit(.added, "citizen", "\(citizen.id)", purpose: "register", stamp)
    }
  }

  /// Changes a card, field by field: only what differs from what the clerk had seen is set.
  ///
  /// - Parameter seen: the card as it was on the clerk's screen.
  /// - Returns: the card as it is now.
  /// - Throws: `.conflict` where somebody else has set one of those fields to something else since.
  @discardableResult
  package func changeCitizen(
    _ citizen: Citizen, basedOn seen: Citizen, _ stamp: Stamp
  ) throws(StoreError) -> Citizen {
    try write { transaction in
      guard let current = try CitizenTable.read(transaction.connection, citizen.id) else {
        throw StoreError.notFound(kind: "citizen", id: "\(citizen.id)")
      }
      let change = CardChange(from: seen.details, to: citizen.details)
      guard var details = change.applied(to: current.details) else {
        throw StoreError.conflict(current: current)
      }
      guard details != current.details else { return current }
      details = try CitizenRules.check(details)
      let merged = Citizen(id: current.id, details: details, version: current.version + 1)
      try CitizenTable.update(transaction.connection, merged)
      try transaction.record(
        .citizenChanged, OperationBody.changed(merged, change), about: merged.id, by: stamp)
      try transaction.audit(.changed, "citizen", "\(merged.id)", purpose: "register", stamp)
      return merged
    }
  }

  /// Takes a person out of the store: the card and those merged into it, the cases, the notes of the
  /// visits, and the personal data in the operation log. The visits stay, as anonymous ones, and the
  /// audit keeps the id.
  package func eraseCitizen(_ id: Citizen.ID, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      // A card that has left this desk after its time can still be erased everywhere.
      guard
        try CitizenTable.row(of: id, connection) != nil
          || RetiredTable.version(of: id, connection) != nil
      else {
        throw StoreError.notFound(kind: "citizen", id: "\(id)")
      }
      for one in try CitizenTable.merged(into: id, connection) + [id] {
        try CitizenErasure.erase(one, transaction, at: stamp.now)
        try transaction.record(
          .citizenErased, .object(["id": .string("\(one)")]), about: one, by: stamp)
        try transaction.audit(.erased, "citizen", "\(one)", purpose: "register", stamp)
      }
    }
    // What was erased must not go on living in the write-ahead log.
    fold(.truncating, beyond: 0)
  }

  /// A citizen's card; that it was looked at is noted in the audit. Of a card that was merged into
  /// another, that other one.
  ///
  /// - Parameter purpose: why, in a word.
  package func card(
    of id: Citizen.ID, purpose: String, _ stamp: Stamp
  ) throws(StoreError) -> CitizenCard {
    try write { transaction in
      let card = try Self.card(of: id, transaction.connection)
      try transaction.audit(.seen, "citizen", "\(card.citizen.id)", purpose: purpose, stamp)
      return card
    }
  }

  /// A card that is on the screen already, as it is by now: not another look at it.
  package func cardAgain(of id: Citizen.ID) throws(StoreError) -> CitizenCard {
    try read { try Self.card(of: id, $0) }
  }

  private static func card(of id: Citizen.ID, _ connection: Connection) throws -> CitizenCard {
    let standing = try CitizenTable.standing(for: id, connection)
    guard let card = try standingCard(standing, connection) else {
      throw StoreError.notFound(kind: "citizen", id: "\(id)")
    }
    return card
  }

  /// Of a card that was merged into no other.
  static func standingCard(
    _ standing: Citizen.ID, _ connection: Connection
  ) throws -> CitizenCard? {
    guard let citizen = try CitizenTable.read(connection, standing) else { return nil }
    let merged = try CitizenTable.merged(into: standing, connection)
    let all = [standing] + merged
    return CitizenCard(
      citizen: citizen,
      cases: try CasesOfPerson.cases(of: standing, and: merged, connection),
      visits: try VisitTable.visits(of: standing, and: merged, connection),
      merged: try merged.compactMap { try CitizenTable.read(connection, $0) },
      conflicts: try all.flatMap { try ConflictTable.waiting(of: $0, connection) },
      duplicates: try DuplicateTable.offers(of: standing, connection),
      remarks: try RemarkTable.counting(of: all, connection))
  }

  /// People who may be the one that is being entered: the same SNILS, or the same name and date of
  /// birth, letter case and ё aside.
  package func duplicates(of details: CitizenDetails) throws(StoreError) -> [Citizen] {
    try read { connection in
      var ids: [Citizen.ID] = []
      if let snils = details.snils {
        ids += try connection.all(
          "SELECT id FROM citizen WHERE snils = ? ORDER BY number LIMIT 20", snils.digits
        ) { try $0.next() }
      }
      if let birthDate = details.birthDate {
        ids += try connection.all(
          "SELECT id FROM citizen WHERE birth_date = ? ORDER BY number", birthDate
        ) { try $0.next() }
      }
      var known: Set<Citizen.ID> = []
      let alike = try ids.filter { known.insert($0).inserted }
        .compactMap { try CitizenTable.read(connection, $0) }
        .filter { CitizenRules.mayBeSame($0.details, details) }
      known = []
      return try alike.map { try CitizenTable.standing(for: $0.id, connection) }
        .filter { known.insert($0).inserted }
        .compactMap { try CitizenTable.read(connection, $0) }
    }
  }
}

enum CitizenRules {
  /// The longest a field may be, in characters: the longest registered business names stay below.
  private static let longestField = 500

  @discardableResult
  static func check(_ details: CitizenDetails) throws -> CitizenDetails {
    guard !details.fullName.allSatisfy(\.isWhitespace) else {
      throw StoreError.badInput("a citizen needs a name")
    }
    let fields = [details.surname, details.givenName, details.patronymic]
    guard fields.allSatisfy({ $0.count <= longestField }) else {
      throw StoreError.badInput("a name has more than \(longestField) characters")
    }
    return details
  }

  static func mayBeSame(_ one: CitizenDetails, _ other: CitizenDetails) -> Bool {
    if let snils = one.snils, snils == other.snils { return true }
    guard let birthDate = one.birthDate, birthDate == other.birthDate else { return false }
    return key(one.surname) == key(other.surname) && key(one.givenName) == key(other.givenName)
      && (one.patronymic.isEmpty || other.patronymic.isEmpty
        || key(one.patronymic) == key(other.patronymic))
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "ё" ? "е" : $0 })
  }
}
