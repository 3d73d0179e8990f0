// The reception: from what happened to a number.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

/// The reception with a store that gives the next number.
private final class TestReception {
  private(set) var state: ReceptionState
  private(set) var effects: [ReceptionEffect] = []
  private(set) var requests: [TicketRequest] = []
  private var now = Sample.now
  var failure: StoreError?

  init(size: Size = Sample.size, language: Language = .ru) {
    state = ReceptionState(
      size: size, language: language, centreName: Sample.settings.centreName,
      clock: Clock(now: now, offset: .moscow), situations: SampleCatalogue.summaries)
  }

  @discardableResult
  func press(_ keys: Key...) -> Self {
    for key in keys { receive(.key(key)) }
    return self
  }

  @discardableResult
  func type(_ text: String) -> Self {
    for character in text { receive(.key(.character(character))) }
    return self
  }

  @discardableResult
  func receive(_ event: ReceptionEvent) -> Self {
    for effect in update(&state, event, Facts(now: now, offset: .moscow)) {
      effects.append(effect)
      switch effect {
      case .search(let request):
        receive(.searchAnswered(generation: request.generation, hits: [Self.marriage]))
      case .issue(let request): issue(request)
      default: break
      }
    }
    return self
  }

  func advance(seconds: Int64) {
    for _ in 0..<seconds {
      now = now + 1
      receive(.tick)
    }
  }

  private func issue(_ request: TicketRequest) {
    if let failure {
      receive(.failed(failure))
      return
    }
    requests.append(request)
    let ticket = Ticket(
      Ticket.Issue(
        id: Sample.id(500), number: "А012", situation: request.situation,
        priority: request.priority, time: now, author: Author(desk: MemoryQueue.desk)))
    receive(.issued(ticket, WaitEstimate(optimistic: 5, pessimistic: 12)))
  }

  private static let marriage = SearchHit(
    target: .situation(SampleCatalogue.summaries[1].id), title: "", detail: "", score: 1,
    reasons: [.title])

  func shows(_ text: String) -> Bool {
    ScreenText.plain(view(state, theme: ScreenProfile.truecolor.theme)).contains {
      $0.contains(text)
    }
  }
}

@Suite struct ReceptionTests {
  @Test func threeKeysGiveATicketForASituation() {
    let reception = TestReception().press(.enter, .enter)
    #expect(reception.requests == [TicketRequest(situation: SampleCatalogue.summaries[0].id)])
    #expect(reception.shows("Ждать от 5 до 12 мин"))
    #expect(reception.shows("Печатается…"))
    guard case .print(let ticket, _)? = reception.effects.last else {
      Issue.record("nothing is printed")
      return
    }
    #expect(ticket.number == "А012")
  }

  @Test func whatHappenedIsFoundByItsWords() {
    let reception = TestReception().type("замуж").press(.enter, .enter)
    #expect(reception.requests.map(\.situation) == [SampleCatalogue.summaries[1].id])
  }

  @Test func somethingElseIsATicketToo() {
    let reception = TestReception().press(.end, .enter, .enter)
    #expect(reception.requests == [TicketRequest(situation: nil)])
  }

