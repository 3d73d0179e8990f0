internal import Configuration
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore

private let fact = OptionSpec(
  "fact", .text, isRepeated: true,
  ru: "что известно: ИМЯ=ЗНАЧЕНИЕ; да и нет — yes и no, деньги — в копейках, день — 2026-11-24",
  en: "what is known: NAME=VALUE; yes or no, money in kopecks, a day as 2026-11-24")
private let eventDate = OptionSpec(
  "event-date", .date, ru: "день события, от которого идут сроки",
  en: "the day of the event, from which the deadlines count")
private let region = OptionSpec(
  "region", .text, ru: "код региона, например 78; без него — region из настроек",
  en: "the region's code, such as 78; without it `region` of the configuration")

private let citizen = OptionSpec(
  "citizen", .identifier,
  ru:
    "заявитель: в ход идут прежние ответы, его и сотрудников о нём; просмотр записывается в журнал",
  en: "the citizen: earlier answers count, also the employees' own; the audit notes the look")

extension CommandSpec {
  static let advise = CommandSpec(
    path: ["advise"],
    access: .anyone,
    isPersonalWith: citizen,
    summary: LocalizedText(
      ru: "какие услуги подходят, что ещё спросить, что принести и до какого дня",
      en: "which services are due, what to ask, what to bring and until when"),
    details: [
      LocalizedText(
        ru:
          "Для каждой услуги ситуации: due — подходит, ask — не хватает фактов, not_due — не подходит. Это не решение.",
        en:
          "For each service of the situation: due, ask (facts are missing) or not_due. It is not a decision."
      )
    ],
    operands: [
      OperandSpec(
        .situation, ru: "обозначение из okno situation list", en: "an id of okno situation list")
    ],
    options: [fact, eventDate, region, citizen, .preview],
    shape: #"""
      {"situation","event_date","region",
       "services":[{"service","title","verdict":"due"|"ask"|"not_due",
        "overruled":{"by_rule":"due"|"ask"|"not_due","reason"},
        "because":[{"text","legal_basis":[{"act","article"}]}],"note","needs":[FACT],
        "documents":[{"id","title","origin","note"}],"deadline"}],
       "next_question":{"fact","question","kind","unit","range":{"from","to"},
        "choices":[{"id","title"}],"services":[ID]},"not_a_decision"}
      """#,
    examples: [
      "okno advise birth-of-child --event-date 2026-11-01",
      "okno advise birth-of-child --fact child-order=3 --fact income-per-head=1500000 --region 78",
      "okno advise birth-of-child --citizen 0193a5c0-0000-7000-8000-000000000001",
    ],
    run: { session in
      let id = LifeSituation.ID(rawValue: session.invocation.operand(0))
      let isPersonal = session.invocation.has(citizen)
      let store = try isPersonal ? session.openForWriting() : session.openForReading()
      defer { store.close() }
      guard let sheet = try store.sheet(of: id) else {
        throw StoreError.notFound(kind: "situation", id: id.rawValue)
      }
      let book = try store.adviceBook()
      let told = try session.told(book)
      let known = try session.known(sheet, store)
      let advice = SituationAdvice(
        sheet: sheet, book: book,
        circumstances: try session.circumstances(book, sheet, told, known),
        overrulings: known?.overrulings ?? [:], calendar: try session.calendar(store))
      return Reply(
        json: .advice(advice, session.phrases),
        text: AdviceText(advice: advice, phrases: session.phrases).text)
    })
}

/// The citizen of whom is asked, in the case that a visit would go on with.
private struct KnownCitizen {
  let card: CitizenCard
  let situation: LifeSituation.ID
  let open: SituationCase?

  var answers: [Fact.ID: Remark] { card.remarks.answers(in: situation, since: open?.opened) }

  /// What an employee has said there in place of a rule.
  var overrulings: [Service.ID: Overruling] {
    card.remarks.verdicts(in: situation, since: open?.opened).compactMapValues { Overruling($0) }
  }
}

extension Session {
  /// What is known of the citizen, and before it what the command line says, checked against the catalogue's
  /// questions.
  fileprivate func circumstances(
    _ book: AdviceBook, _ sheet: SituationSheet, _ told: [Fact.ID: FactValue],
    _ citizen: KnownCitizen?
  ) throws -> Circumstances {
    let known = (citizen.map { remembered(book, $0) } ?? [:]).merging(told) { $1 }
    return book.circumstances(
      today: now.date(offset: offset), region: try knownRegion(book),
      facts: book.adding(sheet.situation.facts ?? [:], to: known))
  }

  fileprivate func known(_ sheet: SituationSheet, _ store: LocalStore) throws -> KnownCitizen? {
    guard let id = invocation.value(citizen).flatMap({ Citizen.ID($0) }) else { return nil }
    let card = try store.card(of: id, purpose: "advise", stamp(store))
    let situation = sheet.situation.id
    let cases = card.cases.filter { $0.situation == situation }.sorted { $0.opened > $1.opened }
    let open = SituationCase.match(cases, eventDate: invocation.date(eventDate), at: now)
    return KnownCitizen(card: card, situation: situation, open: open.map { cases[$0] })
  }

  /// What the citizen's card and earlier visits say.
  private func remembered(_ book: AdviceBook, _ citizen: KnownCitizen) -> [Fact.ID: FactValue] {
    var known = book.values(
      of: citizen.answers, today: now.date(offset: offset), offset: offset)
    if let birth = citizen.card.citizen.details.birthDate { known[.birthDate] = .date(birth) }
    if let event = citizen.open?.eventDate { known[.eventDate] = .date(event) }
    return known
  }

  /// What the command line says.
  fileprivate func told(_ book: AdviceBook) throws(Failure) -> [Fact.ID: FactValue] {
    var known: [Fact.ID: FactValue] = [:]
    if let date = invocation.date(eventDate) { known[.eventDate] = .date(date) }
    for text in invocation.all(fact) {
      let (fact, value) = try answer(text, book)
      if let earlier = known[fact.id], earlier != value {
        throw .usage(
          .advise, ru: "факт \(fact.id) дан дважды", en: "the fact \(fact.id) is given twice")
      }
      known[fact.id] = value
    }
    return known
  }

  /// A file of the centre that cannot be used is told: without it the days would be wrong.
  func calendar(_ store: LocalStore) throws -> ProductionCalendar {
    let (calendar, problems) = try store.productionCalendar(with: environment.calendarFolders)
    guard let problem = problems.first else { return calendar }
    throw Failure(
      .configuration, code: "configuration", ru: "календарь центра: \(problem)",
      en: "the centre's calendar: \(problem)")
  }

  private func answer(
    _ text: String, _ book: AdviceBook
  ) throws(Failure) -> (Fact, FactValue) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw .usage(
        .advise, ru: "--fact: «\(text)» не подходит; допустимо: ИМЯ=ЗНАЧЕНИЕ",
        en: "--fact: “\(text)” does not fit; allowed: NAME=VALUE")
    }
    let (name, value) = (String(parts[0]), String(parts[1]))
    guard let fact = book.fact(Fact.ID(rawValue: name)) else {
      throw .unknown("fact", name, among: book.facts.map(\.id.rawValue))
    }
    guard let answer = fact.value(value) else {
      throw .badData(
        "fact", ru: "--fact \(name): «\(value)» не подходит; допустимо: \(fact.allowed(.ru))",
        en: "--fact \(name): “\(value)” does not fit; allowed: \(fact.allowed(.en))")
    }
    return (fact, answer)
  }

  private func knownRegion(_ book: AdviceBook) throws(Failure) -> String? {
    let code = invocation.value(region) ?? configuration.region
    guard let code, let fact = book.fact(.region) else { return code }
    guard fact.value(code) != nil else {
      throw .unknown("region", code, among: (fact.choices ?? []).map(\.id))
    }
    return code
  }
}

extension Failure {
  fileprivate static func unknown(
    _ option: String, _ word: String, among known: [String]
  ) -> Failure {
    let near = nearest(to: word, among: known)
    return usage(
      .advise,
      ru: "--\(option): «\(word)» в справочнике нет"
        + (near.map { "; может быть, «\($0)»?" } ?? ""),
      en: "--\(option): “\(word)” is not in the catalogue"
        + (near.map { "; did you mean “\($0)”?" } ?? ""))
  }
}

extension Fact {
  /// What may be answered, for a message.
  fileprivate var allowed: LocalizedText {
    let range = range ?? Fact.widest
    return switch kind {
    case .yesNo: LocalizedText(ru: "yes, no")
    case .number:
      LocalizedText(
        ru: "целое число от \(range.from) до \(range.to)",
        en: "a whole number from \(range.from) to \(range.to)")
    case .money:
      LocalizedText(
        ru: "копейки, целое число от \(range.from) до \(range.to)",
        en: "kopecks, a whole number from \(range.from) to \(range.to)")
    case .date: ValueKind.date.allowed
    case .choice: LocalizedText(ru: (choices ?? []).map(\.id).joined(separator: ", "))
    }
  }
}
