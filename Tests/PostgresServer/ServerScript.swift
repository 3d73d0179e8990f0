/// What the server's life consists of. PostgreSQL refuses to run as root: then it runs as nobody's
/// friend `postgres`, whom Debian's package makes.
enum ServerScript {
  private static let tools = """
    PATH="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH"
    as_user() {
      if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid postgres --regid postgres --clear-groups -- "$@"
      else "$@"; fi
    }

    """

  /// In memory where there is room and no test of the disk: databases are made by the dozen.
  static let makeFolder = """
    place=/tmp
    free=$(df --output=avail -m /dev/shm 2>/dev/null | tail -1)
    if [ "$1" = off ] && [ -w /dev/shm ] && [ "${free:-0}" -gt 3000 ]; then place=/dev/shm; fi
    folder=$(mktemp -d "$place"/okno-pg.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
    echo "$folder"
    """

  /// folder, port, fsync
  static let initialise =
    tools + """
      cd "$1"
      as_user initdb -D data -U postgres -A trust -E UTF8 --no-locale --no-sync >initdb.log
      key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
      for ca in ca other; do
        openssl req -x509 $key -days 2 -subj "/CN=throw-away $ca" -keyout $ca.key -out $ca.crt
      done 2>openssl.log
      openssl req $key -subj /CN=localhost -keyout server.key -out server.csr 2>>openssl.log
      echo subjectAltName=DNS:localhost,DNS:okno.test >san
      openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 \\
        -extfile san -out server.crt 2>>openssl.log
      chmod 600 server.key
      if [ "$(id -u)" -eq 0 ]; then chown postgres: server.key server.crt; chmod 755 .; fi
      cat >>data/postgresql.conf <<END
      listen_addresses = '127.0.0.1'
      port = $2
      unix_socket_directories = '$1'
      fsync = $3
      max_connections = 100
      shared_buffers = 64MB
      ssl = on
      ssl_cert_file = '$1/server.crt'
      ssl_key_file = '$1/server.key'
      ssl_ca_file = '$1/ca.crt'
      password_encryption = scram-sha-256
      wal_level = replica
      max_wal_senders = 4
      jit = off
      END
      cat >data/pg_hba.conf <<END
      local all postgres trust
      local all all scram-sha-256
      local replication postgres trust
      host all postgres 127.0.0.1/32 trust
      hostssl all +\(certified) 127.0.0.1/32 cert
      host all all 127.0.0.1/32 scram-sha-256
      END
      """

  /// folder, port, folder and port of the primary
  static let copy =
    tools + """
      cd "$1"
      as_user pg_basebackup -h "$3" -p "$4" -U postgres -D data -R -X stream --checkpoint=fast --no-sync
      cp "$3"/server.key "$3"/server.crt "$3"/ca.crt "$3"/other.crt .
      if [ "$(id -u)" -eq 0 ]; then chown postgres: server.key server.crt; chmod 755 .; fi
      cat >>data/postgresql.conf <<END
      port = $2
      unix_socket_directories = '$1'
      ssl_cert_file = '$1/server.crt'
      ssl_key_file = '$1/server.key'
      ssl_ca_file = '$1/ca.crt'
      END
      """

  /// Whose members need a client's certificate instead of a password.
  static let certified = "okno_certified"

  /// folder, whom it is made out to, whose signature: `ca` or `other`
  static let certificate = """
    cd "$1"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$2" \\
      -keyout "$2.key" -out "$2.csr"
    openssl x509 -req -in "$2.csr" -CA "$3.crt" -CAkey "$3.key" -CAcreateserial -days 2 -out "$2.crt"
    chmod 600 "$2.key"
    """

  /// Lives as long as the server: a word ends it, and the end of its input the folder too.
  static let run =
    tools + """
      cd "$1" || exit 1
      as_user pg_ctl -D data -l log -w -s start >start.log 2>&1 </dev/null || exit 1
      echo ready
      # Whoever started the tests waits for all who hold their output.
      exec >/dev/null 2>&1
      if read -r _; then gone=; else gone=yes; fi
      as_user pg_ctl -D data -m immediate -s stop
      if [ "$gone" ]; then cd /; rm -rf "$1"; fi
      """

  static let kill = """
    postmaster=$(head -1 "$1"/data/postmaster.pid)
    children=$(awk -v parent="$postmaster" '$2 == "(postgres)" && $4 == parent { print $1 }' \\
      /proc/[0-9]*/stat 2>/dev/null || true)
    kill -9 "$postmaster" $children 2>/dev/null || true
    # Where nobody buries it, it stays a zombie.
    alive() { state=$(awk '{ print $3 }' "/proc/$postmaster/stat" 2>/dev/null) && [ "$state" != Z ]; }
    tries=0
    while alive && [ $tries -lt 1500 ]; do tries=$((tries + 1)); sleep 0.02; done
    """

  static let promote = tools + "cd \"$1\"; as_user pg_ctl -D data -w -s promote"

  /// folder of the server, its port, own port; the lines of the user list on standard input's place.
  static let pooler =
    tools + """
      mkdir "$4"
      cd "$4"
      printf '%s' "$5" >users
      cat >pgbouncer.ini <<END
      [databases]
      * = host=$1 port=$2
      [pgbouncer]
      listen_addr = 127.0.0.1
      listen_port = $3
      unix_socket_dir = $4
      auth_type = scram-sha-256
      auth_file = $4/users
      pool_mode = transaction
      default_pool_size = 2
      max_client_conn = 50
      max_db_connections = 4
      logfile = $4/log
      pidfile = $4/pid
      END
      if [ "$(id -u)" -eq 0 ]; then chown -R postgres: .; fi
      PATH="$PATH:/usr/sbin"
      as_user pgbouncer -q -d pgbouncer.ini >start.log 2>&1 </dev/null || exit 1
      # It may end after it has said that it runs, for want of its port.
      tries=0
      while ! [ -S "$4/.s.PGSQL.$3" ]; do
        tries=$((tries + 1))
        if [ $tries -gt 1500 ]; then exit 1; fi
        sleep 0.02
      done
      echo ready
      exec >/dev/null 2>&1
      read -r _
      kill -9 "$(cat pid)"
      """
}
