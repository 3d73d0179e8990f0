-- Accounts: who may do what, and the heads of the desks' audits. docs/decisions/accounts.md says why.

-- The table of permissions, the same as Permission in the program; a test compares them.
CREATE TABLE okno.permission (
  permission text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (permission, role)
);
INSERT INTO okno.permission (permission, role) VALUES
  ('serve', 'clerk'), ('serve', 'supervisor'),
  ('erase', 'supervisor'), ('erase', 'administrator'),
  ('issue_tickets', 'clerk'), ('issue_tickets', 'supervisor'),
  ('call_tickets', 'clerk'), ('call_tickets', 'supervisor'),
  ('run_queue', 'supervisor'),
  ('report', 'supervisor'),
  ('read_feedback', 'supervisor'),
  ('train', 'trainer'), ('train', 'supervisor'),
  ('manage_staff', 'administrator'),
  ('reset_pin', 'supervisor'), ('reset_pin', 'administrator'),
  ('read_audit', 'supervisor'), ('read_audit', 'administrator'),
  ('maintain', 'administrator');

-- What it takes to send an operation that `push` carries out itself. Ratings are the citizen's. The queue's and the
-- accounts' ask where they are carried out.
CREATE TABLE okno.kind_permission (
  kind text PRIMARY KEY,
  permission text NOT NULL
);
INSERT INTO okno.kind_permission (kind, permission) VALUES
  ('citizen_added', 'serve'), ('citizen_changed', 'serve'), ('citizen_erased', 'erase'),
  ('citizens_merged', 'serve'), ('citizens_unmerged', 'serve'), ('conflict_settled', 'serve'),
  ('visit_logged', 'serve'), ('visit_undone', 'serve');

-- What the accounts in `okno.row` say, as far as it is asked for here.
CREATE TABLE okno.employee (
  centre int NOT NULL,
  id uuid NOT NULL,
  roles text[] NOT NULL,
  -- Milliseconds, by the clock of the desk that closed the account.
  disabled bigint,
  PRIMARY KEY (centre, id)
);

-- Since when a centre has accounts: the number of the stream with which the first administrator came.
CREATE TABLE okno.accounts (
  centre int PRIMARY KEY,
  number bigint NOT NULL
);

