import CentralStore
import Domain
import Glibc
import Postgres
import PostgresServer
import Sync
import Testing

/// What becomes of a link that cannot be made, or that ends: always a clear state.
@Suite struct LinkTests {
  private let store: CentralFixture

  init() throws { store = try CentralFixture() }

  private func broken(_ credentials: Credentials) throws -> LinkFault? {
    do {
      try RemoteDesk(credentials).greet()
      return nil
    } catch let error as RemoteDesk.Broken {
      return error.fault
    }
  }

  @Test func aWrongPasswordIsTold() throws {
    var credentials = try store.enrol()
    credentials.password = "wrong"
    #expect(try broken(credentials) == .stopped(.credentials))
    credentials.dsn = "host=127.0.0.1 port=\(store.server.port) dbname=\(store.database)"
    #expect(try broken(credentials) == .stopped(.credentials))
    credentials.role = "okno_nobody"
    #expect(try broken(credentials) == .stopped(.credentials))
  }

  @Test func aRevokedDeskIsTold() throws {
    let desk = try store.desk()
    let administrator = try store.administrator()
    try administrator.revoke(centre: "Центр", desk: "Окно 1")
    #expect(throws: RemoteDesk.Broken(fault: .unreachable)) { try desk.next() }
    #expect(throws: RemoteDesk.Broken(fault: .stopped(.revoked))) { try desk.greet() }
    #expect(throws: AdministratorFault.unknownDesk(centre: "Центр", desk: "Окно 1")) {
      try administrator.revoke(centre: "Центр", desk: "Окно 1")
    }
  }

  @Test func aRevokedDeskOfAPoolIsToldByTheFunctions() throws {
    let desk = try store.desk()
    try store.session().execute("UPDATE okno.desk SET revoked = now()")
    guard case .stopped(.revoked) = try desk.ask(.pull(nil, limit: 1)) else {
      Issue.record("a revoked desk was served")
      return
    }
  }

  @Test func onlyTheRightCertificateIsTaken() throws {
    var credentials = try store.enrol()
    credentials.dsn = store.server.tlsDSN(store.database)
    #expect(try broken(credentials) == nil)
    // Signed by somebody else.
    credentials.dsn =
      "host=localhost port=\(store.server.port) dbname=\(store.database) "
      + "sslmode=verify-full sslrootcert=\(store.server.folder)/other.crt"
    #expect(try broken(credentials) == .stopped(.certificate))
    // Made out for another name.
    credentials.dsn = store.server.tlsDSN(store.database, host: "127.0.0.1")
    #expect(try broken(credentials) == .stopped(.certificate))
  }

  @Test func aClientsCertificateStandsForThePassword() throws {
    var credentials = try store.enrol()
    let server = store.server
    try server.certify(credentials.role)
    credentials.password = nil
    credentials.dsn = server.tlsDSN(store.database)
    #expect(try broken(credentials) == .stopped(.credentials))
    let own = try server.certificate(for: credentials.role)
    credentials.dsn += " " + own
    let file = "\(server.folder)/\(credentials.role).json5"
    try credentials.write(to: file)
    let desk = try RemoteDesk(try Credentials(file: file))
    try desk.greet()
    #expect(try desk.push("visit_logged", Sample.visit(desk.id())) == .accepted)
    // Made out to another desk, or signed by somebody else.
    let other = try store.enrol(desk: "Окно 2")
    let theirs = try server.certificate(for: other.role)
    credentials.dsn = server.tlsDSN(store.database) + " " + theirs
    #expect(try broken(credentials) == .stopped(.credentials))
    let foreign = try server.certificate(for: credentials.role, isOurs: false)
    credentials.dsn = server.tlsDSN(store.database) + " " + foreign
    #expect(try broken(credentials) == .stopped(.certificate))
    chmod("\(server.folder)/\(credentials.role).key", 0o644)
    #expect(try broken(credentials) == .stopped(.certificate))
  }

  @Test func aServerWithoutEncryptionIsNotTakenForOneWithIt() throws {
    var credentials = try store.enrol()
    let pooler = try Pooler(before: store.server)
    defer { pooler.stop() }
    credentials.dsn =
      pooler.dsn(store.database)
      + " sslmode=verify-full sslrootcert=\(store.server.folder)/ca.crt"
    #expect(try broken(credentials) == .stopped(.certificate))
  }

  @Test func anAnswerlessPortIsUnreachableAndTheNextHostIsTried() throws {
    var credentials = try store.enrol()
    let closed = try PostgresServer.freePort()
    let name = "dbname=\(store.database)"
    credentials.dsn = "host=127.0.0.1 port=\(closed) \(name)"
    #expect(try broken(credentials) == .unreachable)
    credentials.dsn = "host=127.0.0.1,127.0.0.1 port=\(closed),\(store.server.port) \(name)"
    #expect(try broken(credentials) == nil)
    credentials.dsn = "host=127.0.0.1 port=\(store.server.port) dbname=nowhere"
    #expect(try broken(credentials) == .stopped(.credentials))
  }

  @Test func aFullServerIsBusy() throws {
    let credentials = try store.enrol()
    let desks = try (0..<4).map { _ in try RemoteDesk(credentials) }
    for desk in desks { try desk.greet() }
    let fault = try withExtendedLifetime(desks) { try broken(credentials) }
    #expect(fault == .busy)
  }

  @Test func aServerThatEndsIsNoticedWhileNothingIsAsked() throws {
    let desk = try store.desk()
    try store.session().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1",
      .text(desk.credentials.role))
    #expect(throws: RemoteDesk.Broken(fault: .unreachable)) { try desk.next() }
    #expect(desk.remote.interest == nil)
    try desk.greet()
  }

  @Test func theAdministratorMayAskAllToWait() throws {
    let desk = try store.desk()
    try store.session().execute("INSERT INTO okno.setting VALUES ('busy', '42')")
    guard case .busy(retryAfter: 42) = try desk.ask(.pull(nil, limit: 1)) else {
      Issue.record("the desk was not asked to wait")
      return
    }
  }

  /// Both sides speak their newest version and the two before.
  @Test(arguments: [
    (1, 1, true), (3, 1, true), (4, 1, false), (1, 3, true), (1, 4, false), (5, 3, true),
  ])
  func versionsTwoApartAreServed(_ server: Int, _ desk: Int, _ isServed: Bool) throws {
    try store.session().execute(
      "CREATE OR REPLACE FUNCTION okno.protocol() RETURNS int LANGUAGE sql AS 'SELECT \(server)'")
    let link = try RemoteDesk(try store.enrol())
    try link.connect()
    let hello = Hello(version: desk, incarnation: [1], program: "okno test")
    switch try link.ask(.hello(hello)) {
    case .welcome(let welcome):
      #expect(isServed)
      #expect(welcome.poll == 5)
      #expect(welcome.spread == 0)
      #expect(welcome.serverTime.milliseconds > 1_700_000_000_000)
    case .stopped(.version): #expect(!isServed)
    default: Issue.record("neither served nor refused")
    }
  }

  @Test func desksAreSpreadByTheirNumber() throws {
    try store.session().execute("UPDATE okno.setting SET value = '52000' WHERE name = 'desks'")
    let credentials = try store.enrol()
    try store.session().execute("UPDATE okno.setting SET value = '52000' WHERE name = 'desks'")
    let desk = try RemoteDesk(credentials)
    try desk.connect()
    let hello = Hello(version: 2, incarnation: [1], program: "okno test")
    guard case .welcome(let welcome) = try desk.ask(.hello(hello)) else {
      Issue.record("no welcome")
      return
    }
    #expect(welcome.spread == 60)
    #expect(welcome.poll == 173)
  }

  @Test func nothingIsSaidAfterClosing() throws {
    let desk = try store.desk()
    desk.remote.send(.snapshot)
    desk.remote.close()
    #expect(desk.remote.advance().isEmpty)
    #expect(desk.remote.interest == nil)
    desk.remote.send(.snapshot)
    #expect(desk.remote.advance().isEmpty)
    try desk.greet()
    #expect(try desk.snapshot().rows.isEmpty)
  }
}
