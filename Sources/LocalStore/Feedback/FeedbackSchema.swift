/// What the schema has for feedback to the catalogue and for strengths.
enum FeedbackSchema {
  static let ddl = """
    CREATE TABLE feedback (
      id BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      service TEXT NOT NULL,
      situation TEXT,
      text TEXT NOT NULL,
      seen TEXT NOT NULL,
      catalogue TEXT NOT NULL,
      employee BLOB,
      desk BLOB NOT NULL,
      given INTEGER NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feedback_given ON feedback (given);

    CREATE TABLE feedback_answer (
      id BLOB NOT NULL PRIMARY KEY,
      feedback BLOB NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      employee BLOB,
      time INTEGER NOT NULL,
      -- Whether whoever gave the feedback has seen it; this desk's own.
      noted INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX feedback_answer_of ON feedback_answer (feedback);
    CREATE INDEX feedback_answer_new ON feedback_answer (time) WHERE noted = 0;

    -- Ratings of one employee in one situation that are fewer than a batch. Sums only, of this desk only.
    CREATE TABLE strength_tally (
      employee BLOB NOT NULL,
      situation TEXT NOT NULL,
      given INTEGER NOT NULL,
      best INTEGER NOT NULL,
      PRIMARY KEY (employee, situation)
    ) STRICT, WITHOUT ROWID;

    -- Batches of five or more.
    CREATE TABLE strength (
      id BLOB NOT NULL PRIMARY KEY,
      employee BLOB NOT NULL,
      situation TEXT NOT NULL,
      day TEXT NOT NULL,
      given INTEGER NOT NULL,
      best INTEGER NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX strength_day ON strength (day);
    """
}
