// The words: complete in both languages, in one alphabet each, in glyphs that consoles have.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct PhrasesTests {
  @Test(arguments: Language.allCases)
  func everyCaseHasItsWords(language: Language) {
    for text in Samples.texts(Phrases.of(language)) where text.name != "urgency.unknown" {
      #expect(!text.value.isEmpty, "\(text.name)")
      #expect(text.value.first != " " && text.value.last != " ", "\(text.name)")
    }
  }

  /// Both languages say something of their own.
  @Test func nothingIsLeftUntranslated() {
    let same: Set<String> = [
      "languageName.ru", "languageName.en", "urgency.unknown", "themeName.mine",
      "notice.badInput",
    ]
    for (ru, en) in zip(Samples.texts(.ru), Samples.texts(.en)) where !same.contains(ru.name) {
      #expect(ru.name == en.name)
      #expect(ru.value != en.value, "\(ru.name): \(ru.value)")
    }
  }

  /// No word mixes Cyrillic and Latin letters: a Latin «а» in a Russian word is found by no search.
  @Test(arguments: Language.allCases)
  func noWordMixesAlphabets(language: Language) {
    var texts = Samples.texts(Phrases.of(language)).map(\.value)
    for command in Command.allCases {
      texts += [command.label(language), command.explanation(language)]
    }
    for word in texts.flatMap({ $0.split { !$0.isLetter } }) {
      let scalars = word.unicodeScalars
      let isLatin = scalars.contains { (65...122).contains($0.value) }
      let isCyrillic = scalars.contains { (0x400...0x4FF).contains($0.value) }
      #expect(!(isLatin && isCyrillic), "\(word)")
    }
  }

  /// The glyphs that Debian's console fonts for Cyrillic have (measured over the PSF tables of
  /// Uni2, CyrSlav, CyrKoi and FullCyrSlav, console-setup 1.221): no ✓ ○ ● ‹ › ₽.
  @Test(arguments: Language.allCases)
  func everyGlyphIsInTheConsolesFonts(language: Language) {
    let signs = Set("—–·«»№…•×↑↓←→§\u{00A0}")
    func isKnown(_ scalar: Unicode.Scalar) -> Bool {
      (0x20...0x7E).contains(scalar.value) || (0x410...0x44F).contains(scalar.value)
        || scalar == "ё" || scalar == "Ё" || signs.contains(Character(scalar))
    }
    for text in Samples.texts(Phrases.of(language)) {
      let unknown = text.value.unicodeScalars.filter { !isKnown($0) }
      #expect(unknown.isEmpty, "\(text.name): \(unknown.map(Character.init))")
    }
    let lines = Set("█─│┌┐└┘")
    // The dots of a code are half blocks, which CyrSlav and most of Uni2 lack: docs/decisions/checklist.md.
    let others: Set = ["situation/longest", "checklist/codes"]
    for scene in Scene.all where !others.contains(scene.name) {
      let desk = TestDesk(language: language)
      scene.play(desk)
      for cell in desk.frame().grid.cells {
        let isDrawn = cell.character.unicodeScalars.allSatisfy(isKnown)
        #expect(isDrawn || lines.contains(cell.character), "\(scene.name): \(cell.character)")
      }
    }
  }

  @Test(arguments: [
    (1, "1 визит"), (2, "2 визита"), (4, "4 визита"), (5, "5 визитов"), (11, "11 визитов"),
    (12, "12 визитов"), (14, "14 визитов"), (21, "21 визит"), (22, "22 визита"),
    (100, "100 визитов"), (101, "101 визит"), (111, "111 визитов"), (1_002, "1002 визита"),
  ])
  func russianPluralsFollowTheRule(count: Int, text: String) {
    #expect(Phrases.ru.visits(count) == text)
  }

  @Test func englishPlurals() {
    #expect(Phrases.en.visits(1) == "1 visit")
    #expect(Phrases.en.visits(2) == "2 visits")
  }

  /// Under five ratings a clerk sees a count and no share.
  @Test(arguments: Language.allCases)
  func noShareIsShownUnderFiveRatings(language: Language) {
    var summary = RatingSummary.none
    summary.count = 4
    #expect(!Phrases.of(language).ratingsToday(summary).contains("%"))
    summary.count = 5
    summary.shareCount = 5
    summary.shareBest = 0.8
    #expect(Phrases.of(language).ratingsToday(summary).contains("80 %"))
  }

  /// A share of some of the ratings says of how many.
  @Test func aShareSaysWhatItIsOf() {
    var summary = RatingSummary.none
    (summary.count, summary.shareCount, summary.shareBest) = (9, 5, 0.8)
    #expect(Phrases.ru.ratingsToday(summary) == "9 оценок, лучших 80 % из 5")
    #expect(Phrases.en.ratingsToday(summary) == "9 ratings, best 80 % of 5")
    summary.shareCount = 9
    #expect(Phrases.ru.ratingsToday(summary) == "9 оценок, лучших 80 %")
  }

  @Test(arguments: [
    (0, "бесплатно"), (35_000, "350\u{00A0}руб."), (400_000, "4\u{00A0}000\u{00A0}руб."),
    (123_456_789, "1\u{00A0}234\u{00A0}567,89\u{00A0}руб."), (105, "1,05\u{00A0}руб."),
  ])
  func moneyIsWrittenAsRussiansDo(kopecks: Int, text: String) {
    #expect(money(Fee(kopecks: kopecks), .ru) == text)
  }
}
