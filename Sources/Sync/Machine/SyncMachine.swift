package import Domain

/// Decides what a desk says to the central store, and when. A value: no clock, no network, no store,
/// no randomness of its own, so that a test can play any day of any year.
///
/// The driver does what the outputs say, in order, and gives the results of store commands back as the
/// next inputs. What the phases are for is in `docs/decisions/sync.md`.
package struct SyncMachine: Sendable {
  enum Phase: Hashable, Sendable {
    case beforeStart
    /// Not linked; the deadline says when the desk tries again.
    case waiting(Wait)
    case connecting, greeting
    /// Linked, and the server asks to wait.
    case pausing
    case working
    /// Linked, and everything is done; the deadline is the next poll.
    case resting
    case ended
  }

  enum Wait: Hashable, Sendable {
    /// For this desk's place among all that start at the same moment.
    case slot
    case backOff
    /// Until somebody has done something.
    case breaker(SyncStatus.Stop)
    /// For the desk's own disk.
    case store
  }

  /// A question that is not answered yet.
  enum Question: Hashable, Sendable {
    case hello
    case push([SyncOperation])
    case pull(SyncCursor?)
    case snapshot
    case catalogue(Int64)
    case anchor(AuditHead)
    case call(SyncCall)
    /// With the moment of asking.
    case lease(Instant)
  }

  /// What a store command was for; its result is the answer to the oldest one.
  enum Errand: Hashable, Sendable {
    case readToLink, readToWork, readToGoOn, readCounts
    case take, settle, remember
    case apply(SyncPage)
    case resend, move
    case sendAgain, beginFill, fill, sweep
    case keep(Int64)
    case takeCalled(SyncCall, Ticket.ID)
    case setLeases
  }

  struct Outstanding: Hashable, Sendable {
    var errand: Errand
    /// The connection for which it was begun: the result for an earlier one changes nothing.
    var connection: Int
  }

  /// What one step knows and says.
  struct Turn {
    let at: Monotonic
    let now: Instant
    /// 0 to 1, without 1.
    let chance: Double
    var outputs: [SyncOutput] = []
  }

  let program: String
  var phase = Phase.beforeStart
  var store: SyncStoreState?

  // The connection.
  var connection = 0
  var questions: [Question] = []
  var errands: [Outstanding] = []
  /// Answers that came while the store was at work.
  var held: [SyncReply] = []
  /// Attempts since the last completed cycle.
  var attempts = 0
  /// How often the server could not serve the desk since then.
  var refusals = 0
  /// The first connection's place was waited for, or somebody wanted none.
  var hasHadSlot = false
  var deadline: Monotonic?
  /// When the central store is told to be silent, while a board looks on.
  var silentAt: Monotonic?
  /// The deadline that the driver knows.
  var shownDeadline: Monotonic?

  /// The server's epoch, as it was told in its greeting, until the desk has looked at it.
  var greetedEpoch: String?
  /// The server's epoch became another one on this connection.
  var hasMoved = false

  // A cycle.
  /// The last operation that was sent on this connection.
  var sentThrough: Int64 = 0
  var hasMoreToSend = false
  /// Something was saved since the pending operations were last asked for.
  var hasChanged = false
  /// A person has asked since the cycle began: it is gone through once more.
  var wasAsked = false
  /// Answers to questions that have to be asked again: taken, and thrown away.
  var isDraining = false
  var pauseAfterDrain = 0
  var offeredRelease: Int64 = 0
  var refusedRelease: Int64 = 0
  /// The snapshot that is coming in.
  var fill: Fill?
  /// The newest version that the server speaks.
  var serverVersion = 0
  /// Calls without an answer, in order, and until when they are waited for.
  var calls: [WaitingCall] = []
  /// When leases were last asked for.
  var lastLeased: Monotonic?

  struct WaitingCall: Hashable, Sendable {
    var request: TicketStep.ID
    var deadline: Monotonic
  }

  /// When the last page went into the store, empty or not.
  var lastApplied: Monotonic?

  struct Fill: Hashable, Sendable {
    var total: Int
    var done = 0
  }

  /// The head of the audit that the server was told on this connection.
  var anchored: AuditHead?

  // What is shown.
  var synced: Instant?
  var waitsUntil: Instant?
  var isStoreFailing = false
  var linkTrouble: SyncStatus.Trouble?
  var isForked = false
  var isClockOff = false
  var shown: SyncStatus?

  /// - Parameter program: the name and version of the program, for the server's list of desks.
  package init(program: String) { self.program = program }

  /// Takes one input.
  ///
  /// - Parameters:
  ///   - at: for all waiting.
  ///   - now: the desk's wall clock, which decides nothing and is only shown.
  package mutating func step(
    _ input: SyncInput, at: Monotonic, now: Instant,
    random: inout some RandomNumberGenerator
  ) -> [SyncOutput] {
    let chance = Double(random.next() >> 11) / Double(1 << 53)
    var turn = Turn(at: at, now: now, chance: chance)
    take(input, &turn)
    sayWhenToWake(&turn)
    sayWhatIsShown(&turn)
    return turn.outputs
  }

  private mutating func take(_ input: SyncInput, _ turn: inout Turn) {
    if phase == .ended { return }
    switch input {
    case .start: start(&turn)
    case .alarm: takeAlarm(&turn)
    case .connected: takeConnected(&turn)
    case .replied(let reply): takeReply(reply, &turn)
    case .broken(let fault): takeBroken(fault, &turn)
    case .stored(let result): takeResult(result, &turn)
    case .changed: takeChanged(&turn)
    case .asked: takeAsked(&turn)
    case .call(let call): takeCall(call, &turn)
    case .stop: end(&turn)
    }
  }

  private mutating func sayWhenToWake(_ turn: inout Turn) {
    let next = [deadline, silentAt, calls.first?.deadline].compactMap(\.self).min()
    guard next != shownDeadline else { return }
    shownDeadline = next
    turn.outputs.append(.alarm(next))
  }

  // MARK: Helpers of all phases

  mutating func ask(_ question: Question, _ request: SyncRequest, _ turn: inout Turn) {
    questions.append(question)
    turn.outputs.append(.send(request))
  }

  mutating func run(_ errand: Errand, _ command: StoreCommand, _ turn: inout Turn) {
    errands.append(Outstanding(errand: errand, connection: connection))
    turn.outputs.append(.store(command))
  }

  /// Whether a result is awaited that matters to what goes on now.
  var isStoreAtWork: Bool { errands.contains { $0.connection == connection } }

  /// Every wait for an answer ends.
  mutating func renewDeadline(_ turn: Turn) {
    guard phase == .greeting || phase == .working else { return }
    deadline = questions.isEmpty ? nil : turn.at + SyncTiming.answer
  }
}

