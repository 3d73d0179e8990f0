// The words about the queue.

package import DeskCore

package struct QueuePhrases: Sendable {
  /// «талон А012», before what is so with it.
  package var ticket: @Sendable (_ number: String) -> String
  /// Called since, and how often.
  package var called: @Sendable (_ since: String, _ times: Int) -> String
  package var serving: @Sendable (_ since: String) -> String
  package var held: @Sendable (_ numbers: String) -> String
  package var waited: @Sendable (_ minutes: Int64) -> String
  /// How many wait whom this window may call.
  package var waiting: @Sendable (Int) -> String
  package var onBreak: String
  /// Another window was first with this ticket.
  package var doubled: String
  package var menuTitle: @Sendable (_ number: String) -> String
  package var heldTitle: String
  package var action: @Sendable (TicketAction) -> String
  /// What is missing before a citizen counts as not come.
  package var noShowWait: @Sendable (NoShowWait) -> String
  package var targetTitle: String
  package var holdTitle: String
  package var redirectTitle: @Sendable (_ target: String) -> String
  package var commentHint: String
  package var comesBack: @Sendable (Bool) -> String
  package var menuAdvice: String
  package var window: String
  /// The line in place of the advice.
  package var message: @Sendable (_ time: String, _ text: String) -> String
  package var messageKey: @Sendable (_ count: Int) -> String
  package var messageTitle: @Sendable (_ time: String) -> String
  package var messageAdvice: String
}
