import Domain
import Testing

@Suite struct ChecklistTests {
  private let today = day(2026, 11, 24)

  // MARK: Papers

  @Test func aPaperOfSeveralServicesIsAskedForOnceAndAsTheStrictestWants() {
    let sheet = sheet([
      service("a", papers: [.init(id: "passport", origin: .copy)]),
      service("b", papers: [.init(id: "passport", note: note("заявителя")), .init(id: "record")]),
    ])
    let papers = sheet.papers(of: sheet.services)
    #expect(papers.map(\.origin) == [.bring, .interagency])
    #expect(papers[0].options.map(\.services) == [["a", "b"]])
    #expect(papers[0].options[0].notes.map(\.ru) == ["заявителя"])
  }

  @Test func theOptionsOfAChoiceStandTogether() {
    let sheet = sheet([
      service(
        "a",
        papers: [
          .init(id: "kinship", oneOf: "ground"), .init(id: "passport"),
          .init(id: "will", oneOf: "ground"),
        ]),
      service(
        "b", papers: [.init(id: "will", oneOf: "x"), .init(id: "kinship", oneOf: "x")]),
    ])
    let papers = sheet.papers(of: sheet.services)
    #expect(papers.map { $0.options.map(\.document.id) } == [["kinship", "will"], ["passport"]])
    #expect(papers[0].options.map(\.services) == [["a", "b"], ["a", "b"]])
  }

  /// Who must bring the will anyway has nothing to choose; another person's is no answer.
  @Test func aChoiceThatIsAnsweredAlreadyIsNone() {
    let choice = service(
      "a", papers: [.init(id: "kinship", oneOf: "g"), .init(id: "will", oneOf: "g")])
    let answered = sheet([choice, service("b", papers: [.init(id: "will")])])
    #expect(answered.papers(of: answered.services).map(\.isChoice) == [false])
    let copy = sheet([choice, service("b", papers: [.init(id: "will", origin: .copy)])])
    #expect(copy.papers(of: copy.services).map(\.isChoice) == [true, false])
    let others = sheet([
      service(
        "a",
        papers: [
          .init(id: "kinship", oneOf: "g"), .init(id: "will", note: note("матери"), oneOf: "g"),
        ]),
      service("b", papers: [.init(id: "will", note: note("отца"))]),
    ])
    #expect(others.papers(of: others.services).map(\.isChoice) == [true, false])
  }

  @Test func aPaperThatTheCatalogueHasLostIsLeftOut() {
    let sheet = sheet([service("a", papers: [.init(id: "gone"), .init(id: "passport")])])
    #expect(sheet.papers(of: sheet.services).count == 1)
  }

  // MARK: Order

  @Test func whatIsNeededComesFirst() {
    let sheet = sheet(
      [service("c"), service("b"), service("a"), service("d")],
      after: ["c": ["b"], "b": ["a"]])
    #expect(sheet.servicesInOrder.map(\.id) == ["a", "b", "c", "d"])
    let list = checklist(sheet, of: ["c", "a"])
    #expect(list.steps.map(\.service.id) == ["a", "c"])
    // By way of one that is not in the list.
    #expect(list.steps.map(\.after) == [[], [1]])
  }

  @Test func aCircleEnds() {
    let sheet = sheet(
      [service("a"), service("b"), service("c")],
      after: ["a": ["b"], "b": ["a"], "c": ["c", "b"]])
    #expect(sheet.servicesInOrder.map(\.id) == ["a", "b", "c"])
    #expect(checklist(sheet, of: ["a", "b", "c"]).steps.map(\.after) == [[], [1], [1, 2]])
  }

  // MARK: Days, fees, answers

