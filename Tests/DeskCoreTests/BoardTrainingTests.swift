// A training on the board: digits move its clock, and mean nothing on a board that works.

import Canvas
import DeskTestSupport
import Domain
import Testing

@testable import DeskCore

@Suite struct BoardTrainingTests {
  private func orders(_ digit: Character, speed: Int?) -> [BoardEffect] {
    var state = BoardState(
      size: Sample.size, language: .ru, clock: Clock(now: Sample.now, offset: .moscow))
    let facts = Facts(now: Sample.now, offset: .moscow)
    if let speed {
      let scene = TrainingScene(lesson: LocalizedText(ru: "Утро"), speed: speed)
      _ = update(&state, .trainingChanged(scene), facts)
    }
    return update(&state, .key(.character(digit)), facts)
  }

  @Test(
    arguments: [
      ("0", 2, TrainingOrder.speed(0)), ("0", 0, .speed(1)), ("1", 2, .speed(1)),
      ("2", 1, .speed(2)), ("3", 1, .speed(10)), ("4", 1, .nextArrival),
    ] as [(Character, Int, TrainingOrder)])
  func aDigitIsAnOrder(_ digit: Character, _ speed: Int, _ order: TrainingOrder) {
    #expect(orders(digit, speed: speed) == [.train(order)])
    #expect(orders(digit, speed: nil).isEmpty)
  }

  @Test func everyWordIsAnOrderAndBack() {
    for word in TrainingOrder.words + ["say Не спешите"] {
      #expect(TrainingOrder(word: word)?.word == word)
    }
    #expect(TrainingOrder(word: "x3") == nil)
  }
}
