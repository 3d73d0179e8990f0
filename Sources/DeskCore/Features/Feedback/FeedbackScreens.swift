// Feedback to the catalogue: the clerk's line, the supervisor's list, and the answer.

internal import Canvas
package import Domain

/// «This entry is wrong»: one line about the service in front.
package struct FeedbackForm: Hashable, Sendable {
  package var service: Service
  package var situation: LifeSituation.ID
  /// The entry as it stood on the screen.
  package var seen: String
  package var text = TextField(room: Feedback.longestText)

  package init(service: Service, situation: LifeSituation.ID, seen: String) {
    self.service = service
    self.situation = situation
    self.seen = seen
  }
}

package struct FeedbackScreen: Hashable, Sendable {
  /// Absent until the store has answered.
  package var lines: [FeedbackLine]?
  package var selection = 0

  package init() {}

  package var selected: FeedbackLine? {
    guard let lines, lines.indices.contains(selection) else { return nil }
    return lines[selection]
  }
}

/// One piece of feedback with the line of its answer.
package struct FeedbackAnswerScreen: Hashable, Sendable {
  package var line: FeedbackLine
  package var text = TextField(room: Feedback.longestText)
  package var scroll = 0

  package init(line: FeedbackLine) { self.line = line }
}

/// What has become of it, once it is stored.
package enum FeedbackDone: Hashable, Sendable { case given, answered }
