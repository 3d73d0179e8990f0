// F5 and F6: the queue at the window.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct QueueTests {
  private func ticket(_ desk: TestDesk, _ place: Int = 0) throws -> Ticket {
    try #require(desk.store.queue?.tickets[place])
  }

  @Test func aCallShowsTheTicketAndOpensItsSituation() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5))
      .expectScreens(.home, .situation)
      .expectScreen(contains: "талон А001 вызван в 12:05", "ждал 15 мин", "Рождение ребёнка")
    #expect(try ticket(desk).state == .called)
    #expect(desk.store.queue?.presence?.state == .free)
    #expect(desk.store.queue?.presence?.name == "Окно 4")
  }

  @Test func f5AgainCallsTheSameOne() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5)).advance(seconds: 60)
      .press(.function(5)).expectScreen(contains: "талон А001 вызван с 12:05, раз: 2")
    #expect(try ticket(desk).calls == 2)
    #expect(try ticket(desk, 1).state == .waiting)
  }

  @Test func aTicketOfAnEarlierDaySaysSo() {
    TestDesk().meet(MemoryQueue()).press(.function(5), .down).advance(seconds: 86_400)
      .press(.down).expectScreen(contains: "приём с 24.11 12:05")
  }

  @Test func theLineMayBeEmpty() {
    TestDesk().meet(MemoryQueue(situations: [])).press(.function(5)).expectNotice(.nobodyWaits)
    TestDesk().press(.function(5)).expectNotice(.nobodyWaits)
  }

  @Test(arguments: [Key.down, .tab, .enter, .character(" "), .function(2), .function(4)])
  func servingBeginsWithTheFirstKeyThatWorks(key: Key) throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), key)
    #expect(try ticket(desk).state == .serving)
    desk.expectScreen(contains: "приём с 12:05")
  }

  @Test(arguments: [
    Key.function(1), .function(3), .function(5), .function(6), .control("p"), .escape,
    .character("я"),
  ])
  func otherKeysBeginNothing(key: Key) throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), key)
    #expect(try ticket(desk).state == .called)
  }

  @Test func aTicketWithoutASituationIsServedByWhatTheClerkOpens() throws {
    let desk = TestDesk().meet(MemoryQueue(situations: [nil])).press(.function(5))
      .expectScreens(.home)
    desk.type("загран")
    #expect(try ticket(desk).state == .called)
    desk.press(.enter).expectScreens(.home, .situation)
    #expect(try ticket(desk).state == .serving)
  }

  @Test func theVisitTakesTicketAndTimesAndEndsIt() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5)).advance(seconds: 60)
      .press(.character(" ")).advance(seconds: 300)
      .press(.function(4), .function(4)).expectScreens(.home, .rating)
    let visit = try #require(desk.store.visits.last)
    #expect(visit.ticket == (try ticket(desk).id))
    #expect(visit.situation == "birth-of-child")
    #expect(visit.started == Sample.now + 60)
    #expect(visit.ended == Sample.now + 360)
    #expect(try ticket(desk).state == .done)
    #expect(desk.state.window?.tickets == [])
  }

  /// Whoever was called has not come; the visit of somebody else is not theirs.
  @Test func aVisitBesidesTakesNoTicket() throws {
    let desk = TestDesk().press(.enter, .character(" ")).meet(MemoryQueue())
      .press(.function(5)).expectNotice(.obstacle(.visitBegun))
    desk.press(.function(4), .function(4))
    #expect(desk.store.visits.last?.ticket == nil)
    #expect(try ticket(desk).state == .waiting)
  }

  @Test func nobodyIsCalledWhileSomebodyIsServed() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .down, .function(5))
      .expectNotice(.obstacle(.citizenAtWindow))
    #expect(try ticket(desk, 1).state == .waiting)
  }

  @Test(arguments: ["о", "j", "J", "h", "р", "2"])
  func aLetterOfEitherLayoutOrADigitHolds(letter: String) throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .function(6)).type(letter)
      .type(" ищет паспорт ").press(.enter)
    #expect(try ticket(desk).state == .held)
    #expect(try ticket(desk).comment == "ищет паспорт")
    desk.expectScreen(contains: "отложены: А001")
  }

  @Test func aHeldOneIsCalledAgain() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .function(6))
      .press(.character("2"), .enter, .function(6))
      .expectScreen(contains: "Отложенные талоны", "Вызвать А001")
    desk.press(.enter)
    #expect(try ticket(desk).state == .called)
  }

  @Test func aNextOneIsCalledWhileOthersAreHeld() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .function(6))
      .press(.character("2"), .enter, .function(5))
    #expect(try ticket(desk).state == .held)
    #expect(try ticket(desk, 1).state == .called)
  }

  @Test func noShowWaitsForItsRule() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .function(6))
      .expectScreen(contains: "Не явился — вызовов ещё: 2, через 3 мин")
    desk.type("я")
    #expect(try ticket(desk).state == .called)
    desk.press(.escape).advance(seconds: 100).press(.function(5), .function(5))
    desk.advance(seconds: 80).press(.function(6)).expectScreen(lacks: "вызовов ещё", "через 1 мин")
    desk.type("я")
    #expect(try ticket(desk).state == .noShow)
  }

  @Test func aReturnedTicketKeepsItsPlace() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("в")
    #expect(try ticket(desk).state == .waiting)
    #expect(desk.state.window?.waiting == 2)
    desk.press(.function(5))
    #expect(try ticket(desk).state == .called)
  }

  @Test func aRedirectNamesTheWindowAndComesBack() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("п")
      .expectScreen(contains: "Окно 5")
    desk.press(.enter, .tab).expectScreen(contains: "[x] вернётся")
    desk.type("паспорт проверен").press(.enter)
    let sent = try ticket(desk)
    #expect(sent.state == .redirected)
    #expect(sent.destination == MemoryQueue.other)
    #expect(sent.comesBackTo == MemoryQueue.desk)
    #expect(sent.comment == "паспорт проверен")
  }

  @Test func escapeGoesBackThroughTheMenuAndChangesNothing() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("п")
    let before = try ticket(desk)
    desk.press(.enter).type("слово").press(.escape, .escape)
    #expect(desk.state.overlay == nil)
    #expect(try ticket(desk) == before)
  }

  @Test func whoEndsWithoutAVisitIsDone() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("з")
    #expect(try ticket(desk).state == .done)
    desk.press(.function(6)).expectNotice(.obstacle(.noTicket))
  }

  /// Enter, pressed by habit, is no consent to what two windows may do at once.
  @Test func withoutALinkTheClerkDecides() throws {
    var queue = MemoryQueue()
    queue.isUnsure = true
    let desk = TestDesk().meet(queue).press(.function(5))
      .expectScreen(contains: "Нет связи с центром. Талон А001")
    desk.press(.enter)
    #expect(try ticket(desk).state == .waiting)
    #expect(desk.state.pendingCall == nil)
    desk.press(.function(5)).type("д").expectScreens(.home, .situation)
    #expect(try ticket(desk).state == .called)
  }

  /// A key pressed twice before the answer is one call.
  @Test func oneRequestIsOneCall() throws {
    let desk = TestDesk().meet(MemoryQueue())
    _ = desk.takeEffects()
    desk.holdsAnswers = true
    desk.press(.function(5), .function(5))
    let requests = desk.takeEffects().compactMap { effect in
      if case .callNext(let request) = effect { request } else { nil }
    }
    #expect(requests.count == 2)
    #expect(Set(requests).count == 1)
  }

  @Test func aBreakIsToldAndEndsWithTheNextCall() throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.control("p")).type("перерыв").press(.enter)
      .expectScreen(contains: "перерыв")
    #expect(desk.store.queue?.presence?.state == .away)
    desk.press(.function(5))
    #expect(desk.store.queue?.presence?.state == .free)
  }

  @Test func theWindowClosesWithTheProgram() {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5), .control("q"))
    #expect(desk.store.queue?.presence?.state == .closed)
    #expect(desk.store.hasQuit)
    let silent = TestDesk().meet(MemoryQueue()).press(.control("q"))
    #expect(silent.store.queue?.presence == nil)
  }

  @Test func aRefusedStepShowsTheQueueAsItIs() throws {
    var queue = MemoryQueue()
    let desk = TestDesk().meet(queue).press(.function(5), .down)
    queue.tickets = try #require(desk.store.queue?.tickets)
    // A supervisor has closed it meanwhile.
    desk.store.queue?.tickets[0].add(
      TicketStep(
        id: Sample.id(77), event: .finish(visit: nil), time: Sample.now,
        author: Author(desk: MemoryQueue.other), follows: queue.tickets[0].lastStep))
    desk.press(.function(6)).type("в")
      .expectNotice(.failed(.ticketState(number: "А001", state: .done)))
    #expect(desk.state.window?.tickets == [])
  }
}
