-- The queue: tickets, calls, leases and who is at which window. docs/decisions/sync.md says what they mean.

-- The table of a ticket's states, the same as TicketRules in the program; a test compares them.
CREATE TABLE okno.ticket_rule (
  event text NOT NULL,
  state text NOT NULL,
  next text NOT NULL,
  PRIMARY KEY (event, state)
);
INSERT INTO okno.ticket_rule (event, state, next) VALUES
  ('call', 'waiting', 'called'), ('call', 'redirected', 'called'), ('call', 'held', 'called'),
  ('recall', 'called', 'called'),
  ('start', 'called', 'serving'),
  ('hold', 'called', 'held'), ('hold', 'serving', 'held'),
  ('put_back', 'called', 'waiting'), ('put_back', 'serving', 'waiting'), ('put_back', 'held', 'waiting'),
  ('put_back', 'no_show', 'waiting'), ('put_back', 'redirected', 'waiting'),
  ('no_show', 'called', 'no_show'), ('no_show', 'held', 'no_show'),
  ('redirect', 'called', 'redirected'), ('redirect', 'serving', 'redirected'),
  ('redirect', 'held', 'redirected'),
  ('leave', 'waiting', 'left'), ('leave', 'called', 'left'), ('leave', 'serving', 'left'),
  ('leave', 'held', 'left'), ('leave', 'no_show', 'left'), ('leave', 'redirected', 'left'),
  ('finish', 'serving', 'done'), ('finish', 'called', 'done'),
  ('reopen', 'done', 'waiting'), ('reopen', 'left', 'waiting'), ('reopen', 'no_show', 'waiting'),
  ('prioritise', 'waiting', 'waiting'), ('prioritise', 'redirected', 'redirected'),
  ('move', 'waiting', 'waiting'), ('move', 'redirected', 'redirected'), ('move', 'held', 'waiting'),
  ('settle', 'waiting', 'waiting'), ('settle', 'called', 'called'), ('settle', 'serving', 'serving'),
  ('settle', 'held', 'held'), ('settle', 'no_show', 'no_show'), ('settle', 'redirected', 'redirected'),
  ('settle', 'left', 'left'), ('settle', 'done', 'done');

-- What the steps of a ticket have made of it, as far as it is asked for here; the steps are in its row. A
-- lease lies in the same row as the state, so that whoever waits for the row's lock sees both as they are.
CREATE TABLE okno.ticket (
  centre int NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  priority int NOT NULL,
  -- Milliseconds, by the clock of the desk that issued it.
  placed bigint NOT NULL,
  situation text,
  destination uuid,
  desk uuid,
  comes_back uuid,
  last_step uuid,
  leased_to int,
  leased_until timestamptz,
  PRIMARY KEY (centre, id)
) WITH (fillfactor = 70);
CREATE INDEX ticket_line ON okno.ticket (centre, priority DESC, placed, id)
  WHERE state IN ('waiting', 'redirected');
CREATE INDEX ticket_lease ON okno.ticket (centre, leased_to) WHERE leased_to IS NOT NULL;

-- Calls by their request: the same one again is answered with the same ticket. A call takes no number of the
-- centre's stream by itself: the stream's lock lasts until the transaction is on the disk, and calls would come one
-- after the other. Whoever pulls next numbers it.
CREATE TABLE okno.call (
  centre int NOT NULL,
  request uuid NOT NULL,
  ticket uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  is_numbered boolean NOT NULL DEFAULT false,
  PRIMARY KEY (centre, request)
) WITH (fillfactor = 70);
CREATE INDEX call_waiting ON okno.call (centre) WHERE NOT is_numbered;

-- Gives the calls a number; what another transaction is just numbering is left to it.
CREATE FUNCTION okno.number_calls(centre_number int) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  requests uuid[];
  rows okno.touched[];
