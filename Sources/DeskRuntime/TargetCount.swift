// The page of targets, counted beside the store's thread: a month of a large centre takes longer than a clerk's next
// key may wait.

internal import DeskCore
internal import Domain
internal import LocalStore
internal import Synchronization

final class TargetCount: Sendable {
  private let directory: String
  private let purpose: StorePurpose
  private let baseline: TargetFigures.Baseline?
  private let mailbox: Mailbox
  private let isUnderWay = Mutex(false)

  /// - Parameter baseline: of the configuration; what satisfaction is compared with.
  init(
    directory: String, purpose: StorePurpose, baseline: TargetFigures.Baseline?, mailbox: Mailbox
  ) {
    self.directory = directory
    self.purpose = purpose
    self.baseline = baseline
    self.mailbox = mailbox
  }

  /// Counts the month up to today on a thread of its own, and puts the page into the mailbox.
  ///
  /// - Returns: the thread; `nil` where one is counting already, whose page is the answer to this question too.
  func begin(_ stamp: Stamp) -> Worker? {
    let isFirst = isUnderWay.withLock { isUnderWay in
      defer { isUnderWay = true }
      return !isUnderWay
    }
    guard isFirst else { return nil }
    return Worker { [self] in
      do throws(StoreError) {
        let page = try page(stamp)
        isUnderWay.withLock { $0 = false }
        mailbox.put(.pageLoaded(.targets(page)))
      } catch {
        isUnderWay.withLock { $0 = false }
        mailbox.put(.failed(error))
      }
    }
  }

  private func page(_ stamp: Stamp) throws(StoreError) -> TargetPage {
    let store = try LocalStore(
      directory: directory, access: .readOnly, purpose: purpose, ids: .fromSystem(), now: stamp.now)
    defer { store.close() }
    let to = stamp.today
    let from = to.adding(days: 1 - to.day)
    let figures = try store.figures(from: from, to: to, offset: stamp.offset)
    return TargetPage(
      from: from, to: to,
      targets: try store.targets(of: figures, baseline: baseline, offset: stamp.offset))
  }
}
