import Testing

@testable import SearchText

@Suite struct SoundTests {
  @Test(arguments: [
    ("переезд", "переест"), ("инвалидность", "инволиднасть"), ("пенсия", "пинсия"),
    ("наследство", "наслество"), ("развод", "развот"), ("замуж", "замуш"),
    ("рассрочка", "росрочка"),
    ("свадьба", "свадба"), ("праздник", "празник"),
  ])
  func theseSoundAlike(_ one: String, _ other: String) {
    #expect(Sound.key(Word(one)) == Sound.key(Word(other)))
  }

  @Test(arguments: [("брак", "брат"), ("дом", "дым"), ("паспорт", "пропуск"), ("сын", "сон")])
  func theseDoNot(_ one: String, _ other: String) {
    #expect(Sound.key(Word(one)) != Sound.key(Word(other)))
  }

  @Test func familiesAreKnownByBeginnings() {
    let related = WordFamilies.beginnings(relatedTo: Word("скончалась"))
    #expect(related.contains(Word("умер")))
    #expect(WordFamilies.beginnings(relatedTo: Word("телевизор")).isEmpty)
    // «ип» is a member only as a whole word.
    #expect(WordFamilies.beginnings(relatedTo: Word("ипподром")).isEmpty)
  }
}
