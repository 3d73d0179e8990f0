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
    #expect(told == [7 + 4])
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
