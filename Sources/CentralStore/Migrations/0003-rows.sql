-- Who asks, what a batch is, and what becomes of single rows: the parts that `push` is made of. None of it can
-- be called by a desk; the owner of it all is okno_owner.

-- The desk that asks, by its role: a pooled connection, too, is the desk's own.
CREATE FUNCTION okno.me() RETURNS okno.desk
LANGUAGE plpgsql STABLE AS $$
DECLARE
  desk okno.desk;
  busy text;
BEGIN
  SELECT d.* INTO desk FROM okno.desk d WHERE d.role = session_user;
  IF NOT FOUND OR desk.revoked IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'OK001', MESSAGE = 'this desk is not enrolled';
  END IF;
  SELECT value INTO busy FROM okno.setting WHERE name = 'busy';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'OK003', MESSAGE = 'the central store asks to wait', DETAIL = busy;
  END IF;
  RETURN desk;
END
$$;

-- The epoch as desks hear it: the text that an administrator changes, and PostgreSQL's timeline, which each
-- promotion and each recovery to a moment changes by itself. So a standby that lacks the last
-- transactions goes on under another epoch although nobody has thought of it.
CREATE FUNCTION okno.told_epoch(epoch text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF pg_is_in_recovery() THEN
    RAISE EXCEPTION USING ERRCODE = 'read_only_sql_transaction', MESSAGE = 'this server is a standby';
  END IF;
  RETURN epoch || '.' || ltrim(left(pg_walfile_name(pg_current_wal_insert_lsn()), 8), '0');
END
$$;

CREATE TYPE okno.incoming AS (
  place int,
  sequence bigint,
  id uuid,
  kind text,
  raw text,
  body jsonb,
  at bigint,
  code int,
  -- What it is about: the body's `id`, of a merging the card that goes.
  subject uuid,
  -- Nothing of it has been decided.
  is_fresh boolean,
  verdict text,
  number bigint
);

-- A card with what a clerk has set: each field where the card still holds what had been seen.
CREATE FUNCTION okno.merge(
  body jsonb, origin jsonb, seen jsonb, wanted jsonb, desk int, at bigint,
  OUT merged jsonb, OUT merged_origin jsonb, OUT clashes jsonb, OUT latest jsonb
)
LANGUAGE sql STABLE AS $$
  WITH field AS (
    SELECT w.key, w.value AS wanted, coalesce(body->w.key, 'null') AS current,
      coalesce(seen->w.key, 'null') AS seen
    FROM jsonb_each(wanted) w
  ), judged AS (
    SELECT f.*, f.current IN (f.seen, f.wanted) AS fits FROM field f
  )
  SELECT
    jsonb_strip_nulls(body || coalesce(jsonb_object_agg(key, j.wanted) FILTER (WHERE fits), '{}')),
    coalesce(origin, '{}') || coalesce(
      jsonb_object_agg(key, jsonb_build_object('d', desk, 't', at))
        FILTER (WHERE fits AND current <> j.wanted), '{}'),
    jsonb_object_agg(key, jsonb_build_object('current', current, 'wanted', j.wanted, 'seen', j.seen))
      FILTER (WHERE NOT fits),
    -- Who set the fields that clash; of several, the last one.
    (SELECT coalesce(origin->o.key, origin->'') FROM judged o WHERE NOT o.fits
      ORDER BY coalesce(origin->o.key, origin->'')->'t' DESC NULLS LAST LIMIT 1)
  FROM judged j
$$;

-- The rows that one push has written, for the change that it becomes.
CREATE TYPE okno.touched AS (entity "char", id uuid, version bigint);

-- Why a card is not there.
CREATE FUNCTION okno.missing(centre_number int, card uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE WHEN EXISTS (
    SELECT FROM okno.erased e WHERE e.centre = centre_number AND e.id = card)
  THEN 'erased' ELSE 'unknown_citizen' END;
END
$$;

-- A card's change and what comes of it; the card's row is locked by the caller.
CREATE FUNCTION okno.change_card(
  desk okno.desk, op okno.incoming, card uuid, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
DECLARE
  found_row okno.row;
  now_set record;
  version bigint;
BEGIN
  rows := '{}';
  SELECT r.* INTO found_row FROM okno.row r
  WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = card;
  IF found_row.body IS NULL THEN
    verdict := okno.missing(desk.centre, card);
    RETURN;
  END IF;
  verdict := 'accepted';
  IF op.body->'set' = '{}' THEN RETURN; END IF;

  SELECT * INTO now_set FROM okno.merge(
    found_row.body::jsonb, found_row.origin, op.body->'seen', op.body->'set', desk.number, op.at);
  IF now_set.merged <> found_row.body::jsonb THEN
    UPDATE okno.row r
    SET body = now_set.merged::text, origin = now_set.merged_origin, version = r.version + 1,
      written = now()
    WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = card
    RETURNING r.version INTO version;
    rows := rows || ('c', card, version)::okno.touched;
  END IF;
  IF now_set.clashes IS NULL THEN RETURN; END IF;

  verdict := 'merged';
  INSERT INTO okno.row AS r (centre, entity, id, version, written, citizen, body)
  VALUES (desk.centre, 'x', op.id, 1, now(), card, jsonb_build_object(
    'citizen', card, 'fields', now_set.clashes, 'wanted_by', desk.name,
    'wanted_at', okno.moment(op.at),
    'current_by',
    (SELECT coalesce(min(d.name), '') FROM okno.desk d WHERE d.number = (now_set.latest->>'d')::int),
    'current_at', okno.moment(coalesce((now_set.latest->>'t')::bigint, 0)))::text)
  ON CONFLICT DO NOTHING;
  rows := rows || ('x', op.id, 1)::okno.touched;
END
$$;

-- Takes a person's data out of the centre's rows; the card's row is locked by the caller.
CREATE FUNCTION okno.erase(desk okno.desk, card uuid) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[];
BEGIN
  INSERT INTO okno.erased (centre, id) VALUES (desk.centre, card) ON CONFLICT DO NOTHING;
  WITH gone AS (
    -- A card that never came leaves its tombstone too: what comes later is about nobody.
    INSERT INTO okno.row AS r (centre, entity, id, version, written)
    VALUES (desk.centre, 'c', card, 1, now())
    ON CONFLICT (centre, entity, id) DO UPDATE
    SET body = NULL, origin = NULL, version = r.version + 1, written = now()
    WHERE r.body IS NOT NULL
    RETURNING r.entity, r.id, r.version
  ), anonymous AS (
    UPDATE okno.row r
    SET body = (r.body::jsonb || '{"citizen": null, "case": null, "note": ""}')::text,
      citizen = NULL, version = r.version + 1, written = now()
    WHERE r.centre = desk.centre AND r.entity = 'v' AND r.citizen = card
    RETURNING r.entity, r.id, r.version
  ), settled AS (
    UPDATE okno.row r
    SET body = NULL, citizen = NULL, version = r.version + 1, written = now()
    WHERE r.centre = desk.centre AND r.entity = 'x' AND r.citizen = card
    RETURNING r.entity, r.id, r.version
  )
  SELECT array_agg((t.entity, t.id, t.version)::okno.touched) INTO rows
  FROM (TABLE gone UNION ALL TABLE anonymous UNION ALL TABLE settled) t;
  RETURN coalesce(rows, '{}');
END
$$;

-- Lays one card under another, or takes it out again; both rows are locked by the caller.
CREATE FUNCTION okno.merge_cards(
  desk okno.desk, card uuid, kept uuid, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
  next uuid := kept;
  is_circle boolean := false;
BEGIN
  rows := '{}';
  SELECT min(okno.missing(desk.centre, c.id)) INTO verdict
  FROM unnest(ARRAY[card, kept]) c (id)
  WHERE c.id IS NOT NULL AND NOT EXISTS (
    SELECT FROM okno.row r
    WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = c.id AND r.body IS NOT NULL);
  IF verdict IS NOT NULL THEN RETURN; END IF;
  -- Two desks may have merged the same cards the other way round: the first one counts.
  FOR step IN 1..100 LOOP
    EXIT WHEN next IS NULL OR is_circle;
    SELECT okno.as_uuid(r.body::jsonb->'merged_into') INTO next FROM okno.row r
    WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = next;
    is_circle := next IS NOT DISTINCT FROM card;
  END LOOP;
  -- The version goes up in any case: the desk has shown something else until now.
  UPDATE okno.row r
  SET version = r.version + 1, written = now(), body = CASE
      WHEN is_circle THEN r.body::jsonb
      WHEN kept IS NULL THEN r.body::jsonb - 'merged_into'
      ELSE r.body::jsonb || jsonb_build_object('merged_into', kept)
    END::text
  WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = card
  RETURNING r.version INTO version;
  rows := rows || ('c', card, version)::okno.touched;
  verdict := 'accepted';
END
$$;

-- The operations of a batch: read, looked up in the ledger, and judged as far as one alone can be.
-- In PL/pgSQL, which keeps its plans: of a function in SQL each call is planned anew.
CREATE FUNCTION okno.read_batch(
  centre_number int, sequences bigint[], ids uuid[], kinds text[], bodies text[], times bigint[],
  parsed jsonb[]
) RETURNS okno.incoming[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
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
    s.place, s.sequence, s.id, s.kind, s.raw, s.body, s.at, s.code,
    okno.as_uuid(s.body->CASE s.kind
      WHEN 'citizens_merged' THEN 'merged' WHEN 'citizens_unmerged' THEN 'merged' ELSE 'id' END),
    o.id IS NULL AND NOT s.is_again,
    CASE
      WHEN o.code <> s.code THEN 'identity_reused'
      WHEN o.id IS NOT NULL THEN o.verdict
      WHEN s.is_again THEN 'again'
      WHEN octet_length(s.raw) > 262144 THEN 'too_large'
      ELSE okno.fault(s.kind, s.body)
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

-- Takes a number of the centre's stream for the rows; the stream's row stays locked until the commit.
CREATE FUNCTION okno.commit_change(
  centre_number int, operations uuid[], rows okno.touched[]
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  stream okno.stream;
  entities "char"[];
  ids uuid[];
  versions text;
BEGIN
  SELECT coalesce(array_agg(t.entity), '{}'), coalesce(array_agg(t.id), '{}'),
    coalesce(string_agg(t.entity::text || t.id::text || t.version, ','), '')
  INTO entities, ids, versions
  FROM (
    SELECT r.entity, r.id, max(r.version) AS version FROM unnest(rows) r GROUP BY 1, 2 ORDER BY 1, 2
  ) t;
  SELECT s.* INTO stream FROM okno.stream s WHERE s.centre = centre_number FOR UPDATE;
  stream.head := stream.head + 1;
  stream.chain := sha256(
    stream.chain || convert_to(array_to_string(operations, ',') || ';' || versions, 'UTF8'));
  INSERT INTO okno.change (centre, number, at, chain, entities, ids)
  VALUES (centre_number, stream.head, now(), stream.chain, entities, ids);
  IF stream.marked < now() - interval '1 hour' THEN
    INSERT INTO okno.head_mark VALUES (centre_number, stream.head, now());
    stream.marked := now();
  END IF;
  UPDATE okno.stream s
  SET head = stream.head, chain = stream.chain, moved = now(), marked = stream.marked
  WHERE s.centre = centre_number;
  RETURN stream.head;
END
$$;