  @Test func theGroupGivesItsPriorityAndShowsItsBasis() {
    let reception = TestReception().press(.enter, .tab, .right)
    #expect(reception.shows("Основание: Федеральный закон от 12.01.1995 № 5-ФЗ"))
    reception.press(.tab).type("А 1234").press(.backTab, .backTab, .right, .enter)
    #expect(
      reception.requests == [
        TicketRequest(
          situation: SampleCatalogue.summaries[0].id, audience: .business, appointment: "А1234",
          group: "veterans", priority: 2)
      ])
  }

  @Test func aDigitChoosesTheGroup() {
    let reception = TestReception().press(.enter, .tab).type("3")
    #expect(reception.state.group == 2)
    reception.type("0")
    #expect(reception.state.group == nil)
  }

  @Test func theNumberGoesByItselfAndSoDoesAllThatWasEntered() {
    let reception = TestReception().type("замуж").press(.enter, .tab, .right, .enter)
    reception.receive(.printed(Sample.id(500), true))
    #expect(reception.shows("Талон напечатан"))
    reception.advance(seconds: IssuedTicket.shown)
    #expect(reception.state.step == .situation)
    #expect(reception.state.search == SearchState())
    #expect(reception.state.group == nil)
  }

  /// The number is large on the screen whatever the printer does.
  @Test func aPrinterThatFailsOrIsSilentIsTold() {
    let reception = TestReception().press(.enter, .enter)
    reception.receive(.printed(Sample.id(500), false))
    #expect(reception.shows("! Талон не напечатан"))
    #expect(reception.shows("██"))
    let silent = TestReception().press(.enter, .enter)
    silent.advance(seconds: IssuedTicket.printerPatience)
    #expect(silent.shows("! Талон не напечатан"))
    let none = TestReception().press(.enter, .enter).receive(.printed(Sample.id(500), nil))
    #expect(!none.shows("Печатается"))
  }

  /// The screen sleeps in between.
  @Test func thePictureChangesByItselfAtKnownMomentsOnly() {
    let reception = TestReception()
    #expect(reception.state.changesAt == Sample.now + 60)
    reception.press(.enter, .enter)
    #expect(reception.state.changesAt == Sample.now + IssuedTicket.printerPatience)
    reception.receive(.printed(Sample.id(500), true))
    #expect(reception.state.changesAt == Sample.now + IssuedTicket.shown)
  }

  @Test func theNextVisitorsWordsMakeRoom() {
    let reception = TestReception().press(.enter, .enter).type("р")
    #expect(reception.state.step == .situation)
    #expect(reception.state.search.text == "р")
  }

  @Test func aFailureKeepsWhatWasEntered() {
    let reception = TestReception().press(.enter, .tab, .right)
    reception.failure = .diskFull(path: "/x")
    reception.press(.enter)
    #expect(reception.shows("! Не записано: на диске нет места"))
    #expect(reception.state.step == .details)
    #expect(reception.state.group == 0)
  }

  @Test func thePaperSaysNothingOfTheVisitor() {
    let ticket = Ticket(
      Ticket.Issue(
        id: Sample.id(1), number: "А012", situation: "marriage", group: "veteran", priority: 3,
        time: Sample.now, author: Author(desk: MemoryQueue.desk)))
    let paper = ticketPaper(
      ticket, title: "Вступление в брак", wait: nil, centre: "МФЦ", offset: .moscow, language: .ru)
    #expect(
      paper == """
        МФЦ

        Ваш номер: А012

        Вступление в брак
        Сколько ждать, неизвестно: нужное окно закрыто
        Номер окна появится на экране

        24.11.2026 12:05

        """)
  }

  @Test(arguments: SnapshotTests.sizes)
  func looksAsItWasApproved(size: Size) {
    expect(TestReception(size: size), "reception/question", size)
    expect(TestReception(size: size).press(.enter, .tab, .right), "reception/details", size)
    expect(TestReception(size: size).press(.enter, .enter), "reception/issued", size)
  }

  @Test(arguments: ScreenProfile.allCases)
  func looksAsApprovedInEveryProfile(profile: ScreenProfile) {
    expect(
      TestReception().press(.enter, .enter), "reception/issued", Sample.size, profile: profile)
  }

  @Test func looksAsApprovedInEnglish() {
    let reception = TestReception(language: .en).press(.enter, .tab, .right)
    expect(reception, "reception/details-en", Sample.size)
  }

  private func expect(
    _ reception: TestReception, _ name: String, _ size: Size, profile: ScreenProfile = .truecolor,
    at location: SourceLocation = #_sourceLocation
  ) {
    let frame = view(reception.state, theme: profile.theme)
    expectFrame(frame, named: name, profile: profile, at: location)
  }
}
