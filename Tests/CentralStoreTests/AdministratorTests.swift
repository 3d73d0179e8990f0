import Domain
import FoundationEssentials
import Glibc
import Postgres
import PostgresServer
import Sync
import Testing

@testable import CentralStore

@Suite struct AdministratorTests {
  /// A hash for each shipped step, by PostgreSQL's sha256. A step that is in somebody's hands is never
  /// edited: a new need is a new file, and a new line here.
  private static let frozen = [
    "fb28e58913b5438b5539a5b5e56e1d02c138a25c89f137577fcec27fc54a9183",
    "f6446479f57304bcc612a02bdf2a5496d5dee2ed45c6971eb28fc41b8b279024",
    "8015a0106af483b1bd262ae2b78fbdfce1f94955bdb345f6b7a9959cd616c4f8",
    "315278a4b9510a3ee58fd81c909d131a812f853931a37b1c6b9dc849c4af9cb8",
    "49640544bb213fdb3705bd002f08debedbdaecd569da28c066613581548bbb72",
    "08c93514e55497d52ad381b507d0e19d7e843ee42a2afe6a5dddac8a9ef214c5",
    "bb36e6541c0b29394c7796a30888943202af2bec7550fe15dffa6cf4433caae1",
    "fe4ffd834b0852b65178005a58d165c9cddc56fe6cf9b3ba8d3dcf1a6f186207",
    "967d0af195fd75e58a4637f33f6aface67dc4f74062e1ec6a135df1226d0a4c6",
    "29b3bb0db1c1a956aa3564f216f2357dbca866da81f5542d3fe9f091768a8d4b",
    "ba5508108bcab039c787f7bec004f727b2f4119043be50bbd9969f2e3403aac2",
    "40b35a96df2341e9c7ea7f52c3af0d81326fc50ffa1cc0c26c7cb75e946b1a2e",
    "0e64563be4fbb51064b2bb78cfe769e771d8d114c4fce7373743b18ace19a799",
    "fb85dac1fd850820b653040f84b92aee236dfd0d9e8a5e815ca936b33113b00f",
    "eb90f6b62c4a3ac72e22fdb4380961b2a5b9d4c414a29dcc2cb73fc0ec4f7623",
    "6e6c219728b70d7a07d71f3ff0ca5cb22b2d229febf294ba8785600e2124f2b5",
  ]

  @Test func shippedStepsAreUnchanged() throws {
    let session = try PostgresServer.shared().session()
    let hashes = try CentralMigrations.all.map {
      try session.value("SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex')", .text($0.sql))
    }
    #expect(hashes == Self.frozen)
    #expect(CentralMigrations.all.map(\.number) == Array(1...CentralMigrations.all.count))
  }

