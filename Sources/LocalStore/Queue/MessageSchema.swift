/// What the schema has for messages to windows.
enum MessageSchema {
  static let ddl = """
    CREATE TABLE message (
      id BLOB NOT NULL PRIMARY KEY,
      recipient BLOB NOT NULL,
      text TEXT NOT NULL,
      sent INTEGER NOT NULL,
      desk BLOB NOT NULL,
      employee BLOB,
      seen INTEGER,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_sent ON message (sent);
    CREATE INDEX message_unseen ON message (recipient) WHERE seen IS NULL;
    """
}
