internal import Domain
internal import Postgres

extension Administrator {
  /// Gives a desk a role of its own. The password is made here, and PostgreSQL gets only its verifier.
  ///
  /// - Parameters:
  ///   - dsn: where the desk finds the store, without role and password.
  ///   - isAgain: the desk of that name is revoked first, if there is one.
  ///   - keep: puts the credentials in their place; where it fails, nobody is enrolled.
  package func enrol(
    centre: String, desk: String, dsn: String, isAgain: Bool = false,
    keep: (Credentials) throws -> Void = { _ in }
  ) throws -> Credentials {
    let password = Self.password()
    let reachable = try Self.without(secrets: dsn)
    return try asOwner {
      let centreNumber = try makeCentre(centre)
      if let old = try activeRole(centre: centreNumber, desk: desk) {
        guard isAgain else {
          throw AdministratorFault.alreadyEnrolled(centre: centre, desk: desk)
        }
        try takeBack(role: old)
      }
      let row = try session.query(Self.insertDesk, .text(centreNumber), .text(desk))
      guard let id = row.text(0, 0).flatMap({ Identifier<Desk>($0) }), let role = row.text(0, 1)
      else { throw AdministratorFault.notThere }
      try countDesks()
      let key = try session.value("SELECT value FROM okno.setting WHERE name = 'release_key'")
      // Roles are the administrator's to make, not the owner's.
      try session.execute("RESET ROLE")
      try makeRole(role, password: password)
      let credentials = Credentials(
        dsn: reachable, role: role, password: password, centre: centre, desk: desk, deskID: id,
        releaseKey: key)
      try keep(credentials)
      return credentials
    }
  }

  /// Ends a desk's enrolment. What it has sent stays; it is told, and keeps what it has not sent.
  package func revoke(centre: String, desk: String) throws {
    try asOwner {
      let number = try session.value(
        "SELECT number FROM okno.centre WHERE name = $1", .text(centre))
      guard let number, let role = try activeRole(centre: number, desk: desk) else {
        throw AdministratorFault.unknownDesk(centre: centre, desk: desk)
      }
      try takeBack(role: role)
      try countDesks()
    }
  }

  private static let insertDesk = """
    WITH made AS (
      INSERT INTO okno.desk (id, role, centre, name)
      SELECT id, 'okno_' || replace(id::text, '-', ''), $1::int, $2 FROM gen_random_uuid() id
      RETURNING number, id, role
    ), state AS (
      INSERT INTO okno.desk_state (desk) SELECT number FROM made
    ) SELECT id, role FROM made
    """

  private func makeCentre(_ name: String) throws -> String {
    let find = "SELECT number FROM okno.centre WHERE name = $1"
    if let number = try session.value(find, .text(name)) { return number }
    try session.query("SELECT okno.make_centre($1)", .text(name))
    guard let number = try session.value(find, .text(name)) else {
      throw AdministratorFault.unknownCentre(name)
    }
    return number
  }

  private func activeRole(centre: String, desk: String) throws -> String? {
    try session.value(
      "SELECT role FROM okno.desk WHERE centre = $1::int AND name = $2 AND revoked IS NULL",
      .text(centre), .text(desk))
  }

  private func takeBack(role: String) throws {
    try session.query("UPDATE okno.desk SET revoked = now() WHERE role = $1", .text(role))
    let name = Self.identifier(role)
    try session.execute("RESET ROLE")
    try session.execute("ALTER ROLE \(name) NOLOGIN; REVOKE okno_desk FROM \(name)")
    // Who may not end others' connections leaves it to the functions, which refuse the desk anyway.
    try session.execute(
      """
      DO $$ BEGIN
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = \(Self.literal(role));
      EXCEPTION WHEN insufficient_privilege THEN NULL;
      END $$; SET LOCAL ROLE okno_owner
      """)
  }

  private func countDesks() throws {
    try session.execute(
      """
      UPDATE okno.setting SET value = (SELECT count(*) FROM okno.desk WHERE revoked IS NULL)
      WHERE name = 'desks'
      """)
  }

  private func makeRole(_ role: String, password: String) throws {
    let name = Self.identifier(role)
    let verifier = try session.verifier(ofPassword: password, role: role)
    try session.execute(
      """
      CREATE ROLE \(name) LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 4
        PASSWORD \(Self.literal(verifier)) IN ROLE okno_desk;
      ALTER ROLE \(name) SET statement_timeout = '10min';
      ALTER ROLE \(name) SET lock_timeout = '10s';
      ALTER ROLE \(name) SET idle_in_transaction_session_timeout = '1min'
      """)
  }

  // MARK: - Texts

  /// 256 random bits. The system's generator is the kernel's.
  private static func password() -> String {
    var generator = SystemRandomNumberGenerator()
    return Hexadecimal.text(
      (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  static func without(secrets dsn: String) throws(DSNFault) -> String {
    guard var connection = try? ConnectionString(dsn) else { throw .unreadable }
    for keyword in ["user", "password", "passfile", "sslpassword"] { connection[keyword] = nil }
    return connection.text
  }

  static func identifier(_ name: String) -> String { doubled("\"", in: name) }

  static func literal(_ text: String) -> String { doubled("'", in: text) }

  private static func doubled(_ quote: Character, in text: String) -> String {
    let parts = text.split(separator: quote, omittingEmptySubsequences: false)
    return "\(quote)\(parts.joined(separator: "\(quote)\(quote)"))\(quote)"
  }
}
