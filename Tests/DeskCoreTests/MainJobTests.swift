// The job the desk is made for, from end to end.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct MainJobTests {
  @Test func theShortestCaseEndsInARatedVisit() throws {
    let desk = TestDesk()
    desk.type("родился ребенок").press(.enter)
      .expectScreens(.home, .situation)
      .expectScreen(contains: "Рождение ребёнка — «У меня родился ребёнок»")
    desk.press(.character(" ")).expectScreen(contains: "[x]  1", "отмечено: 1")
    desk.press(.function(4)).expectScreens(.home, .situation, .visitForm)
    desk.press(.function(4)).expectScreens(.home, .rating)
    desk.press(.character("5"))
    desk.advance(seconds: 3).press(.enter).expectNotice(.answerTaken).expectScreens(.home)

    let visit = try #require(desk.store.visits.last)
    #expect(visit.situation == "birth-of-child")
    #expect(visit.services == [Visit.Line(id: "birth-registration", outcome: .consulted)])
    #expect(visit.citizen == nil)
    #expect(
      desk.store.ratings == [
        RatingEntry(
          situation: "birth-of-child", result: .given(score: 5, criteria: []), answeredIn: 3000)
      ])
    #expect(desk.store.draft == nil)
  }

  /// A fast clerk is never ahead of the desk: every key finds its screen.
  @Test func allKeysTypedBeforeAnyAnswerEndInTheRatedVisit() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("родился ребенок").press(
      .enter, .character(" "), .function(4), .function(4), .character("5"), .enter)
    desk.expectScreens(.home)
    #expect(desk.store.visits.count == 1)
    desk.deliver().expectNotice(.answerTaken).expectScreens(.home)
    #expect(desk.store.visits.count == 2)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 5, criteria: [])])
    #expect(desk.store.ratings.map(\.isTooFast) == [true])
    #expect(desk.state.typedAhead.isEmpty)
    #expect(desk.state.waiting == nil)
  }

  @Test func everyStepAsksForExactlyWhatItNeeds() throws {
    let desk = TestDesk()
    #expect(desk.takeEffects() == [.loadDay(day(2026, 11, 24))])
    desk.type("р")
    #expect(
      desk.takeEffects() == [
        .search(SearchRequest(generation: 1, text: "р", kinds: Set(SearchHit.Kind.allCases)))
      ])
    desk.press(.enter)
    #expect(desk.takeEffects() == [.loadSituation("birth-of-child", select: nil)])
    desk.press(.character(" "))
    var marked = VisitInProgress()
    marked.situation = "birth-of-child"
    marked.started = Sample.now
    marked.services = [VisitInProgress.Marked(id: "birth-registration")]
    #expect(desk.takeEffects() == [.saveDraft(Draft(visit: marked))])
    desk.press(.function(4))
    var inForm = marked
    inForm.isInForm = true
    #expect(desk.takeEffects() == [.saveDraft(Draft(visit: inForm))])
    desk.press(.function(4))
    let visit = try #require(desk.store.visits.last)
    #expect(
      desk.takeEffects() == [
        .logVisit(visit, eventDate: nil, draft: nil), .loadDay(day(2026, 11, 24)),
        .wake(afterSeconds: 60),
        .saveDraft(nil),
      ])
    desk.press(.character("4"))
    #expect(desk.takeEffects() == [.wake(afterSeconds: 60)])
    desk.advance(seconds: 2).press(.enter).expectNotice(.answerTaken)
    #expect(
      desk.takeEffects() == [
        .recordRating(
          RatingEntry(
            situation: "birth-of-child", result: .given(score: 4, criteria: []), answeredIn: 2000)),
        .loadDay(day(2026, 11, 24)),
      ])
  }

  @Test func aCaseIsFoundAgainAtTheNextVisitWithTheStateOfEachService() throws {
    let desk = TestDesk()
    desk.press(.function(2)).type("Кузнецов").press(.enter).expectScreens(.home, .card)
      .expectScreen(contains: "Дел и визитов ещё не было")
    desk.press(.enter).expectScreens(.home).type("родился").press(.enter)
    desk.press(.tab, .tab, .tab).type("20.11.2026").press(.escape, .character(" "))
    desk.press(.function(4)).expectScreen(contains: "Кузнецов Иван", "принято заявление")
    desk.press(.function(4), .function(9)).expectNotice(.visitSaved)

    desk.type("Кузнецов").press(.enter).expectScreens(.home, .card)
      .expectScreen(contains: "Рождение ребёнка · подано 1 · событие 20.11.2026")
    desk.press(.enter).expectScreens(.home, .situation).expectScreen(contains: "подано")
    #expect(desk.state.visit.eventDate == day(2026, 11, 20))
    #expect(desk.state.visit.usualOutcome == .accepted)
  }

  @Test func servicesAreLoggedInTheSituationsOrderHoweverTheyWereMarked() throws {
    let desk = TestDesk()
    desk.type("родился").press(.enter, .end, .character(" "), .home, .character(" "))
    desk.press(.function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    let visit = try #require(desk.store.visits.last)
    #expect(visit.services.map(\.id) == ["birth-registration", "birth-allowance"])
  }

  /// The visit begins when its situation is opened, and ends when it is saved.
  @Test func aVisitKnowsHowLongItTook() throws {
    let desk = TestDesk()
    desk.type("родился").press(.enter).advance(seconds: 300)
    desk.press(.character(" "), .function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    let visit = try #require(desk.store.visits.last)
    #expect(visit.started == Sample.now)
    #expect(visit.ended == Sample.now + 300)
  }

  /// A situation that was only looked at, for nobody, does not start the next citizen's clock.
  @Test func aLookEarlierInTheDayBeginsNoVisit() throws {
    let desk = TestDesk()
    desk.type("родился").press(.enter, .escape).advance(seconds: 7200)
    desk.press(.escape).type("родился").press(.enter)
    #expect(desk.state.visit.started == Sample.now + 7200)
  }
}

/// A day that exists.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
}
