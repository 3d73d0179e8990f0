import DiscreteEvents
import Domain

@testable import Sync

// A desk's driver: it does what the machine says, and gives the answers back.

extension World {
  /// More steps than this for one event are a machine that runs in a circle.
  private static let mostSteps = 2_000

  func start(_ desk: SimulatedDesk, _ life: Int) {
    guard desk.life == life, !desk.isRunning else { return }
    desk.isRunning = true
    desk.machine = SyncMachine(program: SimulatedDesk.program)
    trace.note(now, "\(desk.index) starts")
    feed(desk, .start)
  }

  /// The program ends without finishing anything, and is started again some time later.
  func crash(_ desk: SimulatedDesk) {
    trace.note(now, "\(desk.index) crashes")
    disconnect(desk)
    desk.life += 1
    desk.isRunning = false
    desk.isAtRest = false
    let pause = Int64.random(in: 500...20_000, using: &random)
    queue.add(.start(desk: desk.index, life: desk.life), at: now + pause)
  }

  func feed(_ desk: SimulatedDesk, _ first: SyncInput) {
    guard desk.isRunning else { return }
    let life = desk.life
    var inputs = [first]
    var steps = 0
    while !inputs.isEmpty {
      let input = inputs.removeFirst()
      trace.note(now, "\(desk.index) < \(input.traced)")
      steps += 1
      guard steps < Self.mostSteps else {
        return report(.progress, "desk \(desk.index) runs in a circle at \(input.traced)")
      }
      if mutant == .backOffResetByConnecting, case .connected = input { desk.machine.attempts = 0 }
      let outputs = desk.machine.step(
        input, at: monotonic(of: desk), now: wallClock(of: desk), random: &desk.random)
      for output in outputs {
        perform(output, of: desk, &inputs)
        guard desk.life == life, breaches.isEmpty else { return }
      }
    }
  }

  private func perform(
    _ output: SyncOutput, of desk: SimulatedDesk, _ inputs: inout [SyncInput]
  ) {
    switch output {
    case .connect: connect(desk)
    case .disconnect: disconnect(desk)
    case .send(let request): send(desk, mutated(request, of: desk))
    case .store(let command):
      guard let result = store(command, of: desk) else { return crash(desk) }
      inputs.append(.stored(result))
    case .alarm(let moment): setAlarm(desk, moment)
    case .show(let status):
      desk.status = status
      if status.link != .linked { desk.isAtRest = false }
    case .answered(let answer): answered(answer, at: desk)
    case .cycleDone:
      desk.isAtRest = true
      didCycle = true
    }
  }

  private func setAlarm(_ desk: SimulatedDesk, _ moment: Monotonic?) {
    desk.alarmToken += 1
    guard let moment, mutant != .noDeadlines || desk.link == nil else { return }
    let wait = max(0, moment.milliseconds - monotonic(of: desk).milliseconds)
    queue.add(
      .alarm(desk: desk.index, life: desk.life, token: desk.alarmToken), at: now + wait)
  }

  /// `nil` where the program ended in the middle.
  private func store(_ command: StoreCommand, of desk: SimulatedDesk) -> StoreResult? {
    do {
      let before = VersionCheck(desk.store, command)
      let result = try mutated(command, of: desk)
      // An erasure that comes from elsewhere logs visits again, and a new day what was kept back.
      if command.mayLog { _ = book.note(desk) }
      if let breach = before?.breach() { report(.versions, "desk \(desk.index) \(breach)") }
      if let breach = OwnWritesCheck.breach(desk.store, after: command) {
        report(.ownWrites, "desk \(desk.index) \(breach)")
      }
      return result
    } catch {
      return nil
    }
  }

  func monotonic(of desk: SimulatedDesk) -> Monotonic {
    if mutant == .wallClockForDeadlines {
      return Monotonic(milliseconds: wallClock(of: desk).milliseconds)
    }
    return Monotonic(milliseconds: now + 1_000_000 * Int64(desk.index + 1))
  }

  func wallClock(of desk: SimulatedDesk) -> Instant { instant(with: desk.clockError) }

  private func instant(with error: Int64) -> Instant {
    Instant(milliseconds: Self.morning + now + error)
  }
}

extension StoreCommand {
  fileprivate var mayLog: Bool {
    switch self {
    case .read, .apply, .applySnapshot, .endSnapshot, .takeCalled: true
    default: false
    }
  }
}
