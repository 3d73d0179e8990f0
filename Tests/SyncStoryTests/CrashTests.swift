import CentralStore
import DelayProxy
import Domain
import Glibc
import LocalStore
import PostgresServer
import Testing

/// kill -9 of either side while operations are on their way: each arrives, and arrives once.
@Suite struct CrashTests {
  private static let operations = 1500

  /// A desk with so many cards that nobody has seen yet.
  private func fill(_ desk: Desk) throws {
    // The program makes the store, so that it has its catalogue.
    _ = try desk.visits()
    let now = Instant(milliseconds: 1_795_503_600_000)
    var ids = IDSource(seed: UInt64.random(in: 0 ... .max))
    let store = try LocalStore(
      directory: desk.dataFolder, access: .readWrite, ids: IDSource(seed: 5), now: now)
    defer { store.close() }
    let stamp = Stamp(now: now, author: Author(desk: store.desk), offset: .moscow)
    for number in 1...Self.operations {
      let details = CitizenDetails(surname: "Смирнова", givenName: "Имя\(Self.word(number))")
      try store.addCitizen(Citizen(id: ids.makeID(at: now), details: details), stamp)
    }
  }

  private static func word(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar(UInt8($0.asciiValue ?? 48) + 49)) })
  }

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
    try fill(desk)
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
    try fill(desk)
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
