-- The tables. docs/decisions/sync.md says what they mean; desks have no rights on any of them.
CREATE SCHEMA okno;
CREATE SCHEMA okno_api_v1;
REVOKE ALL ON SCHEMA okno, okno_api_v1 FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;

CREATE TABLE okno.migration (
  number int PRIMARY KEY,
  name text NOT NULL,
  applied timestamptz NOT NULL DEFAULT now()
);

-- Words of the administrator: seconds between two polls of a desk, polls a second of all together, how
-- many desks there are, how long the past is not sure. `busy`, where it stands, is how many seconds
-- every desk shall wait.
CREATE TABLE okno.setting (
  name text PRIMARY KEY,
  value text NOT NULL
);
INSERT INTO okno.setting (name, value)
VALUES ('poll', '5'), ('polls', '300'), ('desks', '0'), ('hold', '7 days');

CREATE TABLE okno.centre (
  number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  created timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE okno.desk (
  number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  role name NOT NULL UNIQUE,
  centre int NOT NULL REFERENCES okno.centre,
  name text NOT NULL,
  enrolled timestamptz NOT NULL DEFAULT now(),
  revoked timestamptz
);
CREATE UNIQUE INDEX desk_name ON okno.desk (centre, name) WHERE revoked IS NULL;

-- What changes about a desk, apart from the row that each call reads. Locked first by a push, so that
-- the pushes of one desk come one after the other.
CREATE TABLE okno.desk_state (
  desk int PRIMARY KEY REFERENCES okno.desk,
  program text,
  protocol int,
  seen timestamptz,
  -- Where its last pull began.
  pulled bigint NOT NULL DEFAULT 0,
  -- The end of its log, as it was sent: shows a log that was changed afterwards.
  incarnation int,
  sequence bigint NOT NULL DEFAULT 0,
  log_hash bytea,
  forked timestamptz,
  accepted bigint NOT NULL DEFAULT 0,
  merged bigint NOT NULL DEFAULT 0,
  refused bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE okno.stream (
  centre int PRIMARY KEY REFERENCES okno.centre,
  epoch text NOT NULL,
  head bigint NOT NULL DEFAULT 0,
  chain bytea NOT NULL,
  horizon bigint NOT NULL DEFAULT 0,
  moved timestamptz NOT NULL DEFAULT now(),
  marked timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50);

-- Where the head was at that moment, about once an hour: what `durable` is told from.
CREATE TABLE okno.head_mark (
  centre int NOT NULL REFERENCES okno.centre,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre, number)
);

-- entity: c citizen, v visit, r rating, x conflict.
CREATE TABLE okno.row (
  centre int NOT NULL,
  entity "char" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  written timestamptz NOT NULL,
  -- Whose data a visit or a conflict holds.
  citizen uuid,
  -- JSON as it is sent; absent for what was erased.
  body text,
  -- Who set a card's fields last, and when by that desk's clock: {"field": {"d": desk, "t": ms}}.
  origin jsonb,
  PRIMARY KEY (centre, entity, id)
);
CREATE INDEX row_citizen ON okno.row (centre, citizen) WHERE citizen IS NOT NULL;
CREATE INDEX row_tombstone ON okno.row (written) WHERE body IS NULL;

-- Who was erased, for ever: an id and nothing else. Tombstones go after some months, and a desk that was
-- away for longer may still send what it knew.
CREATE TABLE okno.erased (
  centre int NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (centre, id)
);

CREATE TABLE okno.change (
  centre int NOT NULL,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  chain bytea NOT NULL,
  entities "char"[] NOT NULL,
  ids uuid[] NOT NULL,
  PRIMARY KEY (centre, number)
);

CREATE TABLE okno.operation (
  centre int NOT NULL,
  id uuid NOT NULL,
  desk int NOT NULL,
  -- 32 bits of a random value.
  incarnation int NOT NULL,
  sequence bigint NOT NULL,
  -- 32 bits of a hash over kind and body.
  code int NOT NULL,
  verdict text NOT NULL,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre, id)
);
CREATE INDEX operation_sequence ON okno.operation (desk, sequence);

CREATE TABLE okno.release (
  number bigint NOT NULL,
  -- For all centres where it is absent.
  centre int REFERENCES okno.centre,
  content bytea NOT NULL,
  signature bytea NOT NULL,
  published timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (number, centre)
);

-- Twelve random letters: enough that no two lives of a database share one.
CREATE FUNCTION okno.new_epoch() RETURNS text
LANGUAGE sql VOLATILE AS $$ SELECT substr(replace(gen_random_uuid()::text, '-', ''), 1, 12) $$;

-- A centre with an empty stream; one of that name that is there already stays as it is.
CREATE FUNCTION okno.make_centre(centre_name text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  made int;
BEGIN
  INSERT INTO okno.centre (name) VALUES (centre_name) ON CONFLICT DO NOTHING
  RETURNING number INTO made;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO okno.stream (centre, epoch, chain) VALUES (made, okno.new_epoch(), sha256(''));
  -- The stream's beginning, whose chain a cursor at 0 is compared with.
  INSERT INTO okno.change (centre, number, at, chain, entities, ids)
  VALUES (made, 0, now(), sha256(''), '{}', '{}');
END
$$;
