internal import SQLite

/// The part of the schema that searching owns.
///
/// What each index is for, and its size and its share of the time of an insert with a million
/// citizens, is in docs/decisions/search.md.
enum SearchSchema {
  /// Key columns hold `Words.key` of the column they are named after. There is no full-text index of
  /// people: FTS5 before 3.42 leaves erased words in its segments, and B-trees answer beginnings of
  /// names faster.
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
      version INTEGER NOT NULL,
      surname_key BLOB NOT NULL,
      given_key BLOB NOT NULL,
      patronymic_key BLOB NOT NULL
    ) STRICT;
    CREATE INDEX citizen_by_surname ON citizen (surname_key, given_key, patronymic_key);
    CREATE INDEX citizen_by_given ON citizen (given_key, patronymic_key, surname_key);
    CREATE INDEX citizen_by_birth_date ON citizen (birth_date) WHERE birth_date IS NOT NULL;
    CREATE INDEX citizen_by_snils ON citizen (snils) WHERE snils IS NOT NULL;
    CREATE INDEX citizen_by_phone ON citizen (phone) WHERE phone IS NOT NULL;
    CREATE INDEX citizen_by_phone_tail ON citizen (substr(phone, -4)) WHERE phone IS NOT NULL;

    -- The second and later words of a name: double surnames, the words of a business's name.
    CREATE TABLE citizen_word (
      word BLOB NOT NULL,
      citizen INTEGER NOT NULL,
      PRIMARY KEY (word, citizen)
    ) STRICT, WITHOUT ROWID;

    -- The words that names are made of: what spelling is corrected against.
    -- role: 0 surname, 1 given name, 2 patronymic.
    CREATE TABLE name_word (
      role INTEGER NOT NULL,
      word BLOB NOT NULL,
      citizens INTEGER NOT NULL,
      PRIMARY KEY (role, word)
    ) STRICT, WITHOUT ROWID;

    -- What the catalogue's entries look like in an answer.
    CREATE TABLE catalogue_hit (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      title_ru TEXT NOT NULL,
      title_en TEXT,
      detail_ru TEXT NOT NULL,
      detail_en TEXT
    ) STRICT;

    -- Each title, synonym and sentence by which an entry is found; field as in PhraseField.
    CREATE TABLE catalogue_phrase (
      number INTEGER PRIMARY KEY,
      hit INTEGER NOT NULL REFERENCES catalogue_hit (number),
      field INTEGER NOT NULL,
      text TEXT NOT NULL,
      folded TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE catalogue_search USING fts5 (
      folded, content = '', columnsize = 0, detail = none, tokenize = 'okno'
    );
    """

  /// The indexes that a first fill of many citizens drops and makes again: sorting once is several
  /// times faster than a million insertions at random places.
  static let bulkIndexes = [
    "citizen_by_surname", "citizen_by_given", "citizen_by_birth_date", "citizen_by_snils",
    "citizen_by_phone", "citizen_by_phone_tail",
  ]

  /// What a connection needs before it touches the search's tables.
  static func prepare(_ connection: Connection) throws(SQLiteError) {
    try connection.registerOknoTokenizer()
  }
}
