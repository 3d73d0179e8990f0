import Domain
import Testing

/// What the desk offers by itself.
@Suite struct OfferTests {
  private let today = Self.day(2026, 11, 24)

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  private static let provenance = Provenance(source: "test", reviewed: day(2026, 1, 1))

  private static func words(_ text: String) -> LocalizedText { LocalizedText(ru: text) }

  private static func service(_ id: Service.ID, _ channels: [Service.Channel] = [.centre])
    -> Service
  {
    Service(
      id: id, title: words(id.rawValue), colloquial: [], body: words("б"), level: .federal,
      audience: [.person], channels: channels, fee: nil, term: nil, result: words("р"),
      documents: [], note: nil, legalBasis: [], provenance: provenance)
  }

  private static let birth = LifeSituation(
    id: "birth", title: words("Рождение"), audience: .person, inWords: words("р"), synonyms: [],
    care: words("з"), event: .init(title: words("д")), questions: [],
    deadlines: [
      LifeSituation.Deadline(
        title: words("Записать рождение"), within: Term(1, .months), service: "record",
        legalBasis: nil)
    ],
    services: [.init(id: "record"), .init(id: "capital"), .init(id: "large-family")],
    provenance: provenance)

  private static let advice = AdviceBook(
    facts: [
      Fact(
        id: "children", title: words("Дети"), question: words("Сколько?"), kind: .number,
        staleAfter: CalendarSpan(1, .years), about: .citizen),
      Fact(
        id: "child-order", title: words("Какой"), question: words("Какой?"), kind: .number,
        about: .case),
    ],
    parameters: [],
    rules: [
      ServiceRule(
        service: "capital",
        rule: Rule(.comparison(Comparison("child-order", .amount(.atLeast, 1)))),
        provenance: provenance)
    ])

  private static let book = OfferBook(
    offers: [
      Offer(
        id: "passport-at-20", service: "passport", situation: "passport", reason: words("20 лет"),
        from: OfferDay(.fact(.birthDate), CalendarSpan(20, .years)),
        until: OfferDay(.fact(.birthDate), CalendarSpan(21, .years)), provenance: provenance),
      Offer(
        id: "large-family", service: "large-family", situation: "birth", reason: words("Трое"),
        when: Rule(
          .any([
            Rule(.comparison(Comparison("children", .amount(.atLeast, 3)))),
            Rule(.comparison(Comparison("child-order", .amount(.atLeast, 3)))),
          ])), provenance: provenance),
      Offer(
        id: "renewal", service: "benefit", situation: "birth", reason: words("Кончается"),
        from: OfferDay(.issued("benefit"), CalendarSpan(11, .months)), provenance: provenance),
    ], situations: [birth],
    services: [service("record"), service("capital", [.proactive]), service("large-family")])

  private let desk: Identifier<Desk> = Identifier(UUIDv7(high: 1, low: 1))
  private let citizen = Citizen.ID(UUIDv7(high: 2, low: 2))

  private func card(
    born: CalendarDate? = nil, cases: [SituationCase] = [], visits: [Visit] = [],
    _ remarks: [Remark] = []
  ) -> CitizenCard {
    var details = CitizenDetails(surname: "Иванова", givenName: "Мария")
    details.birthDate = born
    return CitizenCard(
      citizen: Citizen(id: citizen, details: details), cases: cases, visits: visits,
      remarks: remarks)
  }

  private func moment(_ date: CalendarDate) -> Instant { date.start(offset: .moscow) + 43_200 }

  private func remark(
    _ content: Remark.Content, on date: CalendarDate, in situation: LifeSituation.ID? = nil
  ) -> Remark {
    Remark(
      id: Remark.ID(UUIDv7(high: UInt64(date.dayNumber), low: 3)), citizen: citizen,
      content: content, situation: situation, told: moment(date), desk: desk)
  }

  private func open(_ event: CalendarDate?, _ progress: SituationCase.Progress? = nil)
    -> SituationCase
  {
    SituationCase(
      id: SituationCase.ID(UUIDv7(high: 4, low: 4)), citizen: citizen, situation: "birth",
      eventDate: event, opened: moment(Self.day(2026, 11, 1)),
      services: progress.map { ["record": $0] } ?? [:])
  }

  private func offers(
    _ card: CitizenCard, told: [Fact.ID: FactValue] = [:], on date: CalendarDate? = nil
  ) -> [StandingOffer] {
    OfferSearch(
      Self.advice, Self.book, for: card, told: told, in: ProductionCalendar(), region: nil,
      today: date ?? today, offset: .moscow
    ).standing
  }

  private func ids(_ card: CitizenCard, on date: CalendarDate? = nil) -> [String] {
    offers(card, on: date).map(\.id.rawValue)
  }

