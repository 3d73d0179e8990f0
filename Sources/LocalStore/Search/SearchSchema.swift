internal import SQLite

/// The part of the schema that searching owns.
enum SearchSchema {
  static let ddl = """
    CREATE TABLE citizen (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      audience TEXT NOT NULL,
      surname TEXT NOT NULL,
      given_name TEXT NOT NULL,
      patronymic TEXT NOT NULL,
      birth_date TEXT,
      snils TEXT,
      phone TEXT,
      version INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX citizen_snils ON citizen (snils) WHERE snils IS NOT NULL;
    CREATE INDEX citizen_birth ON citizen (birth_date) WHERE birth_date IS NOT NULL;
    """

  /// What a connection needs before it touches the search's tables.
  static func prepare(_ connection: Connection) throws {}
}
