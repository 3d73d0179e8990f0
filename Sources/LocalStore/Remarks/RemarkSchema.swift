/// What the schema has for what is said of citizens.
enum RemarkSchema {
  /// `citizen` is the card's id and no row: a remark may come before its card. All of the centre's
  /// remarks are fetched anew, since an older program was told none.
  static let ddl = """
    CREATE TABLE remark (
      id BLOB NOT NULL PRIMARY KEY,
      citizen BLOB NOT NULL,
      kind TEXT NOT NULL,
      -- A fact, an offer or a service.
      subject TEXT NOT NULL,
      value TEXT NOT NULL,
      source TEXT,
      reason TEXT,
      occasion TEXT,
      situation TEXT,
      visit BLOB,
      told INTEGER NOT NULL,
      employee BLOB,
      desk BLOB NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX remark_citizen ON remark (citizen);
    CREATE INDEX remark_offer ON remark (told) WHERE kind = 'offer';

    UPDATE sync_state SET epoch = NULL, number = NULL, chain = NULL;
    """
}
