-- What costs less: a page of rows, the fields of a card, and the rows that a batch is about while the centre is new.
-- docs/decisions/sync.md says what was measured.

-- Answers `number chain head durable release milliseconds` and then a line a row: `entity id version
-- body`, a tombstone without body; or `snapshot`. `=` stands for a number and a chain that are the
-- asker's. An asker whose past is this one, but who knows of another timeline, is told so: `=`, no rows,
-- and the epoch at the line's end.
CREATE OR REPLACE FUNCTION okno_api_v1.pull(at_epoch text, at_number bigint, at_chain text, most int)
RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
  stream okno.stream;
  page okno.change;
  start text := '=';
  told text;
  lines text[] := '{}';
  -- Once: in the query it would be asked for each row, which took eight tenths of a page's time.
  known "char"[] := okno.knows(desk.number);
BEGIN
  most := least(greatest(most, 1), 10000);
  PERFORM okno.number_calls(desk.centre);
  SELECT s.* INTO stream FROM okno.stream s WHERE s.centre = desk.centre;
  told := okno.told_epoch(stream.epoch);
  IF split_part(at_epoch, '.', 1) IS DISTINCT FROM stream.epoch OR at_number IS NULL
    OR at_number NOT BETWEEN stream.horizon AND stream.head
    OR at_chain IS DISTINCT FROM okno.short(CASE at_number WHEN stream.head THEN stream.chain ELSE (
      SELECT c.chain FROM okno.change c WHERE c.centre = desk.centre AND c.number = at_number) END)
  THEN
    RETURN NEXT 'snapshot';
    RETURN;
  END IF;

  -- For the administrator's eyes; nothing waits for the disk because of it.
  IF EXISTS (SELECT FROM okno.desk_state s WHERE s.desk = desk.number
    AND (s.seen IS NULL OR s.seen < now() - interval '20 seconds' OR s.pulled <> at_number))
  THEN
    PERFORM set_config('synchronous_commit', 'off', true);
    UPDATE okno.desk_state s SET seen = now(), pulled = at_number WHERE s.desk = desk.number;
  END IF;

  IF at_number < stream.head AND at_epoch = told THEN
    -- Whole transactions, at least one; transactions without rows cost a row too, so that a page ends.
    SELECT c.* INTO page FROM (
      SELECT n.number, sum(greatest(cardinality(n.ids), 1)) OVER (ORDER BY n.number)
        - greatest(cardinality(n.ids), 1) AS before
      FROM okno.change n
      WHERE n.centre = desk.centre AND n.number > at_number AND n.number <= stream.head
      ORDER BY n.number LIMIT most
    ) p JOIN okno.change c ON c.centre = desk.centre AND c.number = p.number
    WHERE p.before < most ORDER BY p.number DESC LIMIT 1;
    start := page.number || ' ' || okno.short(page.chain);
    lines := ARRAY(
      SELECT t.entity::text || ' ' || t.id || ' ' || r.version || coalesce(' ' || r.body, '')
      FROM (
        SELECT DISTINCT u.entity, u.id FROM okno.change c, unnest(c.entities, c.ids) u (entity, id)
        WHERE c.centre = desk.centre AND c.number > at_number AND c.number <= page.number
      ) t
      JOIN okno.row r ON r.centre = desk.centre AND r.entity = t.entity AND r.id = t.id
      WHERE t.entity = ANY (known)
      ORDER BY t.entity, t.id);
    -- The head after the rows were read: a desk whose cursor is at it has no row that is newer.
    SELECT s.* INTO stream FROM okno.stream s WHERE s.centre = desk.centre;
  END IF;
  RETURN NEXT start || ' ' || stream.head || ' ' || okno.durable(stream) || ' ' || coalesce((
      SELECT max(r.number) FROM okno.release r WHERE r.centre IS NULL OR r.centre = desk.centre), 0)
    || ' ' || (extract(epoch FROM clock_timestamp()) * 1000)::bigint
    || CASE WHEN at_epoch = told THEN '' ELSE ' ' || told END;
  RETURN QUERY SELECT l.line FROM unnest(lines) WITH ORDINALITY AS l (line, place) ORDER BY l.place;
END
$$;

