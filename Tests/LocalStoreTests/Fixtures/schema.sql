CREATE TABLE acknowledged (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  epoch TEXT NOT NULL,
  number INTEGER NOT NULL,
  held INTEGER NOT NULL
) STRICT;
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
CREATE TABLE callback (
  id BLOB NOT NULL PRIMARY KEY,
  phone TEXT,
  asked TEXT NOT NULL,
  due TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('won_back', 'not_won', 'unreached')),
  settled TEXT, logged INTEGER NOT NULL DEFAULT 0, server_version INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0,
  CHECK ((outcome IS NULL) = (settled IS NULL)),
  CHECK ((outcome IS NULL) = (phone IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE case_service (
  situation_case INTEGER NOT NULL REFERENCES situation_case (number) ON DELETE CASCADE,
  service TEXT NOT NULL,
  progress TEXT NOT NULL,
  PRIMARY KEY (situation_case, service)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE catalogue_hit (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  title_ru TEXT NOT NULL,
  title_en TEXT,
  detail_ru TEXT NOT NULL,
  detail_en TEXT
) STRICT;
CREATE TABLE catalogue_link (
  service TEXT NOT NULL,
  situation TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (service, situation)
) STRICT, WITHOUT ROWID;
CREATE TABLE catalogue_phrase (
  number INTEGER PRIMARY KEY,
  hit INTEGER NOT NULL REFERENCES catalogue_hit (number),
  field INTEGER NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE TABLE catalogue_release (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  signature BLOB NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE catalogue_search USING fts5 (
  folded, content = '', columnsize = 0, detail = none, tokenize = 'okno'
);
CREATE TABLE 'catalogue_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'catalogue_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'catalogue_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
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
, server_version INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0, merged_into BLOB) STRICT;
CREATE TABLE citizen_base (
  citizen BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE citizen_word (
  word BLOB NOT NULL,
  citizen INTEGER NOT NULL,
  PRIMARY KEY (word, citizen)
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
CREATE TABLE draft (
  desk BLOB NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE duplicate_offer (
  first BLOB NOT NULL,
  second BLOB NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('snils', 'name_and_birth_date')),
  dismissed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE feedback_answer (
  id BLOB NOT NULL PRIMARY KEY,
  feedback BLOB NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  employee BLOB,
  time INTEGER NOT NULL,
  -- Whether whoever gave the feedback has seen it; this desk's own.
  noted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
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
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE name_word (
  role INTEGER NOT NULL,
  word BLOB NOT NULL,
  citizens INTEGER NOT NULL,
  PRIMARY KEY (role, word)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE queue_counter (
  series TEXT NOT NULL PRIMARY KEY,
  day TEXT NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rating (
  id BLOB NOT NULL PRIMARY KEY,
  situation TEXT NOT NULL,
  day TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('given', 'skipped', 'declined', 'timed_out')),
  score INTEGER CHECK (score BETWEEN 1 AND 5),
  criteria TEXT NOT NULL,
  too_fast INTEGER NOT NULL,
  logged INTEGER NOT NULL DEFAULT 0, server_version INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0, batch INTEGER,
  CHECK ((result = 'given') = (score IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_hour (
  month TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  given INTEGER NOT NULL,
  best INTEGER NOT NULL,
  PRIMARY KEY (month, hour)
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_line (
  id BLOB NOT NULL PRIMARY KEY,
  day TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_month (
  id BLOB NOT NULL PRIMARY KEY,
  desk BLOB NOT NULL,
  month TEXT NOT NULL,
  given INTEGER NOT NULL,
  best INTEGER NOT NULL,
  hours TEXT NOT NULL,
  server_version INTEGER NOT NULL DEFAULT 0,
  generation INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_pace (
  day TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL,
  bursts INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
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
CREATE TABLE rating_words (
  id BLOB NOT NULL PRIMARY KEY,
  month TEXT NOT NULL,
  lines TEXT NOT NULL,
  server_version INTEGER NOT NULL DEFAULT 0,
  generation INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE refused_operation (
  sequence INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('refused', 'retried', 'dropped'))
) STRICT;
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
CREATE TABLE retired_citizen (
  id BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sign_in (
  employee BLOB NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last INTEGER NOT NULL
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
CREATE TABLE strength_tally (
  employee BLOB NOT NULL,
  situation TEXT NOT NULL,
  given INTEGER NOT NULL,
  best INTEGER NOT NULL,
  PRIMARY KEY (employee, situation)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE ticket_lease (
  ticket BLOB NOT NULL PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE unreadable_row (
  entity TEXT NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (entity, id)
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
, server_version INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0, case_id BLOB, citizen_id BLOB, employee BLOB) STRICT;
CREATE TABLE visit_service (
  visit INTEGER NOT NULL REFERENCES visit (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  service TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (visit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX callback_asked ON callback (asked);
CREATE INDEX callback_due ON callback (due) WHERE outcome IS NULL;
CREATE INDEX callback_pending ON callback (id) WHERE logged = 0;
CREATE INDEX citizen_by_birth_date ON citizen (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX citizen_by_given ON citizen (given_key, patronymic_key, surname_key);
CREATE INDEX citizen_by_phone ON citizen (phone) WHERE phone IS NOT NULL;
CREATE INDEX citizen_by_phone_tail ON citizen (substr(phone, -4)) WHERE phone IS NOT NULL;
CREATE INDEX citizen_by_snils ON citizen (snils) WHERE snils IS NOT NULL;
CREATE INDEX citizen_by_surname ON citizen (surname_key, given_key, patronymic_key);
CREATE INDEX citizen_merged ON citizen (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX conflict_citizen ON conflict (citizen);
CREATE INDEX duplicate_second ON duplicate_offer (second);
CREATE INDEX feedback_answer_new ON feedback_answer (time) WHERE noted = 0;
CREATE INDEX feedback_answer_of ON feedback_answer (feedback);
CREATE INDEX feedback_given ON feedback (given);
CREATE INDEX message_sent ON message (sent);
CREATE INDEX message_unseen ON message (recipient) WHERE seen IS NULL;
CREATE INDEX operation_citizen ON operation (citizen) WHERE citizen IS NOT NULL;
CREATE INDEX operation_number ON operation (sequence)
  WHERE kind = 'callback_asked' AND body IS NOT NULL;
CREATE INDEX operation_staff ON operation (sequence)
  WHERE kind IN ('employee_added', 'employee_changed');
CREATE INDEX operation_taking ON operation (sequence)
  WHERE kind IN ('visit_undone', 'citizen_erased');
CREATE INDEX rating_batch ON rating (batch, day) WHERE score IS NOT NULL;
CREATE INDEX rating_day ON rating (day);
CREATE INDEX rating_month_of ON rating_month (month);
CREATE INDEX rating_pending ON rating (id) WHERE logged = 0;
CREATE INDEX rating_token_issued ON rating_token (issued);
CREATE INDEX rating_token_pending ON rating_token (id) WHERE logged = 0;
CREATE INDEX rating_words_month ON rating_words (month);
CREATE INDEX remark_citizen ON remark (citizen);
CREATE INDEX remark_offer ON remark (told) WHERE kind = 'offer';
CREATE INDEX situation_case_citizen ON situation_case (citizen, situation);
CREATE INDEX strength_day ON strength (day);
CREATE INDEX ticket_issued ON ticket (issued);
CREATE INDEX ticket_line ON ticket (priority DESC, issued, id)
  WHERE state IN ('waiting', 'redirected');
CREATE INDEX ticket_number ON ticket (number, issued);
CREATE INDEX ticket_open ON ticket (issued) WHERE state NOT IN ('done', 'left', 'no_show');
CREATE INDEX ticket_served ON ticket (situation, ended)
  WHERE started IS NOT NULL AND state = 'done';
CREATE INDEX ticket_step_id ON ticket_step (id);
CREATE INDEX visit_case ON visit (situation_case) WHERE situation_case IS NOT NULL;
CREATE INDEX visit_citizen ON visit (citizen, started) WHERE citizen IS NOT NULL;
CREATE INDEX visit_started ON visit (started);
CREATE INDEX visit_ticket ON visit (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX visit_waiting ON visit (citizen_id) WHERE citizen_id IS NOT NULL;
