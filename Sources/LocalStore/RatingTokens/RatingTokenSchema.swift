internal import Domain
internal import SQLite

/// What the schema has for one-time words.
enum RatingTokenSchema {
  static let first = """
    CREATE TABLE rating_token (
      token TEXT NOT NULL PRIMARY KEY,
      issued TEXT NOT NULL,
      answered TEXT,
      score INTEGER CHECK (score BETWEEN 1 AND 5),
      criteria TEXT NOT NULL DEFAULT '',
      CHECK ((answered IS NULL) = (score IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_token_issued ON rating_token (issued);
    """

  /// They are the centre's, and known by their hashes. All of the centre's are fetched anew, since an older program was
  /// told none.
  static let shared = """
    ALTER TABLE rating_token RENAME TO plain_rating_token;
    DROP INDEX rating_token_issued;
    CREATE TABLE rating_token (
      id BLOB NOT NULL PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      issued TEXT NOT NULL,
      answered TEXT,
      score INTEGER CHECK (score BETWEEN 1 AND 5),
      criteria TEXT NOT NULL DEFAULT '',
      logged INTEGER NOT NULL DEFAULT 0,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0,
      CHECK ((answered IS NULL) = (score IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_token_issued ON rating_token (issued);
    CREATE INDEX rating_token_pending ON rating_token (id) WHERE logged = 0;

    UPDATE sync_state SET epoch = NULL, number = NULL, chain = NULL;
    """

  /// SQLite has no hash of its own.
  static func hashPlainWords(_ connection: Connection) throws {
    let words = try connection.all(
      "SELECT token, issued, answered, score, criteria FROM plain_rating_token"
    ) { row in
      (
        RatingToken(try row.next()), issued: try row.next(CalendarDate.self),
        answered: try row.next(CalendarDate?.self), score: try row.next(Int?.self),
        criteria: try row.next(String.self)
      )
    }
    for (token, issued, answered, score, criteria) in words {
      guard let token else { continue }
      let word = HiddenToken(token)
      try connection.run(
        """
        INSERT INTO rating_token (id, hash, issued, answered, score, criteria)
        VALUES (?, ?, ?, ?, ?, ?)
        """, word.id(issued: issued), word.hash, issued, answered, score, criteria)
    }
    try connection.execute("DROP TABLE plain_rating_token")
  }
}
