-- Feedback to the catalogue, and employees' ratings in batches: docs/decisions/feedback.md says why.

INSERT INTO okno.kind_permission (kind, permission) VALUES
  ('feedback_given', 'serve'), ('feedback_read', 'read_feedback');

CREATE OR REPLACE FUNCTION okno.knows(desk_number int) RETURNS "char"[]
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN s.protocol >= 2 THEN '{c,v,r,x,t,d,e,f,m,s}' ELSE '{c,v,r,x}' END::"char"[]
  FROM okno.desk_state s WHERE s.desk = desk_number
$$;

-- One line of a person's.
CREATE FUNCTION okno.is_line(value jsonb, longest int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT okno.is_text(value, longest) AND value #>> '{}' <> '' AND value #>> '{}' !~ '[[:cntrl:]]'
$$;

CREATE FUNCTION okno.is_count(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_typeof(value) = 'number' AND value #>> '{}' ~ '^[0-9]{1,6}$', false)
$$;

-- What was there before stays under another name; a later migration does the same.
ALTER FUNCTION okno.other_fault(text, jsonb) RENAME TO fault_before_feedback;
CREATE FUNCTION okno.other_fault(kind text, body jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fits boolean;
BEGIN
  CASE kind
    WHEN 'feedback_given' THEN
      fits := okno.is_uuid(body->'id') AND okno.is_line(body->'kind', 40)
        AND okno.is_line(body->'service', 200)
        AND (okno.is_absent(body->'situation') OR okno.is_line(body->'situation', 200))
        AND okno.is_line(body->'text', 500) AND okno.is_text(body->'seen', 4000)
        AND okno.is_text(body->'catalogue', 80);
    WHEN 'feedback_read' THEN
      fits := okno.is_uuid(body->'id') AND okno.is_uuid(body->'answer')
        AND okno.is_line(body->'text', 500);
    WHEN 'strength_told' THEN
      -- Fewer than five would tell single ratings.
      fits := okno.is_uuid(body->'id') AND okno.is_uuid(body->'about')
        AND okno.is_line(body->'situation', 200) AND okno.is_day(body->>'day')
        AND CASE WHEN okno.is_count(body->'given') AND okno.is_count(body->'best')
          THEN (body->>'given')::int >= 5 AND (body->>'best')::int <= (body->>'given')::int END;
    ELSE RETURN okno.fault_before_feedback(kind, body);
  END CASE;
  RETURN CASE WHEN fits THEN NULL ELSE 'bad_body' END;
END
$$;

-- Feedback with an answer more. One that is not known yet, as after a failover, keeps its answers until it comes; nobody
-- is told of its row before.
CREATE FUNCTION okno.answer_feedback(desk okno.desk, op okno.incoming) RETURNS okno.touched[]
LANGUAGE plpgsql AS $$
DECLARE
  answer jsonb := jsonb_build_object('id', op.body->'answer', 'text', op.body->'text',
    'employee', op.body->'employee', 'time', okno.moment(op.at));
  version bigint;
BEGIN
  INSERT INTO okno.row (centre, entity, id, version, written, origin)
  VALUES (desk.centre, 'f', op.subject, 0, now(), '{"answers": []}') ON CONFLICT DO NOTHING;
  UPDATE okno.row r
  SET origin = jsonb_build_object('answers', r.origin->'answers' || answer),
    body = (r.body::jsonb || jsonb_build_object('answers', r.origin->'answers' || answer))::text,
    version = CASE WHEN r.body IS NULL THEN 0 ELSE r.version + 1 END, written = now()
  WHERE r.centre = desk.centre AND r.entity = 'f' AND r.id = op.subject
    AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(r.origin->'answers') a WHERE a->'id' = op.body->'answer')
  RETURNING CASE WHEN r.body IS NULL THEN NULL ELSE r.version END INTO version;
  RETURN CASE WHEN version IS NULL THEN '{}' ELSE ARRAY[('f', op.subject, version)::okno.touched] END;
END
$$;

CREATE FUNCTION okno.take_feedback(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
DECLARE
  letter "char" := CASE op.kind WHEN 'strength_told' THEN 's' ELSE 'f' END;
  version bigint;
BEGIN
  verdict := 'accepted';
  rows := '{}';
  IF op.kind = 'feedback_read' THEN
    rows := okno.answer_feedback(desk, op);
    RETURN;
  END IF;
  INSERT INTO okno.row AS r (centre, entity, id, version, written, body, origin)
  VALUES (desk.centre, letter, op.subject, 1, now(), CASE op.kind
      WHEN 'strength_told' THEN op.body
      ELSE op.body || jsonb_build_object(
        'desk', desk.id, 'given', okno.moment(op.at), 'answers', '[]'::jsonb)
    END::text, '{"answers": []}')
  ON CONFLICT (centre, entity, id) DO UPDATE
  SET body = (excluded.body::jsonb || r.origin)::text, version = 1, written = now()
  WHERE r.body IS NULL
  RETURNING r.version INTO version;
  IF version IS NOT NULL THEN rows := ARRAY[(letter, op.subject, version)::okno.touched]; END IF;
END
$$;

ALTER FUNCTION okno.take_other(okno.desk, okno.incoming) RENAME TO take_before_feedback;
CREATE FUNCTION okno.take_other(
  desk okno.desk, op okno.incoming, OUT verdict text, OUT rows okno.touched[]
)
LANGUAGE plpgsql AS $$
BEGIN
  IF op.kind IN ('feedback_given', 'feedback_read', 'strength_told') THEN
    SELECT f.verdict, f.rows INTO verdict, rows FROM okno.take_feedback(desk, op) f;
  ELSE
    SELECT t.verdict, t.rows INTO verdict, rows FROM okno.take_before_feedback(desk, op) t;
  END IF;
END
$$;
