// The own day, what is said about the catalogue, and strengths, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  func perform(feedback effect: Effect, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .loadOwnDay: return .pageLoaded(.ownDay(try ownDay(stamp)))
    case .loadStrengths: return .pageLoaded(.strengths(try strengths(upTo: stamp.today)))
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
}