-- Whether the fields that stand in an object can stand on a card. Names that this version does not know are kept as they
-- are. One expression instead of a loop over the fields: a third of the time.
CREATE OR REPLACE FUNCTION okno.are_fields(fields jsonb, may_be_null boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF jsonb_typeof(fields) IS DISTINCT FROM 'object' THEN RETURN false; END IF;
  IF may_be_null THEN fields := jsonb_strip_nulls(fields); END IF;
  RETURN NOT fields ? 'merged_into'
    AND (NOT fields ? 'audience' OR fields->'audience' IN ('"person"', '"business"', '"staff"'))
    AND (NOT fields ? 'surname' OR okno.is_text(fields->'surname', 4000))
    AND (NOT fields ? 'given_name' OR okno.is_text(fields->'given_name', 4000))
    AND (NOT fields ? 'patronymic' OR okno.is_text(fields->'patronymic', 4000))
    AND (okno.is_absent(fields->'birth_date') OR okno.is_day(fields->>'birth_date'))
    AND (okno.is_absent(fields->'snils')
      OR okno.is_text(fields->'snils', 11) AND okno.is_snils(fields->>'snils'))
    AND (okno.is_absent(fields->'phone')
      OR okno.is_text(fields->'phone', 15) AND fields->>'phone' ~ '^[0-9]{11,15}$');
END
$$;

-- Cards whose visits have just come, and that nobody has written for a month, as before (0008). Visits and cards are
-- looked up one by one: a plan from a time when the centre had few goes through all of them for each batch.
CREATE OR REPLACE FUNCTION okno.wake_cards_alone(centre_number int, rows okno.touched[]) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  old uuid[];
  woken okno.touched[];
BEGIN
  SELECT array_agg(c.id) INTO old FROM (
    SELECT DISTINCT v.citizen FROM unnest(rows) t, LATERAL (
      SELECT r.citizen FROM okno.row r
      WHERE r.centre = centre_number AND r.entity = 'v' AND r.id = t.id LIMIT 1) v
    WHERE t.entity = 'v' AND v.citizen IS NOT NULL
    ORDER BY v.citizen
  ) u, LATERAL (
    SELECT r.id FROM okno.row r
    WHERE r.centre = centre_number AND r.entity = 'c' AND r.id = u.citizen AND r.body IS NOT NULL
      AND r.written < now() - interval '30 days'
    LIMIT 1 FOR NO KEY UPDATE) c;
  IF old IS NULL THEN RETURN '{}'; END IF;
  WITH touched AS (
    UPDATE okno.row r SET version = r.version + 1, written = now()
    WHERE r.centre = centre_number AND r.entity = 'c' AND r.id = ANY (old)
    RETURNING r.id, r.version
  )
  SELECT array_agg(('c', t.id, t.version)::okno.touched) INTO woken FROM touched t;
  RETURN woken;
END
$$;

-- The batch, in the desk's order. Answers `epoch forked`, then a line an operation: `verdict number`.
-- `after` is the last operation of the batch sent just before, if there was one: where that one was not
-- applied, this one must not be either, or a visit would come before its citizen.
CREATE OR REPLACE FUNCTION okno_api_v1.push(
  incarnation bytea, after bigint, sequences bigint[], ids uuid[], kinds text[], bodies text[], times bigint[],
  log_hash bytea
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
-- Planning anew for each batch takes a third of the time. A plan that is kept must not be one for empty
-- tables: every row that is looked for here has an index.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  desk okno.desk := okno.me();
  state okno.desk_state;
  life int := ('x' || encode(substr(incarnation || '\x00000000', 1, 4), 'hex'))::bit(32)::int;
  ops okno.incoming[];
  op okno.incoming;
  verdicts text[];
  numbers bigint[];
  made uuid[];
  cards uuid[];
  gone uuid[];
  has_changes boolean;
  rows okno.touched[] := '{}';
  more okno.touched[];
  verdict text;
  version bigint;
  moved uuid[];
  this_number bigint := 0;
  is_forked boolean := false;
BEGIN
  IF coalesce(cardinality(ids), 0) NOT BETWEEN 1 AND 1000
    OR array_position(ids, NULL) IS NOT NULL OR array_position(bodies, NULL) IS NOT NULL
    OR array_position(kinds, NULL) IS NOT NULL OR array_position(times, NULL) IS NOT NULL
    OR array_position(sequences, NULL) IS NOT NULL OR incarnation IS NULL
    OR (cardinality(sequences), cardinality(kinds), cardinality(bodies), cardinality(times))
      IS DISTINCT FROM (cardinality(ids), cardinality(ids), cardinality(ids), cardinality(ids))
  THEN
    RAISE EXCEPTION USING ERRCODE = 'OK004', MESSAGE = 'no batch of 1 to 1000 operations';
  END IF;
  SELECT s.* INTO state FROM okno.desk_state s WHERE s.desk = desk.number FOR UPDATE;
  IF after IS NOT NULL AND (state.incarnation IS DISTINCT FROM life OR state.sequence < after) THEN
    RAISE EXCEPTION USING ERRCODE = 'OK005', MESSAGE = 'the batch before this one was not applied';
  END IF;

  BEGIN
    ops := okno.read_batch(
      desk.centre, sequences, ids, kinds, bodies, times, bodies::jsonb[]);
  EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    -- One of them cannot be read; which one is found out one by one.
    ops := okno.read_batch(
      desk.centre, sequences, ids, kinds, bodies, times,
      ARRAY(SELECT okno.read_body(b) FROM unnest(bodies) WITH ORDINALITY AS u (b, place) ORDER BY place));
  END;
  SELECT array_agg(o.verdict ORDER BY o.place), array_agg(o.number ORDER BY o.place)
  INTO verdicts, numbers FROM unnest(ops) o;

  -- Two copies of a desk go on from one sequence, each in its own way.
  IF state.incarnation = life AND EXISTS (
    SELECT FROM unnest(ops) o
    WHERE o.is_fresh AND o.sequence <= state.sequence AND (
      SELECT true FROM okno.operation l
      WHERE l.desk = state.desk AND l.sequence = o.sequence AND l.incarnation = life AND l.id <> o.id
      LIMIT 1))
  THEN is_forked := true; END IF;

  -- 1. New cards, in the order of ids, as everything that is locked.
  WITH added AS (
    SELECT DISTINCT ON (o.subject) o.subject, o.body, o.at
    FROM unnest(ops) o WHERE o.verdict IS NULL AND o.kind = 'citizen_added'
      AND NOT EXISTS (SELECT FROM okno.erased e WHERE e.centre = desk.centre AND e.id = o.subject)
    ORDER BY o.subject, o.place
  ), inserted AS (
    INSERT INTO okno.row AS r (centre, entity, id, version, written, body, origin)
    SELECT desk.centre, 'c', a.subject, 1, now(), jsonb_strip_nulls(a.body - 'version')::text,
      jsonb_build_object('', jsonb_build_object('d', desk.number, 't', a.at))
    FROM added a ORDER BY a.subject
    ON CONFLICT DO NOTHING
    RETURNING r.id
  )
  SELECT coalesce(array_agg(i.id), '{}') INTO made FROM inserted i;
  SELECT rows || coalesce(array_agg(('c', id, 1)::okno.touched), '{}') INTO rows
  FROM unnest(made) m (id);

  -- 2. The cards that the rest is about. Changes keep others away, visits only erasures.
  SELECT coalesce(bool_or(
    o.kind IN ('citizen_changed', 'citizen_erased', 'citizens_merged', 'citizens_unmerged',
      'conflict_settled')
    OR o.kind = 'citizen_added' AND o.subject <> ALL (made)), false)
  INTO has_changes FROM unnest(ops) o WHERE o.verdict IS NULL;
  SELECT array_agg(DISTINCT c.id) INTO cards FROM (
    SELECT CASE o.kind
        WHEN 'visit_logged' THEN okno.as_uuid(o.body->'citizen')
        WHEN 'conflict_settled' THEN okno.as_uuid(o.body->'citizen')
        WHEN 'visit_undone' THEN
          (SELECT r.citizen FROM okno.row r
            WHERE r.centre = desk.centre AND r.entity = 'v' AND r.id = o.subject)
        ELSE CASE WHEN o.kind LIKE 'citizen%' THEN o.subject END
      END AS id
    FROM unnest(ops) o WHERE o.verdict IS NULL AND o.kind NOT LIKE 'case%'
    UNION ALL
    SELECT okno.as_uuid(o.body->'kept') FROM unnest(ops) o
    WHERE o.verdict IS NULL AND o.kind = 'citizens_merged'
  ) c WHERE c.id IS NOT NULL;
  -- Each by the index, also where the plan is from a time when the centre had no cards.
  IF has_changes THEN
    PERFORM FROM (SELECT u.id FROM unnest(cards) u (id) ORDER BY u.id) c, LATERAL (
      SELECT FROM okno.row r WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = c.id LIMIT 1
      FOR UPDATE) locked;
  ELSE
    PERFORM FROM (SELECT u.id FROM unnest(cards) u (id) ORDER BY u.id) c, LATERAL (
      SELECT FROM okno.row r WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = c.id LIMIT 1
      FOR KEY SHARE) locked;
  END IF;
  -- Tickets in one order too: two desks may have taken the same ones in different orders.
  PERFORM FROM okno.ticket t
  WHERE t.centre = desk.centre AND t.id = ANY (ARRAY(
    SELECT o.subject FROM unnest(ops) o WHERE o.verdict IS NULL AND o.kind = 'ticket_stepped'))
  ORDER BY t.id FOR UPDATE;
  gone := ARRAY(SELECT e.id FROM okno.erased e WHERE e.centre = desk.centre AND e.id = ANY (cards));

  -- 3. Visits and ratings only add. A citizen who is not known may come yet, as after a failover that
  -- has lost the card; of one who was erased nothing is kept.
  WITH added AS (
    SELECT DISTINCT ON (o.kind, o.subject) o.kind, o.subject, o.body,
      CASE WHEN o.kind = 'visit_logged' THEN okno.as_uuid(o.body->'citizen') END AS citizen
    FROM unnest(ops) o
    WHERE o.verdict IS NULL AND o.kind IN ('visit_logged', 'rating_recorded')
    ORDER BY o.kind, o.subject, o.place
  ), inserted AS (
    INSERT INTO okno.row AS r (centre, entity, id, version, written, citizen, body)
    SELECT desk.centre, CASE a.kind WHEN 'visit_logged' THEN 'v' ELSE 'r' END::"char", a.subject, 1,
      now(), CASE WHEN a.citizen <> ALL (gone) THEN a.citizen END,
      CASE
        WHEN a.kind = 'rating_recorded' THEN a.body
        WHEN a.citizen = ANY (gone) THEN a.body || jsonb_build_object(
          'desk', desk.id, 'citizen', NULL, 'case', NULL, 'note', '')
        ELSE a.body || jsonb_build_object('desk', desk.id)
      END::text
    FROM added a ORDER BY a.kind DESC, a.subject
    ON CONFLICT (centre, entity, id) DO UPDATE
    -- Undone before it came (below).
    SET body = (excluded.body::jsonb
        || jsonb_build_object('undone', okno.moment((r.origin->>'undone')::bigint)))::text,
      citizen = excluded.citizen, origin = NULL, version = r.version + 1, written = now()
    WHERE r.body IS NULL AND r.origin ? 'undone'
    RETURNING r.entity, r.id
  )
  SELECT rows || coalesce(array_agg((i.entity, i.id, 1)::okno.touched), '{}') INTO rows
  FROM inserted i;

  SELECT array_agg(CASE
      WHEN o.verdict IS NOT NULL THEN o.verdict
      WHEN o.kind IN ('visit_logged', 'rating_recorded', 'case_opened', 'case_changed') THEN 'accepted'
      WHEN o.kind = 'citizen_added' AND o.subject = ANY (made) THEN 'accepted'
    END ORDER BY o.place)
  INTO verdicts FROM unnest(ops) o;

  -- 4. The rest, one by one in the desk's order; there are few.
  IF array_position(verdicts, NULL) IS NOT NULL THEN
    FOREACH op IN ARRAY ops LOOP
      CONTINUE WHEN verdicts[op.place] IS NOT NULL;
      verdict := 'accepted';
      more := '{}';
      CASE op.kind
        WHEN 'citizen_changed' THEN
          SELECT c.verdict, c.rows INTO verdict, more FROM okno.change_card(desk, op, op.subject) c;
        WHEN 'conflict_settled' THEN
          SELECT c.verdict, c.rows INTO verdict, more
          FROM okno.change_card(desk, op, okno.as_uuid(op.body->'citizen')) c;
          IF verdict IN ('accepted', 'merged') THEN
            UPDATE okno.row r SET body = NULL, citizen = NULL, version = r.version + 1, written = now()
            WHERE r.centre = desk.centre AND r.entity = 'x' AND r.id = op.subject
              AND r.body IS NOT NULL
            RETURNING r.version INTO version;
            IF FOUND THEN more := more || ('x', op.subject, version)::okno.touched; END IF;
          END IF;
        WHEN 'citizen_added' THEN
          -- The card is there already: what it lacks is filled in, as if it had been seen empty.
          op.body := jsonb_build_object('seen', '{}'::jsonb, 'set', (
            SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(op.body) f
            LEFT JOIN okno.row r ON r.centre = desk.centre AND r.entity = 'c' AND r.id = op.subject
            WHERE f.key NOT IN ('id', 'version')
              AND coalesce(r.body::jsonb->f.key, 'null') IN ('null', '""')));
          op.body := jsonb_set(op.body, '{seen}', (
            SELECT coalesce(jsonb_object_agg(f.key, coalesce(r.body::jsonb->f.key, 'null')), '{}')
            FROM jsonb_each(op.body->'set') f
            LEFT JOIN okno.row r ON r.centre = desk.centre AND r.entity = 'c' AND r.id = op.subject));
          SELECT c.verdict, c.rows INTO verdict, more FROM okno.change_card(desk, op, op.subject) c;
        WHEN 'citizen_erased' THEN
          more := okno.erase(desk, op.subject);
        WHEN 'citizens_merged' THEN
          SELECT c.verdict, c.rows INTO verdict, more
          FROM okno.merge_cards(desk, op.subject, okno.as_uuid(op.body->'kept')) c;
        WHEN 'citizens_unmerged' THEN
          SELECT c.verdict, c.rows INTO verdict, more FROM okno.merge_cards(desk, op.subject, NULL) c;
        WHEN 'visit_undone' THEN
          UPDATE okno.row r
          SET body = (r.body::jsonb || jsonb_build_object('undone', okno.moment(op.at)))::text,
            version = r.version + 1, written = now()
          WHERE r.centre = desk.centre AND r.entity = 'v' AND r.id = op.subject
            AND r.body IS NOT NULL AND NOT r.body::jsonb ? 'undone'
          RETURNING r.version INTO version;
          IF FOUND THEN
            more := ARRAY[('v', op.subject, version)::okno.touched];
          ELSE
            -- A failover may have lost the visit, and the desk that logged it may be the later one to
            -- send again. Nobody is told of this row.
            INSERT INTO okno.row (centre, entity, id, version, written, origin)
            VALUES (desk.centre, 'v', op.subject, 0, now(), jsonb_build_object('undone', op.at))
            ON CONFLICT DO NOTHING;
          END IF;
        ELSE
          SELECT t.verdict, t.rows INTO verdict, more FROM okno.take_other(desk, op) t;
      END CASE;
      verdicts[op.place] := verdict;
      rows := rows || more;
    END LOOP;
  END IF;

  -- 5. The number, last of all locks, and the ledger.
  SELECT array_agg(o.id ORDER BY o.place) INTO moved FROM unnest(ops) o
  WHERE o.is_fresh AND verdicts[o.place] IN ('accepted', 'merged') AND o.kind NOT LIKE 'case%';
  IF moved IS NOT NULL THEN this_number := okno.commit_change(desk.centre, moved, rows); END IF;
  INSERT INTO okno.operation
    (centre, id, desk, incarnation, sequence, code, verdict, number, at)
  SELECT desk.centre, o.id, desk.number, life, o.sequence, o.code, verdicts[o.place],
    CASE
      WHEN verdicts[o.place] IN ('accepted', 'merged') AND o.kind NOT LIKE 'case%' THEN this_number
      ELSE 0
    END, now()
  FROM unnest(ops) o WHERE o.is_fresh;

  UPDATE okno.desk_state s
  SET seen = now(), incarnation = life,
    sequence = CASE WHEN s.incarnation = life THEN greatest(s.sequence, t.last) ELSE t.last END,
    log_hash = push.log_hash, forked = CASE WHEN is_forked THEN now() ELSE s.forked END,
    accepted = s.accepted + t.accepted, merged = s.merged + t.merged, refused = s.refused + t.refused
  FROM (
    SELECT max(o.sequence) AS last,
      count(*) FILTER (WHERE o.is_fresh AND verdicts[o.place] = 'accepted') AS accepted,
      count(*) FILTER (WHERE o.is_fresh AND verdicts[o.place] = 'merged') AS merged,
      count(*) FILTER (WHERE o.is_fresh AND verdicts[o.place] NOT IN ('accepted', 'merged')) AS refused
    FROM unnest(ops) o
  ) t WHERE s.desk = desk.number;

  RETURN (
    SELECT (SELECT okno.told_epoch(s.epoch) FROM okno.stream s WHERE s.centre = desk.centre)
      || CASE WHEN is_forked OR state.forked IS NOT NULL THEN ' 1' ELSE ' 0' END
      || string_agg(chr(10) || CASE
        WHEN o.verdict = 'again' AND f.code <> o.code THEN 'identity_reused 0'
        ELSE verdicts[coalesce(f.place, o.place)] || ' ' || CASE
          WHEN NOT coalesce(f.is_fresh, o.is_fresh) THEN coalesce(f.number, o.number)
          WHEN verdicts[coalesce(f.place, o.place)] IN ('accepted', 'merged')
            AND coalesce(f.kind, o.kind) NOT LIKE 'case%'
          THEN this_number
          ELSE 0
        END
      END, '' ORDER BY o.place)
    FROM unnest(ops) o
    -- A second time in one batch: the first one's verdict.
    LEFT JOIN unnest(ops) f ON o.verdict = 'again' AND f.id = o.id AND f.verdict IS DISTINCT FROM 'again');
END
$$;
