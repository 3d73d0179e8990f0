// A day of training as a trainer sees it who looks on from another terminal.

package import DeskCore
package import Domain
internal import LocalStore
internal import Training
internal import TrainingRuntime

/// A trainer's own terminal: the clock is the one of the day under way, and orders go to it.
package final class TrainingWatch: Sendable {
  private enum Letter: Sendable {
    case order(TrainingOrder)
    case seat(SeatRequest)
    case stop
  }

  private let directory: String
  private let title: LocalizedText
  private let inbox = Inbox<Letter>()

  /// - Throws: `.missing` where no day is under way in the folder.
  init(_ options: DeskOptions) throws(StoreError) {
    directory = options.dataDirectory
    let store = try Self.open(directory)
    defer { store.close() }
    guard let told = try store.setting(TrainingWords.clock) else {
      throw .missing(path: directory)
    }
    SystemClock.follow(told)
    let name = try store.setting(TrainingWords.lesson) ?? ""
    let lesson = try? LessonLibrary.lesson(named: name)
    title = lesson?.title ?? LocalizedText(ru: name)
  }

  func take(_ order: TrainingOrder) { inbox.put(.order(order)) }

  func take(_ request: SeatRequest) { inbox.put(.seat(request)) }

  func stop() { inbox.put(.stop) }

  /// The thread's body.
  func run(_ mailbox: Mailbox) {
    do throws(StoreError) {
      let store = try Self.open(directory)
      defer { store.close() }
      var shown: TrainingScene?
      var seat = SeatLink(directory: directory, mailbox: mailbox)
      defer { seat.close() }
      while true {
        if let told = try store.setting(TrainingWords.clock) { SystemClock.follow(told) }
        let scene = TrainingScene(lesson: title, speed: SystemClock.speed)
        if scene != shown {
          shown = scene
          mailbox.put(.trainingChanged(scene))
        }
        seat.look()
        switch inbox.take(waitingMilliseconds: TrainingThread.lookEvery) {
        case .order(let order): if !Self.tell(order, in: directory) { mailbox.put(.traineeGone) }
        case .seat(let request): try seat.take(request)
        case .stop: return
        case nil: break
        }
      }
    } catch {
      mailbox.put(.failed(error))
    }
  }

  /// Says one word to the day under way.
  ///
  /// - Returns: whether there is one that hears it.
  package static func say(_ order: TrainingOrder, in directory: String) throws(StoreError) -> Bool {
    try open(directory).close()
    return tell(order, in: directory)
  }

  private static func tell(_ order: TrainingOrder, in directory: String) -> Bool {
    TrainerLine.order(order).text.map { TrainersEnd.put($0, in: directory) } ?? false
  }

  private static func open(_ directory: String) throws(StoreError) -> LocalStore {
    // Whoever only looks must not make a store where there is none.
    try LocalStore(
      directory: directory, access: .readOnly, purpose: .training, ids: .fromSystem(),
      now: SystemClock.now())
  }
}
