import Catalogue
import CentralStore
import DelayProxy
import Domain
import Glibc
import PostgresServer
import Testing

/// Two desks and a real PostgreSQL, each program a process of its own.
@Suite struct TwoDesksTests {
  @Test func whatOneDeskSavesTheOtherHas() throws {
    let centre = try Centre()
    let (one, other) = (try centre.desk("Окно 1"), try centre.desk("Окно 2"))
    let citizen = try one.addCitizen("Белова")
    let visits = [try one.logVisit(citizen: citizen), try one.logVisit()]

    let sent = try one.sync()
    #expect(sent.pushed >= 3)
    #expect(sent.pending == 0)
    #expect(try other.sync().pulled >= 3)
    #expect(try other.visits() == Set(visits))
    #expect(try other.run("citizen find Белова --json").output.contains(citizen))

    let answer = try other.logVisit(citizen: citizen)
    try other.sync()
    try one.sync()
    #expect(try one.visits() == Set(visits + [answer]))
    let again = try one.sync()
    #expect(again.pushed == 0)
    #expect(again.pulled == 0)
  }

  @Test func aRevokedDeskAndAWrongPasswordAreSaid() throws {
    let centre = try Centre()
    let desk = try centre.desk("Окно 1")
    let visit = try desk.logVisit()
    var wrong = desk.credentials
    wrong.password = "wrong"
    let stranger = try Desk(wrong)
    let refused = try stranger.run("sync --json")
    #expect(refused.code == 77)
    #expect(refused.complaints.contains("\"credentials\""))

    let administrator = try centre.administrator()
    try administrator.revoke(centre: "Центр", desk: "Окно 1")
    administrator.close()
    let revoked = try desk.run("sync --json")
    #expect(revoked.code == 77)
    #expect(
      revoked.complaints.contains("\"revoked\"") || revoked.complaints.contains("\"credentials\""))
    #expect(try desk.visits() == [visit])
  }

  /// Both halves of a disk that was copied are kept, and whoever looks is told.
  @Test func aCopyOfADeskIsSaid() throws {
    let centre = try Centre()
    let desk = try centre.desk("Окно 1")
    try desk.sync()
    let copy = try Desk(desk.credentials)
    try Shell.run("mkdir -p \"$2\"; cp -a \"$1\"/. \"$2\"", desk.dataFolder, copy.dataFolder)
    let visits = [try desk.logVisit(), try copy.logVisit()]
    #expect(try desk.run("sync --once").complaints.isEmpty)
    #expect(try copy.run("sync --once").complaints.contains("копия этого окна"))
    try desk.sync()
    #expect(try desk.visits() == Set(visits))
  }

  /// The link is cut and comes back: nothing is lost, nothing is sent twice.
  @Test func aCutLinkIsSaidAndWhatWaitedGoesLater() throws {
    let centre = try Centre()
    let proxy = try DelayProxy(to: UInt16(centre.server.port), roundTrip: 2)
    let desk = try centre.desk("Окно 1", dsn: centre.dsn(through: proxy))
    try desk.sync()
    let visit = try desk.logVisit()
    proxy.cut()
    let run = try desk.run("sync --json")
    #expect(run.code == 69)
    #expect(run.complaints.contains("\"unreachable\""))
    proxy.mend()
    #expect(try desk.sync().pending == 0)
    let other = try centre.desk("Окно 2")
    try other.sync()
    #expect(try other.visits() == [visit])
  }

  @Test func throughAPoolerInTransactionMode() throws {
    let centre = try Centre()
    let one = try centre.desk("Окно 1")
    let two = try centre.desk("Окно 2")
    let pooler = try Pooler(before: centre.server)
    defer { pooler.stop() }
    let desks = try [one, two].map { desk in
      var credentials = desk.credentials
      credentials.dsn = pooler.dsn(centre.database)
      return try Desk(credentials)
    }
    let visit = try desks[0].logVisit()
    #expect(try desks[0].sync().pending == 0)
    try desks[1].sync()
    #expect(try desks[1].visits() == [visit])
  }

  @Test func aWatchKeepsTheLinkAndSendsWhatOtherProcessesSave() throws {
    let centre = try Centre()
    let desk = try centre.desk("Окно 1")
    let watch = try desk.start("sync --watch --json")
    try waitUntil("the link") { try watch.complaints().contains("связь есть") }
    let second = try desk.run("sync --once --json")
    #expect(second.code == 75)
    #expect(second.complaints.contains("\"sync_elsewhere\""))

    _ = try desk.logVisit()
    try waitUntil("the visit") { try centre.count("operation") == 1 }
    watch.send(SIGTERM)
    let run = try watch.end()
    #expect(run.code == 0, "\(run.complaints)")
    let sent = run.output.contains("\"pushed\":1,") ? 1 : 0
    #expect(run.output.contains("\"pending\":\(1 - sent),"))
    // What was sent and not answered is sent again, and counts once.
    #expect(try desk.sync().pushed == 1 - sent)
    #expect(try centre.count("operation") == 1)
  }

  @Test func aPublishedCatalogueComesIntoUse() throws {
    let centre = try Centre()
    let key = ReleaseSecretKey.generate()
    let administrator = try centre.administrator()
    defer { administrator.close() }
    let release = try CatalogueRelease(number: 1, from: NewTitle())
    try administrator.publish(release.signed(with: key), key: key.publicKey.text)
    let desk = try centre.desk("Окно 1")
    #expect(try desk.run("situation list --json").output.contains(NewTitle.old))
    try desk.sync()
    #expect(try desk.run("situation list --json").output.contains(NewTitle.new))
    #expect(try desk.run("search супружества --json").output.contains("\"marriage\""))
  }
}

/// The program's own catalogue with another title for one situation.
private struct NewTitle: CatalogueSource {
  static let old = "Вступление в брак"
  static let new = "Начало супружества"

  let root = "test"
  let isReleased = true
  let requiredSituations: [LifeSituation.ID] = []

  func files() -> [CatalogueFile] {
    BundledCatalogue().files().map { file in
      guard file.name == "marriage.json5" else { return file }
      var file = file
      let text = String(decoding: file.bytes, as: UTF8.self)
      file.bytes = Array(text.replacing(Self.old, with: Self.new).utf8)
      return file
    }
  }
}
