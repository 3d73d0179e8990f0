// A centre of several windows for one story: a real PostgreSQL, and a scene for each window.

internal import CentralStore
internal import Glibc
internal import PostgresServer
internal import TerminalRobot
internal import Testing

/// The central store of one story, and its windows.
final class CentreScene {
  let server: PostgresServer
  private let database: String

  init() throws {
    server = try PostgresServer()
    database = try server.makeDatabase()
    let administrator = try Administrator(dsn: server.adminDSN(database))
    defer { administrator.close() }
    _ = try administrator.initialise()
  }

  deinit { server.stop() }

  /// A window that is enrolled and has not been opened.
  func window(_ name: String) throws -> Scene {
    let scene = try Scene()
    let administrator = try Administrator(dsn: server.adminDSN(database))
    defer { administrator.close() }
    let credentials = try administrator.enrol(
      centre: "Центр", desk: name, dsn: server.tlsDSN(database))
    try #require(mkdir(scene.folder + "/okno", 0o700) == 0)
    try credentials.write(to: scene.folder + "/okno/credentials.json5")
    return scene
  }
}

extension Scene {
  /// Asks the command line until its answer is what is wanted: what another window has done arrives
  /// in its own time.
  @discardableResult
  func wait<Answer: Decodable>(
    until what: String, _ words: [String], _ isWanted: (Answer) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    let deadline = ContinuousClock.now + Robot.usualPatience
    while true {
      let found: Answer = try answer(words, location)
      if isWanted(found) { return found }
      try #require(
        ContinuousClock.now < deadline, "\(what) does not come", sourceLocation: location)
    }
  }
}
