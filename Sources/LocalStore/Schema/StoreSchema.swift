/// The tables that are not the search's.
enum StoreSchema {
  /// `citizen` is in `SearchSchema`. Times are milliseconds UTC, ids 16 bytes. Each index costs a page
  /// in every write, so that there is none which nothing asks for.
  static let first = """
    CREATE TABLE meta (
      key TEXT NOT NULL PRIMARY KEY,
      value ANY NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE draft (
      desk BLOB NOT NULL PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE catalogue_entry (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      position INTEGER NOT NULL,
      title_ru TEXT NOT NULL,
      title_en TEXT,
      audience TEXT,
      body TEXT NOT NULL,
      UNIQUE (kind, id)
    ) STRICT;

    CREATE TABLE catalogue_link (
      service TEXT NOT NULL,
      situation TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (service, situation)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE situation_case (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      citizen INTEGER NOT NULL REFERENCES citizen (number) ON DELETE CASCADE,
      situation TEXT NOT NULL,
      event_date TEXT,
      opened INTEGER NOT NULL,
      closed INTEGER
    ) STRICT;
    CREATE INDEX situation_case_citizen ON situation_case (citizen, situation);

    CREATE TABLE case_service (
      situation_case INTEGER NOT NULL REFERENCES situation_case (number) ON DELETE CASCADE,
      service TEXT NOT NULL,
      progress TEXT NOT NULL,
      PRIMARY KEY (situation_case, service)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE visit (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      desk BLOB NOT NULL,
      situation TEXT NOT NULL,
      citizen INTEGER REFERENCES citizen (number) ON DELETE SET NULL,
      situation_case INTEGER REFERENCES situation_case (number) ON DELETE SET NULL,
      ticket BLOB,
      channel TEXT NOT NULL,
      started INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      event_date TEXT,
      note TEXT NOT NULL,
      undone INTEGER
    ) STRICT;
    CREATE INDEX visit_started ON visit (started);
    CREATE INDEX visit_citizen ON visit (citizen, started) WHERE citizen IS NOT NULL;
    CREATE INDEX visit_case ON visit (situation_case) WHERE situation_case IS NOT NULL;

    CREATE TABLE visit_service (
      visit INTEGER NOT NULL REFERENCES visit (number) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      service TEXT NOT NULL,
      outcome TEXT NOT NULL,
      PRIMARY KEY (visit, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ticket (
      id BLOB NOT NULL PRIMARY KEY,
      number TEXT NOT NULL,
      situation TEXT NOT NULL,
      state TEXT NOT NULL,
      citizen BLOB,
      issued INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ticket_number ON ticket (number, issued);

    CREATE TABLE rating (
      id BLOB NOT NULL PRIMARY KEY,
      situation TEXT NOT NULL,
      day TEXT NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('given', 'skipped', 'declined', 'timed_out')),
      score INTEGER CHECK (score BETWEEN 1 AND 5),
      criteria TEXT NOT NULL,
      too_fast INTEGER NOT NULL,
      logged INTEGER NOT NULL DEFAULT 0,
      CHECK ((result = 'given') = (score IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_day ON rating (day);
    CREATE INDEX rating_pending ON rating (id) WHERE logged = 0;

    CREATE TABLE operation (
      sequence INTEGER PRIMARY KEY,
      id BLOB NOT NULL,
      desk BLOB NOT NULL,
      kind TEXT NOT NULL,
      body TEXT,
      salt BLOB,
      body_hash BLOB NOT NULL,
      citizen BLOB,
      time INTEGER NOT NULL,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX operation_citizen ON operation (citizen) WHERE citizen IS NOT NULL;

    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      desk BLOB NOT NULL,
      employee BLOB,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      purpose TEXT NOT NULL,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    """
}
