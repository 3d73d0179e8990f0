internal import Domain
internal import SQLite
internal import SearchText

/// A citizen that may be meant: the row's number and the keys by which it is weighed.
struct CitizenCandidate {
  let number: Int64
  let keys: NameKeys
}

/// What parts of a name have to begin with; an empty part is not asked for.
struct NamePattern: Hashable {
  var surname: [LetterCode] = []
  var givenName: [LetterCode] = []
  var patronymic: [LetterCode] = []

  subscript(role: NameRole) -> [LetterCode] {
    get {
      switch role {
      case .surname: surname
      case .givenName: givenName
      case .patronymic: patronymic
      }
    }
    set {
      switch role {
      case .surname: surname = newValue
      case .givenName: givenName = newValue
      case .patronymic: patronymic = newValue
      }
    }
  }
}

/// Reads citizens by parts of the name, through indexes alone and never more than a budget of rows.
///
/// Two common words that seldom meet («и…», «зоя») are the hard case: the scan goes along the index
/// of the rarer one. Where both are common, as many meet as are wanted within the budget.
struct CitizenScan {
  /// Rows of an index that one scan may look at: about a millisecond.
  private static let rowsOfScan = 8000
  /// Given names tried one by one when the index is entered by something else.
  private static let mostGivenNames = 48

  let connection: Connection
  let names: NameVocabulary
  let wanted: Int
  /// Rows of an index that all scans of one search may look at.
  private(set) var rowsLeft = 24_000

  init(connection: Connection, names: NameVocabulary, wanted: Int) {
    self.connection = connection
    self.names = names
    self.wanted = wanted
  }

  mutating func candidates(_ pattern: NamePattern) throws -> [CitizenCandidate] {
    guard rowsLeft > 0 else { return [] }
    guard !pattern.surname.isEmpty, !pattern.givenName.isEmpty else { return try others(pattern) }
    // A surname typed to its end comes first: of a common one the scan may not get to the given name.
    let exact = try read(Self.alongOneSurname, pattern, rows: min(Self.rowsOfScan, rowsLeft))
    rowsLeft -= pattern.patronymic.isEmpty ? exact.count + 20 : 400
    return exact.count < wanted && rowsLeft > 0 ? exact + (try others(pattern)) : exact
  }

  private mutating func others(_ pattern: NamePattern) throws -> [CitizenCandidate] {
    if pattern.surname.isEmpty {
      return pattern.givenName.isEmpty || !pattern.patronymic.isEmpty
        ? try byGivenNames(pattern) : try scan(Self.alongGivenNames, pattern, .givenName)
    }
    let surnames = size(pattern.surname, .surname)
    if !pattern.givenName.isEmpty {
      let givenNames = size(pattern.givenName, .givenName)
      if surnames > Self.rowsOfScan, givenNames < surnames {
        return pattern.patronymic.isEmpty
          ? try scan(Self.alongGivenNames, pattern, .givenName) : try byGivenNames(pattern)
      }
    }
    return try scan(Self.alongSurnames, pattern, .surname)
  }

  /// How many rows begin so, as far as is known: two letters are taken for many.
  private func size(_ beginning: [LetterCode], _ role: NameRole) -> Int {
    if let known = names.citizens(beginning, role) { return known }
    return beginning.count <= 2 ? .max : Self.rowsOfScan
  }

  private mutating func scan(
    _ sql: String, _ pattern: NamePattern, _ role: NameRole
  ) throws -> [CitizenCandidate] {
    let rows = min(Self.rowsOfScan, rowsLeft)
    let found = try read(sql, pattern, rows: rows)
    let isFiltered = NameRole.allCases.contains { $0 != role && !pattern[$0].isEmpty }
    rowsLeft -= isFiltered ? min(rows, size(pattern[role], role)) : found.count
    return found
  }

  /// Goes through the given names that fit, one by one: within one the index is in the order of
  /// patronymics.
  private mutating func byGivenNames(_ pattern: NamePattern) throws -> [CitizenCandidate] {
    var found: [CitizenCandidate] = []
    for name in try givenNames(pattern.givenName) where found.count < wanted && rowsLeft > 0 {
      var exact = pattern
      exact.givenName = name
      let rows = min(Self.rowsOfScan, rowsLeft)
      let part = try read(Self.alongPatronymics, exact, rows: rows)
      rowsLeft -= pattern.surname.isEmpty ? part.count + 20 : 400
      found += part
    }
    return found
  }

