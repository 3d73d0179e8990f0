import Domain
import Glibc
import PostgresServer
import Testing

/// The central store's disk is full for a while.
@Suite struct FullServerTests {
  private static let cards = 1500

  @Test(.enabled(if: SmallDisk.isPossible, "only who may mount a file system can fill one"))
  func desksWaitAndNothingIsLost() throws {
    let disk = try SmallDisk(megabytes: 48)
    // A server of its own, that is gone before its disk is.
    let server = try PostgresServer()
    defer { server.stop() }
    let session = try server.session()
    try session.execute("CREATE TABLESPACE small LOCATION '\(disk.folder)'")
    session.close()
    let centre = try Centre(on: server, tablespace: "small")
    let desk = try centre.desk("Окно 1")
    try desk.fillWithCards(Self.cards)
    try disk.fill()

    let once = try desk.run("sync --once --json")
    #expect(once.code == 75)
    #expect(once.complaints.contains("busy"))
    let watch = try desk.start("sync --watch")
    try waitUntil("the wait") { try watch.complaints().contains("сервер просит подождать") }
    #expect(try centre.count("operation") < Self.cards)
    try disk.free()
    try waitUntil("the rest") { try centre.count("operation") == Self.cards }
    watch.send(SIGTERM)
    #expect(try watch.end().code == 0)
    #expect(try desk.sync().pending == 0)
    #expect(try centre.count("row") == Self.cards)
    let other = try centre.desk("Окно 2")
    #expect(try other.sync().pulled == Self.cards)
  }
}
