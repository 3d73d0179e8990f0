internal import Domain
internal import LocalStore

private let allowDuplicate = OptionSpec(
  "allow-duplicate", ru: "завести, даже если похожая карточка уже есть",
  en: "add the citizen even if a card like this is there")
private let purpose = OptionSpec(
  "purpose", .text, ru: "зачем смотрят карточку; попадёт в журнал",
  en: "why the card is looked at; goes into the audit")
private let yes = OptionSpec("yes", short: "y", ru: "не переспрашивать", en: "do not ask back")

extension CommandSpec {
  static let citizenAdd = CommandSpec(
    path: ["citizen", "add"],
    access: .needs(.serve),
    summary: LocalizedText(ru: "завести карточку заявителя", en: "add a citizen to the register"),
    details: [
      LocalizedText(
        ru:
          "Личные данные не пишутся в командной строке, где их увидят другие: на вход подаётся один "
          + "объект JSON, а за клавиатурой программа спрашивает сама. Ключи: surname (фамилия или "
          + "название организации), given_name, patronymic, birth_date, snils, phone, audience "
          + "(person, business или staff). Нужна только фамилия.",
        en:
          "Personal data have no place on a command line, where others can see them: standard input "
          + "is one JSON object, and at a keyboard the program asks. Keys: surname (or the name of a "
          + "business), given_name, patronymic, birth_date, snils, phone, audience (person, business "
          + "or staff). Only the surname is needed.")
    ],
    options: [allowDuplicate],
    readsInput: true,
    shape: citizenShape,
    examples: [
      "okno citizen add < card.json",
      #"echo '{"surname": "Иванова", "given_name": "Мария", "birth_date": "1990-03-12"}' "#
        + "| okno citizen add",
    ],
    run: { session in
      let details = try CitizenInput(session).details()
      let store = try session.openForWriting()
      defer { store.close() }
      if !session.invocation.has(allowDuplicate) { try refuseDuplicate(details, store) }
      let stamp = session.stamp(store)
      var ids = session.newIDs()
      let citizen = Citizen(id: ids.makeID(at: stamp.now), details: details)
      try store.addCitizen(citizen, stamp)
      return Reply(
        json: .citizen(citizen),
        text: session.words("карточка заведена: ", "added: ") + "\(citizen.id)")
    })

  static let citizenShow = CommandSpec(
    path: ["citizen", "show"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "карточка заявителя с делами и визитами; просмотр записывается в журнал",
      en: "a citizen's card with cases and visits; the audit notes the look"),
    operands: [OperandSpec(.identifier, ru: "заявитель", en: "the citizen")],
    options: [purpose],
    shape: #"""
      {"id","audience","surname","given_name","patronymic","birth_date","snils","phone","version",
       "cases":[{"id","situation","event_date","opened","closed","services":[{"id","state"}]}],
       "visits":[{"id","situation","services":[{"id","outcome"}],"citizen","ticket","channel",
        "started","ended"}],
       "remarks":[{"kind":"fact"|"offer"|"verdict","subject","value","source","reason","situation",
        "told","employee"}]}
      """#,
    examples: ["okno citizen show 0193a5c0-0000-7000-8000-000000000001"],
    run: { session in
      let id = try citizenID(session)
      let store = try session.openForWriting()
      defer { store.close() }
      let card = try store.card(
        of: id, purpose: session.invocation.value(purpose) ?? "command-line", session.stamp(store))
      let names = try Names(store, session)
      return Reply(
        json: .card(card), text: CardText(card: card, names: names, session: session).text)
    })

  static let citizenErase = CommandSpec(
    path: ["citizen", "erase"],
    access: .needs(.erase),
    summary: LocalizedText(
      ru: "стереть личные данные заявителя", en: "erase a citizen's personal data"),
    details: [
      LocalizedText(
        ru: "Карточка, дела и заметки стираются, визиты остаются без имени. Вернуть нельзя. "
          + "За клавиатурой программа переспросит.",
        en: "The card, the cases and the notes are erased, visits stay without a name. There is no "
          + "way back. At a keyboard the program asks first.")
    ],
    operands: [OperandSpec(.identifier, ru: "заявитель", en: "the citizen")],
    options: [yes],
    shape: #"{"id","erased":true}"#,
    examples: ["okno citizen erase 0193a5c0-0000-7000-8000-000000000001 --yes"],
    run: { session in
      let id = try citizenID(session)
      let store = try session.openForWriting()
      defer { store.close() }
      guard try store.knowsCitizen(id) else {
        throw StoreError.notFound(kind: "citizen", id: id.description)
      }
      try confirmErasing(session)
      try store.eraseCitizen(id, session.stamp(store))
      return Reply(
        json: ["id": .string(id.description), "erased": true],
        text: session.words("карточка стёрта: ", "erased: ") + id.description)
    })

  private static let citizenShape = #"""
    {"id","audience","surname","given_name","patronymic","birth_date","snils","phone","version"}
    """#
}

/// The id of the first operand, which the table has checked.
private func citizenID(_ session: Session) throws(Failure) -> Citizen.ID {
  guard let id = Citizen.ID(session.invocation.operand(0)) else {
    throw .internal("an operand that is no id")
  }
  return id
}

private func refuseDuplicate(_ details: CitizenDetails, _ store: LocalStore) throws {
  let known = try store.duplicates(of: details)
  if known.isEmpty { return }
  let ids = known.map(\.id.description).joined(separator: ", ")
  throw Failure.badData(
    "duplicate",
    ru: "похоже, карточка уже есть: \(ids). Если это другой человек: --allow-duplicate",
    en: "a card like this is there already: \(ids). For another person: --allow-duplicate")
}

private func confirmErasing(_ session: Session) throws(Failure) {
  guard session.console.isInteractive, !session.invocation.has(yes) else { return }
  session.console.complain(
    session.words("Стереть навсегда? [д/Н] ", "Erase for ever? [y/N] "))
  let answer = session.console.readLine()?.lowercased() ?? ""
  // The key of Latin Y types Н in the Russian layout, which means no: only whole answers count.
  guard ["д", "да", "y", "yes", "l", "lf"].contains(answer) else {
    throw Failure(
      .tryAgain, code: "cancelled", ru: "ничего не стёрто", en: "nothing was erased")
  }
}
