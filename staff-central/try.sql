SELECT okno.make_centre('Ц') \g /dev/null
CREATE ROLE d1 LOGIN; CREATE ROLE d2 LOGIN; GRANT okno_desk TO d1, d2;
INSERT INTO okno.desk (role, centre, name) VALUES ('d1',1,'Окно 1'),('d2',1,'Окно 2');
INSERT INTO okno.desk_state (desk) VALUES (1),(2);
CREATE FUNCTION pg_temp.noop() RETURNS int LANGUAGE sql AS 'SELECT 1';
