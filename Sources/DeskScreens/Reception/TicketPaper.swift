// The ticket on paper: plain text for any printer.

internal import DeskCore
package import Domain

/// The text of a ticket: its number, what it is about, the wait; nothing of the visitor.
package func ticketPaper(
  _ ticket: Ticket, title: String?, wait: WaitEstimate?, centre: String, offset: TimeZoneOffset,
  language: Language
) -> String {
  let words = ReceptionPhrases.of(language)
  let civil = ticket.placed.civil(offset: offset)
  let parts = [
    centre.isEmpty ? nil : centre, "", "\(words.yourNumber): \(ticket.number)", "", title,
    words.wait(wait), words.watch, "",
    "\(typed(ticket.placed.date(offset: offset))) \(civil.time.short)",
  ].compactMap { $0 }
  return parts.joined(separator: "\n") + "\n"
}
