// The list on paper: plain text for any printer.

internal import Canvas
internal import DeskCore
package import Domain

/// The list in lines of at most 72 columns, which an A4 sheet has in the usual print; nothing of the
/// citizen but the event's day, from which the deadlines count.
///
/// - Parameter isTraining: the mark stands above everything then.
package func checklistPaper(
  _ list: Checklist, centre: String, language: Language, isTraining: Bool
) -> String {
  let words = Phrases.of(language)
  let lines = ChecklistWords(list, words).passage(columns: 72).lines.map { line in
    VisibleText.sanitised(line.text).replacing("\u{00A0}", with: " ")
  }
  let head = [isTraining ? words.training.mark : "", centre].filter { !$0.isEmpty }
  return ((head.isEmpty ? [] : [head.joined(separator: " · "), ""]) + lines).joined(separator: "\n")
    + "\n"
}
