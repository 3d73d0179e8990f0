/// What the schema has for accounts, retention and who served.
enum StaffSchema {
  /// `sign_in` is this desk's own and is never sent: a desk without a link has to know it as well.
  static let ddl = """
    CREATE TABLE employee (
      id BLOB NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      roles TEXT NOT NULL,
      pin_hash TEXT NOT NULL,
      disabled INTEGER,
      version INTEGER NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    -- Wrong PINs since the last right one.
    CREATE TABLE sign_in (
      employee BLOB NOT NULL PRIMARY KEY,
      failures INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Who served.
    ALTER TABLE visit ADD COLUMN employee BLOB;

    -- What this desk does to accounts and the server's rows do not show yet.
    CREATE INDEX operation_staff ON operation (sequence)
      WHERE kind IN ('employee_added', 'employee_changed');

    -- Cards that have left this desk because their time was over, and the version that they had: only a
    -- newer one comes back.
    CREATE TABLE retired_citizen (
      id BLOB NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
