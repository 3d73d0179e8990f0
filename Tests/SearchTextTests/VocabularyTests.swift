import Testing

@testable import SearchText

@Suite struct VocabularyTests {
  let words: Vocabulary = Vocabulary(
    [
      ("рождение", 9), ("рожать", 3), ("ребенок", 5), ("прописка", 7), ("пропуск", 2),
      ("паспорт", 20), ("пособие", 12), ("свадьба", 2), ("мария", 30), ("марина", 25),
      ("дмитрий", 9), ("александр", 40), ("щербакова", 2), ("юлия", 4), ("евгений", 8),
      ("хрущев", 1), ("жилье", 6), ("объявление", 2),
    ].map { (Word($0.0), $0.1) })

  @Test func prefixes() {
    #expect(words.occurrences(ofPrefix: Word("пас").codes) == 20)
    #expect(words.occurrences(ofPrefix: Word("мари").codes) == 55)
    #expect(words.occurrences(ofPrefix: Word("ъ").codes) == 0)
    #expect(words.occurrences(ofPrefix: Word("").codes) == 187)
    #expect(words.places(ofPrefix: Word("мари").codes) == 63..<118)
    #expect(words.contains(Word("паспорт")))
    #expect(!words.contains(Word("паспор")))
  }

  @Test(arguments: [
    ("рожденее", "рождение"), ("ржоэдение", "рождение"), ("пасорт", "паспорт"),
    ("папсорт", "паспорт"), ("паспортт", "паспорт"), ("пособее", "пособие"),
  ])
  func misspeltWords(_ typed: String, _ meant: String) {
    let found = words.corrections(of: Word(typed), errors: 2, extent: .wholeWord)
    #expect(found.first?.word == Word(meant))
  }

  @Test(arguments: [
    ("рожжд", "рожд"), ("поссоб", "пособ"), ("проппис", "пропис"), ("мрия", "мария"),
  ])
  func misspeltBeginnings(_ typed: String, _ meant: String) {
    let found = words.corrections(of: Word(typed), errors: 1, extent: .beginning)
    #expect(found.map(\.word).contains(Word(meant)), "\(found)")
  }

  @Test(arguments: [
    ("propiska", "прописка"), ("rozhdenie", "рождение"), ("rojdenie", "рождение"),
    ("posobie", "пособие"), ("mariya", "мария"), ("maria", "мария"), ("marija", "мария"),
    ("dmitry", "дмитрий"), ("dmitrij", "дмитрий"), ("alexandr", "александр"),
    ("aleksandr", "александр"), ("shcherbakova", "щербакова"), ("scherbakova", "щербакова"),
    ("sherbakova", "щербакова"), ("julia", "юлия"), ("yuliya", "юлия"), ("evgeny", "евгений"),
    ("yevgeniy", "евгений"), ("khrushchev", "хрущев"), ("hruschev", "хрущев"),
    ("khrushchyov", "хрущев"), ("zhilyo", "жилье"), ("jilje", "жилье"),
  ])
  func latinSpellings(_ typed: String, _ meant: String) {
    let found = words.readings(ofLatin: Word(typed), extent: .wholeWord)
    #expect(found.contains(Word(meant)), "\(found)")
  }

  @Test func latinBeginnings() {
    #expect(words.readings(ofLatin: Word("prop"), extent: .beginning) == [Word("проп")])
    #expect(words.readings(ofLatin: Word("q"), extent: .beginning).isEmpty)
  }

  @Test(arguments: [
    ("rozhdenie", "рождение"), ("propiska", "прописка"), ("posobiya", "пособия"),
    ("noviy", "новый"), ("moy", "мой"),
  ])
  func plainGuess(_ typed: String, _ meant: String) {
    let near = EditDistance.between(
      Transliteration.guess(Word(typed))?.codes ?? [], Word(meant).codes, limit: 1)
    #expect(near != nil)
  }

  /// The walk against comparing with each word, over random words and a small alphabet.
  @Test func correctionsAreThoseOfPlainComparison() {
    var random = SplitMix(seed: 7)
    let all = (0..<600).map { _ in random.word(alphabet: 4, length: 1...9) }
    let vocabulary = Vocabulary(all.map { ($0, 1) })
    for _ in 0..<400 {
      let typed = random.word(alphabet: 4, length: 1...9)
      for errors in 1...2 {
        let found = vocabulary.corrections(
          of: typed, errors: errors, extent: .wholeWord, limit: .max)
        let near = Set(all).filter {
          EditDistance.between($0.codes, typed.codes, limit: errors) != nil
        }
        #expect(Set(found.map(\.word)) == near)
        for correction in found {
          let distance = EditDistance.between(correction.word.codes, typed.codes, limit: errors)
          #expect(distance == correction.errors)
        }
      }
    }
  }

  /// Each word with a near beginning is reached by some answer, and no other.
  @Test func beginningsAreThoseOfPlainComparison() {
    var random = SplitMix(seed: 8)
    let all = (0..<400).map { _ in random.word(alphabet: 4, length: 1...9) }
    let vocabulary = Vocabulary(all.map { ($0, 1) })
    for _ in 0..<300 {
      let typed = random.word(alphabet: 4, length: 2...7)
      let found = vocabulary.corrections(of: typed, errors: 1, extent: .beginning, limit: .max)
      for word in all {
        let isNear = (1...word.count).contains { length in
          EditDistance.between(Array(word.codes.prefix(length)), typed.codes, limit: 1) != nil
        }
        #expect(found.contains { word.hasPrefix($0.word) } == isNear)
      }
    }
  }

  @Test func wordsOutOfOrderAreRefused() {
    var vocabulary = Vocabulary()
    let words = ["б", "а", "б", "", "в"].map { vocabulary.append(Word($0).codes, count: 1) }
    #expect(words == [true, false, false, false, true])
  }
}