  @Test func aResultWaitsForTheOneThatItNeeds() {
    let sheet = sheet(
      [
        service("a", term: Term(3, .workingDays)), service("b", term: Term(1, .months)),
        service("c"), service("d", term: Term(1, .workingDays)),
      ], after: ["b": ["a"], "d": ["c"]])
    let list = checklist(sheet, of: ["a", "b", "c", "d"])
    #expect(
      list.steps.map { $0.ready?.day } == [day(2026, 11, 27), day(2026, 12, 27), nil, nil])
  }

  @Test func whatBeginsByItselfHasNoDayAndNoFee() {
    let sheet = sheet([service("a", channels: [.proactive], term: Term(5, .workingDays))])
    let list = checklist(sheet, of: ["a"])
    #expect(list.steps.map(\.ready) == [nil])
    #expect(list.fees == Checklist.Fees())
  }

  @Test func feesAreAddedAndThoseThatNobodyKnowsAreNamed() {
    let sheet = sheet([
      service("a", fee: Fee(kopecks: 35_000)), service("b"),
      service("c", fee: Fee(kopecks: 200_000, note: note("детям меньше"))),
    ])
    let fees = checklist(sheet, of: ["a", "b", "c"]).fees
    #expect(fees.kopecks == 235_000)
    #expect(fees.unknown == [2])
    #expect(fees.dependOnPerson)
  }

  @Test func whatTheAnswersExcludeIsNamedAndNotListed() {
    let sheet = sheet([
      service("a", papers: [.init(id: "passport")], fee: Fee(kopecks: 100)),
      service("b", papers: [.init(id: "will")], fee: Fee(kopecks: 200)), service("c"),
    ])
    let list = sheet.checklist(
      of: ["a", "b", "c"],
      verdicts: ["a": .due, "b": .notDue, "c": .ask], eventDate: nil, today: today,
      in: ProductionCalendar())
    #expect(list.steps.map(\.service.id) == ["a", "c"])
    #expect(list.notDue.map(\.id) == ["b"])
    #expect(list.papers.flatMap(\.options).map(\.document.id) == ["passport"])
    #expect(list.fees.kopecks == 100)
    #expect(list.hasOpenQuestions)
    #expect(list.coversSituation)
  }

  /// An employee's answer that lets a service in leaves it where it is.
  @Test func whatAnEmployeeExcludesIsNamedApart() {
    let sheet = sheet([service("a"), service("b"), service("c")])
    let list = sheet.checklist(
      of: ["a", "b", "c"], verdicts: ["a": .due, "b": .notDue, "c": .notDue],
      overruled: ["a", "c"], eventDate: nil, today: today, in: ProductionCalendar())
    #expect(list.steps.map(\.service.id) == ["a"])
    #expect(list.notDue.map(\.id) == ["b"])
    #expect(list.ruledOut.map(\.id) == ["c"])
  }

  @Test func aDeadlineOfAServiceThatIsNotListedIsLeftOut() {
    let sheet = sheet([service("a"), service("b")], deadlines: [nil, "a", "b"])
    let list = sheet.checklist(
      of: ["b"], verdicts: [:], eventDate: today, today: today, in: ProductionCalendar())
    #expect(list.deadlines.map(\.deadline.service) == [nil, "b"])
    #expect(list.deadlines.allSatisfy { $0.lastDay == day(2026, 12, 4) })
    #expect(!list.coversSituation)
  }

  // MARK: The complex request

  @Test func twoServicesOfTheCentreAreOneRequest() {
    let sheet = sheet([
      service("a"), service("b", channels: [.body]), service("c", channels: [.centre, .portal]),
      service("d", audience: [.business]), service("e", channels: [.centre, .proactive]),
    ])
    #expect(checklist(sheet, of: ["a", "b", "c", "d", "e"]).complexRequest == [1, 3])
    #expect(checklist(sheet, of: ["a", "b"]).complexRequest == [])
    let staff = ChecklistTests.sheet([service("a"), service("b")], audience: .staff)
    #expect(checklist(staff, of: ["a", "b"]).complexRequest == [])
  }

  // MARK: The samples

  private func checklist(_ sheet: SituationSheet, of wanted: Set<Service.ID>) -> Checklist {
    sheet.checklist(
      of: wanted, verdicts: [:], eventDate: nil, today: today, in: ProductionCalendar())
  }

  private func sheet(
    _ services: [Service], after: [Service.ID: [Service.ID]] = [:],
    deadlines: [Service.ID?] = []
  ) -> SituationSheet {
    Self.sheet(services, after: after, deadlines: deadlines)
  }

  private static func sheet(
    _ services: [Service], after: [Service.ID: [Service.ID]] = [:],
    deadlines: [Service.ID?] = [], audience: Audience = .person
  ) -> SituationSheet {
    let situation = LifeSituation(
      id: "sample", title: LocalizedText(ru: "Пример"), audience: audience,
      inWords: LocalizedText(ru: "Пример"), synonyms: [], care: LocalizedText(ru: "Пример"),
      event: nil, questions: [],
      deadlines: deadlines.map {
        LifeSituation.Deadline(
          title: LocalizedText(ru: "Срок"), within: Term(10, .calendarDays), service: $0,
          legalBasis: nil)
      },
      services: services.map { LifeSituation.Link(id: $0.id, after: after[$0.id]) },
      provenance: provenance)
    let origins: [Document.ID: Document.Origin] = [
      "passport": .bring, "will": .bring, "kinship": .bring, "record": .interagency,
    ]
    var documents: [Document.ID: Document] = [:]
    for (id, origin) in origins {
      documents[id] = Document(id: id, title: LocalizedText(ru: id.rawValue), origin: origin)
    }
    return SituationSheet(situation: situation, services: services, documents: documents)
  }

  private func service(
    _ id: Service.ID, papers: [Service.Requirement] = [],
    channels: [Service.Channel] = [.centre], audience: [Audience] = [.person, .staff],
    fee: Fee? = nil, term: Term? = nil
  ) -> Service {
    Service(
      id: id, title: LocalizedText(ru: id.rawValue), colloquial: [],
      body: LocalizedText(ru: "Орган"), level: .federal, audience: audience, channels: channels,
      fee: fee, term: term, result: LocalizedText(ru: "Итог"), documents: papers, note: nil,
      legalBasis: [], provenance: Self.provenance)
  }

  private static let provenance = Provenance(source: "x", reviewed: day(2026, 11, 24))

  private func note(_ text: String) -> LocalizedText { LocalizedText(ru: text) }
}
