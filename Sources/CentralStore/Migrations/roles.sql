-- The roles of the central store; run at each `okno central init`, before the migrations.
-- Roles belong to the cluster, not to the database: another database's init may be making them too.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['okno_owner', 'okno_desk'] LOOP
    BEGIN
      IF to_regrole(wanted) IS NULL THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
  -- Whoever sets up the store has to be able to act as its owner.
  IF NOT pg_has_role(current_user, 'okno_owner', 'MEMBER') THEN
    EXECUTE format('GRANT okno_owner TO %I', current_user);
  END IF;
  EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO okno_owner', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO okno_desk', current_database());
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