  @Test func everyFileOfTheFolderIsEmbedded() throws {
    let tests = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let folder = tests + "/Sources/CentralStore/Migrations"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(CentralMigrations.files.map(\.name)))
    for (name, sql) in CentralMigrations.files {
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")) == Data(sql.utf8))
    }
  }

  @Test func twoAtOnceMakeTheStoreOnce() async throws {
    let server = try PostgresServer.shared()
    let dsn = server.adminDSN(try server.makeDatabase())
    async let one = Administrator(dsn: dsn).initialise()
    async let other = Administrator(dsn: dsn).initialise()
    let both = try await [one, other]
    let steps = CentralMigrations.all.count
    #expect(both.map(\.from).sorted() == [0, steps])
    #expect(both.map(\.to) == [steps, steps])
    #expect(try Administrator(dsn: dsn).initialise().from == steps)
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    let store = try CentralFixture()
    try store.session().execute("INSERT INTO okno.migration VALUES (99, 'later')")
    let known = CentralMigrations.all.count
    let fault = AdministratorFault.newerSchema(found: 99, known: known)
    #expect(throws: fault) { try store.administrator().initialise() }
    #expect(throws: fault) { try store.administrator().status() }
  }

  @Test func anotherDatabaseIsNotTakenForAStore() throws {
    let server = try PostgresServer.shared()
    let administrator = try Administrator(dsn: server.adminDSN(try server.makeDatabase()))
    #expect(throws: AdministratorFault.notThere) { try administrator.status() }
    #expect(throws: AdministratorFault.notThere) {
      try administrator.enrol(centre: "Ц", desk: "О", dsn: "dbname=x")
    }
  }

  /// A step that fails leaves nothing behind.
  @Test func aStoreIsMadeWholeOrNotAtAll() throws {
    let server = try PostgresServer.shared()
    let database = try server.makeDatabase()
    let session = try server.session(database)
    try session.execute("CREATE SCHEMA okno_api_v1")
    #expect(throws: PostgresError.self) {
      try Administrator(dsn: server.adminDSN(database)).initialise()
    }
    #expect(try session.value("SELECT to_regnamespace('okno')") == nil)
    try session.execute("DROP SCHEMA okno_api_v1")
    #expect(try Administrator(dsn: server.adminDSN(database)).initialise().from == 0)
  }

  /// An administrator needs to be no superuser.
  @Test func aDatabaseOwnerWhoMayMakeRolesIsEnough() throws {
    let server = try PostgresServer.shared()
    let database = try server.makeDatabase()
    let session = try server.session()
    let role = "owner_\(database)"
    // Roles of the cluster may be there from another test: the owner has to be made a member of them.
    _ = try CentralFixture()
    try session.execute(
      """
      CREATE ROLE \(role) LOGIN CREATEROLE PASSWORD 'x';
      ALTER DATABASE \(database) OWNER TO \(role)
      """)
    let dsn = "host=\(server.folder) port=\(server.port) dbname=\(database) user=\(role) password=x"
    let administrator = try Administrator(dsn: dsn)
    _ = try administrator.initialise()
    let credentials = try administrator.enrol(centre: "Ц", desk: "О", dsn: dsn)
    #expect(!credentials.dsn.contains("password"))
    #expect(!credentials.dsn.contains(role))
    let desk = try RemoteDesk(credentials)
    try desk.greet()
    try desk.push("visit_logged", Sample.visit(desk.id()))
    try administrator.revoke(centre: "Ц", desk: "О")
    #expect(throws: RemoteDesk.Broken.self) { try RemoteDesk(credentials).greet() }
  }

  @Test func enrolmentIsOnceUnlessItIsMeant() throws {
    let store = try CentralFixture()
    let administrator = try store.administrator()
    let dsn = store.server.adminDSN(store.database)
    let first = try administrator.enrol(centre: "Ц", desk: "О", dsn: dsn)
    #expect(throws: AdministratorFault.alreadyEnrolled(centre: "Ц", desk: "О")) {
      try administrator.enrol(centre: "Ц", desk: "О", dsn: dsn)
    }
    let second = try administrator.enrol(centre: "Ц", desk: "О", dsn: dsn, isAgain: true)
    #expect(second.role != first.role)
    #expect(throws: RemoteDesk.Broken(fault: .stopped(.revoked))) {
      try RemoteDesk(first).greet()
    }
    try RemoteDesk(second).greet()
    let desks = try administrator.status().desks
    #expect(desks.map(\.isRevoked) == [true, false])
  }

  @Test func whereTheFileCannotBeWrittenNobodyIsEnrolled() throws {
    let store = try CentralFixture()
    let administrator = try store.administrator()
    #expect(throws: CredentialsFault.self) {
      try administrator.enrol(centre: "Ц", desk: "О", dsn: "dbname=x") {
        try $0.write(to: "/nonexistent/desk.json5")
      }
    }
    #expect(try administrator.status().desks.isEmpty)
    #expect(try administrator.status().centres == 0)
  }

  @Test func thePasswordReachesNeitherStatementsNorTheLog() throws {
    let server = try PostgresServer()
    defer { server.stop() }
    try server.session().execute("ALTER SYSTEM SET log_statement = 'all'")
    try server.session().query("SELECT pg_reload_conf()")
    let store = try CentralFixture(on: server)
    let credentials = try store.enrol()
    try RemoteDesk(credentials).greet()
    let log = String(
      decoding: try Data(contentsOf: URL(filePath: "\(server.folder)/log")), as: UTF8.self)
    #expect(log.contains("CREATE ROLE"))
    #expect(log.contains("SCRAM-SHA-256$"))
    #expect(!log.contains(try #require(credentials.password)))
  }

  @Test func statusTellsLagAndRefusals() throws {
    let store = try CentralFixture()
    let first = try store.desk()
    let second = try store.desk("Окно 2")
    let cursor = try second.snapshot().cursor
    _ = try second.pull(cursor)
    for _ in 0..<3 { try first.push("visit_logged", Sample.visit(first.id())) }
    try first.push("visit_logged", "{}")
    let status = try store.administrator().status()
    #expect(status.centres == 1)
    #expect(status.desks.map(\.name) == ["Окно 1", "Окно 2"])
    #expect(status.desks.map(\.accepted) == [3, 0])
    #expect(status.desks.map(\.refused) == [1, 0])
    #expect(status.desks[1].lag == 3)
    #expect(status.desks[0].program == "okno test")
    #expect(status.desks[0].protocolVersion == SyncProtocol.version)
    #expect(status.desks.allSatisfy { !$0.isForked && !$0.isRevoked && $0.seen != nil })
  }

  @Test func releasesGrowAndAreOfOneKey() throws {
    let store = try CentralFixture()
    let here = try store.desk()
    let there = try store.desk(centre: "Другой")
    let cursor = try here.snapshot().cursor
    let administrator = try store.administrator()
    func release(_ number: Int64) -> SignedRelease {
      SignedRelease(number: number, content: [0, 1, 255], signature: [UInt8(number)])
    }
    #expect(try here.pull(cursor).release == 0)
    try administrator.publish(release(2), key: "k")
    #expect(throws: AdministratorFault.releaseTooLow(newest: 2)) {
      try administrator.publish(release(2), key: "k")
    }
    #expect(throws: AdministratorFault.anotherReleaseKey) {
      try administrator.publish(release(3), key: "another")
    }
    #expect(throws: AdministratorFault.unknownCentre("Нигде")) {
      try administrator.publish(release(3), key: "k", centre: "Нигде")
    }
    try administrator.publish(release(3), key: "k", centre: "Центр")
    #expect(try here.pull(cursor).release == 3)
    #expect(try here.ask(.catalogue(release: 3)) == .release(release(3)))
    #expect(try there.ask(.catalogue(release: 2)) == .release(release(2)))
    #expect(try there.pull(try there.snapshot().cursor).release == 2)
    #expect(try store.enrol(desk: "Окно 9").releaseKey == "k")
  }
}
