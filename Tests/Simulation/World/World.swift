import DiscreteEvents
import Domain
import LocalStore
import Sync

/// Some desks, one central store, a network between them, and clerks at work: all of it in one thread,
/// and the same for the same seed.
final class World {
  /// 2026-11-24T06:00:00Z.
  static let morning: Int64 = 1_795_500_000_000

  let seed: UInt64
  let mutant: Mutant?
  let plan: WorldPlan
  let trace: Trace
  var random: IDSource
  var queue = EventQueue<WorldEvent>()
  /// Milliseconds since the morning, truly.
  var now: Int64 = 0
  var server: Server
  var desks: [SimulatedDesk] = []
  var links: [Link] = []
  var book = SavedBook()
  var breaches: [Breach] = []
  var isHealed = false
  /// Other transactions of the server are in the way.
  var areRowsLocked = false
  /// Whether the last event ended a desk's cycle: only then may all be at rest.
  var didCycle = false
  var backups: [Int: Backup] = [:]
  /// How many citizens have asked to be called.
  var wishes = 0
  /// Words that any desk has handed out.
  var tokens: [RatingToken] = []
  /// By desk, the sequences that were taken for sending once: for a mutant that renames them.
  var attempted: [Int: Set<Int64>] = [:]

  init(seed: UInt64, mutant: Mutant? = nil, keepsTrace: Bool = false) throws {
    self.seed = seed
    self.mutant = mutant
    trace = Trace(keepsLines: keepsTrace)
    random = IDSource(seed: seed)
    plan = WorldPlan(&random)
    server = Server(plan, mutant: mutant)
    for index in 0..<plan.deskCount { try addDesk(index) }
  }

  var instant: Instant { Instant(milliseconds: Self.morning + now) }

  private func addDesk(_ index: Int) throws {
    let role = "desk-\(index)"
    let centre = plan.centre(of: index)
    let store = try DeskStore(
      identity: seed &* 1000 &+ UInt64(index), ids: IDSource(seed: random.next()), now: instant)
    let seat = random.makeUUID(at: instant)
    server.enrol(role, seat, in: centre)
    try store.local.setEnrolled(Identifier(seat))
    desks.append(
      SimulatedDesk(
        index: index, role: role, centre: centre, store: store,
        random: IDSource(seed: random.next())))
    book.open(index)
    queue.add(.start(desk: index, life: 0), at: Int64.random(in: 0..<5_000, using: &random))
    queue.add(.clerk(desk: index), at: Int64.random(in: 1_000..<60_000, using: &random))
  }

  /// Runs to the end: work and faults, then calm until every desk is at rest.
  ///
  /// - Returns: what does not hold.
  func run() -> [Breach] {
    for index in plan.faults.indices { queue.add(.fault(index), at: plan.faults[index].begins) }
    queue.add(.allHealed, at: plan.calmFrom)
    while breaches.isEmpty, let (time, event) = queue.next() {
      guard time <= plan.calmFrom + WorldPlan.patience else {
        breaches.append(Breach(.progress, "not at rest: " + restlessDesks))
        break
      }
      now = time
      didCycle = false
      handle(event)
      if isHealed, didCycle, isEverythingDone { break }
    }
    if breaches.isEmpty { breaches += EndCheck(self).breaches() }
    return breaches
  }

  /// Nothing waits at any desk, and each stands where its centre does.
  private var isEverythingDone: Bool {
    desks.allSatisfy { desk in
      guard desk.isAtRest,
        case .state(let state) = desk.store.local.perform(.read, now: instant)
      else { return false }
      return state.pending == 0 && state.cursor == server.state.centres[desk.centre]?.cursor
    }
  }

  private var restlessDesks: String {
    desks.filter { !$0.isAtRest }.map { "\($0.index) \($0.status)" }.joined(separator: "; ")
  }

  private func handle(_ event: WorldEvent) {
    switch event {
    case .start(let desk, let life): start(desks[desk], life)
    case .alarm(let desk, let life, let token):
      guard desks[desk].life == life, desks[desk].alarmToken == token else { return }
      feed(desks[desk], .alarm)
    case .linkMade(let link): made(link)
    case .linkBroken(let link, let fault): broken(link, fault)
    case .request(let link, let request, let after): arrived(link, request, after: after)
    case .reply(let link, let reply): replied(link, reply)
    case .clerk(let desk): work(desks[desk])
    case .saved(let desk, let life):
      if desks[desk].life == life { feed(desks[desk], .changed) }
    case .fault(let index): begin(plan.faults[index])
    case .healed(let index): end(plan.faults[index])
    case .allHealed: healAll()
    }
  }

  func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  func report(_ property: Breach.Property, _ text: String) {
    breaches.append(Breach(property, text))
  }
}

/// A property that does not hold.
struct Breach: CustomStringConvertible {
  enum Property: String {
    case exactlyOnce, order, convergence, foreignRows, lost, versions, progress, attempts, cards,
      visits, conflicts, store, ownWrites, queue, wishes
  }

  let property: Property
  let text: String

  init(_ property: Property, _ text: String) {
    self.property = property
    self.text = text
  }

  var description: String { "\(property.rawValue): \(text)" }
}
