internal import Domain
internal import SQLite
internal import SearchText

/// A part of a person's name, as `name_word` numbers it.
enum NameRole: Int, CaseIterable {
  case surname = 0
  case givenName = 1
  case patronymic = 2
}

/// The search keys of a citizen's name.
struct NameKeys: Equatable {
  var surname: [LetterCode]
  var givenName: [LetterCode]
  var patronymic: [LetterCode]

  init(_ details: CitizenDetails) {
    surname = Words.key(details.surname)
    givenName = Words.key(details.givenName)
    patronymic = Words.key(details.patronymic)
  }

  init(surname: [LetterCode], givenName: [LetterCode], patronymic: [LetterCode]) {
    self.surname = surname
    self.givenName = givenName
    self.patronymic = patronymic
  }

  subscript(role: NameRole) -> [LetterCode] {
    switch role {
    case .surname: surname
    case .givenName: givenName
    case .patronymic: patronymic
    }
  }

  /// Words that no key begins with.
  var laterWords: Set<[LetterCode]> {
    var words: Set<[LetterCode]> = []
    for role in NameRole.allCases {
      for word in self[role].split(separator: Letter.gap).dropFirst() { words.insert(Array(word)) }
    }
    return words
  }
}

/// `citizen_word` and `name_word`, kept in step with `citizen`.
enum NameWords {
  static func add(_ keys: NameKeys, of citizen: Int64, _ connection: Connection) throws {
    for word in keys.laterWords {
      try connection.run(
        "INSERT INTO citizen_word (word, citizen) VALUES (?, ?)", word, citizen)
    }
    for role in NameRole.allCases {
      for word in keys[role].split(separator: Letter.gap) {
        try connection.run(
          """
          INSERT INTO name_word (role, word, citizens) VALUES (?, ?, 1)
          ON CONFLICT (role, word) DO UPDATE SET citizens = citizens + 1
          """, role.rawValue, Array(word))
      }
    }
  }

  static func remove(_ keys: NameKeys, of citizen: Int64, _ connection: Connection) throws {
    for word in keys.laterWords {
      try connection.run(
        "DELETE FROM citizen_word WHERE word = ? AND citizen = ?", word, citizen)
    }
    for role in NameRole.allCases {
      for word in keys[role].split(separator: Letter.gap) { try remove(word, role, connection) }
    }
  }

  /// A word that nobody bears any more is gone from the file, as erasing a person demands.
  private static func remove(
    _ word: ArraySlice<LetterCode>, _ role: NameRole, _ connection: Connection
  ) throws {
    try connection.run(
      "UPDATE name_word SET citizens = citizens - 1 WHERE role = ? AND word = ?", role.rawValue,
      Array(word))
    try connection.run(
      "DELETE FROM name_word WHERE role = ? AND word = ? AND citizens <= 0", role.rawValue,
      Array(word))
  }
}
