-- Calls that citizens ask for after a low rating, and the one-time words of ratings that come later, for the whole centre.
-- docs/decisions/ratings.md says why so.

INSERT INTO okno.kind_permission (kind, permission) VALUES
  ('callback_settled', 'run_queue'), ('rating_token_answered', 'report');

-- Version 4 of the protocol knows these rows too.
ALTER FUNCTION okno.knows(int) RENAME TO knows_before_calls;
CREATE FUNCTION okno.knows(desk_number int) RETURNS "char"[]
LANGUAGE sql STABLE AS $$
  SELECT okno.knows_before_calls(desk_number)
    || CASE WHEN s.protocol >= 4 THEN '{b,o}' ELSE '{}' END::"char"[]
  FROM okno.desk_state s WHERE s.desk = desk_number
$$;

ALTER FUNCTION okno.other_fault(text, jsonb) RENAME TO fault_before_calls;
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE
    WHEN kind IN ('callback_asked', 'callback_settled') THEN
      fits := okno.is_uuid(body->'id') AND okno.is_day(body->>'asked') AND okno.is_day(body->>'due')
        AND CASE kind
          WHEN 'callback_asked' THEN okno.is_text(body->'phone', 15) AND body->>'phone' ~ '^[0-9]{11,15}$'
          ELSE okno.is_absent(body->'phone') AND okno.is_day(body->>'settled')
            AND body->>'outcome' IN ('won_back', 'not_won', 'unreached')
        END;
    WHEN kind IN ('rating_token_issued', 'rating_token_answered') THEN
      fits := okno.is_uuid(body->'id') AND okno.is_day(body->>'issued')
        AND okno.is_text(body->'hash', 32) AND body->>'hash' ~ '^[0-9a-f]{32}$'
        AND (kind = 'rating_token_issued'
          OR okno.is_day(body->>'answered') AND body->'score' IN ('1', '2', '3', '4', '5')
            AND okno.is_text(body->'criteria', 400));
    ELSE RETURN okno.fault_before_calls(kind, body);
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;

-- A number that nobody has called for thirty days beyond its day is kept no longer. What another transaction has in
-- its hands is left to it.
CREATE FUNCTION okno.forget_callbacks(centre_number int) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[];
BEGIN
  WITH old AS (
    SELECT r.id FROM okno.row r
    WHERE r.centre = centre_number AND r.entity = 'b' AND r.body::jsonb->>'phone' IS NOT NULL
      AND (r.body::jsonb->>'due')::date < current_date - 30
    ORDER BY r.id FOR UPDATE SKIP LOCKED
  ), gone AS (
    UPDATE okno.row r
    SET body = (r.body::jsonb || jsonb_build_object(
        'phone', NULL, 'outcome', 'unreached', 'settled', current_date))::text,
      version = r.version + 1, written = now()
    FROM old o WHERE r.centre = centre_number AND r.entity = 'b' AND r.id = o.id
    RETURNING r.id, r.version
  )
  SELECT array_agg(('b', g.id, g.version)::okno.touched) INTO rows FROM gone g;
  RETURN coalesce(rows, '{}');
END
$$;

-- The row of a call. Of two outcomes the first one stands. An outcome says all that the row holds but the number: it may
-- come before the wish, as after a failover, and then the number is never kept.
CREATE FUNCTION okno.take_callback(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[] := '{}';
  version bigint;
BEGIN
  IF op.kind = 'callback_asked' THEN rows := okno.forget_callbacks(desk.centre); END IF;
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 'b', op.subject, 1, now(), jsonb_build_object(
    'phone', op.body->'phone', 'asked', op.body->'asked', 'due', op.body->'due',
    'outcome', op.body->'outcome', 'settled', op.body->'settled')::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = (r.body::jsonb || jsonb_build_object(
      'phone', NULL, 'outcome', op.body->'outcome', 'settled', op.body->'settled'))::text,
    version = r.version + 1, written = now()
  WHERE op.kind = 'callback_settled' AND okno.is_absent(r.body::jsonb->'outcome')
  RETURNING r.version INTO version;
  RETURN rows || CASE WHEN version IS NULL THEN '{}'
    ELSE ARRAY[('b', op.subject, version)::okno.touched] END;
END
$$;

-- The row of a one-time word, which is known by its hash alone. The first answer counts, at whichever desk it was brought
-- in; it may come before the word.
CREATE FUNCTION okno.take_token(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  version bigint;
BEGIN
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, 'o', op.subject, 1, now(), jsonb_build_object(
    'hash', op.body->'hash', 'issued', op.body->'issued', 'answered', op.body->'answered',
    'score', op.body->'score', 'criteria', coalesce(op.body->'criteria', '""'))::text)
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = (r.body::jsonb || jsonb_build_object('answered', op.body->'answered',
      'score', op.body->'score', 'criteria', op.body->'criteria'))::text,
    version = r.version + 1, written = now()
  WHERE op.kind = 'rating_token_answered' AND okno.is_absent(r.body::jsonb->'answered')
  RETURNING r.version INTO version;
  RETURN CASE WHEN version IS NULL THEN '{}' ELSE ARRAY[('o', op.subject, version)::okno.touched] END;
END
$$;

ALTER FUNCTION okno.take_other(okno.desk, okno.incoming) RENAME TO take_before_calls;
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  verdict := 'accepted';
  CASE
    WHEN op.kind LIKE 'callback%' THEN rows := okno.take_callback(desk, op);
    WHEN op.kind LIKE 'rating_token%' THEN rows := okno.take_token(desk, op);
    ELSE SELECT t.verdict, t.rows INTO verdict, rows FROM okno.take_before_calls(desk, op) t;
  END CASE;
END
$$;

-- The nightly care lets go of old numbers too, also where nothing more is asked or settled.
ALTER FUNCTION okno.prune(interval, interval) RENAME TO prune_before_calls;
CREATE FUNCTION okno.prune(kept interval, remembered interval, OUT rows bigint, OUT operations bigint)
LANGUAGE plpgsql AS $$
DECLARE
  centre_number int;
  gone okno.touched[];
BEGIN
  SELECT p.rows, p.operations INTO rows, operations FROM okno.prune_before_calls(kept, remembered) p;
  FOR centre_number IN SELECT s.centre FROM okno.stream s ORDER BY s.centre LOOP
    gone := okno.forget_callbacks(centre_number);
    IF gone <> '{}' THEN PERFORM okno.commit_change(centre_number, '{}', gone); END IF;
  END LOOP;
END
$$;
