// For a service manager: keeps the link until it is stopped, and says what changes.

internal import DeskRuntime
internal import Domain
internal import Synchronization
internal import SyncRuntime
internal import Terminal

/// `okno sync --watch`. The first thread waits for signals, another one syncs.
struct SyncWatch {
  private let session: Session
  private let manager: ServiceManager

  init(_ session: Session) {
    self.session = session
    manager = ServiceManager(session.environment)
  }

  func run(_ link: SyncSession) throws(Failure) -> SyncTally {
    let (signals, waker) = try waiting()
    let signal = SyncSignal()
    let findings = Findings()
    let worker = Worker {
      let end = link.run(signal, takesTurns: true) { report in
        findings.note(report)
        waker.wake()
      }
      findings.end(end)
      waker.wake()
    }
    let poll = EventPoll(terminal: -1, signals: signals, waker: waker)
    var log = SyncLog(language: session.language)
    while true {
      let happened = poll.wait(until: nil)
      tell(findings.takeStatus(), &log)
      if findings.ending != nil { break }
      if !happened.signals.isDisjoint(with: [.terminate, .interrupt, .hangUp]) {
        manager.notify("STOPPING=1")
        signal.stop()
      }
    }
    worker.join()
    if case .store(let error) = findings.ending { throw Failure(error) }
    return findings.tally
  }

  /// Signals have to be blocked before there is another thread.
  private func waiting() throws(Failure) -> (SignalInbox, Waker) {
    do throws(TerminalError) {
      return (try SignalInbox(), try Waker())
    } catch {
      throw Failure(error)
    }
  }

  private func tell(_ status: SyncStatus?, _ log: inout SyncLog) {
    guard let status, let line = log.line(for: status) else { return }
    // It is at work as soon as there is something to say, with a centre or without one.
    manager.notify("READY=1\nSTATUS=\(line)")
    session.console.complain("okno: \(line)\n")
  }

  /// What the syncing thread has found, for the first one.
  private final class Findings: Sendable {
    private struct Values {
      var status: SyncStatus?
      var tally = SyncTally()
      var end: SyncEnd?
    }
    private let values = Mutex(Values())

    func note(_ report: SyncReport) {
      values.withLock { values in
        switch report {
        case .status(let status): values.status = status
        case .cycleDone(let tally), .ended(let tally): values.tally = tally
        case .catalogue, .called: break
        }
      }
    }

    func end(_ end: SyncEnd) { values.withLock { $0.end = end } }

    func takeStatus() -> SyncStatus? {
      values.withLock { values in
        defer { values.status = nil }
        return values.status
      }
    }

    var ending: SyncEnd? { values.withLock { $0.end } }
    var tally: SyncTally { values.withLock { $0.tally } }
  }
}
