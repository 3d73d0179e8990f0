/// What the schema has for sync: how the desk stands with the central store.
enum SyncSchema {
  /// Saving a visit writes no row more than before: the operation log is the outbox, and
  /// `sync_state.pushed_through` says how far it was sent. `server_version` 0 is a row that the server
  /// has not shown yet; `generation` is that of the snapshot that last had the row.
  static let ddl = """
    ALTER TABLE citizen ADD COLUMN server_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE citizen ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE citizen ADD COLUMN merged_into BLOB;
    CREATE INDEX citizen_merged ON citizen (merged_into) WHERE merged_into IS NOT NULL;

    ALTER TABLE visit ADD COLUMN server_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE visit ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
    -- The case as the desk that logged the visit knew it; which case it is in now, CaseFold says.
    ALTER TABLE visit ADD COLUMN case_id BLOB;
    -- Whose visit it is, as long as the register has no such citizen.
    ALTER TABLE visit ADD COLUMN citizen_id BLOB;
    CREATE INDEX visit_waiting ON visit (citizen_id) WHERE citizen_id IS NOT NULL;
    UPDATE visit SET case_id = (SELECT c.id FROM situation_case AS c WHERE c.number = situation_case)
      WHERE situation_case IS NOT NULL;

    ALTER TABLE rating ADD COLUMN server_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE rating ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

    -- What is looked for among the pending operations by what it takes away.
    CREATE INDEX operation_taking ON operation (sequence)
      WHERE kind IN ('visit_undone', 'citizen_erased');

    CREATE TABLE sync_state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      epoch TEXT,
      number INTEGER,
      chain TEXT,
      pushed_through INTEGER NOT NULL DEFAULT 0,
      head INTEGER NOT NULL DEFAULT 0,
      synced INTEGER,
      spread INTEGER NOT NULL DEFAULT 0,
      poll INTEGER NOT NULL DEFAULT 5,
      generation INTEGER NOT NULL DEFAULT 0,
      -- The snapshot that is coming in.
      filling_epoch TEXT,
      filling_number INTEGER,
      filling_chain TEXT,
      filling_rows INTEGER NOT NULL DEFAULT 0,
      filling_done INTEGER NOT NULL DEFAULT 0,
      -- How far its sweep has come: the table, and the last row looked at.
      sweeping INTEGER NOT NULL DEFAULT 0,
      swept INTEGER,
      CHECK ((epoch IS NULL) = (number IS NULL) AND (epoch IS NULL) = (chain IS NULL))
    ) STRICT;
    INSERT INTO sync_state (one) VALUES (1);

    -- Operations with a verdict that may have to be sent again: kept until the server's durable
    -- number has passed `held`.
    CREATE TABLE acknowledged (
      first INTEGER PRIMARY KEY,
      last INTEGER NOT NULL,
      epoch TEXT NOT NULL,
      number INTEGER NOT NULL,
      held INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE refused_operation (
      sequence INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      reason TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('refused', 'retried', 'dropped'))
    ) STRICT;

    -- The server's card where the shown one has changes on top that the server does not show yet.
    CREATE TABLE citizen_base (
      citizen BLOB NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE conflict (
      id BLOB NOT NULL PRIMARY KEY,
      citizen BLOB NOT NULL,
      body TEXT NOT NULL,
      server_version INTEGER NOT NULL,
      generation INTEGER NOT NULL,
      -- The operation by which it was settled here.
      settled INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conflict_citizen ON conflict (citizen);

    -- Two cards that may be one person's.
    CREATE TABLE duplicate_offer (
      first BLOB NOT NULL,
      second BLOB NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('snils', 'name_and_birth_date')),
      dismissed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_second ON duplicate_offer (second);

    -- Rows of the server that this program cannot read.
    CREATE TABLE unreadable_row (
      entity TEXT NOT NULL,
      id BLOB NOT NULL,
      version INTEGER NOT NULL,
      PRIMARY KEY (entity, id)
    ) STRICT, WITHOUT ROWID;
    """
}
