internal import Configuration
internal import DeskScreens
internal import Domain
internal import LocalStore

private let situation = OptionSpec(
  "situation", .situation, isRequired: true, ru: "жизненная ситуация", en: "the life situation")
private let priority = OptionSpec(
  "priority", .number(TicketRequest.priorities),
  ru: "срочность, больше — раньше; без неё — по группе, иначе 0",
  en: "the priority, more goes first; without it that of the group, else 0")
private let group = OptionSpec(
  "group", .text, ru: "льготная группа из настройки priority_groups, например veterans",
  en: "a group of the setting priority_groups, such as veterans")
private let appointment = OptionSpec(
  "appointment", .text, ru: "номер предварительной записи", en: "the number of an appointment")
private let unverified = OptionSpec(
  "unverified",
  ru: "без связи: вызвать и того, кого могло вызвать другое окно; такой вызов помечается",
  en: "without a link: call even whom another window may have called; such a call is marked")
private let serves = OptionSpec(
  "situation", .situation, isRepeated: true,
  ru: "только с этой ситуацией; можно повторить", en: "of this situation only; may be repeated")

extension CommandSpec {
  static let ticketIssue = CommandSpec(
    path: ["ticket", "issue"],
    access: .needs(.issueTickets),
    summary: LocalizedText(ru: "выдать талон", en: "issue a ticket"),
    options: [situation, priority, group, appointment], shape: ticketShape,
    examples: [
      "okno ticket issue --situation birth-of-child",
      "okno ticket issue --situation retirement --group veterans",
    ],
    run: { session in
      let request = try request(session)
      let store = try session.openForWriting()
      defer { store.close() }
      let stamp = session.stamp(store)
      let ticket = try store.issueTicket(request, stamp)
      let wait = try store.expectedWait(
        for: request.situation, priority: request.priority, stamp)
      return Reply(json: .ticket(ticket), text: ticket.number, notes: [waitWords(wait, session)])
    })

  static let ticketNext = CommandSpec(
    path: ["ticket", "next"],
    access: .needs(.callTickets),
    summary: LocalizedText(ru: "вызвать следующий талон", en: "call the next ticket"),
    details: [
      LocalizedText(
        ru: "Никого нет — печатает null, код завершения 0.",
        en: "With nobody waiting it prints null, and the exit code is 0."),
      LocalizedText(
        ru:
          "С центральным хранилищем вызов выбирает оно, чтобы двое не вызвали одного. Если связи нет, "
          + "вызывается талон, который хранилище заранее придержало за этим окном.",
        en:
          "With a central store the store chooses, so that two never call one person. Without a link a "
          + "ticket is called that the store has kept for this desk ahead of time."),
    ],
    options: [serves, unverified], shape: ticketShape,
    examples: ["okno ticket next", "okno ticket next --situation birth-of-child --json"],
    run: { session in
      let store = try session.openForWriting()
      defer { store.close() }
      var ids = session.newIDs()
      let request = CallRequest(
        id: ids.makeID(at: session.now),
        situations: session.invocation.all(serves).map { LifeSituation.ID(rawValue: $0) })
      let ticket = try TicketCall(session, store).next(
        request, evenUnverified: session.invocation.has(unverified))
      return Reply(
        json: ticket.map { .ticket($0) } ?? .null,
        text: ticket?.number ?? session.words("никто не ждёт", "nobody is waiting"))
    })

  static let ticketList = CommandSpec(
    path: ["ticket", "list"],
    access: .needs(.callTickets),
    summary: LocalizedText(
      ru: "талоны дня: у окон, в очереди, обслуженные",
      en: "the day's tickets: at windows, in the line, done"),
    shape: "[\(ticketShape)]", examples: ["okno ticket list", "okno ticket list --json"],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let list = TicketList(
        day: try store.queue(session.stamp(store)), names: try Names(store, session),
        session: session)
      return Reply(json: list.json, text: list.text)
    })

  private static let ticketShape = #"""
    {"id","number","situation","state","priority","group","appointment","issued","since","desk",
     "doubled"}
    """#
}

private func request(_ session: Session) throws(Failure) -> TicketRequest {
  let invocation = session.invocation
  let known = session.configuration.priorityGroups
  let named = invocation.value(group)
  let chosen = known.first { $0.id == named }
  if let named, chosen == nil {
    let ids = known.map(\.id).joined(separator: ", ")
    throw .badData(
      "not_found", ru: "нет льготной группы «\(named)»; есть: \(ids)",
      en: "there is no group “\(named)”; there are: \(ids)")
  }
  return TicketRequest(
    situation: invocation.value(situation).map { LifeSituation.ID(rawValue: $0) },
    appointment: invocation.value(appointment), group: chosen?.id,
    priority: invocation.number(priority) ?? chosen?.priority ?? 0)
}

private func waitWords(_ wait: WaitEstimate?, _ session: Session) -> String {
  guard let wait else {
    return session.words("открытых окон с этой ситуацией нет", "no open window serves this")
  }
  return session.words(
    "ожидание: от \(wait.optimistic) до \(wait.pessimistic) мин",
    "expected wait: \(wait.optimistic) to \(wait.pessimistic) min")
}