  /// Given names of this beginning; without one, the commonest.
  private func givenNames(_ beginning: [LetterCode]) throws -> [[LetterCode]] {
    if let words = names.words(.givenName) {
      return words.range(ofPrefix: beginning)
        .sorted { words.occurrences(at: $0) > words.occurrences(at: $1) }
        .prefix(Self.mostGivenNames).map { words.word(at: $0).codes }
    }
    return try connection.all(
      "SELECT word FROM name_word WHERE role = 1 AND word >= ? AND word < ? LIMIT ?", beginning,
      beginning + [0xFF], Self.mostGivenNames
    ) { try $0.next() }
  }

  private func read(
    _ sql: String, _ pattern: NamePattern, rows: Int
  ) throws -> [CitizenCandidate] {
    try connection.all(
      sql, pattern.surname, pattern.surname + [0xFF], pattern.givenName,
      pattern.givenName + [0xFF], pattern.patronymic, pattern.patronymic + [0xFF], rows, wanted
    ) { row in
      CitizenCandidate(
        number: try row.next(),
        keys: NameKeys(
          surname: try row.next(), givenName: try row.next(), patronymic: try row.next()))
    }
  }

  /// Citizens of whose name a second or later word begins so.
  func byLaterWord(_ beginning: [LetterCode]) throws -> [CitizenCandidate] {
    try connection.all(
      """
      SELECT number, surname_key, given_key, patronymic_key
      FROM (SELECT DISTINCT citizen FROM citizen_word WHERE word >= ?1 AND word < ?2 LIMIT ?3)
        CROSS JOIN citizen ON number = citizen
      """, beginning, beginning + [0xFF], 300
    ) { row in
      CitizenCandidate(
        number: try row.next(),
        keys: NameKeys(
          surname: try row.next(), givenName: try row.next(), patronymic: try row.next()))
    }
  }

  // The inner LIMIT is the budget: SQLite neither flattens such a query nor pushes the outer
  // conditions into it, so that it counts rows looked at and not rows found.
  static let alongSurnames = """
    SELECT number, surname_key, given_key, patronymic_key FROM (
      SELECT number, surname_key, given_key, patronymic_key
      FROM citizen INDEXED BY citizen_by_surname
      WHERE surname_key >= ?1 AND surname_key < ?2
      ORDER BY surname_key, given_key, patronymic_key LIMIT ?7)
    WHERE given_key >= ?3 AND given_key < ?4 AND patronymic_key >= ?5 AND patronymic_key < ?6
    LIMIT ?8
    """

  static let alongOneSurname = """
    SELECT number, surname_key, given_key, patronymic_key FROM (
      SELECT number, surname_key, given_key, patronymic_key
      FROM citizen INDEXED BY citizen_by_surname
      WHERE surname_key = ?1 AND given_key >= ?3 AND given_key < ?4
      ORDER BY given_key, patronymic_key LIMIT ?7)
    WHERE patronymic_key >= ?5 AND patronymic_key < ?6
    LIMIT ?8
    """

  static let alongGivenNames = """
    SELECT number, surname_key, given_key, patronymic_key FROM (
      SELECT number, surname_key, given_key, patronymic_key
      FROM citizen INDEXED BY citizen_by_given
      WHERE given_key >= ?3 AND given_key < ?4
      ORDER BY given_key, patronymic_key, surname_key LIMIT ?7)
    WHERE surname_key >= ?1 AND surname_key < ?2 AND patronymic_key >= ?5 AND patronymic_key < ?6
    LIMIT ?8
    """

  static let alongPatronymics = """
    SELECT number, surname_key, given_key, patronymic_key FROM (
      SELECT number, surname_key, given_key, patronymic_key
      FROM citizen INDEXED BY citizen_by_given
      WHERE given_key = ?3 AND patronymic_key >= ?5 AND patronymic_key < ?6
      ORDER BY patronymic_key, surname_key LIMIT ?7)
    WHERE surname_key >= ?1 AND surname_key < ?2
    LIMIT ?8
    """
}
