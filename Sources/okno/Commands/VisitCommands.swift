internal import DeskScreens
internal import Domain
internal import LocalStore

private let situation = OptionSpec(
  "situation", .situation, isRequired: true, ru: "жизненная ситуация", en: "the life situation")
private let service = OptionSpec(
  "service", .service, isRequired: true, isRepeated: true,
  ru: "услуга; для нескольких повторите параметр или перечислите их через пробел в конце",
  en: "a service; for several repeat the option, or list them at the end")
private let outcome = OptionSpec(
  "outcome", .choice(Outcome.allCases.map(\.rawValue)), isRequired: true, isRepeated: true,
  ru: "итог: один на все услуги или по одному на каждую, в их порядке",
  en: "the outcome: one for all services, or one for each in their order")
private let citizen = OptionSpec(
  "citizen", .identifier, ru: "заявитель; без него — анонимная консультация",
  en: "the citizen; without one it is an anonymous consultation")
private let ticket = OptionSpec("ticket", .identifier, ru: "талон", en: "the ticket")
private let channel = OptionSpec(
  "channel", .choice(VisitChannel.allCases.map(\.rawValue)),
  ru: "как обратился (обычно counter)", en: "how the citizen came (usually counter)")
private let eventDate = OptionSpec(
  "event-date", .date, ru: "день события, от которого идут сроки",
  en: "the day of the event, from which deadlines count")
private let rating = OptionSpec(
  "rating", .number(1...5), ru: "оценка заявителя; хранится отдельно от визита",
  en: "the citizen's rating; kept apart from the visit")
private let all = OptionSpec(
  "all", ru: "и отменённые визиты, с пометкой", en: "undone visits too, marked as such")

extension CommandSpec {
  static let visitLog = CommandSpec(
    path: ["visit", "log"],
    access: .needs(.serve),
    summary: LocalizedText(ru: "записать визит без экрана", en: "log a visit without the screen"),
    operands: [
      OperandSpec(
        .service, isRequired: false, isRepeated: true, ru: "ещё услуги", en: "further services")
    ],
    options: [situation, service, outcome, citizen, ticket, channel, eventDate, rating],
    shape: visitShape,
    examples: [
      "okno visit log --situation birth-of-child --service birth-registration --outcome accepted",
      "okno visit log --situation birth-of-child --service birth-registration --outcome issued "
        + "--service clinic-attachment --outcome consulted --rating 5",
    ],
    run: { session in
      let lines = try lines(session)
      try VisitCheck.eventDate(session.invocation.date(eventDate), session)
      let store = try session.openForWriting()
      defer { store.close() }
      let visit = try log(lines, session, store)
      return Reply(
        json: .visit(visit),
        text: session.words("визит записан: ", "visit logged: ") + "\(visit.id)",
        notes: notes(session))
    })

  static let visitList = CommandSpec(
    path: ["visit", "list"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "записанные визиты, новые сверху", en: "logged visits, the newest first"),
    details: [
      LocalizedText(
        ru:
          "Список — то, что считается: отменённых визитов в нём нет. С --all они есть, а у каждого "
          + "визита — ключ undone: когда его отменили, иначе null.",
        en: "The list is what counts, without undone visits. With --all they are there, and each "
          + "visit has the key undone: when that was, else null.")
    ],
    options: [.from, .to, all],
    shape: "[\(visitShape)]",
    examples: ["okno visit list --from 2026-11-01 --to 2026-11-30", "okno visit list --all"],
    run: { session in
      let period = try session.period()
      let store = try session.openForReading()
      defer { store.close() }
      let list = try VisitList(
        store, from: period.from, to: period.to, withUndone: session.invocation.has(all), session)
      return Reply(json: list.json, text: list.text)
    })

  private static let visitShape = #"""
    {"id","situation","services":[{"id","outcome"}],"citizen","ticket","channel","started","ended"}
    """#
}

/// The services with their outcomes, as the words pair them.
private func lines(_ session: Session) throws(Failure) -> [Visit.Line] {
  let invocation = session.invocation
  let services = invocation.all(service) + invocation.operands
  let outcomes = invocation.all(outcome).compactMap(Outcome.init(rawValue:))
  guard outcomes.count == 1 || outcomes.count == services.count else {
    throw .usage(
      .visitLog,
      ru: "услуг \(services.count), итогов \(outcomes.count): нужен один итог на все или по одному",
      en:
        "\(services.count) services, \(outcomes.count) outcomes: give one for all, or one for each")
  }
  if let twice = services.first(where: { id in services.filter { $0 == id }.count > 1 }) {
    throw .badData(
      "duplicate", ru: "услуга «\(twice)» названа дважды",
      en: "the service “\(twice)” is named twice")
  }
  return services.enumerated().map { index, id in
    Visit.Line(
      id: Service.ID(rawValue: id), outcome: outcomes[outcomes.count == 1 ? 0 : index])
  }
}

private func log(
  _ lines: [Visit.Line], _ session: Session, _ store: LocalStore
) throws -> Visit {
  let invocation = session.invocation
  let life = LifeSituation.ID(rawValue: invocation.value(situation) ?? "")
  try VisitCheck.services(lines, of: life, store)
  let stamp = session.stamp(store)
  var ids = session.newIDs()
  let visit = Visit(
    id: ids.makeID(at: stamp.now), situation: life, services: lines,
    citizen: invocation.value(citizen).flatMap { Citizen.ID($0) },
    ticket: invocation.value(ticket).flatMap { Identifier<Ticket>($0) },
    channel: invocation.value(channel).flatMap(VisitChannel.init(rawValue:)) ?? .counter,
    started: stamp.now, ended: stamp.now)
  try store.logVisit(visit, eventDate: invocation.date(eventDate), stamp)
  if let score = invocation.number(rating) {
    let entry = RatingEntry(situation: visit.situation, result: .given(score: score, criteria: []))
    try store.recordRating(entry, stamp)
  }
  return visit
}

private func notes(_ session: Session) -> [String] {
  guard session.invocation.has(eventDate), !session.invocation.has(citizen) else { return [] }
  return [
    session.words(
      "день события не сохранён: он хранится в деле заявителя, а визит анонимный",
      "the day of the event is not kept: it belongs to a citizen's case, and this visit is anonymous"
    )
  ]
}
