/// What the schema has for the queue.
enum QueueSchema {
  /// The first schema's `ticket` was never written: nothing is lost with it. A ticket is a fold over its
  /// steps; what the fold makes of them is kept beside for whoever looks for tickets.
  static let ddl = """
    DROP TABLE ticket;
    CREATE TABLE ticket (
      id BLOB NOT NULL PRIMARY KEY,
      number TEXT NOT NULL,
      issued INTEGER NOT NULL,
      issued_by BLOB NOT NULL,
      issuer BLOB,
      issued_situation TEXT,
      audience TEXT NOT NULL,
      appointment TEXT,
      priority_group TEXT,
      issued_priority INTEGER NOT NULL,
      -- What the steps have made of it.
      state TEXT NOT NULL,
      since INTEGER NOT NULL,
      situation TEXT,
      priority INTEGER NOT NULL,
      destination BLOB,
      desk BLOB,
      employee BLOB,
      called INTEGER,
      started INTEGER,
      ended INTEGER,
      waited INTEGER NOT NULL,
      served INTEGER NOT NULL,
      doubled INTEGER NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ticket_number ON ticket (number, issued);
    CREATE INDEX ticket_issued ON ticket (issued);
    CREATE INDEX ticket_open ON ticket (issued) WHERE state NOT IN ('done', 'left', 'no_show');
    CREATE INDEX ticket_line ON ticket (priority DESC, issued, id)
      WHERE state IN ('waiting', 'redirected');
    CREATE INDEX ticket_served ON ticket (situation, ended)
      WHERE started IS NOT NULL AND state = 'done';

    -- In the order in which they count: the central store's, then what it has not seen.
    CREATE TABLE ticket_step (
      ticket BLOB NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      id BLOB NOT NULL,
      event TEXT NOT NULL,
      -- JSON of what the event says beyond its name.
      detail TEXT,
      time INTEGER NOT NULL,
      desk BLOB NOT NULL,
      employee BLOB,
      follows BLOB,
      assurance TEXT NOT NULL,
      -- Whether the central store has shown it.
      shown INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (ticket, place)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX ticket_step_id ON ticket_step (id);

    -- Whom a ticket was about: found through the visit, so that no name hangs on a ticket.
    CREATE INDEX visit_ticket ON visit (ticket) WHERE ticket IS NOT NULL;

    CREATE TABLE queue_counter (
      series TEXT NOT NULL PRIMARY KEY,
      day TEXT NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE desk (
      id BLOB NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('closed', 'free', 'away')),
      since INTEGER NOT NULL,
      employee BLOB,
      -- Ids between blanks; empty: everything.
      situations TEXT NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    -- A desk that spoke an older version of the protocol was given no tickets: it takes all anew.
    UPDATE sync_state SET epoch = NULL, number = NULL, chain = NULL;

    CREATE TABLE ticket_lease (
      ticket BLOB NOT NULL PRIMARY KEY,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
