-- Messages to windows, what a supervisor has a window serve, how desks stand, and a quicker call. docs/decisions/sync.md says what they mean.
--
-- What was there is called under another name, so that a later file can do the same with this one.

-- What a supervisor has said that a window serves: it stays, whatever the window tells of itself afterwards.
CREATE TABLE okno.assignment (
  centre int NOT NULL,
  desk uuid NOT NULL,
  situations jsonb NOT NULL,
  PRIMARY KEY (centre, desk)
);

CREATE FUNCTION okno.is_message(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(okno.is_uuid(body->'id') AND okno.is_uuid(body->'to')
    AND okno.is_text(body->'text', 200) AND body->>'text' <> '' AND body->>'text' !~ '[[:cntrl:]]'
    AND okno.is_moment(body->'sent')
    AND (okno.is_absent(body->'employee') OR okno.is_uuid(body->'employee')), false)
$$;

CREATE FUNCTION okno.is_assignment(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(okno.is_uuid(body->'id') AND jsonb_typeof(body->'situations') = 'array'
    AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(body->'situations') s WHERE NOT okno.is_text(s, 200))
    AND (okno.is_absent(body->'employee') OR okno.is_uuid(body->'employee')), false)
$$;

ALTER FUNCTION okno.other_fault(text, jsonb) RENAME TO fault_before_messages;
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE kind
    WHEN 'message_sent' THEN fits := okno.is_message(body);
    WHEN 'message_seen' THEN
      fits := coalesce(okno.is_uuid(body->'id') AND okno.is_moment(body->'seen'), false);
    WHEN 'desk_assigned' THEN fits := okno.is_assignment(body);
    ELSE RETURN okno.fault_before_messages(kind, body);
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;

-- Messages are of the day: after two of them they go. What another transaction has in its hands is left to it.
CREATE FUNCTION okno.forget_messages(centre_number int) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[];
BEGIN
  WITH old AS (
    SELECT r.id FROM okno.row r
    WHERE r.centre = centre_number AND r.entity = 'm' AND r.body IS NOT NULL
      AND r.written < now() - interval '2 days'
    ORDER BY r.id FOR UPDATE SKIP LOCKED
  ), gone AS (
    UPDATE okno.row r SET body = NULL, version = r.version + 1, written = now()
    FROM old o WHERE r.centre = centre_number AND r.entity = 'm' AND r.id = o.id
    RETURNING r.id, r.version
  )
  SELECT array_agg(('m', g.id, g.version)::okno.touched) INTO rows FROM gone g;
  RETURN coalesce(rows, '{}');
END
$$;

-- The row of a message: what was sent, by which desk, and when it was read.
CREATE FUNCTION okno.take_message(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[] := okno.forget_messages(desk.centre);
  version bigint;
BEGIN
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 'm', op.subject, 1, now(),
    (op.body - 'id' || jsonb_build_object('desk', desk.id, 'seen', NULL))::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  -- Read before it came (below).
  SET body = (excluded.body::jsonb || CASE WHEN r.origin->>'by' = excluded.body::jsonb->>'to'
      THEN jsonb_build_object('seen', r.origin->'seen') ELSE '{}' END)::text,
    origin = NULL, version = r.version + 1, written = now()
  WHERE r.body IS NULL AND r.origin ? 'seen'
  RETURNING r.version INTO version;
  IF FOUND THEN rows := rows || ('m', op.subject, version)::okno.touched; END IF;
  RETURN rows;
END
$$;

-- Only the window to which it was sent reads a message. A failover may have lost it, and the reader may be the first to
-- send again: nobody is told of that row.
CREATE FUNCTION okno.take_reading(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  UPDATE okno.row r
  SET body = (r.body::jsonb || jsonb_build_object('seen', op.body->'seen'))::text,
    version = r.version + 1, written = now()
  WHERE r.centre = desk.centre AND r.entity = 'm' AND r.id = op.subject
    AND r.body::jsonb->>'to' = desk.id::text AND okno.is_absent(r.body::jsonb->'seen')
  RETURNING r.version INTO version;
  IF FOUND THEN RETURN ARRAY[('m', op.subject, version)::okno.touched]; END IF;
  INSERT INTO okno.row (centre, entity, id, version, written, origin)
  VALUES (desk.centre, 'm', op.subject, 0, now(),
    jsonb_build_object('seen', op.body->'seen', 'by', desk.id))
  ON CONFLICT DO NOTHING;
  RETURN '{}';
END
$$;

CREATE FUNCTION okno.take_assignment(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  INSERT INTO okno.assignment AS a (centre, desk, situations)
  VALUES (desk.centre, op.subject, op.body->'situations')
  ON CONFLICT ON CONSTRAINT assignment_pkey DO UPDATE SET situations = excluded.situations;
  UPDATE okno.row r
  SET body = (r.body::jsonb || jsonb_build_object('situations', op.body->'situations'))::text,
    version = r.version + 1, written = now()
  WHERE r.centre = desk.centre AND r.entity = 'd' AND r.id = op.subject AND r.body IS NOT NULL
  RETURNING r.version INTO version;
  RETURN CASE WHEN FOUND THEN ARRAY[('d', op.subject, version)::okno.touched] ELSE '{}' END;
END
$$;

-- A window's operations come in its own order: the last one is what it says now, whatever its clock.
CREATE OR REPLACE FUNCTION okno.take_presence(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 'd', desk.id, 1, now(), (op.body
    || CASE WHEN op.body->>'name' = '' THEN jsonb_build_object('name', desk.name) ELSE '{}' END
    || coalesce((
      SELECT jsonb_build_object('situations', a.situations) FROM okno.assignment a
      WHERE a.centre = desk.centre AND a.desk = desk.id), '{}'))::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = excluded.body, version = r.version + 1, written = now()
  RETURNING r.version INTO version;
  UPDATE okno.desk_state s SET is_open = op.body->>'state' = 'free' WHERE s.desk = desk.number;
  RETURN ARRAY[('d', desk.id, version)::okno.touched];
END
$$;

ALTER FUNCTION okno.take_other(okno.desk, okno.incoming) RENAME TO take_before_messages;
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  rows := '{}';
  verdict := 'accepted';
  IF op.kind IN ('message_sent', 'desk_assigned')
    AND NOT okno.permits(desk, okno.as_uuid(op.body->'employee'), 'run_queue', op.at)
  THEN
    verdict := 'not_permitted';
    RETURN;
  END IF;
  CASE op.kind
    WHEN 'message_sent' THEN rows := okno.take_message(desk, op);
    WHEN 'message_seen' THEN rows := okno.take_reading(desk, op);
    WHEN 'desk_assigned' THEN rows := okno.take_assignment(desk, op);
    ELSE
      SELECT t.verdict, t.rows INTO verdict, rows FROM okno.take_before_messages(desk, op) t;
  END CASE;
END
$$;

-- How long ago each desk of the asker's centre was heard of, and how many transactions of the centre it has not taken yet:
-- a line a desk, `id milliseconds behind`; `-` for one that was never heard. What a poll notes of itself is 20 seconds old at
-- most, so that this is too.
CREATE FUNCTION okno_api_v1.desks() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me okno.desk := okno.me();
BEGIN
  RETURN QUERY
    SELECT d.id || ' ' || coalesce((extract(epoch FROM now() - s.seen) * 1000)::bigint::text, '-')
      || ' ' || greatest(t.head - coalesce(s.pulled, 0), 0)
    FROM okno.desk d
    JOIN okno.desk_state s ON s.desk = d.number
    JOIN okno.stream t ON t.centre = d.centre
    WHERE d.centre = me.centre AND d.revoked IS NULL
    ORDER BY d.number;
END
$$;

-- As in 0006-queue.sql, with fewer statements.
CREATE OR REPLACE FUNCTION okno_api_v1.call_next(
  request uuid, situations text[], employee uuid, since bigint, at bigint
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  desk record;
  answer text;
  serves_all boolean := coalesce(cardinality(situations), 0) = 0;
  -- As `okno.moment`, which is no part of the statement's plan and would be planned anew for each call.
  moment text := to_char(
    to_timestamp(least(greatest(at, 0), 253402300799999) / 1000.0) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
BEGIN
  IF request IS NULL OR since IS NULL OR at IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'OK004', MESSAGE = 'a call needs a request and a time';
  END IF;
  -- One statement for what `okno.me`, the accounts and the call itself say: each more costs a twentieth of the call.
  SELECT d.number, d.id, d.centre,
    d.revoked IS NULL AND NOT EXISTS (SELECT FROM okno.setting s WHERE s.name = 'busy') AS is_served,
    EXISTS (SELECT FROM okno.accounts a WHERE a.centre = d.centre) AS has_accounts,
    (SELECT c.ticket FROM okno.call c WHERE c.centre = d.centre AND c.request = call_next.request) AS called
  INTO desk FROM okno.desk d WHERE d.role = session_user;
  -- It says why.
  IF desk.is_served IS NOT TRUE THEN PERFORM okno.me(); END IF;
  -- Where two connections of a desk ask for the same at once, the first one dying, the second runs into the key of
  -- `call` and has to ask again.
  IF desk.called IS NULL THEN
    IF desk.has_accounts AND NOT okno.allows(okno.me(), employee, 'call_tickets') THEN
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
            'id', request, 'event', 'call', 'time', moment, 'employee', employee,
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
    WHERE r.centre = desk.centre AND r.entity = 't' AND r.id = desk.called);
END
$$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno_api_v1 TO okno_desk;
