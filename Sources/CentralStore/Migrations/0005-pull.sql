-- What a desk asks about the centre: greeting, changes, snapshot, catalogue; and what is forgotten.

-- Answers `milliseconds spread poll retry_after protocol epoch`.
CREATE FUNCTION okno_api_v1.hello(protocol int, incarnation bytea, program text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
  newest int := okno.protocol();
  desks int;
  poll int;
  polls int;
BEGIN
  -- Both sides speak their newest version and the two before.
  IF protocol IS NULL OR protocol NOT BETWEEN newest - 2 AND newest + 2 THEN
    RAISE EXCEPTION USING ERRCODE = 'OK002', MESSAGE = 'desk and central store are too far apart',
      DETAIL = newest;
  END IF;
  UPDATE okno.desk_state s
  SET program = left(hello.program, 100), protocol = hello.protocol, seen = now()
  WHERE s.desk = desk.number;
  SELECT s.value::int INTO desks FROM okno.setting s WHERE s.name = 'desks';
  SELECT s.value::int INTO poll FROM okno.setting s WHERE s.name = 'poll';
  -- Behind a pooler a desk that has not asked for a while costs a login, a few milliseconds of a core:
  -- hence so many polls a second and no more.
  SELECT s.value::int INTO polls FROM okno.setting s WHERE s.name = 'polls';
  RETURN (extract(epoch FROM clock_timestamp()) * 1000)::bigint
    || ' ' || least(60, desks / 80) || ' ' || greatest(poll, desks / greatest(polls, 1)) || ' 0 ' || newest
    || ' ' || (SELECT okno.told_epoch(s.epoch) FROM okno.stream s WHERE s.centre = desk.centre);
END
$$;

CREATE FUNCTION okno.protocol() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';

-- The hash of a cursor: enough to tell two pasts apart, short on the wire.
CREATE FUNCTION okno.short(chain bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT encode(substr(chain, 1, 12), 'hex') $$;

-- What surely outlives a failover or a restored backup: the head as it was some days ago.
CREATE FUNCTION okno.durable(stream okno.stream) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN stream.moved <= now() - s.value::interval THEN stream.head
    ELSE coalesce((
      SELECT max(m.number) FROM okno.head_mark m
      WHERE m.centre = stream.centre AND m.at <= now() - s.value::interval), 0)
  END FROM okno.setting s WHERE s.name = 'hold'
$$;

-- Answers `number chain head durable release milliseconds` and then a line a row: `entity id version
-- body`, a tombstone without body; or `snapshot`. `=` stands for a number and a chain that are the
-- asker's. An asker whose past is this one, but who knows of another timeline, is told so: `=`, no rows,
-- and the epoch at the line's end.
CREATE FUNCTION okno_api_v1.pull(at_epoch text, at_number bigint, at_chain text, most int)
RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
  stream okno.stream;
  page okno.change;
  start text := '=';
  told text;
  lines text[] := '{}';
BEGIN
  most := least(greatest(most, 1), 10000);
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

-- To be asked by COPY: `epoch number chain rows`, then a line a row as in `pull`, citizens first.
CREATE FUNCTION okno_api_v1.snapshot() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
BEGIN
  RETURN QUERY
    SELECT okno.told_epoch(s.epoch) || ' ' || s.head || ' ' || okno.short(s.chain) || ' ' || (
      SELECT count(*) FROM okno.row r WHERE r.centre = desk.centre AND r.body IS NOT NULL)
    FROM okno.stream s WHERE s.centre = desk.centre;
  RETURN QUERY
    SELECT r.entity::text || ' ' || r.id || ' ' || r.version || ' ' || r.body
    FROM okno.row r WHERE r.centre = desk.centre AND r.entity = 'c' AND r.body IS NOT NULL;
  RETURN QUERY
    SELECT r.entity::text || ' ' || r.id || ' ' || r.version || ' ' || r.body
    FROM okno.row r WHERE r.centre = desk.centre AND r.entity <> 'c' AND r.body IS NOT NULL;
END
$$;

-- The release of that number for this centre; no row where there is none.
CREATE FUNCTION okno_api_v1.catalogue(release bigint, OUT content bytea, OUT signature bytea)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  desk okno.desk := okno.me();
BEGIN
  RETURN QUERY
    SELECT r.content, r.signature FROM okno.release r
    WHERE r.number = catalogue.release AND (r.centre IS NULL OR r.centre = desk.centre)
    ORDER BY r.centre NULLS LAST LIMIT 1;
END
$$;

-- Forgets what no desk needs any more, and says how much: changes and tombstones that are as old as
-- `kept`, operations that are as old as `remembered`.
CREATE FUNCTION okno.prune(kept interval, remembered interval, OUT rows bigint, OUT operations bigint)
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE okno.stream s SET horizon = t.number
  FROM (
    SELECT c.centre, max(c.number) AS number FROM okno.change c WHERE c.at < now() - kept GROUP BY 1
  ) t WHERE t.centre = s.centre AND t.number > s.horizon;
  DELETE FROM okno.change c USING okno.stream s WHERE s.centre = c.centre AND c.number < s.horizon;
  WITH gone AS (
    DELETE FROM okno.row r WHERE r.body IS NULL AND r.written < now() - kept RETURNING 1
  ) SELECT count(*) INTO rows FROM gone;
  WITH gone AS (
    DELETE FROM okno.operation o WHERE o.at < now() - remembered RETURNING 1
  ) SELECT count(*) INTO operations FROM gone;
  -- Of the marks behind `hold`, only the last one tells anything.
  DELETE FROM okno.head_mark m USING okno.head_mark later, okno.setting s
  WHERE s.name = 'hold' AND later.centre = m.centre AND later.number > m.number
    AND later.at <= now() - s.value::interval;
END
$$;

GRANT USAGE ON SCHEMA okno_api_v1 TO okno_desk;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno_api_v1 TO okno_desk;
