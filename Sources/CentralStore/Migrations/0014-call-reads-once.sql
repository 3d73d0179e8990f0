-- A call reads the row of its ticket once, with the ticket, instead of once to see whether it knows the request and once
-- more for the answer. docs/decisions/sync.md says what was measured.

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
    SELECT t.centre, t.id, t.last_step, r.version, r.body
    -- OFFSET: a join would be planned from the rows' side, and so sort the whole line.
    FROM okno.ticket t CROSS JOIN LATERAL (
      SELECT r.version, r.body FROM okno.row r
      WHERE r.centre = t.centre AND r.entity = 't' AND r.id = t.id OFFSET 0) r
    -- Asked for one by one, these are known before the line is looked at, which is read in its order then.
    WHERE t.centre = (SELECT m.centre FROM me m) AND t.state IN ('waiting', 'redirected') AND t.placed >= since
      AND CASE WHEN t.destination IS NOT NULL THEN t.destination = (SELECT m.id FROM me m)
        ELSE coalesce(cardinality(situations), 0) = 0 OR t.situation IS NULL OR t.situation = ANY (situations) END
      AND (t.leased_to IS NULL OR t.leased_to = (SELECT m.number FROM me m) OR t.leased_until <= now())
      -- A desk that was not answered in time called this one by itself, under the same request, and put it back since.
      AND position('"id": "' || request || '"' IN r.body) = 0
    ORDER BY t.priority DESC, t.placed, t.id LIMIT 1
    FOR UPDATE OF t SKIP LOCKED
  ), moved AS (
    UPDATE okno.ticket t
    SET state = 'called', desk = (SELECT m.id FROM me m), last_step = request, leased_to = NULL, leased_until = NULL
    FROM first f WHERE t.centre = f.centre AND t.id = f.id
    RETURNING t.centre, t.id, t.desk, f.last_step AS follows, f.version, f.body
  ), kept AS (
    INSERT INTO okno.call (centre, request, ticket, desk, employee, follows, time)
    SELECT m.centre, request, m.id, m.desk, employee, m.follows, at FROM moved m
  )
  SELECT 't ' || m.id || ' ' || m.version + 1 || ' '
    || okno.with_step(m.body, okno.call_step(request, employee, m.follows, at, m.desk))
  INTO answer FROM moved m;
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
