/// What the schema has for calls after a low rating.
enum CallbackSchema {
  static let first = """
    CREATE TABLE callback (
      id BLOB NOT NULL PRIMARY KEY,
      phone TEXT,
      asked TEXT NOT NULL,
      due TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('won_back', 'not_won', 'unreached')),
      settled TEXT,
      CHECK ((outcome IS NULL) = (settled IS NULL)),
      CHECK ((outcome IS NULL) = (phone IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callback_due ON callback (due) WHERE outcome IS NULL;
    CREATE INDEX callback_asked ON callback (asked);
    """

  /// They are the centre's. What was settled before stays this desk's own. The second index finds the operations
  /// that still hold a number; there are as many as there are open calls.
  static let shared = """
    ALTER TABLE callback ADD COLUMN logged INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE callback ADD COLUMN server_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE callback ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
    UPDATE callback SET logged = 1 WHERE outcome IS NOT NULL;
    CREATE INDEX callback_pending ON callback (id) WHERE logged = 0;
    CREATE INDEX operation_number ON operation (sequence)
      WHERE kind = 'callback_asked' AND body IS NOT NULL;
    """
}
