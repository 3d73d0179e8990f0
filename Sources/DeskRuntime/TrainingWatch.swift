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

  func stop() { inbox.put(.stop) }

  /// The thread's body.
  func run(_ mailbox: Mailbox) {
    do throws(StoreError) {
      let store = try Self.open(directory)
      defer { store.close() }
      var shown: TrainingScene?
      while true {
        if let told = try store.setting(TrainingWords.clock) { SystemClock.follow(told) }
        let scene = TrainingScene(lesson: title, speed: SystemClock.speed)
        if scene != shown {
          shown = scene
          mailbox.put(.trainingChanged(scene))
        }
        switch inbox.take(waitingMilliseconds: TrainingThread.lookEvery) {
        case .order(let order): try store.setSetting(TrainingWords.order, order.word)
        case .stop: return
        case nil: break
        }
      }
    } catch {
      mailbox.put(.failed(error))
    }
  }

  /// Says one word to the day under way.
  package static func say(_ order: TrainingOrder, in directory: String) throws(StoreError) {
    let store = try open(directory)
    defer { store.close() }
    try store.setSetting(TrainingWords.order, order.word)
  }

  private static func open(_ directory: String) throws(StoreError) -> LocalStore {
    // Whoever only looks must not make a store where there is none.
    try LocalStore(
      directory: directory, access: .readOnly, purpose: .training, ids: .fromSystem(),
      now: SystemClock.now()
    ).close()
    return try LocalStore(
      directory: directory, access: .readWrite, purpose: .training, ids: .fromSystem(),
      now: SystemClock.now())
  }
}