BEGIN
  IF NOT EXISTS (SELECT FROM okno.call c WHERE c.centre = centre_number AND NOT c.is_numbered) THEN
    RETURN;
  END IF;
  WITH mine AS (
    SELECT c.request FROM okno.call c
    WHERE c.centre = centre_number AND NOT c.is_numbered ORDER BY c.request FOR UPDATE SKIP LOCKED
  ), numbered AS (
    UPDATE okno.call c SET is_numbered = true
    FROM mine m WHERE c.centre = centre_number AND c.request = m.request
    RETURNING c.request, c.ticket
  )
  SELECT array_agg(n.request ORDER BY n.request), array_agg(('t', n.ticket, r.version)::okno.touched)
  INTO requests, rows
  FROM numbered n
  JOIN okno.row r ON r.centre = centre_number AND r.entity = 't' AND r.id = n.ticket;
  IF requests IS NOT NULL THEN PERFORM okno.commit_change(centre_number, requests, rows); END IF;
END
$$;

-- Seconds that a lease holds.
INSERT INTO okno.setting (name, value) VALUES ('lease', '120');

-- Whether somebody is at the window, as it told last.
ALTER TABLE okno.desk_state ADD COLUMN is_open boolean NOT NULL DEFAULT false;

-- The letters before the numbers of a desk's tickets: nobody else at the centre has them, and a desk that is
-- enrolled again keeps its own. Without letters that are taken for others.
ALTER TABLE okno.desk ADD COLUMN series text;

CREATE FUNCTION okno.free_series(centre_number int) RETURNS text
LANGUAGE sql STABLE AS $$
  WITH letter AS (
    SELECT l, place FROM unnest(string_to_array('А,Б,В,Г,Д,Е,Ж,И,К,Л,М,Н,П,Р,С,Т,У,Ф,Х,Ц,Ч,Ш,Щ,Э,Ю,Я', ','))
      WITH ORDINALITY AS u (l, place)
  ), series AS (
    SELECT l AS name, place FROM letter
    UNION ALL
    SELECT a.l || b.l, 100 * a.place + b.place FROM letter a, letter b
  )
  SELECT s.name FROM series s
  WHERE NOT EXISTS (SELECT FROM okno.desk d WHERE d.centre = centre_number AND d.series = s.name)
  ORDER BY length(s.name), s.place LIMIT 1
$$;

CREATE FUNCTION okno.give_series() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM okno.centre c WHERE c.number = NEW.centre FOR UPDATE;
  NEW.series := coalesce(
    (SELECT d.series FROM okno.desk d
      WHERE d.centre = NEW.centre AND d.name = NEW.name AND d.revoked IS NOT NULL
      ORDER BY d.enrolled DESC LIMIT 1),
    okno.free_series(NEW.centre));
  RETURN NEW;
END
$$;
DO $$
DECLARE
  one okno.desk;
BEGIN
  FOR one IN SELECT * FROM okno.desk ORDER BY number LOOP
    UPDATE okno.desk SET series = okno.free_series(one.centre) WHERE number = one.number;
  END LOOP;
END
$$;
CREATE TRIGGER desk_series BEFORE INSERT ON okno.desk
  FOR EACH ROW EXECUTE FUNCTION okno.give_series();
CREATE UNIQUE INDEX desk_series ON okno.desk (centre, series) WHERE revoked IS NULL;

-- Whether an employee may do this; until there are accounts everybody may.
CREATE FUNCTION okno.allows(desk okno.desk, employee uuid, permission text) RETURNS boolean
LANGUAGE sql STABLE AS 'SELECT true';

-- Reading.

