// What keeps the desk from working: a message that says what to do, an exit code, and nothing lost.

internal import Canvas
internal import Glibc
internal import SQLite
internal import TerminalRobot
internal import Testing

@Suite struct RefusalTests {
  @Test func anUnknownTerminal() throws {
    let scene = try Scene()
    let desk = try scene.unopenedDesk(environment: ["TERM": "no-such-terminal"])
    #expect(try desk.waitForExit() == .exited(78))
    #expect(desk.row(of: "no-such-terminal") != nil)
    #expect(desk.row(of: "TERM") != nil)
    desk.expectRestored()
  }

  @Test func aTerminalThatCannotPlaceItsCursor() throws {
    let scene = try Scene()
    let desk = try scene.unopenedDesk(environment: ["TERM": "dumb"])
    #expect(try desk.waitForExit() == .exited(78))
    #expect(desk.row(of: "dumb") != nil)
  }

  @Test func noTerminal() throws {
    let scene = try Scene()
    let outcome = try scene.okno([])
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains("okno --help"))
  }

  @Test func anUnknownTheme() throws {
    let scene = try Scene()
    let desk = try scene.unopenedDesk(options: ["--theme", "no-such"])
    #expect(try desk.waitForExit() == .exited(64))
    #expect(desk.row(of: "no-such") != nil)
  }

  @Test func aFileThatIsNoStore() throws {
    let scene = try Scene()
    mkdir(scene.data, 0o700)
    let content = String(repeating: "not a database ", count: 1000)
    try scene.write(content, to: scene.data + "/okno.sqlite")
    let desk = try scene.unopenedDesk()
    #expect(try desk.waitForExit() == .exited(65))
    #expect(desk.row(of: "okno.sqlite") != nil)
    desk.expectRestored()
    #expect(try scene.text(scene.data + "/okno.sqlite") == content)
  }

  @Test func aStoreOfANewerProgram() throws {
    let scene = try storeWithOneVisit()
    let file = scene.data + "/okno.sqlite"
    let version = try schema(of: file)
    try setSchema(999, of: file)
    let desk = try scene.unopenedDesk()
    #expect(try desk.waitForExit() == .exited(78))
    #expect(desk.row(of: "999") != nil)
    try setSchema(version, of: file)
    #expect(try scene.visits().count == 1)
    try scene.expectHealthy()
  }

  /// Root may write everywhere, so that it has to do without that right here.
  @Test func aStoreThatMayNotBeWritten() throws {
    let scene = try storeWithOneVisit()
    let files = ["okno.sqlite", "okno.sqlite-wal", "okno.sqlite-shm", "okno.lock", "okno.inuse"]
    for file in files { chmod("\(scene.data)/\(file)", 0o400) }
    chmod(scene.data, 0o500)
    let okno = [BuiltProduct.path("okno")] + scene.options
    let desk =
      geteuid() == 0
      ? try Robot("/usr/bin/setpriv", ["--bounding-set=-dac_override,-dac_read_search"] + okno)
      : try scene.unopenedDesk()
    let status = try desk.waitForExit()
    #expect([.exited(74), .exited(77)].contains(status), "\(desk.screen)")
    #expect(desk.row(of: scene.data) != nil, "\(desk.screen)")
    desk.expectRestored()
    for file in files { chmod("\(scene.data)/\(file)", 0o600) }
    chmod(scene.data, 0o700)
    #expect(try scene.visits().count == 1)
    try scene.expectHealthy()
  }

  /// On a disk of its own, which the test fills: the form stays, and is saved when there is room again.
  @Test(.enabled(if: canMount, "mounting needs a user namespace"))
  func aFullDisk() throws {
    let scene = try storeWithOneVisit()
    let disk = scene.folder + "/disk"
    let list = [BuiltProduct.path("okno"), "visit", "list", "--json", "--data", disk]
    mkdir(disk, 0o700)
    let steps = """
      mount -t tmpfs -o size=4m none \(disk) && cp -r \(scene.data)/. \(disk) \
      && exec \(BuiltProduct.path("okno")) --data \(disk)
      """
    let desk = try Robot(
      "/usr/bin/unshare", ["--map-root-user", "--mount", "/bin/sh", "-c", steps])
    try desk.waitFor(Shown.home)
    try desk.openBirth()
    try desk.openForm()
    let inside = ["--target", "\(desk.process)", "--user", "--mount", "--preserve-credentials"]
    func run(_ words: [String]) throws -> Scene.Outcome {
      try scene.run("/usr/bin/nsenter", inside + words)
    }
    let filling = try run(["dd", "if=/dev/zero", "of=\(disk)/filler", "bs=4k"])
    #expect(filling.code != 0)
    // The log may have room left: keep writing until there is none.
    try desk.press(.tab, .tab)
    try desk.press(.paste(String(repeating: "длинная заметка ", count: 600)))
    try desk.press(.function(4))
    try desk.waitFor("на диске нет места")
    #expect(desk.row(of: Shown.visitForm) != nil)
    #expect(visits(try run(list)) == 1)
    _ = try run(["rm", "\(disk)/filler"])
    try desk.press(.function(4))
    try desk.waitFor(Shown.rating)
    #expect(visits(try run(list)) == 2)
    let doctor = try run([BuiltProduct.path("okno"), "doctor", "--json", "--data", disk])
    // It says that there is little room, and that nothing is damaged.
    for check in ["integrity", "audit_chain", "operation_chain"] {
      let fine = #""subject":"\#(check)","level":"fine""#
      #expect(doctor.output.contains(fine), "\(doctor.output)")
    }
  }

  private func visits(_ outcome: Scene.Outcome) -> Int {
    #expect(outcome.code == 0, "\(outcome.complaints)")
    return outcome.output.split(separator: "\"channel\"").count - 1
  }

  private func storeWithOneVisit() throws -> Scene {
    let scene = try Scene()
    let logged = try scene.okno([
      "visit", "log", "--situation", "birth-of-child", "--service", "birth-registration",
      "--outcome", "consulted",
    ])
    try #require(logged.code == 0, "\(logged.complaints)")
    return scene
  }

  private func schema(of file: String) throws -> Int {
    let connection = try Connection(path: file, access: .readOnly)
    defer { connection.close() }
    return try connection.value("PRAGMA user_version") ?? 0
  }

  private func setSchema(_ version: Int, of file: String) throws {
    let connection = try Connection(path: file, access: .readWrite)
    defer { connection.close() }
    try connection.run("PRAGMA user_version = \(version)")
  }
}

private let canMount: Bool = {
  guard let scene = try? Scene(),
    let outcome = try? scene.run(
      "/usr/bin/unshare",
      [
        "--map-root-user", "--mount", "/bin/mount", "-t", "tmpfs", "none", scene.folder,
      ])
  else { return false }
  return outcome.code == 0
}()
