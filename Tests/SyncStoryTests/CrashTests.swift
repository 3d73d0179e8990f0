import CentralStore
import DelayProxy
import Domain
import Glibc
import PostgresServer
import Testing

/// kill -9 of either side while operations are on their way: each arrives, and arrives once.
@Suite struct CrashTests {
  private static let operations = 1500

  private func expectAllThere(_ centre: Centre, _ desk: Desk) throws {
    #expect(try desk.sync().pending == 0)
    #expect(try centre.count("operation") == Self.operations)
    #expect(try centre.count("row") == Self.operations)
    let other = try centre.desk("Окно 2")
    #expect(try other.sync().pulled == Self.operations)
    #expect(try other.run("doctor --json").code == 0)
    #expect(try desk.run("audit verify --json").code == 0)
  }

  @Test func aDeskKilledInTheMiddleOfItsPushes() throws {
    let centre = try Centre()
    let proxy = try DelayProxy(to: UInt16(centre.server.port), roundTrip: 30)
    let desk = try centre.desk("Окно 1", dsn: centre.dsn(through: proxy))
    try desk.fillWithCards(Self.operations)
    var killed = 0
    for share in 1...3 {
      let watch = try desk.start("sync --watch")
      // The server has some of them, and its answers are still on their way.
      try waitUntil("a part") { try centre.count("operation") >= share * 500 - 400 }
      watch.send(SIGKILL)
      if try watch.end().code == 128 + SIGKILL { killed += 1 }
    }
    #expect(killed == 3)
    try expectAllThere(centre, desk)
  }

  @Test func aServerKilledInTheMiddleOfThePushes() throws {
    let server = try PostgresServer(isDurable: true)
    let centre = try Centre(on: server)
    let proxy = try DelayProxy(to: UInt16(server.port), roundTrip: 30)
    let desk = try centre.desk("Окно 1", dsn: centre.dsn(through: proxy))
    try desk.fillWithCards(Self.operations)
    let watch = try desk.start("sync --watch --json")
    try waitUntil("a part") { try centre.count("operation") >= 100 }
    try server.kill()
    try waitUntil("the loss") { try watch.complaints().contains("сервер не отвечает") }
    try server.start()
    try waitUntil("the rest") { try centre.count("operation") == Self.operations }
    watch.send(SIGTERM)
    #expect(try watch.end().code == 0)
    try expectAllThere(centre, desk)
  }
}
