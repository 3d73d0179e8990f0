import CentralStore
import Domain
import Glibc
import Postgres
import PostgresServer
import Sync
import Testing

/// Ten desks call ten thousand tickets as fast as they can; desks die in the middle of a call, and so does the
/// server.
@Suite struct TenDesksTests {
  private static let tickets = 10_000

  @Test func nobodyIsCalledTwice() throws {
    let server = try PostgresServer()
    defer { server.stop() }
    let store = try CentralFixture(on: server)
    let desks = try (1...10).map { try CallingDesk(store.enrol(desk: "Окно \($0)"), seed: $0) }
    let session = try store.session()
    try session.execute(Self.fill)
    session.close()

    var kills = [2_000, 5_000, 8_000]
    var idle = 0
    while desks.contains(where: { !$0.isDone }) {
      for desk in desks { try desk.advance() }
      if let next = kills.first, desks.reduce(0, { $0 + $1.answers }) >= next {
        kills.removeFirst()
        try server.kill()
        try server.start()
      }
      idle = CallingDesk.wait(for: desks) ? 0 : idle + 1
      try #require(idle < 100, "nothing moves any more")
    }
    #expect(kills.isEmpty)
    #expect(desks.reduce(0) { $0 + $1.deaths } > 50)

    let answered = desks.flatMap(\.called)
    #expect(Set(answered.map(\.ticket)).count == answered.count, "one ticket for two requests")
    let look = try store.session()
    #expect(
      try look.value("SELECT count(*) FROM okno.ticket WHERE state = 'called'")
        == "\(Self.tickets)")
    #expect(try look.value("SELECT count(*) FROM okno.call") == "\(Self.tickets)")
    try look.execute("SELECT okno.number_calls(1)")
    #expect(try look.value(Self.calledTwice) == "0")
    // Each answer is what the server has kept, and no other one.
    let kept = try look.query("SELECT request, ticket FROM okno.call")
    var tickets: [String: String] = [:]
    for row in 0..<kept.rowCount { tickets[kept.text(row, 0) ?? ""] = kept.text(row, 1) }
    for one in answered { #expect(tickets["\(one.request)"] == "\(one.ticket)") }
  }

  private static let fill = """
    INSERT INTO okno.ticket (centre, id, state, priority, placed, situation)
    SELECT 1, gen_random_uuid(), 'waiting', n % 3, n, 'birth-of-child'
    FROM generate_series(1, \(tickets)) n;
    INSERT INTO okno.row (centre, entity, id, version, written, body)
    SELECT 1, 't', id, 1, now(), '{"number": "А001", "audience": "person", "priority": 0, '
      || '"issued": "2026-11-24T09:05:00.123Z", "desk": "' || gen_random_uuid() || '", "steps": []}'
    FROM okno.ticket;
    ANALYZE okno.ticket, okno.row;
    """

  private static let calledTwice = """
    SELECT count(*) FROM okno.row
    WHERE entity = 't' AND jsonb_array_length(body::jsonb->'steps') <> 1
    """
}

/// A desk that calls until nobody is left, and dies now and then.
private final class CallingDesk {
  private(set) var called: [(request: TicketStep.ID, ticket: Ticket.ID)] = []
  private(set) var answers = 0
  private(set) var deaths = 0
  private(set) var isDone = false
  private let remote: PostgresRemote
  private var random: IDSource
  private var request: TicketStep.ID

  init(_ credentials: Credentials, seed: Int) throws {
    random = IDSource(seed: UInt64(seed))
    request = random.makeID(at: Instant(milliseconds: 0))
    remote = try PostgresRemote(credentials)
    remote.connect()
  }

  func advance() throws {
    guard !isDone else { return }
    for news in remote.advance() {
      switch news {
      case .connected: call()
      case .replied(.called(let row)): take(row)
      // Something passes by itself: the same request again.
      case .replied(.busy): call()
      case .broken: return connect()
      default: throw RemoteDesk.Silence()
      }
      if isDone { return }
    }
  }

  private func take(_ row: SyncRow?) {
    guard let row else {
      isDone = true
      remote.close()
      return
    }
    answers += 1
    called.append((request, Ticket.ID(row.id)))
    request = random.makeID(at: Instant(milliseconds: 0))
    call()
  }

  private func call() {
    let call = SyncCall(
      request: CallRequest(id: request), since: Instant(milliseconds: 0),
      time: Instant(milliseconds: 1_795_503_600_000))
    remote.send(.call(call))
    guard Int.random(in: 0..<100, using: &random) == 0 else { return }
    // The desk dies with its question on the way; the one after it asks the same again, or has forgotten it.
    deaths += 1
    if Bool.random(using: &random) { request = random.makeID(at: Instant(milliseconds: 0)) }
    connect()
  }

  private func connect() {
    remote.close()
    remote.connect()
  }

  /// Sleeps until one of them has something to do, for a tenth of a second at most.
  static func wait(for desks: [CallingDesk]) -> Bool {
    var watched = desks.compactMap { desk in
      desk.remote.interest.map { interest in
        let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
        return pollfd(fd: interest.descriptor, events: Int16(events), revents: 0)
      }
    }
    return poll(&watched, nfds_t(watched.count), 100) > 0
  }
}