/// How long things take at most, in milliseconds.
package enum SyncTiming {
  package static let connect: Int64 = 10_000
  package static let answer: Int64 = 30_000
  /// Between two polls while a board looks on, and until it is told of a silent server.
  package static let watchedPoll: Int64 = 1_200
  package static let silence: Int64 = 2_000
  /// A board that hears of the link from another process waits for so long.
  package static let oldDay: Int64 = 8_000
  /// A clerk waits for the next citizen: after that the desk goes on without the link.
  package static let call: Int64 = 2_000
  /// Between two questions for leases, while somebody waits.
  package static let lease: Int64 = 30_000
  package static let backOffStart: Int64 = 1_000
  package static let backOffMost: Int64 = 300_000
  /// Between two questions to a server that cannot serve the desk just now.
  package static let busyMost: Int64 = 60_000
  package static let breaker: Int64 = 900_000
  /// Between attempts to write to a disk that is full.
  package static let storeRetry: Int64 = 60_000
  /// Between notes in the store that the desk is up to date, while nothing else is written.
  package static let noteSynced: Int64 = 60_000
  /// The desk's clock may differ from the server's so much.
  package static let clockDifference: Int64 = 120_000
  /// The longest wait that a server's answer may ask for, in seconds.
  package static let longestWait = 3_600
}
