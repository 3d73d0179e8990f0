// A trainer before the trainee's screen: looking on, taking the keys, giving them back.

import Canvas
import DeskTestSupport
import Domain
import Testing

@testable import DeskCore

@Suite struct TrainerSeatTests {
  private static let scene = TrainingScene(lesson: LocalizedText(ru: "Утро"), speed: 1)
  private static let take = Key.function(12)

  private static func picture() -> Frame {
    TestDesk().receive(.trainingChanged(scene)).frame()
  }

  /// A trainer's board with the trainee's screen before it.
  private func atScreen() -> TestBoard {
    let board = TestBoard(isTrainer: true).receive(.trainingChanged(Self.scene))
    board.press(.function(8))
    return board.receive(.traineeDrew(Self.picture()))
  }

  @Test func onlyATrainerHasTheTraineesScreen() {
    #expect(TestBoard().press(.function(8)).takeEffects() == [])
    let board = atScreen()
    #expect(board.takeEffects() == [.seat(.open)])
    #expect(board.shows("экран ученика · F12 взять клавиши"))
    #expect(board.shows("Что случилось?"))
    board.press(.escape)
    #expect(board.takeEffects() == [.seat(.close)])
    #expect(board.shows("F8 экран ученика"))
    #expect(board.state.seat?.picture == nil)
  }

  @Test func theKeysAreTakenAndGivenBack() {
    let board = atScreen()
    _ = board.takeEffects()
    board.press(.character("р"))
    #expect(board.takeEffects() == [])
    board.press(Self.take)
    #expect(board.takeEffects() == [.seat(.lead(true))])
    #expect(board.shows("КЛАВИШИ У ВАС"))
    board.press(.character("р"), .function(5), .escape)
    #expect(
      board.takeEffects() == [
        .seat(.key(.character("р"))), .seat(.key(.function(5))), .seat(.key(.escape)),
      ])
    board.press(.control("y"))
    #expect(board.takeEffects() == [.seat(.lead(false))])
    #expect(board.shows("экран ученика"))
  }

  /// F10 would end the trainee's lesson.
  @Test func leavingGivesTheKeysBackFirst() {
    let board = atScreen().press(Self.take, .function(10))
    #expect(board.takeEffects().last == .seat(.lead(false)))
    board.press(.function(10))
    #expect(board.takeEffects() == [.quit])
  }

  @Test func beforeThereIsAPictureNothingIsTaken() {
    let board = TestBoard(isTrainer: true).receive(.trainingChanged(Self.scene))
    board.press(.function(8), Self.take)
    #expect(board.takeEffects() == [.seat(.open)])
    #expect(board.shows("Экран ученика сейчас появится"))
  }

  @Test func theClockAndWhatHappensAreATrainersKeys() {
    let board = TestBoard(isTrainer: true).receive(.trainingChanged(Self.scene))
    for digit in "2567" { board.press(.character(digit)) }
    board.press(.character("8"))
    #expect(
      board.takeEffects() == [
        .train(.speed(2)), .train(.link(isDown: true)), .train(.link(isDown: false)),
        .train(.incident(.faint)), .train(.incident(.complaint)),
      ])
    // A trainee at the board has the clock alone.
    let trainee = TestBoard().receive(.trainingChanged(Self.scene)).press(.character("5"))
    #expect(trainee.takeEffects() == [])
  }

  @Test func aCommentGoesToTheTrainee() {
    let board = TestBoard(isTrainer: true).receive(.trainingChanged(Self.scene))
    board.press(.function(2))
    #expect(board.shows("Сказать ученику"))
    for letter in "Не спешите" { board.press(.character(letter)) }
    board.press(.enter)
    #expect(board.takeEffects() == [.train(.comment("Не спешите"))])
    #expect(board.shows("Ученик видит это"))
  }

  @Test func aLessonThatIsOverIsTold() {
    let board = atScreen().press(Self.take).receive(.traineeGone)
    #expect(board.state.seat == TrainerSeat())
    #expect(board.shows("Урок закончен"))
    // An order that nobody hears is told of on the board too.
    #expect(TestBoard(isTrainer: true).receive(.traineeGone).shows("Урок закончен"))
    #expect(!TestBoard().receive(.traineeGone).shows("Урок закончен"))
    #expect(atScreen().receive(.seatTaken).shows("уже открыт у другого тренера"))
  }

  /// The board of a supervisor's lesson is led as a desk is.
  @Test func aTraineesBoardIsLed() {
    let board = TestBoard().receive(.trainingChanged(Self.scene)).receive(.trainerLeads(true))
    #expect(board.shows("ведёт тренер"))
    board.press(.tab)
    #expect(board.state.pane == .windows)
    board.receive(.trainerKey(.tab))
    #expect(board.state.pane == .waiting)
    board.receive(.trainerLeads(false)).receive(.trainerKey(.tab))
    #expect(board.state.pane == .waiting)
  }

  @Test func aLargerScreenIsCutAndSaysSo() {
    let board = TestBoard(size: Size(columns: 60, rows: 20), isTrainer: true)
    board.receive(.trainingChanged(Self.scene)).press(.function(8))
    board.receive(.traineeDrew(Self.picture()))
    #expect(board.shows("у ученика 80×24"))
  }
}
