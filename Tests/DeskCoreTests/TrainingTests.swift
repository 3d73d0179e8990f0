// A training on the desk: what the palette offers, what the visitor says, who presses the rating.

import Canvas
import DeskTestSupport
import Domain
import Testing

@testable import DeskCore

@Suite struct TrainingTests {
  private static let ticket: Ticket.ID = {
    var ids = IDSource(seed: 9)
    return ids.makeID(at: Sample.now)
  }()

  private static func scene(speed: Int = 1) -> TrainingScene {
    TrainingScene(
      lesson: LocalizedText(ru: "Первый день", en: "First day"), speed: speed,
      visitor: TrainingScene.Visitor(
        ticket: ticket, name: "Ромашкина Ольга", looks: LocalizedText(ru: "спокойно"),
        says: LocalizedText(ru: "Паспорт надо менять."),
        leavesOut: LocalizedText(ru: "И фамилия новая.")),
      word: LocalizedText(ru: "Вызов — F5."))
  }

  private func desk(speed: Int = 1) -> TestDesk {
    TestDesk().receive(.trainingChanged(Self.scene(speed: speed)))
  }

  @Test func thePaletteOffersTheClockInATrainingAlone() {
    let command = PaletteRow.training(.tenfold)
    #expect(!TestDesk().state.rows(of: Palette(themeBefore: "day")).contains(command))
    #expect(desk().state.rows(of: Palette(themeBefore: "day")).contains(command))
  }

  @Test(arguments: [
    ("x2", 1, TrainingOrder.speed(2)), ("×10", 1, .speed(10)), ("остановить", 2, .speed(0)),
    ("остановить", 0, .speed(1)), ("next-arrival", 1, .nextArrival),
  ])
  func ordersGoToTheTrainer(_ name: String, _ speed: Int, _ order: TrainingOrder) {
    let desk = desk(speed: speed).press(.control("p")).type(name).press(.enter)
    #expect(desk.takeEffects().contains(.train(order)))
  }

  @Test func whatWasLeftOutIsSaidWhenSomebodyAsks() {
    let desk = desk().expectScreen(contains: "Паспорт надо менять.")
    #expect(desk.state.training?.hasAsked == false)
    desk.press(.control("p")).type("расспросить").press(.enter)
      .expectScreen(contains: "И фамилия новая.")
  }

  @Test func theKeysOfAVisitAreCounted() throws {
    let desk = desk().go(to: .rating)
    let told = desk.takeEffects().compactMap { effect in
      if case .train(.logged(_, let keys)) = effect { keys } else { nil }
    }
    // «родился», Enter, Space, F4, F4.
    #expect(told == [TrainingKeys(trainee: 7 + 4)])
  }

  @Test func aVisitsKeysBeginWithTheCall() {
    let desk = desk().meet(MemoryQueue()).type("ро").press(.escape).press(.function(5))
    #expect(desk.state.training?.keys == TrainingKeys(trainee: 1))
    desk.press(.down)
    #expect(desk.state.training?.keys == TrainingKeys(trainee: 2))
  }

  /// What is asked of the day is no work on the visit; what the palette does for the visit is.
  @Test func ordersToTheDayAreNotCounted() {
    let desk = desk().meet(MemoryQueue()).press(.function(5), .control("p")).type("x2")
    desk.press(.enter)
    #expect(desk.state.training?.keys == TrainingKeys(trainee: 1))
    desk.press(.control("p"), .escape)
    #expect(desk.state.training?.keys == TrainingKeys(trainee: 3))
  }

  // MARK: A trainer has the keys

  @Test func whileATrainerLeadsTheTraineesKeysDoNothing() {
    let desk = desk().receive(.trainerLeads(true))
      .expectScreen(contains: "ведёт тренер", "Клавиши у тренера")
    desk.type("родился").press(.function(1), .function(10)).expectNoOverlay()
    #expect(desk.state.search.field.isEmpty)
    #expect(!desk.effects.contains(.quit))
    desk.press(.control("l"))
    #expect(desk.effects.last == .redraw)
  }

  @Test func aTrainersKeysAreTheDesksAndAreCountedApart() throws {
    let desk = desk().receive(.trainerLeads(true))
    for letter in "родился" { desk.receive(.trainerKey(.character(letter))) }
    desk.receive(.trainerKey(.enter)).receive(.trainerLeads(false))
      .expectScreen(lacks: "ведёт тренер")
    desk.press(.character(" "), .function(4), .function(4))
    let told = desk.takeEffects().compactMap { effect in
      if case .train(.logged(_, let keys)) = effect { keys } else { nil }
    }
    #expect(told == [TrainingKeys(trainee: 3, trainer: 8)])
  }

  @Test func aKeyThatComesAfterTheyWereGivenBackIsLost() {
    let desk = desk().receive(.trainerLeads(true)).receive(.trainerLeads(false))
    desk.receive(.trainerKey(.character("р")))
    #expect(desk.state.search.field.isEmpty)
    // Nor does a desk that works take any.
    #expect(TestDesk().receive(.trainerKey(.character("р"))).state.search.field.isEmpty)
  }

