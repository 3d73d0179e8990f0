// Tickets as commands print them.

internal import DeskScreens
internal import Domain

extension Ticket.State {
  /// After «талон»: «ожидает».
  func words(_ language: Language) -> String {
    let words: LocalizedText =
      switch self {
      case .waiting: LocalizedText(ru: "ожидает", en: "waiting")
      case .called: LocalizedText(ru: "вызван", en: "called")
      case .serving: LocalizedText(ru: "обслуживается", en: "being served")
      case .held: LocalizedText(ru: "отложен", en: "held")
      case .noShow: LocalizedText(ru: "не явился", en: "a no-show")
      case .redirected: LocalizedText(ru: "перенаправлен", en: "redirected")
      case .left: LocalizedText(ru: "ушёл", en: "gone")
      case .done: LocalizedText(ru: "обслужен", en: "done")
      }
    return words(language)
  }
}

extension JSONValue {
  static func ticket(_ ticket: Ticket) -> JSONValue {
    [
      "id": .string("\(ticket.id)"), "number": .string(ticket.number),
      "situation": .text(ticket.situation?.rawValue), "state": .string(ticket.state.rawValue),
      "priority": .integer(ticket.priority), "group": .text(ticket.issue.group),
      "appointment": .text(ticket.issue.appointment),
      "issued": .string(ticket.placed.iso8601), "since": .string(ticket.since.iso8601),
      "desk": .text(ticket.desk?.description), "doubled": .bool(ticket.isDoubled),
    ]
  }
}

/// The day's queue, for `okno ticket list`.
struct TicketList {
  let day: QueueDay
  let names: Names
  let session: Session

  private var tickets: [Ticket] { day.leftOver + day.atWindows + day.waiting + day.ended }

  var json: JSONValue { .array(tickets, JSONValue.ticket) }

  var text: String {
    if tickets.isEmpty { return session.words("талонов сегодня нет", "no tickets today") }
    return TextTable.text(tickets.map(line))
  }

  private func line(_ ticket: Ticket) -> [String] {
    let isLeftOver = day.leftOver.contains { $0.id == ticket.id }
    return [
      ticket.number, ticket.state.words(session.language), names.moment(ticket.placed),
      ticket.situation.map(names.situation) ?? "",
      [
        isLeftOver ? session.words("с прошлого дня", "from an earlier day") : "",
        ticket.isDoubled ? session.words("вызван дважды", "called twice") : "",
      ].filter { !$0.isEmpty }.joined(separator: ", "),
    ]
  }
}
