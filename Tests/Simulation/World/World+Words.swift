import DiscreteEvents
import Domain
import Sync

@testable import LocalStore

// What people at the desks write to each other: messages to windows, and feedback on the catalogue.

extension World {
  func send(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    guard let window = try store.desks(stamp).randomElement(using: &random) else { return }
    try store.sendMessage("Зайдите к старшему, \(now)", to: window.id, stamp)
  }

  func readMessages(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    for message in try store.unreadMessages(stamp) { try store.readMessage(message.id, stamp) }
  }

  func giveFeedback(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let draft = FeedbackDraft(
      id: newID(), service: "passport", situation: "change-of-residence",
      text: "Срок другой, \(now)", seen: "Срок")
    try store.giveFeedback(draft, stamp)
  }

  func answerFeedback(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    guard let line = try store.feedback().randomElement(using: &random) else { return }
    let answer = FeedbackAnswer(
      id: newID(), text: "Исправлено, \(now)", employee: nil, time: stamp.now)
    try store.answerFeedback(line.feedback.id, answer, stamp)
  }
}
