// A central store, desks as folders, and the built program as their processes.

import CentralStore
import DelayProxy
import Domain
import FoundationEssentials
import Glibc
import JSON5
import LocalStore
import Postgres
import PostgresServer
import TerminalRobot
import Testing

/// A central store in a database of its own.
struct Centre {
  let server: PostgresServer
  let database: String

  init(on own: PostgresServer? = nil, tablespace: String? = nil) throws {
    server = try own ?? PostgresServer.shared()
    database = try server.makeDatabase(tablespace: tablespace)
    let administrator = try administrator()
    defer { administrator.close() }
    _ = try administrator.initialise()
  }

  func administrator() throws -> Administrator { try Administrator(dsn: server.adminDSN(database)) }

  /// A new desk of the centre, with credentials for `dsn` or for the server's own socket.
  func desk(_ name: String, dsn: String? = nil) throws -> Desk {
    let administrator = try administrator()
    defer { administrator.close() }
    let credentials = try administrator.enrol(
      centre: "Центр", desk: name, dsn: dsn ?? server.adminDSN(database))
    return try Desk(credentials)
  }

  /// The server by way of a proxy on the loopback, unencrypted.
  func dsn(through proxy: DelayProxy) -> String {
    "host=127.0.0.1 port=\(proxy.port) dbname=\(database) sslmode=disable"
  }

  func count(_ table: String) throws -> Int {
    let session = try server.session(database)
    defer { session.close() }
    return try session.value("SELECT count(*) FROM okno.\(table)").flatMap { Int($0) } ?? 0
  }
}

/// A desk: a home folder with credentials in it.
final class Desk {
  let home: String
  let credentials: Credentials

  struct Run {
    var code: Int32
    var output: String
    var complaints: String

    func json(at location: SourceLocation = #_sourceLocation) throws -> JSON5Node {
      #expect(code == 0, "\(complaints)", sourceLocation: location)
      return try JSON5Document(name: "stdout", text: output).root
    }
  }

  init(_ credentials: Credentials) throws {
    self.credentials = credentials
    var template = Array("/tmp/okno-story-XXXXXX".utf8CString)
    home = String(cString: try #require(mkdtemp(&template)))
    let folder = "\(home)/.config/okno"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try credentials.write(to: "\(folder)/credentials.json5")
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  var dataFolder: String { "\(home)/.local/share/okno" }

  /// Runs the program with these words.
  func run(_ words: String, input: String = "") throws -> Run {
    let process = try start(words, input: input)
    return try process.end()
  }

  func start(_ words: String, input: String = "") throws -> RunningProgram {
    try RunningProgram(words, input: input, home: home)
  }

  /// One whole cycle; answers what was sent and what came.
  @discardableResult
  func sync(at location: SourceLocation = #_sourceLocation) throws -> (
    pushed: Int, pulled: Int, pending: Int
  ) {
    let json = try run("sync --once --json").json(at: location)
    func number(_ key: String) throws -> Int {
      try #require(json.child(.key(key))?.number.flatMap { Int($0) }, sourceLocation: location)
    }
    return (try number("pushed"), try number("pulled"), try number("pending"))
  }

  /// Logs a visit and answers its id.
  func logVisit(citizen: String? = nil) throws -> String {
    let whom = citizen.map { " --citizen \($0)" } ?? ""
    let json = try run(
      "visit log --situation marriage --service marriage-registration --outcome consulted"
        + whom + " --json"
    ).json()
    return try #require(json.child(.key("id"))?.text)
  }

  func addCitizen(_ surname: String) throws -> String {
    let json = try run("citizen add --json", input: "{\"surname\": \"\(surname)\"}").json()
    return try #require(json.child(.key("id"))?.text)
  }

  /// So many cards that nobody has seen yet.
  func fillWithCards(_ count: Int) throws {
    // The program makes the store, so that it has its catalogue.
    _ = try visits()
    let now = Instant(milliseconds: 1_795_503_600_000)
    var ids = IDSource(seed: UInt64.random(in: 0 ... .max))
    let store = try LocalStore(
      directory: dataFolder, access: .readWrite, ids: IDSource(seed: 5), now: now)
    defer { store.close() }
    let stamp = Stamp(now: now, author: Author(desk: store.desk), offset: .moscow)
    for number in 1...count {
      let details = CitizenDetails(surname: "Смирнова", givenName: "Имя\(Self.word(number))")
      try store.addCitizen(Citizen(id: ids.makeID(at: now), details: details), stamp)
    }
  }

  private static func word(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar(UInt8($0.asciiValue ?? 48) + 49)) })
  }

  /// The ids of the visits that it knows.
  func visits() throws -> Set<String> {
    Set(try run("visit list --json").json().list.compactMap { $0.child(.key("id"))?.text })
  }
}

/// The program as a process that is under way.
final class RunningProgram {
  private let child: ShellChild
  private let folder: String

  init(_ words: String, input: String, home: String) throws {
    var template = Array("\(home)/run-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    try Data(input.utf8).write(to: URL(filePath: "\(folder)/in"))
    // The shell's own input ends when nobody waits for the program any more: a test that fails, or the
    // whole process.
    let script = """
      HOME=$1; export HOME; program=$2; folder=$3; shift 3
      : >"$folder/err"
      LC_ALL=C.UTF-8 "$program" "$@" <"$folder/in" >"$folder/out" 2>"$folder/err" &
      program=$!
      echo $program
      exec 3<&0
      { read -r _ <&3; kill -9 $program; } >/dev/null 2>&1 &
      guard=$!
      wait $program
      echo $? >"$folder/code"
      kill $guard
      echo over
      """
    child = try ShellChild(
      script,
      [home, BuiltProduct.path("okno"), folder] + words.split(separator: " ").map(String.init))
    process = try #require(child.line().flatMap { Int32($0) })
  }

  let process: pid_t

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for its end.
  func end() throws -> Desk.Run {
    while let line = child.line(), line != "over" {}
    _ = child.finish("")
    let code = try text("code").split(whereSeparator: \.isWhitespace).first.flatMap { Int32($0) }
    return Desk.Run(
      code: try #require(code), output: try text("out"), complaints: try text("err"))
  }

  /// What it has complained of up to now.
  func complaints() throws -> String { try text("err") }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
  }
}

/// Waits for a state that another process brings about; the limit only ends a test that fails.
func waitUntil(
  _ what: String, at location: SourceLocation = #_sourceLocation, _ isSo: () throws -> Bool
) throws {
  let deadline = ContinuousClock.now + .seconds(90)
  while try !isSo() {
    guard ContinuousClock.now < deadline else {
      Issue.record("\(what) has not come", sourceLocation: location)
      return
    }
    // Leaves the processors to those who are waited for.
    poll(nil, 0, 20)
  }
}

extension JSON5Node {
  var text: String? { if case .text(let text) = content { text } else { nil } }
  var number: String? { if case .number(let number) = content { number } else { nil } }
  var list: [JSON5Node] { if case .list(let nodes) = content { nodes } else { [] } }
}
