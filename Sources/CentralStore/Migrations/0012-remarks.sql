-- What is said of citizens and outlives a visit: answers, what became of offers, employees' own verdicts.
-- docs/decisions/remarks.md says why.

INSERT INTO okno.kind_permission (kind, permission) VALUES
  ('fact_told', 'serve'), ('offer_answered', 'serve'), ('verdict_overruled', 'serve');

CREATE OR REPLACE FUNCTION okno.protocol() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 3';

-- An older desk takes the letter for a fault, and works on without what it cannot show.
ALTER FUNCTION okno.knows(int) RENAME TO knows_before_remarks;
CREATE FUNCTION okno.knows(desk_number int) RETURNS "char"[]
LANGUAGE sql STABLE AS $$
  SELECT okno.knows_before_remarks(desk_number)
    || CASE WHEN s.protocol >= 3 THEN '{k}' ELSE '{}' END::"char"[]
  FROM okno.desk_state s WHERE s.desk = desk_number
$$;

CREATE FUNCTION okno.is_remark(body jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT okno.is_uuid(body->'id') AND okno.is_uuid(body->'citizen')
    AND okno.is_line(body->'subject', 200) AND okno.is_line(body->'value', 200)
    AND (okno.is_absent(body->'source') OR okno.is_line(body->'source', 40))
    AND (okno.is_absent(body->'reason')
      OR okno.is_text(body->'reason', 300) AND body->>'reason' !~ '[[:cntrl:]]')
    AND (okno.is_absent(body->'occasion') OR okno.is_text(body->'occasion', 2000))
    AND (okno.is_absent(body->'situation') OR okno.is_line(body->'situation', 200))
    AND (okno.is_absent(body->'visit') OR okno.is_uuid(body->'visit'))
    AND okno.is_moment(body->'told')
$$;

ALTER FUNCTION okno.other_fault(text, jsonb) RENAME TO fault_before_remarks;
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF kind IN ('fact_told', 'offer_answered', 'verdict_overruled') THEN
    RETURN CASE WHEN okno.is_remark(body)
      AND body->>'kind' = CASE kind
        WHEN 'fact_told' THEN 'fact' WHEN 'offer_answered' THEN 'offer' ELSE 'verdict' END
      AND (kind <> 'fact_told' OR NOT okno.is_absent(body->'source'))
    THEN NULL ELSE 'bad_body' END;
  END IF;
  RETURN okno.fault_before_remarks(kind, body);
END
$$;

-- A remark only adds. Of somebody who was erased nothing is kept: the desk that sent it is told so by a tombstone. Of
-- somebody who is not known it stays, for the card may come again, as after a failover.
CREATE FUNCTION okno.take_remark(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  card uuid := okno.as_uuid(op.body->'citizen');
  version bigint;
BEGIN
  -- Keeps an erasure away until this is decided.
  PERFORM FROM okno.row r
  WHERE r.centre = desk.centre AND r.entity = 'c' AND r.id = card FOR KEY SHARE;
  INSERT INTO okno.row AS r (centre, entity, id, version, written, citizen, body)
  SELECT desk.centre, 'k', op.subject, 1, now(), CASE WHEN NOT e.is_gone THEN card END,
    CASE WHEN NOT e.is_gone
      THEN (op.body - 'id' || jsonb_build_object('desk', desk.id))::text END
  FROM (SELECT EXISTS (
    SELECT FROM okno.erased e WHERE e.centre = desk.centre AND e.id = card)) e (is_gone)
  ON CONFLICT DO NOTHING
  RETURNING r.version INTO version;
  RETURN CASE WHEN version IS NULL THEN '{}' ELSE ARRAY[('k', op.subject, version)::okno.touched] END;
END
$$;

ALTER FUNCTION okno.take_other(okno.desk, okno.incoming) RENAME TO take_before_remarks;
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  IF op.kind IN ('fact_told', 'offer_answered', 'verdict_overruled') THEN
    verdict := 'accepted';
    rows := okno.take_remark(desk, op);
  ELSE
    SELECT t.verdict, t.rows INTO verdict, rows FROM okno.take_before_remarks(desk, op) t;
  END IF;
END
$$;

-- With the person go the remarks.
ALTER FUNCTION okno.erase(okno.desk, uuid) RENAME TO erase_before_remarks;
CREATE FUNCTION okno.erase(desk okno.desk, card uuid) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  rows okno.touched[] := okno.erase_before_remarks(desk, card);
  more okno.touched[];
BEGIN
  WITH gone AS (
    UPDATE okno.row r SET body = NULL, citizen = NULL, version = r.version + 1, written = now()
    WHERE r.centre = desk.centre AND r.entity = 'k' AND r.citizen = card
    RETURNING r.id, r.version
  )
  SELECT array_agg(('k', g.id, g.version)::okno.touched) INTO more FROM gone g;
  RETURN rows || coalesce(more, '{}');
END
$$;

-- A card that changes, or that is woken, takes its remarks along: a desk that had let them go after their time has them
-- back with the card.
ALTER FUNCTION okno.wake_cards(int, okno.touched[]) RENAME TO wake_cards_alone;
CREATE FUNCTION okno.wake_cards(centre_number int, rows okno.touched[]) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  woken okno.touched[] := okno.wake_cards_alone(centre_number, rows);
  more okno.touched[];
BEGIN
  WITH card AS (
    SELECT DISTINCT t.id FROM unnest(rows || woken) t WHERE t.entity = 'c' AND t.version > 1
  ), taken AS (
    UPDATE okno.row r SET version = r.version + 1, written = now() FROM card c
    WHERE r.centre = centre_number AND r.entity = 'k' AND r.citizen = c.id AND r.body IS NOT NULL
    RETURNING r.id, r.version
  )
  SELECT array_agg(('k', t.id, t.version)::okno.touched) INTO more FROM taken t;
  RETURN woken || coalesce(more, '{}');
END
$$;
