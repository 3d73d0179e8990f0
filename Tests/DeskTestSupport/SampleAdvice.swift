// A few rules for the sample's birth of a child.

package import Domain

package enum SampleAdvice {
  /// A question of each kind that is asked, and an answer of each verdict from the beginning.
  package static let book = AdviceBook(
    facts: [
      fact("event-date", "Дата события", "Когда это случилось?", .date, about: .case),
      fact(
        "child-birth-date", "Дата рождения ребёнка", "Когда родился ребёнок?", .date, about: .case),
      fact(
        "work", "Занятость", "Чем заявитель занят?", .choice,
        choices: [("hired", "работает по найму"), ("student", "учится"), ("none", "не работает")]),
      fact("citizen", "Гражданство", "Заявитель — гражданин России?", .yesNo),
      fact(
        "income", "Доход на человека", "Какой доход на человека?", .money,
        range: Fact.Range(from: 0, to: 100_000_000), staleAfter: CalendarSpan(3, .months)),
    ],
    parameters: [
      Parameter(
        id: "minimum", title: LocalizedText(ru: "Прожиточный минимум", en: "Subsistence minimum"),
        kind: .money, values: [.init(from: day(2020), amount: 2_064_400)], provenance: provenance)
    ],
    rules: [
      rule(
        "birth-registration",
        Rule(
          .always,
          because: LocalizedText(
            ru: "Регистрируют каждого ребёнка", en: "Every child is registered")
        )),
      rule(
        "newborn-snils",
        Rule(
          .all([
            comparison("citizen", .isTrue(true)),
            comparison("income", .limit(.atMost, .init("minimum", times: Fraction("2")!))),
          ])),
        note: LocalizedText(ru: "Имущество семьи проверит фонд", en: "The Fund checks the property")
      ),
      rule("residence-registration", comparison("work", .isOneOf(["hired"]))),
      rule("birth-allowance", comparison("child-birth-date", .within(CalendarSpan(6, .months)))),
    ])

  /// Мария, born on 29 February 1996, is thirty.
  package static let offers = OfferBook(
    offers: [
      Offer(
        id: "thirty", service: "foreign-passport", situation: "foreign-travel",
        reason: LocalizedText(ru: "Исполнилось 30 лет", en: "Turned 30"),
        from: OfferDay(.fact(.birthDate), CalendarSpan(30, .years)),
        until: OfferDay(.fact(.birthDate), CalendarSpan(31, .years)), provenance: provenance)
    ],
    situations: SampleCatalogue.all.map(\.situation),
    services: SampleCatalogue.all.flatMap(\.services))

  /// With a second one to choose from.
  package static let moreOffers: OfferBook = {
    var book = offers
    var another = book.offers[0]
    another.id = "thirty-too"
    (another.service, another.situation) = ("newborn-snils", "birth-of-child")
    book.offers.append(another)
    return book
  }()

  package static let offerLines = [
    OfferLine(
      citizen: Sample.maria.id, name: Sample.maria.details.fullName,
      offers: [
        StandingOffer(
          id: "thirty", service: "foreign-passport", situation: "foreign-travel",
          reason: .worded(LocalizedText(ru: "Исполнилось 30 лет", en: "Turned 30")),
          until: CalendarDate(year: 2027, month: 2, day: 28), occasion: "2026-02-28")
      ]),
    OfferLine(
      citizen: Sample.ivan.id, name: Sample.ivan.details.fullName,
      offers: [
        StandingOffer(
          id: "due-birth-of-child-newborn-snils", service: "newborn-snils",
          situation: "birth-of-child", reason: .proactive, occasion: "2026-11-01"),
        StandingOffer(
          id: "deadline-birth-of-child-birth-allowance", service: "birth-allowance",
          situation: "birth-of-child", reason: .deadline(LocalizedText(ru: "Подать на пособие")),
          until: CalendarDate(year: 2026, month: 12, day: 1), occasion: "2026-11-01"),
      ]),
  ]

  /// What Мария said at earlier visits: an income that has to be asked for again, and her work.
  package static let remarks = [
    remark(701, .fact("income", value: "1500000", .citizen), daysAgo: 120),
    remark(702, .fact("work", value: "student", .document), daysAgo: 30),
  ]

  private static func remark(
    _ id: UInt64, _ content: Remark.Content, daysAgo: Int64
  ) -> Remark {
    Remark(
      id: Sample.id(id), citizen: Sample.maria.id, content: content,
      told: Sample.now + -daysAgo * 86_400, desk: Sample.id(800))
  }

  private static let provenance = Provenance(
    source: "https://www.gosuslugi.ru", reviewed: day(2026))

  private static func day(_ year: Int) -> CalendarDate {
    CalendarDate(year: year, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
  }

  private static func comparison(_ fact: Fact.ID, _ test: Comparison.Test) -> Rule {
    Rule(.comparison(Comparison(fact, test)))
  }

  private static func rule(
    _ service: Service.ID, _ rule: Rule, note: LocalizedText? = nil
  ) -> ServiceRule {
    ServiceRule(
      service: service, rule: rule,
      legalBasis: [LegalBasis(act: "Федеральный закон от 01.01.2020 № 1-ФЗ", article: "ст. 2")],
      provenance: provenance, note: note)
  }

  private static func fact(
    _ id: Fact.ID, _ title: String, _ question: String, _ kind: Fact.Kind,
    range: Fact.Range? = nil, choices: [(String, String)]? = nil, staleAfter: CalendarSpan? = nil,
    about: Fact.Subject = .citizen
  ) -> Fact {
    Fact(
      id: id, title: LocalizedText(ru: title), question: LocalizedText(ru: question), kind: kind,
      range: range,
      choices: choices?.map { Fact.Choice(id: $0.0, title: LocalizedText(ru: $0.1)) },
      yes: kind == .yesNo ? LocalizedText(ru: "гражданин России") : nil,
      no: kind == .yesNo ? LocalizedText(ru: "не гражданин России") : nil,
      staleAfter: staleAfter, about: about)
  }
}