-- Whether the employee may do this, done at that moment by the desk's clock. What somebody did before the account was
-- closed stays done, however late it comes.
--
-- Without accounts everybody may everything; so may a desk that has not heard of them, which shows by where its last
-- pull began, and an older program, which knows none.
CREATE FUNCTION okno.permits(desk okno.desk, employee uuid, permission text, at bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  since bigint;
BEGIN
  SELECT a.number INTO since FROM okno.accounts a WHERE a.centre = desk.centre;
  IF NOT FOUND THEN RETURN true; END IF;
  IF employee IS NULL THEN
    RETURN EXISTS (
      SELECT FROM okno.desk_state s
      WHERE s.desk = desk.number AND (s.pulled < since OR coalesce(s.protocol, 1) < 2));
  END IF;
  RETURN EXISTS (
    SELECT FROM okno.employee e
    JOIN okno.permission p ON p.permission = permits.permission AND p.role = ANY (e.roles)
    WHERE e.centre = desk.centre AND e.id = employee AND (e.disabled IS NULL OR at < e.disabled));
END
$$;

CREATE OR REPLACE FUNCTION okno.allows(desk okno.desk, employee uuid, permission text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN okno.permits(desk, employee, permission, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
END
$$;

-- Whether one of the operations of a batch may be carried out: its author may have been added just before it.
CREATE FUNCTION okno.permits_kind(
  desk okno.desk, kind text, body jsonb, at bigint, added jsonb
) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  wanted text;
  roles jsonb;
BEGIN
  SELECT k.permission INTO wanted FROM okno.kind_permission k WHERE k.kind = permits_kind.kind;
  IF NOT FOUND THEN RETURN true; END IF;
  IF okno.permits(desk, okno.as_uuid(body->'employee'), wanted, at) THEN RETURN true; END IF;
  roles := added->(body->>'employee');
  RETURN EXISTS (
    SELECT FROM okno.permission p WHERE p.permission = wanted AND roles ? p.role);
END
$$;

-- As before, and judged by who did it. The author's id is no part of a card.
CREATE OR REPLACE FUNCTION okno.read_batch(
  centre_number int, sequences bigint[], ids uuid[], kinds text[], bodies text[], times bigint[],
  parsed jsonb[]
) RETURNS okno.incoming[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  desk okno.desk;
  added jsonb;
  has_accounts boolean := EXISTS (SELECT FROM okno.accounts a WHERE a.centre = centre_number);
BEGIN
  IF has_accounts THEN
    desk := okno.me();
    SELECT coalesce(jsonb_object_agg(s.body->>'id', s.body->'roles'), '{}') INTO added
    FROM unnest(kinds, parsed) AS s (kind, body)
    WHERE s.kind = 'employee_added' AND jsonb_typeof(s.body) = 'object' AND okno.is_uuid(s.body->'id')
      AND okno.permits(desk, okno.as_uuid(s.body->'employee'), 'manage_staff',
        (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
  END IF;
  RETURN (
  WITH sent AS (
    SELECT s.place::int, s.sequence, s.id, s.kind, s.raw,
      CASE WHEN jsonb_typeof(s.body) = 'object' THEN s.body END AS body, s.at,
      ('x' || encode(substr(sha256(convert_to(s.kind || chr(10) || s.raw, 'UTF8')), 1, 4), 'hex'))
        ::bit(32)::int AS code,
      row_number() OVER (PARTITION BY s.id ORDER BY s.place) > 1 AS is_again
    FROM unnest(sequences, ids, kinds, bodies, times, parsed) WITH ORDINALITY
      AS s (sequence, id, kind, raw, at, body, place)
  )
  SELECT array_agg((
    s.place, s.sequence, s.id, s.kind, s.raw,
    CASE WHEN s.kind = 'citizen_added' THEN s.body - 'employee' ELSE s.body END, s.at, s.code,
    okno.as_uuid(s.body->CASE s.kind
      WHEN 'citizens_merged' THEN 'merged' WHEN 'citizens_unmerged' THEN 'merged' ELSE 'id' END),
    o.id IS NULL AND NOT s.is_again,
    CASE
      WHEN o.code <> s.code THEN 'identity_reused'
      WHEN o.id IS NOT NULL THEN o.verdict
      WHEN s.is_again THEN 'again'
      WHEN octet_length(s.raw) > 262144 THEN 'too_large'
      ELSE coalesce(okno.fault(s.kind, s.body), CASE
        WHEN has_accounts AND NOT okno.permits_kind(desk, s.kind, s.body, s.at, added)
        THEN 'not_permitted' END)
    END,
    CASE WHEN o.code = s.code THEN o.number ELSE 0 END)::okno.incoming ORDER BY s.place)
  FROM sent s
  -- Each by the index, also where the plan is from a time when the ledger was empty.
  LEFT JOIN LATERAL (
    SELECT l.id, l.code, l.verdict, l.number FROM okno.operation l
    WHERE l.centre = centre_number AND l.id = s.id LIMIT 1
  ) o ON true
  );
END
$$;

-- Fields of an account; `null` for one that cannot be one.
CREATE FUNCTION okno.are_employee_fields(fields jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  name text;
  value jsonb;
BEGIN
  IF jsonb_typeof(fields) IS DISTINCT FROM 'object' THEN RETURN false; END IF;
  FOR name, value IN SELECT * FROM jsonb_each(fields) LOOP
    IF NOT coalesce(CASE name
      WHEN 'name' THEN okno.is_text(value, 80) AND value #>> '{}' !~ '[[:cntrl:]]' AND value #>> '{}' <> ''
      WHEN 'roles' THEN jsonb_typeof(value) = 'array' AND jsonb_array_length(value) BETWEEN 1 AND 20
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(value) r WHERE NOT okno.is_text(r, 40))
      -- Its cost is bounded, or one row could take all the memory of every desk.
      WHEN 'pin_hash' THEN okno.is_text(value, 127) AND value #>> '{}'
        ~ '^\$argon2id\$v=19\$m=[0-9]{1,6},t=[0-9]{1,2},p=1\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$'
      WHEN 'disabled' THEN value = 'null' OR okno.is_moment(value)
      ELSE true
    END, false) THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END
$$;

CREATE OR REPLACE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE kind
    WHEN 'employee_added' THEN
      fits := okno.is_uuid(body->'id') AND body ?& ARRAY['name', 'roles', 'pin_hash']
        AND okno.are_employee_fields(body);
    WHEN 'employee_changed' THEN
      fits := okno.is_uuid(body->'id') AND body->'set' <> '{}' AND okno.are_employee_fields(body->'set');
    ELSE RETURN okno.queue_fault(kind, body);
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;

-- The account's row and what is asked for of it.
CREATE FUNCTION okno.put_employee(centre_number int, employee uuid, fields jsonb) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (centre_number, 'e', employee, 1, now(), fields::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = excluded.body, version = r.version + 1, written = now()
  RETURNING r.version INTO version;
  INSERT INTO okno.employee AS e (centre, id, roles, disabled)
  VALUES (centre_number, employee, ARRAY(SELECT jsonb_array_elements_text(fields->'roles')),
    CASE WHEN fields->>'disabled' IS NOT NULL THEN okno.milliseconds(fields->>'disabled') END)
  ON CONFLICT (centre, id) DO UPDATE SET roles = excluded.roles, disabled = excluded.disabled;
  RETURN ARRAY[('e', employee, version)::okno.touched];
END
$$;

-- Whether the author may change these fields of the account. A PIN may be changed by its owner, and of an account that
-- is no equal and no higher one; whoever knows a PIN can act as its owner.
CREATE FUNCTION okno.may_change(desk okno.desk, author uuid, employee uuid, fields jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  target okno.employee;
BEGIN
  IF author IS NULL THEN RETURN false; END IF;
  SELECT e.* INTO target FROM okno.employee e WHERE e.centre = desk.centre AND e.id = employee;
  IF NOT FOUND THEN RETURN false; END IF;
  IF fields - 'pin_hash' <> '{}' OR okno.allows(desk, author, 'manage_staff') THEN
    RETURN okno.allows(desk, author, 'manage_staff');
  END IF;
  RETURN author = employee AND target.disabled IS NULL
    OR okno.allows(desk, author, 'reset_pin') AND NOT target.roles && '{supervisor,administrator}';
END
$$;

CREATE FUNCTION okno.take_staff(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
DECLARE
  author uuid := okno.as_uuid(op.body->'employee');
  fields jsonb;
BEGIN
  rows := '{}';
  verdict := 'accepted';
  -- One change of accounts at a time in a centre: two administrators must not close each other's.
  PERFORM pg_advisory_xact_lock(hashtextextended('okno staff', desk.centre));
  IF op.kind = 'employee_added' THEN
    IF EXISTS (SELECT FROM okno.employee e WHERE e.centre = desk.centre AND e.id = op.subject) THEN RETURN; END IF;
    IF NOT EXISTS (SELECT FROM okno.accounts a WHERE a.centre = desk.centre) THEN
      IF NOT op.body->'roles' ? 'administrator' THEN
        verdict := 'not_permitted';
        RETURN;
      END IF;
      -- Once in a centre's life the stream is locked early: the number has to be known.
      INSERT INTO okno.accounts (centre, number)
      SELECT s.centre, s.head + 1 FROM okno.stream s WHERE s.centre = desk.centre FOR UPDATE;
    ELSIF author IS NULL OR NOT okno.allows(desk, author, 'manage_staff') THEN
      verdict := 'not_permitted';
      RETURN;
    END IF;
    rows := okno.put_employee(desk.centre, op.subject, jsonb_build_object('name', op.body->'name',
      'roles', op.body->'roles', 'pin_hash', op.body->'pin_hash', 'disabled', NULL));
    RETURN;
  END IF;
  IF NOT okno.may_change(desk, author, op.subject, op.body->'set') THEN
    verdict := 'not_permitted';
    RETURN;
  END IF;
  SELECT r.body::jsonb || (op.body->'set') INTO fields FROM okno.row r
  WHERE r.centre = desk.centre AND r.entity = 'e' AND r.id = op.subject;
  -- The last administrator stays, or nobody could open an account again.
  IF NOT EXISTS (
    SELECT FROM okno.employee e WHERE e.centre = desk.centre AND 'administrator' = ANY (e.roles)
      AND e.disabled IS NULL AND e.id <> op.subject)
    AND NOT (fields->'roles' ? 'administrator' AND fields->>'disabled' IS NULL)
  THEN
    verdict := 'not_permitted';
    RETURN;
  END IF;
  rows := okno.put_employee(desk.centre, op.subject, fields);
END
$$;

CREATE OR REPLACE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  IF op.kind LIKE 'employee%' THEN
    SELECT s.verdict, s.rows INTO verdict, rows FROM okno.take_staff(desk, op) s;
  ELSE
    SELECT q.verdict, q.rows INTO verdict, rows FROM okno.take_queue(desk, op) q;
  END IF;
END
$$;

-- Cards whose visits have just come, and that nobody has written for a month, get another version: desks that have let
-- them go after their time have them back with the visit.
CREATE FUNCTION okno.wake_cards(centre_number int, rows okno.touched[]) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  woken okno.touched[];
BEGIN
  WITH used AS (
    SELECT DISTINCT v.citizen FROM unnest(rows) t
    JOIN okno.row v ON v.centre = centre_number AND v.entity = 'v' AND v.id = t.id
    WHERE t.entity = 'v' AND v.citizen IS NOT NULL
  ), old AS (
    SELECT c.id FROM okno.row c JOIN used u ON u.citizen = c.id
    WHERE c.centre = centre_number AND c.entity = 'c' AND c.body IS NOT NULL
      AND c.written < now() - interval '30 days'
    ORDER BY c.id FOR NO KEY UPDATE OF c
  ), touched AS (
    UPDATE okno.row r SET version = r.version + 1, written = now() FROM old o
    WHERE r.centre = centre_number AND r.entity = 'c' AND r.id = o.id
    RETURNING r.id, r.version
  )
  SELECT array_agg(('c', t.id, t.version)::okno.touched) INTO woken FROM touched t;
  RETURN coalesce(woken, '{}');
END
$$;

ALTER FUNCTION okno.commit_change(int, uuid[], okno.touched[]) RENAME TO number_change;
CREATE FUNCTION okno.commit_change(
  centre_number int, operations uuid[], rows okno.touched[]
) RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
  RETURN okno.number_change(centre_number, operations, rows || okno.wake_cards(centre_number, rows));
END
$$;

-- The heads of the desks' audits, as they were told at each sync. Nobody changes them and nobody takes them away: they
-- show an audit that was changed or cut off afterwards, whoever did it at the desk.
CREATE TABLE okno.audit_anchor (
  desk int NOT NULL REFERENCES okno.desk,
  incarnation bytea NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk, incarnation, sequence, hash)
);

CREATE FUNCTION okno.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'OK007', MESSAGE = 'anchors of an audit are never changed';
END
$$;
CREATE TRIGGER audit_anchor_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON okno.audit_anchor
  FOR EACH STATEMENT EXECUTE FUNCTION okno.refuse_change();

-- Notes the head of the asker's audit; answers its sequence.
CREATE FUNCTION okno_api_v1.anchor(incarnation bytea, sequence bigint, hash bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
BEGIN
  IF incarnation IS NULL OR octet_length(incarnation) > 64 OR sequence IS NULL OR sequence < 0
    OR hash IS NULL OR octet_length(hash) > 64
  THEN
    RAISE EXCEPTION USING ERRCODE = 'OK004', MESSAGE = 'no head of an audit';
  END IF;
  INSERT INTO okno.audit_anchor (desk, incarnation, sequence, hash)
  VALUES (desk.number, anchor.incarnation, anchor.sequence, anchor.hash) ON CONFLICT DO NOTHING;
  RETURN anchor.sequence::text;
END
$$;

-- The anchors of the asker's audit, a line each: `incarnation sequence hash milliseconds`, the oldest first. A desk that
-- was enrolled again under its name is the same one.
CREATE FUNCTION okno_api_v1.anchors() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
BEGIN
  RETURN QUERY
    SELECT encode(a.incarnation, 'hex') || ' ' || a.sequence || ' ' || encode(a.hash, 'hex')
      || ' ' || (extract(epoch FROM a.at) * 1000)::bigint
    FROM okno.audit_anchor a JOIN okno.desk d ON d.number = a.desk
    WHERE d.centre = desk.centre AND d.name = desk.name
    ORDER BY a.at, a.sequence;
END
$$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno_api_v1 TO okno_desk;
