-- Windows' ratings of a month that is over, by the hour of the day, and citizens' words: docs/decisions/ratings.md says why so.

CREATE OR REPLACE FUNCTION okno.protocol() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 4';

ALTER FUNCTION okno.knows(int) RENAME TO knows_before_months;
CREATE FUNCTION okno.knows(desk_number int) RETURNS "char"[]
LANGUAGE sql STABLE AS $$
  SELECT okno.knows_before_months(desk_number)
    || CASE WHEN s.protocol >= 4 THEN '{h,w}' ELSE '{}' END::"char"[]
  FROM okno.desk_state s WHERE s.desk = desk_number
$$;

-- How many answers, and how many of them are the best.
CREATE FUNCTION okno.is_best_count(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN okno.is_count(value->'given') AND okno.is_count(value->'best')
    THEN (value->>'given')::int >= 5 AND (value->>'best')::int <= (value->>'given')::int
    ELSE false END
$$;

-- Fewer than five would tell single ratings: in an hour, in the month, and in what the hours leave of the month.
CREATE FUNCTION okno.is_rating_month(body jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  hour jsonb;
  seen int[] := '{}';
  given int;
  best int;
BEGIN
  IF NOT coalesce(okno.is_uuid(body->'id') AND okno.is_day(body->>'month')
    AND body->>'month' LIKE '%-01' AND okno.is_best_count(body)
    AND jsonb_typeof(body->'hours') = 'array', false)
  THEN RETURN false; END IF;
  given := (body->>'given')::int;
  best := (body->>'best')::int;
  FOR hour IN SELECT * FROM jsonb_array_elements(body->'hours') LOOP
    IF NOT coalesce(okno.is_count(hour->'hour') AND okno.is_best_count(hour), false) THEN
      RETURN false;
    END IF;
    IF (hour->>'hour')::int > 23 OR (hour->>'hour')::int = ANY (seen) THEN RETURN false; END IF;
    seen := seen || (hour->>'hour')::int;
    given := given - (hour->>'given')::int;
    best := best - (hour->>'best')::int;
  END LOOP;
  RETURN best BETWEEN 0 AND given AND (given = 0 OR given >= 5);
END
$$;

CREATE FUNCTION okno.is_words(body jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF NOT coalesce(okno.is_uuid(body->'id') AND okno.is_day(body->>'month')
    AND body->>'month' LIKE '%-01' AND jsonb_typeof(body->'lines') = 'array', false)
  THEN RETURN false; END IF;
  RETURN jsonb_array_length(body->'lines') BETWEEN 5 AND 1000 AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(body->'lines') l WHERE NOT okno.is_line(l, 200));
END
$$;

ALTER FUNCTION okno.other_fault(text, jsonb) RENAME TO fault_before_months;
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  CASE kind
    WHEN 'rating_month_told' THEN
      RETURN CASE WHEN okno.is_rating_month(body) THEN NULL ELSE 'bad_body' END;
    WHEN 'words_told' THEN RETURN CASE WHEN okno.is_words(body) THEN NULL ELSE 'bad_body' END;
    ELSE RETURN okno.fault_before_months(kind, body);
  END CASE;
END
$$;

-- Words are kept for 24 months after theirs. What another transaction has in its hands is left to it.
CREATE FUNCTION okno.forget_words(centre_number int) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[];
BEGIN
  WITH old AS (
    SELECT r.id FROM okno.row r
    WHERE r.centre = centre_number AND r.entity = 'w' AND r.body IS NOT NULL
      AND (r.body::jsonb->>'month')::date < date_trunc('month', now()) - interval '24 months'
    ORDER BY r.id FOR UPDATE SKIP LOCKED
  ), gone AS (
    UPDATE okno.row r SET body = NULL, version = r.version + 1, written = now()
    FROM old o WHERE r.centre = centre_number AND r.entity = 'w' AND r.id = o.id
    RETURNING r.id, r.version
  )
  SELECT array_agg(('w', g.id, g.version)::okno.touched) INTO rows FROM gone g;
  RETURN coalesce(rows, '{}');
END
$$;

-- A month says at which window; words do not.
CREATE FUNCTION okno.take_month(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  letter "char" := CASE op.kind WHEN 'words_told' THEN 'w' ELSE 'h' END;
  rows okno.touched[];
  version bigint;
BEGIN
  rows := CASE op.kind WHEN 'words_told' THEN okno.forget_words(desk.centre) ELSE '{}' END;
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body)
  VALUES (desk.centre, letter, op.subject, 1, now(), (op.body - 'id' || CASE op.kind
    WHEN 'words_told' THEN '{}' ELSE jsonb_build_object('desk', desk.id) END)::text)
  ON CONFLICT DO NOTHING
  RETURNING r.version INTO version;
  RETURN CASE WHEN version IS NULL THEN rows ELSE rows || (letter, op.subject, version)::okno.touched END;
END
$$;

ALTER FUNCTION okno.take_other(okno.desk, okno.incoming) RENAME TO take_before_months;
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  IF op.kind IN ('rating_month_told', 'words_told') THEN
    verdict := 'accepted';
    rows := okno.take_month(desk, op);
  ELSE
    SELECT t.verdict, t.rows INTO verdict, rows FROM okno.take_before_months(desk, op) t;
  END IF;
END
$$;