  @Test func aBirthdayBringsAnOfferForItsTime() {
    let born = Self.day(2006, 11, 24)
    #expect(ids(card(born: born)) == ["passport-at-20"])
    #expect(ids(card(born: born), on: Self.day(2026, 11, 23)).isEmpty)
    #expect(ids(card(born: born), on: Self.day(2027, 11, 24)) == ["passport-at-20"])
    #expect(ids(card(born: born), on: Self.day(2027, 11, 25)).isEmpty)
    #expect(ids(card()).isEmpty)
  }

  @Test func whatIsKnownBringsAnOffer() {
    #expect(offers(card(), told: ["children": .number(3)]).map(\.id) == ["large-family"])
    #expect(offers(card(), told: ["children": .number(2)]).isEmpty)
    let told = remark(.fact("children", value: "3", .citizen), on: Self.day(2026, 1, 1))
    #expect(ids(card([told])) == ["large-family"])
    // After its time an answer is none.
    let stale = remark(.fact("children", value: "3", .citizen), on: Self.day(2025, 1, 1))
    #expect(ids(card([stale])).isEmpty)
    // What was said in the case of a birth.
    let third = remark(
      .fact("child-order", value: "3", .citizen), on: Self.day(2026, 11, 2), in: "birth")
    #expect(ids(card(cases: [open(nil, .issued)], [third])).contains("large-family"))
  }

  @Test func aBenefitThatRunsOutIsRenewed() {
    func visit(_ outcome: Outcome, _ date: CalendarDate, _ number: UInt64 = 5) -> Visit {
      Visit(
        id: Visit.ID(UUIDv7(high: number, low: 5)), situation: "birth",
        services: [Visit.Line(id: "benefit", outcome: outcome)], citizen: citizen,
        channel: .counter, started: moment(date), ended: moment(date))
    }
    let issued = visit(.issued, Self.day(2025, 12, 24))
    #expect(ids(card(visits: [issued])) == ["renewal"])
    #expect(ids(card(visits: [issued]), on: Self.day(2026, 11, 23)).isEmpty)
    #expect(ids(card(visits: [visit(.accepted, Self.day(2025, 12, 24))])).isEmpty)
    // It was asked for again.
    let again = visit(.accepted, Self.day(2026, 11, 24), 6)
    #expect(ids(card(visits: [again, issued])).isEmpty)
  }

  @Test func aNearDeadlineOfAnOpenCaseIsOffered() throws {
    let offer = try #require(offers(card(cases: [open(Self.day(2026, 11, 1))])).first)
    #expect(offer.service == "record" && offer.until == Self.day(2026, 12, 1))
    #expect(offer.reason == .deadline(LocalizedText(ru: "Записать рождение")))
    #expect(ids(card(cases: [open(Self.day(2026, 11, 20))])).isEmpty)
    // It has passed not long ago, and long ago.
    #expect(ids(card(cases: [open(Self.day(2026, 9, 30))])) == ["deadline-birth-record"])
    #expect(ids(card(cases: [open(Self.day(2026, 8, 1))])).isEmpty)
    #expect(ids(card(cases: [open(Self.day(2026, 11, 1), .accepted)])).isEmpty)
    var closed = open(Self.day(2026, 11, 1))
    closed.closed = closed.opened
    #expect(ids(card(cases: [closed])).isEmpty)
  }

  @Test func whatTheStateStartsByItselfIsOfferedWhereItIsDue() {
    let first = remark(
      .fact("child-order", value: "1", .citizen), on: Self.day(2026, 11, 2), in: "birth")
    #expect(ids(card(cases: [open(nil)], [first])) == ["due-birth-capital"])
    #expect(ids(card(cases: [open(nil)])).isEmpty)
    // An employee has said otherwise.
    func said(_ verdict: Judgement.Verdict) -> Remark {
      remark(
        .verdict("capital", verdict, reason: "так"), on: Self.day(2026, 11, 3), in: "birth")
    }
    #expect(ids(card(cases: [open(nil)], [first, said(.notDue)])).isEmpty)
    #expect(ids(card(cases: [open(nil)], [said(.due)])) == ["due-birth-capital"])
  }

  @Test func anAnswerHoldsUntilSomethingHasChanged() {
    let born = Self.day(2006, 11, 24)
    func answered(_ answer: OfferAnswer, on date: CalendarDate, occasion: String = "2026-11-24")
      -> CitizenCard
    {
      card(
        born: born,
        [
          remark(
            .offer("passport-at-20", answer, reason: "потом", occasion: occasion), on: date)
        ])
    }
    #expect(ids(answered(.taken, on: today)).isEmpty)
    #expect(ids(answered(.declined, on: today), on: Self.day(2027, 1, 1)).isEmpty)
    // Not today: tomorrow again, and it is said that it was put off.
    #expect(ids(answered(.notToday, on: today)).isEmpty)
    let again = offers(answered(.notToday, on: today), on: Self.day(2026, 11, 25))
    #expect(again.map(\.wasPutOff) == [true])
    // The answer was to another occasion: the birth date on the card was wrong.
    #expect(
      ids(answered(.declined, on: today, occasion: "2026-11-20")) == ["passport-at-20"])
  }
}
