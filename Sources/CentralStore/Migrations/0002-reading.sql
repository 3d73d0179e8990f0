-- Reading what desks send: nothing in here raises an error, whatever a body holds.

-- `null` for what is no JSON object.
CREATE FUNCTION okno.read_body(body text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  read jsonb;
BEGIN
  read := body::jsonb;
  RETURN CASE WHEN jsonb_typeof(read) = 'object' THEN read END;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
  RETURN NULL;
END
$$;

CREATE FUNCTION okno.is_uuid(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(value) = 'string' AND value #>> '{}' ~
    '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$', false)
$$;

CREATE FUNCTION okno.as_uuid(value jsonb) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN okno.is_uuid(value) THEN (value #>> '{}')::uuid END
$$;

CREATE FUNCTION okno.is_text(value jsonb, longest int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(value) = 'string' AND length(value #>> '{}') <= longest, false)
$$;

-- A day that there is, 2026-11-24.
CREATE FUNCTION okno.is_day(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN value IS NULL OR value !~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
      OR value LIKE '0000%' THEN false
    WHEN substr(value, 9, 2)::int <= 28 THEN true
    ELSE substr(value, 9, 2)::int <= extract(day FROM
      make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month -1 day')
  END
$$;

-- A moment in UTC, 2026-11-24T09:05:00.123Z.
CREATE FUNCTION okno.is_moment(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(value) = 'string'
    AND value #>> '{}' ~
      '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$'
    AND okno.is_day(left(value #>> '{}', 10)), false)
$$;

-- A desk's clock as text. A clock may be wrong by any measure, and shall cost no batch.
CREATE FUNCTION okno.moment(milliseconds bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_char(
    to_timestamp(least(greatest(milliseconds, 0), 253402300799999) / 1000.0) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Eleven digits whose last two are the checksum of the others, which older numbers lack.
CREATE FUNCTION okno.is_snils(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN value IS NULL OR value !~ '^[0-9]{11}$' OR value LIKE '000000000%' THEN false
    WHEN left(value, 9)::int <= 1001998 THEN true
    ELSE (
      SELECT sum(substr(value, place, 1)::int * (10 - place)) % 101 % 100 = right(value, 2)::int
      FROM generate_series(1, 9) place)
  END
$$;

-- Whether the fields that stand in an object can stand on a card. Names that this version does not
-- know are kept as they are.
CREATE FUNCTION okno.are_fields(fields jsonb, may_be_null boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  name text;
  value jsonb;
BEGIN
  IF jsonb_typeof(fields) IS DISTINCT FROM 'object' THEN RETURN false; END IF;
  FOR name, value IN SELECT * FROM jsonb_each(fields) LOOP
    CONTINUE WHEN value = 'null' AND (may_be_null OR name IN ('birth_date', 'snils', 'phone'));
    IF NOT coalesce(CASE
      WHEN name = 'audience' THEN value IN ('"person"', '"business"', '"staff"')
      WHEN name IN ('surname', 'given_name', 'patronymic') THEN okno.is_text(value, 4000)
      WHEN name = 'birth_date' THEN okno.is_day(value #>> '{}')
      WHEN name = 'snils' THEN okno.is_text(value, 11) AND okno.is_snils(value #>> '{}')
      WHEN name = 'phone' THEN okno.is_text(value, 15) AND value #>> '{}' ~ '^[0-9]{11,15}$'
      WHEN name = 'merged_into' THEN false
      ELSE true
    END, false) THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END
$$;

CREATE FUNCTION okno.is_visit(body jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  line jsonb;
  services text[] := '{}';
BEGIN
  IF NOT coalesce(okno.is_uuid(body->'id') AND okno.is_text(body->'situation', 200)
    AND okno.is_moment(body->'started') AND okno.is_moment(body->'ended')
    AND body->>'started' <= body->>'ended' AND okno.is_text(body->'note', 100000)
    AND body->>'channel' IN ('counter', 'phone', 'outreach', 'online')
    AND jsonb_typeof(body->'services') = 'array', false)
  THEN RETURN false; END IF;
  IF coalesce(body->'citizen', 'null') <> 'null' AND NOT okno.is_uuid(body->'citizen')
    OR coalesce(body->'ticket', 'null') <> 'null' AND NOT okno.is_uuid(body->'ticket')
    OR coalesce(body->'case', 'null') <> 'null' AND NOT okno.is_uuid(body->'case')
    OR coalesce(body->'event_date', 'null') <> 'null' AND NOT okno.is_day(body->>'event_date')
  THEN RETURN false; END IF;
  FOR line IN SELECT * FROM jsonb_array_elements(body->'services') LOOP
    IF NOT coalesce(okno.is_text(line->'id', 200) AND line->>'id' <> ALL (services)
      AND line->>'outcome' IN ('accepted', 'consulted', 'issued', 'refused', 'redirected'), false)
    THEN RETURN false; END IF;
    services := services || (line->>'id');
  END LOOP;
  RETURN true;
END
$$;

CREATE FUNCTION okno.is_rating(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT okno.is_uuid(body->'id') AND okno.is_text(body->'situation', 200)
    AND okno.is_day(body->>'day') AND jsonb_typeof(body->'criteria') = 'array'
    AND jsonb_typeof(body->'too_fast') = 'boolean'
    AND CASE body->>'result'
      WHEN 'given' THEN body->'score' IN ('1', '2', '3', '4', '5')
      WHEN 'skipped' THEN coalesce(body->'score', 'null') = 'null'
      WHEN 'declined' THEN coalesce(body->'score', 'null') = 'null'
      WHEN 'timed_out' THEN coalesce(body->'score', 'null') = 'null'
      ELSE false
    END
$$;

-- Why an operation cannot be taken as it is; `null` where it can.
CREATE FUNCTION okno.fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE kind
    WHEN 'visit_logged' THEN fits := okno.is_visit(body);
    WHEN 'rating_recorded' THEN fits := okno.is_rating(body);
    WHEN 'case_opened', 'case_changed' THEN fits := body IS NOT NULL;
    WHEN 'citizen_added' THEN
      fits := okno.is_uuid(body->'id') AND body ?& ARRAY['audience', 'surname']
        AND okno.are_fields(body, false);
    WHEN 'citizen_changed' THEN
      fits := okno.is_uuid(body->'id') AND jsonb_typeof(body->'seen') = 'object'
        AND okno.are_fields(body->'set', true);
    WHEN 'conflict_settled' THEN
      fits := okno.is_uuid(body->'id') AND okno.is_uuid(body->'citizen')
        AND jsonb_typeof(body->'seen') = 'object' AND okno.are_fields(body->'set', true);
    WHEN 'citizen_erased', 'visit_undone' THEN fits := okno.is_uuid(body->'id');
    WHEN 'citizens_merged' THEN
      fits := okno.is_uuid(body->'kept') AND okno.is_uuid(body->'merged')
        AND okno.as_uuid(body->'kept') <> okno.as_uuid(body->'merged');
    WHEN 'citizens_unmerged' THEN fits := okno.is_uuid(body->'merged');
    ELSE RETURN 'unknown_kind';
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;
