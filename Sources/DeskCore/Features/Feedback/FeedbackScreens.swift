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

extension TextField {
  /// The text as one line: no control characters, single blanks, none around it.
  package var line: String {
    String(text.map { $0.isNewline ? " " : $0 })
      .split(whereSeparator: \.isWhitespace)
      .map {
        $0.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
      }
      .joined(separator: " ")
  }
}

extension SituationSheet {
  /// What the screen says of a service, for whoever has to find out what was wrong with it: one fact a line,
  /// in the language of the screen.
  func seen(of service: Service, in language: Language) -> String {
    var lines = [service.title(language)]
    if let link = situation.services.first(where: { $0.id == service.id }), let when = link.when {
      lines.append(when(language))
    }
    if let fee = service.fee {
      let note = fee.note.map { " (\($0(language)))" } ?? ""
      lines.append("\(fee.kopecks / 100).\(fee.kopecks / 10 % 10)\(fee.kopecks % 10) руб.\(note)")
    }
    if let term = service.term {
      let note = term.note.map { " (\($0(language)))" } ?? ""
      lines.append("\(term.count) \(term.unit.rawValue)\(note)")
    }
    for merged in mergedDocuments(of: [service.id]) {
      let notes = merged.notes.map { " (\($0(language)))" }.joined()
      lines.append("\(merged.origin.rawValue): \(merged.document.title(language))\(notes)")
    }
    if let note = service.note { lines.append(note(language)) }
    lines += [service.body(language), service.result(language)]
    lines += service.legalBasis.map { "\($0.act)\($0.article.map { ", \($0)" } ?? "")" }
    lines.append("\(service.provenance.source) \(service.provenance.reviewed)")
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
