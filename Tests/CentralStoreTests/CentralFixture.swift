import CentralStore
import Domain
import Glibc
import Postgres
import PostgresServer
import Sync
import Synchronization
import Testing

/// A central store in a database of its own on the server that all tests share.
struct CentralFixture {
  let server: PostgresServer
  let database: String

  /// The store that the others are copies of.
  private static let template = Mutex<String?>(nil)

  init(on server: PostgresServer? = nil) throws {
    if let server {
      self.server = server
      database = try server.makeDatabase()
      try Self.initialise(server.adminDSN(database))
      return
    }
    let shared = try PostgresServer.shared()
    self.server = shared
    database = try Self.template.withLock { template in
      let ready = try template ?? shared.makeDatabase()
      if template == nil { try Self.initialise(shared.adminDSN(ready)) }
      template = ready
      return try shared.makeDatabase(from: ready)
    }
  }

  private static func initialise(_ dsn: String) throws {
    let administrator = try Administrator(dsn: dsn)
    defer { administrator.close() }
    _ = try administrator.initialise()
  }

  func administrator() throws -> Administrator { try Administrator(dsn: server.adminDSN(database)) }

  /// As the superuser: to look into tables and to turn the clock.
  func session() throws -> PostgresSession { try server.session(database) }

  func enrol(centre: String = "Центр", desk: String = "Окно 1") throws -> Credentials {
    let administrator = try administrator()
    defer { administrator.close() }
    return try administrator.enrol(
      centre: centre, desk: desk, dsn: server.adminDSN(database), isAgain: true)
  }

  /// A new desk, connected and greeted.
  func desk(centre: String = "Центр", _ name: String = "Окно 1") throws -> RemoteDesk {
    let desk = try RemoteDesk(try enrol(centre: centre, desk: name))
    try desk.greet()
    return desk
  }
}

/// A desk's end of the link, without a store: asks, and waits for the answer.
final class RemoteDesk {
  struct Silence: Error {}
  struct Broken: Error, Equatable { var fault: LinkFault }

  let credentials: Credentials
  private(set) var remote: PostgresRemote
  let incarnation: [UInt8]
  private var sequence: Int64 = 0
  private var news: [SyncInput] = []
  private var ids = IDSource(seed: (0..<32).map { _ in UInt8.random(in: 0...255) })

  init(_ credentials: Credentials, incarnation: [UInt8]? = nil) throws {
    self.credentials = credentials
    self.incarnation = incarnation ?? (0..<16).map { _ in UInt8.random(in: 0...255) }
    remote = try PostgresRemote(credentials)
  }

  deinit { remote.close() }

  /// Connects and says hello.
  func greet(version: Int = SyncProtocol.version) throws {
    try connect()
    let hello = Hello(version: version, incarnation: incarnation, program: "okno test")
    guard case .welcome = try ask(.hello(hello)) else { throw Silence() }
  }

  func connect() throws {
    remote.connect()
    guard case .connected = try next() else { throw Silence() }
  }

  /// What happens next on the link; waits for it ten seconds at most.
  func next() throws -> SyncInput {
    while true {
      news += remote.advance()
      if !news.isEmpty {
        let first = news.removeFirst()
        if case .broken(let fault) = first { throw Broken(fault: fault) }
        return first
      }
      guard let interest = remote.interest else { throw Silence() }
      let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
      var poller = pollfd(fd: interest.descriptor, events: Int16(events), revents: 0)
      guard poll(&poller, 1, 10_000) > 0 else { throw Silence() }
    }
  }

  func answer() throws -> SyncReply {
    guard case .replied(let reply) = try next() else { throw Silence() }
    return reply
  }

  func ask(_ request: SyncRequest) throws -> SyncReply {
    remote.send(request)
    return try answer()
  }

  func id<Entity>(_ entity: Entity.Type = Entity.self) -> Identifier<Entity> {
    ids.makeID(at: Instant(milliseconds: 1_795_503_600_000))
  }

  /// An operation with the next sequence number.
  func operation(
    _ kind: String, _ body: String, id: Domain.Operation.ID? = nil, at: Int64 = 1_795_503_600_000
  ) -> SyncOperation {
    sequence += 1
    return SyncOperation(
      sequence: sequence, id: id ?? self.id(), kind: kind, body: body,
      time: Instant(milliseconds: at), hash: [1, 2, 3])
  }

  func push(_ operations: [SyncOperation]) throws -> Verdicts {
    guard case .verdicts(let verdicts) = try ask(.push(operations, incarnation: incarnation)) else {
      throw Silence()
    }
    return verdicts
  }

  /// Sends one operation and answers what became of it.
  @discardableResult
  func push(_ kind: String, _ body: String) throws -> Verdict.Kind {
    let verdicts = try push([operation(kind, body)])
    return try #require(verdicts.verdicts.first).kind
  }

  func snapshot() throws -> (cursor: SyncCursor, rows: [SyncRow]) {
    guard case .snapshotBegan(let cursor, let count) = try ask(.snapshot) else { throw Silence() }
    var rows: [SyncRow] = []
    while true {
      switch try answer() {
      case .snapshotRows(let more): rows += more
      case .snapshotEnded:
        #expect(rows.count == count)
        return (cursor, rows)
      default: throw Silence()
      }
    }
  }

  func pull(_ cursor: SyncCursor?, limit: Int = SyncLimit.pullRows) throws -> SyncPage {
    guard case .page(let page) = try ask(.pull(cursor, limit: limit)) else { throw Silence() }
    return page
  }
}