CREATE FUNCTION okno.is_absent(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(value, 'null') = 'null' $$;

CREATE FUNCTION okno.is_priority(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(value) = 'number' AND value #>> '{}' ~ '^[0-9]{1,2}$', false)
$$;

CREATE FUNCTION okno.is_ticket(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT okno.is_uuid(body->'id') AND okno.is_text(body->'number', 40)
    AND body->>'audience' IN ('person', 'business', 'staff')
    AND okno.is_moment(body->'issued') AND okno.is_priority(body->'priority')
    AND (okno.is_absent(body->'situation') OR okno.is_text(body->'situation', 200))
    AND (okno.is_absent(body->'appointment') OR okno.is_text(body->'appointment', 200))
    AND (okno.is_absent(body->'group') OR okno.is_text(body->'group', 200))
    AND (okno.is_absent(body->'employee') OR okno.is_uuid(body->'employee'))
    AND NOT body ? 'steps'
$$;

CREATE FUNCTION okno.is_step(step jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(step) = 'object' AND okno.is_uuid(step->'id')
    AND okno.is_moment(step->'time')
    AND step->>'event' IN ('call', 'recall', 'start', 'hold', 'put_back', 'no_show', 'redirect', 'leave',
      'finish', 'reopen', 'prioritise', 'move', 'settle')
    AND step->>'assurance' IN ('confirmed', 'leased', 'unverified')
    AND (okno.is_absent(step->'follows') OR okno.is_uuid(step->'follows'))
    AND (okno.is_absent(step->'employee') OR okno.is_uuid(step->'employee'))
    AND (okno.is_absent(step->'visit') OR okno.is_uuid(step->'visit'))
    AND (okno.is_absent(step->'comment') OR okno.is_text(step->'comment', 4000))
    AND (okno.is_absent(step->'comes_back') OR jsonb_typeof(step->'comes_back') = 'boolean')
    AND (step->>'event' <> 'prioritise' OR okno.is_priority(step->'priority'))
    AND (step->>'event' NOT IN ('redirect', 'move')
      OR okno.is_uuid(step->'to_desk') OR okno.is_text(step->'to_situation', 200)), false)
$$;

CREATE FUNCTION okno.is_presence(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(okno.is_text(body->'name', 200) AND body->>'state' IN ('closed', 'free', 'away')
    AND okno.is_moment(body->'since') AND jsonb_typeof(body->'situations') = 'array'
    AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(body->'situations') s WHERE NOT okno.is_text(s, 200))
    AND (okno.is_absent(body->'employee') OR okno.is_uuid(body->'employee')), false)
$$;

-- Why an operation of the queue cannot be taken as it is.
CREATE FUNCTION okno.queue_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE kind
    WHEN 'ticket_issued' THEN fits := okno.is_ticket(body);
    WHEN 'ticket_stepped' THEN fits := okno.is_uuid(body->'id') AND okno.is_step(body->'step');
    WHEN 'desk_told' THEN fits := okno.is_presence(body);
    ELSE RETURN 'unknown_kind';
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;

-- Of the kinds that came after `okno.fault`: a later migration puts its own in front.
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN okno.queue_fault(kind, body);
END
$$;

-- Milliseconds since 1970 of a moment that `is_moment` has let pass.
CREATE FUNCTION okno.milliseconds(value text) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (extract(epoch FROM make_timestamp(
    greatest(substr(value, 1, 4)::int, 1), substr(value, 6, 2)::int, substr(value, 9, 2)::int,
    substr(value, 12, 2)::int, substr(value, 15, 2)::int, 0)) * 1000)::bigint
    + (substr(value, 18, 6)::numeric * 1000)::bigint
$$;

-- Tickets.

-- Adds a step to a ticket, as the fold in the program does it (Ticket.add); `desk` in the step is who made it.
-- A step that is there already changes nothing. One of a ticket that is not known yet, as after a failover, is
-- kept until that comes.
CREATE FUNCTION okno.take_step(centre_number int, ticket uuid, step jsonb) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  now_is okno.ticket;
  event text := step->>'event';
  step_id uuid := (step->>'id')::uuid;
  is_windows boolean := event NOT IN ('reopen', 'prioritise', 'move', 'settle');
  follower text;
  returns_to uuid;
  version bigint;
BEGIN
  SELECT t.* INTO now_is FROM okno.ticket t
  WHERE t.centre = centre_number AND t.id = take_step.ticket FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO okno.row AS r (centre, entity, id, version, written, origin)
    VALUES (centre_number, 't', take_step.ticket, 0, now(), jsonb_build_object('steps', jsonb_build_array(step)))
    ON CONFLICT (centre, entity, id) DO UPDATE
    SET origin = jsonb_build_object('steps', coalesce(r.origin->'steps', '[]') || jsonb_build_array(step))
    WHERE NOT coalesce(r.origin->'steps', '[]') @> jsonb_build_array(jsonb_build_object('id', step->'id'));
    RETURN '{}';
  END IF;

  UPDATE okno.row r
  SET body = left(r.body, -2) || CASE WHEN right(r.body, 3) = '[]}' THEN '' ELSE ', ' END || step::text || ']}',
    version = r.version + 1, written = now()
  WHERE r.centre = centre_number AND r.entity = 't' AND r.id = take_step.ticket
    AND position('"id": "' || step_id || '"' IN r.body) = 0
  RETURNING r.version INTO version;
  IF NOT FOUND THEN RETURN '{}'; END IF;

  SELECT r.next INTO follower FROM okno.ticket_rule r WHERE r.event = take_step.step->>'event' AND r.state = now_is.state;
  IF follower IS NOT NULL
    AND (NOT is_windows OR okno.as_uuid(step->'follows') IS NOT DISTINCT FROM now_is.last_step)
  THEN
    IF event = 'put_back' AND now_is.state = 'redirected' THEN
      now_is.destination := NULL;
      now_is.comes_back := NULL;
    END IF;
    IF event = 'finish' THEN returns_to := now_is.comes_back; END IF;
    now_is.state := CASE WHEN returns_to IS NULL THEN follower ELSE 'waiting' END;
    IF is_windows OR event = 'reopen' THEN now_is.last_step := step_id; END IF;
    CASE event
      WHEN 'call', 'recall' THEN now_is.desk := okno.as_uuid(step->'desk');
      WHEN 'redirect' THEN
        now_is.priority := now_is.priority + 1;
        now_is.comes_back := CASE WHEN step->'comes_back' = 'true' THEN now_is.desk END;
      WHEN 'prioritise' THEN now_is.priority := (step->>'priority')::int;
      ELSE NULL;
    END CASE;
    IF event IN ('redirect', 'move') THEN
      now_is.destination := okno.as_uuid(step->'to_desk');
      IF now_is.destination IS NULL THEN now_is.situation := step->>'to_situation'; END IF;
    END IF;
    IF returns_to IS NOT NULL THEN
      now_is.priority := now_is.priority + 1;
      now_is.destination := returns_to;
      now_is.comes_back := NULL;
    END IF;
    IF now_is.state IN ('waiting', 'redirected') THEN
      IF event NOT IN ('prioritise', 'settle') THEN now_is.desk := NULL; END IF;
    ELSE
      now_is.leased_to := NULL;
    END IF;
    UPDATE okno.ticket t
    SET state = now_is.state, priority = now_is.priority, situation = now_is.situation,
      destination = now_is.destination, desk = now_is.desk, comes_back = now_is.comes_back,
      last_step = now_is.last_step, leased_to = now_is.leased_to,
      leased_until = CASE WHEN now_is.leased_to IS NOT NULL THEN t.leased_until END
    WHERE t.centre = centre_number AND t.id = now_is.id;
  END IF;
  RETURN ARRAY[('t', take_step.ticket, version)::okno.touched];
END
$$;

CREATE FUNCTION okno.take_issue(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  body jsonb := op.body - 'id' || jsonb_build_object('desk', desk.id);
  kept jsonb;
  step jsonb;
  rows okno.touched[];
BEGIN
  INSERT INTO okno.ticket (centre, id, state, priority, placed, situation)
  VALUES (desk.centre, op.subject, 'waiting', (body->>'priority')::int,
    okno.milliseconds(body->>'issued'), body->>'situation')
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN '{}'; END IF;
  SELECT r.origin->'steps' INTO kept FROM okno.row r
  WHERE r.centre = desk.centre AND r.entity = 't' AND r.id = op.subject FOR UPDATE;
  -- The steps stand last, so that one more is put behind them without reading the others.
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 't', op.subject, 1, now(), left(body::text, -1) || ', "steps": []}')
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = excluded.body, origin = NULL, version = r.version + 1, written = now();
  rows := ARRAY[('t', op.subject, 1)::okno.touched];
  FOR step IN SELECT * FROM jsonb_array_elements(kept) LOOP
    rows := rows || okno.take_step(desk.centre, op.subject, step);
  END LOOP;
  RETURN rows;
END
$$;

-- A window's operations come in its own order: the last one is what it says now, whatever its clock.
CREATE FUNCTION okno.take_presence(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 'd', desk.id, 1, now(), (op.body
    || CASE WHEN op.body->>'name' = '' THEN jsonb_build_object('name', desk.name) ELSE '{}' END)::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = excluded.body, version = r.version + 1, written = now()
  RETURNING r.version INTO version;
  UPDATE okno.desk_state s SET is_open = op.body->>'state' = 'free' WHERE s.desk = desk.number;
  RETURN ARRAY[('d', desk.id, version)::okno.touched];
END
$$;

CREATE FUNCTION okno.take_queue(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
DECLARE
  event text;
BEGIN
  rows := '{}';
  verdict := 'accepted';
  CASE op.kind
    WHEN 'ticket_issued' THEN
      IF NOT okno.allows(desk, okno.as_uuid(op.body->'employee'), 'issue_tickets') THEN
        verdict := 'not_permitted';
        RETURN;
      END IF;
      rows := okno.take_issue(desk, op);
    WHEN 'ticket_stepped' THEN
      event := op.body->'step'->>'event';
      IF NOT okno.allows(desk, okno.as_uuid(op.body->'step'->'employee'),
        CASE WHEN event IN ('reopen', 'prioritise', 'move', 'settle') THEN 'run_queue' ELSE 'call_tickets' END)
      THEN
        verdict := 'not_permitted';
        RETURN;
      END IF;
      rows := okno.take_step(desk.centre, op.subject, op.body->'step' || jsonb_build_object(
        'id', okno.as_uuid(op.body->'step'->'id'), 'desk', desk.id));
    WHEN 'desk_told' THEN rows := okno.take_presence(desk, op);
  END CASE;
END
$$;

-- Carries out what came after `push` was written: a later migration puts its own kinds in front.
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  SELECT q.verdict, q.rows INTO verdict, rows FROM okno.take_queue(desk, op) q;
END
$$;

-- Calls.

-- The next ticket for the desk that asks, called, as a row of `pull`; no text where nobody waits whom it may
-- call. Tickets that another transaction has in its hands are passed over: two desks never wait for each other
-- here, and never get the same one.
--
-- `since` is the beginning of the centre's day: what earlier days left over is not called. `at` is the desk's
-- clock.
CREATE FUNCTION okno_api_v1.call_next(
  request uuid, situations text[], employee uuid, since bigint, at bigint
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  desk okno.desk := okno.me();
  called uuid;
  answer text;
  serves_all boolean := coalesce(cardinality(situations), 0) = 0;
BEGIN
  IF request IS NULL OR since IS NULL OR at IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'OK004', MESSAGE = 'a call needs a request and a time';
  END IF;
  -- Where two connections of a desk ask for the same at once, the first one dying, the second runs into the key of
  -- `call` and has to ask again.
  SELECT c.ticket INTO called FROM okno.call c
  WHERE c.centre = desk.centre AND c.request = call_next.request;
  IF NOT FOUND THEN
    IF NOT okno.allows(desk, employee, 'call_tickets') THEN
      RAISE EXCEPTION USING ERRCODE = 'OK006', MESSAGE = 'not permitted';
    END IF;
    -- What `take_step` does with a call, in one statement.
    WITH first AS (
      SELECT t.id, t.last_step FROM okno.ticket t
      WHERE t.centre = desk.centre AND t.state IN ('waiting', 'redirected') AND t.placed >= since
        AND CASE WHEN t.destination IS NOT NULL THEN t.destination = desk.id
          ELSE serves_all OR t.situation IS NULL OR t.situation = ANY (situations) END
        AND (t.leased_to IS NULL OR t.leased_to = desk.number OR t.leased_until <= now())
      ORDER BY t.priority DESC, t.placed, t.id LIMIT 1
      FOR UPDATE SKIP LOCKED
    ), moved AS (
      UPDATE okno.ticket t
      SET state = 'called', desk = desk.id, last_step = request, leased_to = NULL, leased_until = NULL
      FROM first f WHERE t.centre = desk.centre AND t.id = f.id
    ), stepped AS (
      UPDATE okno.row r
      SET version = r.version + 1, written = now(),
        body = left(r.body, -2) || CASE WHEN right(r.body, 3) = '[]}' THEN '' ELSE ', ' END
          || jsonb_build_object(
            'id', request, 'event', 'call', 'time', okno.moment(at), 'employee', employee,
            'follows', f.last_step, 'assurance', 'confirmed', 'desk', desk.id) || ']}'
      FROM first f WHERE r.centre = desk.centre AND r.entity = 't' AND r.id = f.id
      RETURNING r.id, r.version, r.body
    ), kept AS (
      INSERT INTO okno.call (centre, request, ticket) SELECT desk.centre, request, f.id FROM first f
    )
    SELECT 't ' || s.id || ' ' || s.version || ' ' || s.body INTO answer FROM stepped s;
    RETURN answer;
  END IF;
  RETURN (
    SELECT 't ' || r.id || ' ' || r.version || ' ' || r.body FROM okno.row r
    WHERE r.centre = desk.centre AND r.entity = 't' AND r.id = called);
END
$$;

-- Keeps tickets for the desk that asks, in case its link breaks: as many as it wants, behind the first of the
-- line, as many as windows are open, so that no lease holds up the head of it. What the desk does not name in
-- `held` is free again, and so is what has come to the head. Answers a line a ticket, `id seconds`.
CREATE FUNCTION okno_api_v1.lease(held uuid[], want int, situations text[], since bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  desk okno.desk := okno.me();
  seconds int := coalesce((SELECT s.value::int FROM okno.setting s WHERE s.name = 'lease'), 120);
  windows int;
  kept uuid[];
BEGIN
  SELECT greatest(1, count(*)) INTO windows
  FROM okno.desk d JOIN okno.desk_state s ON s.desk = d.number
  WHERE d.centre = desk.centre AND d.revoked IS NULL AND s.is_open;
  kept := ARRAY(
    SELECT t.id FROM okno.ticket t
    WHERE t.centre = desk.centre AND t.state IN ('waiting', 'redirected') AND t.placed >= lease.since
      AND t.destination IS NULL
      AND (coalesce(cardinality(situations), 0) = 0 OR t.situation IS NULL OR t.situation = ANY (situations))
    ORDER BY t.priority DESC, t.placed, t.id
    OFFSET windows LIMIT 200);
  UPDATE okno.ticket t SET leased_to = NULL, leased_until = NULL
  WHERE t.centre = desk.centre AND t.leased_to = desk.number
    AND (t.id <> ALL (coalesce(held, '{}')) OR t.id <> ALL (kept));
  RETURN QUERY
    WITH chosen AS (
      SELECT t.id FROM okno.ticket t
      WHERE t.centre = desk.centre AND t.id = ANY (kept) AND t.state IN ('waiting', 'redirected')
        AND (t.leased_to IS NULL OR t.leased_to = desk.number OR t.leased_until <= now())
      ORDER BY t.leased_to IS NOT DISTINCT FROM desk.number DESC, t.priority DESC, t.placed, t.id
      LIMIT least(greatest(want, 0), 10)
      FOR UPDATE SKIP LOCKED
    ), given AS (
      UPDATE okno.ticket t SET leased_to = desk.number, leased_until = now() + make_interval(secs => seconds)
      FROM chosen c WHERE t.centre = desk.centre AND t.id = c.id
      RETURNING t.id
    )
    SELECT g.id || ' ' || seconds FROM given g;
END
$$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno_api_v1 TO okno_desk;
