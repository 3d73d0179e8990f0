// The own day, what is said about the catalogue, strengths and targets, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  /// - Parameter baseline: of the configuration; what satisfaction is compared with.
  func perform(
    feedback effect: Effect, baseline: TargetFigures.Baseline?, _ stamp: Stamp
  ) throws(StoreError) -> Event? {
    switch effect {
    case .loadOwnDay: return .pageLoaded(.ownDay(try ownDay(stamp)))
    case .loadStrengths: return .pageLoaded(.strengths(try strengths(upTo: stamp.today)))
    case .loadTargets: return .pageLoaded(.targets(try targetPage(baseline, stamp)))
    case .loadFeedback: return .feedbackLoaded(try feedback())
    case .giveFeedback(let draft):
      try giveFeedback(draft, stamp)
      return .feedbackDone(.given)
    case .answerFeedback(let id, let answer):
      try answerFeedback(id, answer, stamp)
      return .feedbackDone(.answered)
    case .noteAnswers(let ids):
      try noteAnswers(ids)
      return nil
    default: return nil
    }
  }

  /// Of the month up to today.
  private func targetPage(
    _ baseline: TargetFigures.Baseline?, _ stamp: Stamp
  ) throws(StoreError) -> TargetPage {
    let to = stamp.today
    let from = to.adding(days: 1 - to.day)
    let figures = try self.figures(from: from, to: to, offset: stamp.offset)
    return TargetPage(
      from: from, to: to,
      targets: try targets(of: figures, baseline: baseline, offset: stamp.offset))
  }
}
