P="psql -h /tmp/stpg -p 54999 -U admin -v ON_ERROR_STOP=1 -q"
$P -d postgres -c "DROP DATABASE IF EXISTS okno" -c "CREATE DATABASE okno"
M=/work/h/queue/Sources/CentralStore/Migrations
$P -d okno -f $M/roles.sql || exit 1
for f in $M/000?-*.sql /tmp/st/0008-staff.sql; do [ "$(basename $f)" = 0008-staff.sql ] && [ $f != /tmp/st/0008-staff.sql ] && continue; (echo "SET ROLE okno_owner;"; cat $f) | $P -d okno -f - || { echo FAILED $f; exit 1; }; done; echo loaded
