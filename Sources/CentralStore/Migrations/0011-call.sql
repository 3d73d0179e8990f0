-- A call that changes one row instead of two, and asks once. docs/decisions/sync.md says what was measured.
--
-- The step of a call lies with the call until somebody needs it in the ticket's row: whoever pulls (`number_calls`), and
-- whoever puts another step behind it (`take_step`). What the caller is answered is the row as it will be then.

-- Without `desk`: made before this file, with the step in the ticket's row.
ALTER TABLE okno.call
  ADD COLUMN desk uuid, ADD COLUMN employee uuid, ADD COLUMN follows uuid, ADD COLUMN time bigint;
DROP INDEX okno.call_waiting;
CREATE INDEX call_waiting ON okno.call (centre, ticket) WHERE NOT is_numbered;

-- Tombstones are looked for once in a while, and rows are written all the time: with an index on `written` each of these
-- writes was one of the primary key's index too. Room in the page lets them be without (HOT).
DROP INDEX okno.row_tombstone;
ALTER TABLE okno.row SET (fillfactor = 80);

-- The row of a ticket with a step behind the others.
CREATE FUNCTION okno.with_step(body text, step text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(body, -2) || CASE WHEN right(body, 3) = '[]}' THEN '' ELSE ', ' END || step || ']}'
$$;

-- The step that a call is. `to_char` is not immutable, and a function that says of itself what its parts are not is not
-- made a part of the statement: hence no `okno.moment`.
CREATE FUNCTION okno.call_step(request uuid, employee uuid, follows uuid, at bigint, desk uuid) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object('id', request, 'event', 'call', 'time', to_char(
      to_timestamp(least(greatest(at, 0), 253402300799999) / 1000.0) AT TIME ZONE 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'employee', employee, 'follows', follows,
    'assurance', 'confirmed', 'desk', desk)::text
$$;

-- Puts the step of a call into its ticket's row. Whoever does so holds the ticket, so that no other call of it begins.
CREATE FUNCTION okno.lay_call(centre_number int, called uuid) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  WITH mine AS (
    UPDATE okno.call c SET is_numbered = true
    WHERE c.centre = centre_number AND c.ticket = called AND NOT c.is_numbered
    RETURNING okno.call_step(c.request, c.employee, c.follows, c.time, c.desk) AS step, c.desk
  )
  UPDATE okno.row r
  SET body = okno.with_step(r.body, m.step), version = r.version + 1, written = now()
  FROM mine m
  WHERE m.desk IS NOT NULL AND r.centre = centre_number AND r.entity = 't' AND r.id = called
  RETURNING r.version INTO version;
  RETURN CASE WHEN version IS NULL THEN '{}' ELSE ARRAY[('t', called, version)::okno.touched] END;
END
$$;

-- Lays the calls that wait and gives them a number; what another transaction is just numbering is left to it.
CREATE OR REPLACE FUNCTION okno.number_calls(centre_number int) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  requests uuid[];
  rows okno.touched[];
BEGIN
  IF NOT EXISTS (SELECT FROM okno.call c WHERE c.centre = centre_number AND NOT c.is_numbered) THEN
    RETURN;
  END IF;
  WITH mine AS (
    SELECT c.request, c.ticket, c.desk,
      okno.call_step(c.request, c.employee, c.follows, c.time, c.desk) AS step
    FROM okno.call c
    WHERE c.centre = centre_number AND NOT c.is_numbered ORDER BY c.request FOR UPDATE SKIP LOCKED
  ), numbered AS (
    UPDATE okno.call c SET is_numbered = true
    FROM mine m WHERE c.centre = centre_number AND c.request = m.request
  ), laid AS (
    UPDATE okno.row r
    SET body = CASE WHEN m.desk IS NULL THEN r.body ELSE okno.with_step(r.body, m.step) END,
      version = r.version + CASE WHEN m.desk IS NULL THEN 0 ELSE 1 END, written = now()
    FROM mine m WHERE r.centre = centre_number AND r.entity = 't' AND r.id = m.ticket
    RETURNING m.request, r.id, r.version
  )
  SELECT array_agg(l.request ORDER BY l.request), array_agg(('t', l.id, l.version)::okno.touched)
  INTO requests, rows FROM laid l;
  IF requests IS NOT NULL THEN PERFORM okno.commit_change(centre_number, requests, rows); END IF;
END
$$;

-- Adds a step to a ticket, as the fold in the program does it (Ticket.add); `desk` in the step is who made it.
-- A step that is there already changes nothing. One of a ticket that is not known yet, as after a failover, is
-- kept until that comes.
CREATE OR REPLACE FUNCTION okno.take_step(centre_number int, ticket uuid, step jsonb) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  now_is okno.ticket;
  event text := step->>'event';
  step_id uuid := (step->>'id')::uuid;
  is_windows boolean := event NOT IN ('reopen', 'prioritise', 'move', 'settle');
  follower text;
  returns_to uuid;
  version bigint;
  laid okno.touched[];
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

  laid := okno.lay_call(centre_number, take_step.ticket);
  UPDATE okno.row r
  SET body = okno.with_step(r.body, step::text), version = r.version + 1, written = now()
  WHERE r.centre = centre_number AND r.entity = 't' AND r.id = take_step.ticket
    AND position('"id": "' || step_id || '"' IN r.body) = 0
  RETURNING r.version INTO version;
  IF NOT FOUND THEN RETURN laid; END IF;

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
  RETURN laid || ('t', take_step.ticket, version)::okno.touched;
END
$$;

-- The next ticket for the desk that asks, called, as a row of `pull`; no text where nobody waits whom it may
-- call. Tickets that another transaction has in its hands are passed over: two desks never wait for each other
-- here, and never get the same one.
--
-- `since` is the beginning of the centre's day: what earlier days left over is not called. `at` is the desk's
-- clock.
CREATE OR REPLACE FUNCTION okno_api_v1.call_next(
  request uuid, situations text[], employee uuid, since bigint, at bigint
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk;
  earlier okno.call;
  answer text;
BEGIN
  IF request IS NULL OR since IS NULL OR at IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'OK004', MESSAGE = 'a call needs a request and a time';
  END IF;
  -- What `okno.me`, the accounts, the request and `take_step` say, in one statement: each more costs a tenth of the call.
  --
  -- Where two connections of a desk ask for the same at once, the first one dying, the second runs into the key of
  -- `call` and has to ask again.
  WITH me AS MATERIALIZED (
    SELECT d.number, d.id, d.centre FROM okno.desk d
    WHERE d.role = session_user AND d.revoked IS NULL
      AND NOT EXISTS (SELECT FROM okno.setting s WHERE s.name = 'busy')
      AND NOT EXISTS (
        SELECT FROM okno.call c WHERE c.centre = d.centre AND c.request = call_next.request)
      AND (NOT EXISTS (SELECT FROM okno.accounts a WHERE a.centre = d.centre)
        OR okno.allows(d, employee, 'call_tickets'))
  ), first AS (
    SELECT t.centre, t.id, t.last_step FROM okno.ticket t
    -- Asked for one by one, these are known before the line is looked at, which is read in its order then.
    WHERE t.centre = (SELECT m.centre FROM me m) AND t.state IN ('waiting', 'redirected') AND t.placed >= since
      AND CASE WHEN t.destination IS NOT NULL THEN t.destination = (SELECT m.id FROM me m)
        ELSE coalesce(cardinality(situations), 0) = 0 OR t.situation IS NULL OR t.situation = ANY (situations) END
      AND (t.leased_to IS NULL OR t.leased_to = (SELECT m.number FROM me m) OR t.leased_until <= now())
      -- A desk that was not answered in time called this one by itself, under the same request, and put it back since.
      AND NOT EXISTS (
        SELECT FROM okno.row r WHERE r.centre = t.centre AND r.entity = 't' AND r.id = t.id
          AND position('"id": "' || request || '"' IN r.body) > 0)
    ORDER BY t.priority DESC, t.placed, t.id LIMIT 1
    FOR UPDATE SKIP LOCKED
  ), moved AS (
    UPDATE okno.ticket t
    SET state = 'called', desk = (SELECT m.id FROM me m), last_step = request, leased_to = NULL, leased_until = NULL
    FROM first f WHERE t.centre = f.centre AND t.id = f.id
    RETURNING t.centre, t.id, t.desk, f.last_step AS follows
  ), kept AS (
    INSERT INTO okno.call (centre, request, ticket, desk, employee, follows, time)
    SELECT m.centre, request, m.id, m.desk, employee, m.follows, at FROM moved m
  )
  SELECT 't ' || r.id || ' ' || r.version + 1 || ' '
    || okno.with_step(r.body, okno.call_step(request, employee, m.follows, at, m.desk))
  INTO answer
  FROM moved m JOIN okno.row r ON r.centre = m.centre AND r.entity = 't' AND r.id = m.id;
  IF answer IS NOT NULL THEN RETURN answer; END IF;

  -- Nobody waits, or something stood against it: now it is said what.
  desk := okno.me();
  SELECT c.* INTO earlier FROM okno.call c WHERE c.centre = desk.centre AND c.request = call_next.request;
  IF FOUND THEN
    RETURN (
      SELECT 't ' || r.id || ' ' || CASE
        WHEN earlier.is_numbered OR earlier.desk IS NULL THEN r.version || ' ' || r.body
        ELSE r.version + 1 || ' ' || okno.with_step(r.body, okno.call_step(
          request, earlier.employee, earlier.follows, earlier.time, earlier.desk)) END
      FROM okno.row r WHERE r.centre = desk.centre AND r.entity = 't' AND r.id = earlier.ticket);
  END IF;
  IF NOT okno.allows(desk, employee, 'call_tickets') THEN
    RAISE EXCEPTION USING ERRCODE = 'OK006', MESSAGE = 'not permitted';
  END IF;
  RETURN NULL;
END
$$;
