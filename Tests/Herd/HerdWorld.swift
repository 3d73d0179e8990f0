import DiscreteEvents
import Domain
import Sync

/// Nine o'clock: all desks of a region are switched on at once, and one pooler in front of the central
/// store takes them in. It logs one client in after the other, and lends at most so many connections.
package struct HerdWorld<Client: HerdClient> {
  package struct Result: Sendable {
    package var desks: Int
    /// Desks whose first cycle was done before the end.
    package var synced: Int
    /// When the last of them was, in milliseconds after nine.
    package var lastSynced: Int64
    package var attempts: Int
    /// The most connections to the store that were in use at one moment.
    package var mostConnections: Int

    package var attemptsPerDesk: Double { Double(attempts) / Double(desks) }
  }

  private enum Event {
    case start(Int)
    case alarm(Int, token: Int)
    case loggedIn(Int, attempt: Int)
    case asked(Int, attempt: Int, SyncRequest)
    case answered(Int, attempt: Int, SyncReply)
    case freed
  }

  private struct DeskState {
    var client: Client
    var store: HerdStore
    var random: IDSource
    var token = 0
    /// The number of its connection; an answer to an earlier one is not heard.
    var attempt = 0
    var isConnected = false
    var isSynced = false
  }

  /// SCRAM and TLS of one login cost a pooler 2.5 to 4 ms of its single thread (PgBouncer #1563);
  /// half of that where the client has gone meanwhile.
  private static var login: Int64 { 4 }
  private static var vainLogin: Int64 { 2 }
  private static var service: Int64 { 20 }
  private static var connections: Int { 100 }
  private static var travel: Int64 { 20 }

  private var desks: [DeskState] = []
  private var queue = EventQueue<Event>()
  private var now: Int64 = 0
  private var logins: [(desk: Int, attempt: Int)] = []
  private var nextLogin = 0
  private var isLoggingIn = false
  private var waiting: [(desk: Int, attempt: Int, request: SyncRequest)] = []
  private var nextWaiting = 0
  private var inUse = 0
  private var result: Result

  package init(desks count: Int, seed: UInt64) {
    var random = IDSource(seed: seed)
    result = Result(desks: count, synced: 0, lastSynced: 0, attempts: 0, mostConnections: 0)
    let spread = min(60, count / 80)
    for index in 0..<count {
      let desk: Identifier<Desk> = random.makeID(at: Instant(milliseconds: Int64(index)))
      desks.append(
        DeskState(
          client: Client(desk: desk), store: HerdStore(desk: desk, spread: spread, &random),
          random: IDSource(seed: random.next())))
      // People press the button within the same two seconds.
      queue.add(.start(index), at: Int64.random(in: 0..<2_000, using: &random))
    }
  }

  /// - Parameter seconds: how long the morning is looked at.
  package mutating func run(seconds: Int64) -> Result {
    while result.synced < result.desks, let (time, event) = queue.next(), time <= seconds * 1000 {
      now = time
      handle(event)
    }
    return result
  }

  private mutating func handle(_ event: Event) {
    switch event {
    case .start(let desk): feed(desk, .start)
    case .alarm(let desk, let token): if desks[desk].token == token { feed(desk, .alarm) }
    case .loggedIn(let desk, let attempt):
      isLoggingIn = false
      startLogin()
      guard desks[desk].attempt == attempt else { return }
      desks[desk].isConnected = true
      feed(desk, .connected)
    case .asked(let desk, let attempt, let request):
      waiting.append((desk, attempt, request))
      serve()
    case .answered(let desk, let attempt, let reply):
      if desks[desk].attempt == attempt { feed(desk, .replied(reply)) }
    case .freed:
      inUse -= 1
      serve()
    }
  }

  private mutating func feed(_ desk: Int, _ first: SyncInput) {
    var inputs = [first]
    while !inputs.isEmpty {
      var random = desks[desk].random
      let outputs = desks[desk].client.step(
        inputs.removeFirst(), at: Monotonic(milliseconds: now), now: Instant(milliseconds: now),
        random: &random)
      desks[desk].random = random
      for output in outputs {
        switch output {
        case .connect: connect(desk)
        case .disconnect:
          desks[desk].attempt += 1
          desks[desk].isConnected = false
        case .send(let request):
          queue.add(.asked(desk, attempt: desks[desk].attempt, request), at: now + Self.travel)
        case .store(let command): inputs.append(.stored(desks[desk].store.perform(command)))
        case .alarm(let moment):
          desks[desk].token += 1
          if let moment {
            queue.add(.alarm(desk, token: desks[desk].token), at: max(now, moment.milliseconds))
          }
        case .cycleDone: noteSynced(desk)
        case .show, .answered: break
        }
      }
    }
  }

  private mutating func noteSynced(_ desk: Int) {
    guard !desks[desk].isSynced else { return }
    desks[desk].isSynced = true
    result.synced += 1
    result.lastSynced = now
  }
}

// The pooler.
extension HerdWorld {
  private mutating func connect(_ desk: Int) {
    result.attempts += 1
    desks[desk].attempt += 1
    logins.append((desk, desks[desk].attempt))
    startLogin()
  }

  private mutating func startLogin() {
    guard !isLoggingIn, nextLogin < logins.count else { return }
    let (desk, attempt) = logins[nextLogin]
    nextLogin += 1
    isLoggingIn = true
    let isVain = desks[desk].attempt != attempt
    let time = isVain ? Self.vainLogin : Self.login
    queue.add(.loggedIn(desk, attempt: attempt), at: now + time)
  }

  private mutating func serve() {
    while inUse < Self.connections, nextWaiting < waiting.count {
      let (desk, attempt, request) = waiting[nextWaiting]
      nextWaiting += 1
      inUse += 1
      result.mostConnections = max(result.mostConnections, inUse)
      queue.add(.freed, at: now + Self.service)
      queue.add(
        .answered(desk, attempt: attempt, answer(request)), at: now + Self.service + Self.travel)
    }
  }

  private func answer(_ request: SyncRequest) -> SyncReply {
    let time = Instant(milliseconds: now)
    switch request {
    case .hello:
      return .welcome(
        Welcome(
          serverTime: time, spread: min(60, desks.count / 80), poll: 30, retryAfter: 0,
          epoch: "e"))
    case .push(let operations, _):
      let verdicts = operations.map { Verdict(operation: $0.id, kind: .accepted, number: 2) }
      return .verdicts(Verdicts(epoch: "e", verdicts: verdicts))
    case .pull:
      let cursor = SyncCursor(epoch: "e", number: 2, chain: "d")
      return .page(
        SyncPage(rows: [], cursor: cursor, head: 2, durable: 1, release: 0, serverTime: time))
    case .anchor(let head, _): return .anchored(head.sequence)
    case .snapshot, .catalogue, .call, .lease, .desks: return .busy(retryAfter: 60)
    }
  }
}
