// The pictures of the citizen's own screen, from a small keypad's display to a wide console.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct CitizenScreenTests {
  static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ]

  static let scenes: [CitizenScene] = [
    CitizenScene(name: "start") { _ in },
    CitizenScene(name: "greeting") { $0.told(.greeting) },
    CitizenScene(name: "idle") { $0.told(.greeting).told(.idle) },
    CitizenScene(name: "question") { $0.asking() },
    CitizenScene(name: "answer") { $0.asking().type("4") },
    CitizenScene(name: "criteria") { $0.asking().type("4686") },
    CitizenScene(name: "declined") { $0.asking().type("0") },
    CitizenScene(name: "thanks") { $0.asking().type("5").press(.enter) },
    CitizenScene(name: "english") { $0.asking().type("74") },
    CitizenScene(name: "leaving") { $0.press(.control("q")) },
  ]

  @Test(arguments: scenes, sizes)
  func looksAsItWasApproved(scene: CitizenScene, size: Size) {
    let screen = TestCitizenScreen(size: size)
    scene.play(screen)
    screen.expectScreen(named: "citizen-screen/\(scene.name)")
  }

  /// The code to rate later, beside the thanks and beside the window's number.
  @Test(arguments: sizes)
  func theCodeLooksAsItWasApproved(size: Size) {
    let screen = TestCitizenScreen(size: size, form: TestCitizenScreen.form)
    screen.asking().type("5").press(.enter).expectScreen(named: "citizen-screen/thanks-code")
    screen.told(.idle)
    screen.advance(seconds: CitizenScreenState.thankingWithCode)
    screen.expectScreen(named: "citizen-screen/idle-code")
  }

  @Test(arguments: sizes)
  func theOfferOfACallLooksAsItWasApproved(size: Size) {
    let screen = TestCitizenScreen(size: size, offersCall: true).asking().type("1").press(.enter)
    screen.type("900").expectScreen(named: "citizen-screen/call")
    screen.press(.enter).expectScreen(named: "citizen-screen/call-wrong")
  }

  private static let line = "Долго искали моё дело, но потом всё объяснили понятно и спокойно."

  @Test(arguments: sizes)
  func theLineOfWordsLooksAsItWasApproved(size: Size) {
    let screen = TestCitizenScreen(size: size, takesWords: true).asking().type("4").press(.enter)
    screen.expectScreen(named: "citizen-screen/words-empty")
    screen.type(Self.line).expectScreen(named: "citizen-screen/words")
    screen.type(String(repeating: " и ещё", count: 40))
    screen.expectScreen(named: "citizen-screen/words-full")
  }

  @Test(arguments: Language.allCases)
  func theLineOfWordsIsWholeAtTheLeastSize(language: Language) {
    let screen = TestCitizenScreen(
      size: CitizenScreenState.leastSize, languages: [language], takesWords: true)
    screen.asking().type("4").press(.enter)
    let picture = ScreenText.plain(screen.frame()).dropFirst().joined(separator: "\n")
    #expect(!picture.contains("…"), "\(picture)")
    for sentence in [
      CitizenScreenPhrases.of(language).wordsApart, CitizenScreenPhrases.of(language).sendWords,
    ] {
      let last = sentence.split(separator: " ").last ?? ""
      #expect(picture.contains(last), "\(picture)")
    }
  }

  @Test(arguments: [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24)])
  func theLineOfWordsAtTheDeskLooksAsItWasApproved(size: Size) {
    let desk = TestDesk(size: size, takesWords: true).go(to: .rating).type("4").press(.enter)
    desk.type(Self.line).expectScreen(named: "rating/words", size: size)
    desk.press(.enter).expectNotice(.answerTaken)
  }

  @Test(arguments: Language.allCases)
  func theOfferOfACallIsWholeAtTheLeastSize(language: Language) {
    let screen = TestCitizenScreen(
      size: CitizenScreenState.leastSize, languages: [language], offersCall: true)
    screen.asking().type("1").press(.enter).type("1").press(.enter)
    let picture = ScreenText.plain(screen.frame()).dropFirst().joined(separator: "\n")
    #expect(!picture.contains("…"), "\(picture)")
  }

  /// Nothing is told by colour alone.
  @Test func looksAsItWasApprovedWithoutColour() {
    let screen = TestCitizenScreen(size: Size(columns: 40, rows: 12)).asking().type("4")
    screen.expectScreen(named: "citizen-screen/answer", profile: .mono)
  }

  @Test func theCodeIsNotShown() {
    let screen = TestCitizenScreen(code: "4821").press(.control("q")).type("4821")
    #expect(screen.shows("****"))
    #expect(!screen.shows("4821"))
  }

  @Test func aWindowThatIsCalledByAWordIsNamed() {
    let screen = TestCitizenScreen(window: "Касса")
    #expect(screen.shows("К а с с а"))
  }

  /// Every word of these screens is drawn whole at the least size.
  @Test(arguments: Language.allCases, scenes)
  func nothingIsCutAtTheLeastSize(language: Language, scene: CitizenScene) {
    let screen = TestCitizenScreen(
      size: CitizenScreenState.leastSize, languages: language == .ru ? [.ru, .en] : [.en, .ru])
    scene.play(screen)
    let picture = ScreenText.plain(screen.frame()).dropFirst().joined(separator: "\n")
    #expect(!picture.contains("…"), "\(picture)")
  }

  @Test(arguments: Language.allCases)
  func theLargeWordsHaveAllTheirGlyphs(language: Language) {
    let words = CitizenScreenPhrases.of(language)
    for word in [words.hello, words.thanks] {
      #expect(word.allSatisfy { LargeGlyphs.rows(of: $0) != nil }, "\(word)")
    }
  }
}

struct CitizenScene: Sendable, CustomTestStringConvertible {
  let name: String
  let play: @Sendable (TestCitizenScreen) -> Void

  var testDescription: String { name }
}
