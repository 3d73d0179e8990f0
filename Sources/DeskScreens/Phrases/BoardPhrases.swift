// The words of the supervisor's board and of the wall.

package import DeskCore
package import Domain

package struct BoardPhrases: Sendable {
  package var title: String
  package var pane: @Sendable (BoardPane) -> String
  package var state: @Sendable (DeskPresence.State) -> String
  package var ticketState: @Sendable (Ticket.State) -> String
  package var waiting: @Sendable (_ count: Int, _ late: Int) -> String
  package var windows: @Sendable (_ open: Int, _ free: [String]) -> String
  /// «7 мин», and from an hour and a half on with hours.
  package var minutes: @Sendable (Int) -> String
  package var underOneMinute: String
  package var means: @Sendable (_ wait: String, _ serving: String) -> String
  package var byHour: String
  package var ratings: @Sendable (RatingSummary) -> String
  package var left: @Sendable (String) -> String
  package var late: @Sendable (String) -> String
  package var priority: @Sendable (Int) -> String
  package var doubled: String
  package var leftOver: @Sendable (String) -> String
  package var everything: String
  package var serves: @Sendable (_ count: Int) -> String
  package var servesTitle: @Sendable (_ window: String) -> String
  package var servesAdvice: String
  package var action: @Sendable (BoardAction) -> String
  package var targets: String
  package var notice: @Sendable (BoardNotice) -> String
  /// What is shown is as old as this.
  package var old: @Sendable (_ since: String?) -> String
  package var unreadable: String
  package var advice: @Sendable (BoardPane) -> String
  package var help: [(key: String, meaning: String)]
  /// Not heard of for this long.
  package var silent: @Sendable (_ length: String) -> String
  package var heard: @Sendable (_ length: String) -> String
  package var neverHeard: String
  package var behind: @Sendable (Int64) -> String
  package var unread: @Sendable (_ sent: String) -> String
  package var read: @Sendable (_ seen: String) -> String
  package var messageTitle: @Sendable (_ window: String) -> String
  package var messageHint: String
  package var messageAdvice: String
  /// The map of what was done by window and hour, and what its darkest cell stands for.
  package var heatTitle: @Sendable (_ most: Int) -> String
  package var noWindows: String
  package var nobody: String
  // The wall.
  package var wallTitle: String
  package var window: String
  package var noLink: String
  package var noCalls: String

  package static func of(_ language: Language) -> BoardPhrases { language == .ru ? .ru : .en }
}