  /// A key that waits for its screen is one key.
  @Test func aKeyThatIsTypedAheadIsCountedOnce() {
    let desk = desk()
    desk.holdsAnswers = true
    desk.type("родился").press(.enter, .character(" ")).deliver()
    #expect(desk.state.training?.keys.trainee == 9)
  }

  // MARK: What is told

  @Test func theGoalStandsUntilThereIsSomethingElseToSay() {
    let goal = LocalizedText(ru: "Вызвать и принять", en: "Call and serve")
    var scene = TrainingScene(lesson: LocalizedText(ru: "Первый день"), speed: 1, goal: goal)
    let desk = TestDesk().receive(.trainingChanged(scene))
      .expectScreen(contains: "Урок: Вызвать и принять")
    scene.comment = LocalizedText(ru: "Не спешите")
    desk.receive(.trainingChanged(scene)).expectScreen(contains: "Тренер: Не спешите")
      .expectScreen(lacks: "Урок: Вызвать")
  }

  @Test func nobodyCanBeAskedWhereNobodySits() {
    let scene = TrainingScene(lesson: LocalizedText(ru: "Первый день"), speed: 1)
    let desk = TestDesk().receive(.trainingChanged(scene)).press(.control("p")).type("расспросить")
    desk.press(.enter).expectNotice(.obstacle(.noTicket))
  }

  @Test func whoeverIsAskedTellsTheDay() {
    var scene = Self.scene()
    scene.visitor?.eventDate = CalendarDate("2026-11-10")
    TestDesk().receive(.trainingChanged(scene)).press(.control("p")).type("расспросить")
      .press(.enter).expectScreen(contains: "И фамилия новая.", "10.11.2026")
  }

  @Test func whoHasToldEverythingSaysSo() {
    var scene = Self.scene()
    scene.visitor?.leavesOut = nil
    TestDesk().receive(.trainingChanged(scene)).press(.control("p")).type("расспросить")
      .press(.enter).expectScreen(contains: "Больше сказать нечего.")
  }

  @Test func aSimulatedVisitorPressesTheKeysOfTheRating() throws {
    let desk = desk().go(to: .rating)
    guard case .rating(let rating) = desk.state.screen else {
      Issue.record("no rating")
      return
    }
    desk.receive(
      .simulatedAnswer(
        SimulatedAnswer(
          visit: rating.visit.id, score: 2, criteria: [.professionalism, .waitingTime]))
    ).expectNotice(.answerTaken)
    #expect(
      desk.store.ratings.map(\.result) == [
        .given(score: 2, criteria: [.professionalism, .waitingTime])
      ])
  }

  /// On the citizen's own screen somebody may play the citizen; if nobody does, the visitor answers there too.
  @Test func whereNobodyPlaysTheCitizenTheVisitorAnswersThere() throws {
    let desk = desk()
    desk.store.hasCitizenScreen = true
    desk.receive(.citizenScreen(isUp: true)).go(to: .situation)
    desk.press(.character(" "), .function(4), .function(4)).expectNotice(.askedOutside)
    let asked = try #require(desk.state.askedOutside)
    let answer = SimulatedAnswer(visit: asked.id, score: 4, criteria: [.empathy])
    desk.receive(.simulatedAnswer(answer))
    desk.advance(seconds: desk.state.settings.ratingTimeout / 2 - 1)
    #expect(desk.store.ratings.isEmpty)
    desk.advance(seconds: 1)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 4, criteria: [.empathy])])
    #expect(desk.effects.contains(.withdrawQuestion))
    #expect(desk.state.askedOutside == nil)
    if let notice = desk.state.notice { _ = desk.expectNotice(notice) }
  }

  @Test func whoeverPlaysTheCitizenIsFirst() throws {
    let desk = desk()
    desk.store.hasCitizenScreen = true
    desk.receive(.citizenScreen(isUp: true)).go(to: .situation)
    desk.press(.character(" "), .function(4), .function(4)).expectNotice(.askedOutside)
    let asked = try #require(desk.state.askedOutside)
    desk.receive(.simulatedAnswer(SimulatedAnswer(visit: asked.id, score: 4, criteria: [])))
    let played = RatingResult.given(score: 1, criteria: [])
    let told = desk.store.answerOutside(played)
    desk.receive(try #require(told)).expectNotice(.answerTaken)
    desk.advance(seconds: desk.state.settings.ratingTimeout)
    #expect(desk.store.ratings.map(\.result) == [played])
  }

  /// Of another visit, or once the clerk has taken the screen back, nothing is pressed.
  @Test func anAnswerThatComesLateIsLost() throws {
    let desk = desk().go(to: .rating)
    guard case .rating(let rating) = desk.state.screen else { return }
    var ids = IDSource(seed: 4)
    desk.receive(
      .simulatedAnswer(
        SimulatedAnswer(visit: ids.makeID(at: Sample.now), score: 2, criteria: [])))
    #expect(desk.store.ratings.isEmpty)
    desk.press(.function(9)).expectNotice(.visitSaved)
    desk.receive(
      .simulatedAnswer(SimulatedAnswer(visit: rating.visit.id, score: 2, criteria: [])))
    #expect(desk.store.ratings.map(\.result) == [.skipped])
  }
}
