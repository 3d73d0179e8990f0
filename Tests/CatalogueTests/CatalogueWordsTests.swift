import Catalogue
import Testing

@Suite struct CatalogueWordsTests {
  @Test(arguments: ["", "  "])
  func aTextIsNotEmpty(text: String) {
    expect(service: "ru: \"Отметка\"", "ru: \"\(text)\"", gives: .home, 12, code: "empty-text")
  }

  @Test func searchWordsAreManyEnough() {
    expect(
      situation: ", \"жильё\", \"а\", \"б\"]", "]", gives: .moving, 6, code: "few-words")
    expect(
      service: "[\"прописка\", \"прописаться\"]", "[\"прописка\"]", gives: .home, 5,
      code: "few-words")
  }

  @Test func searchWordsAreThereOnce() {
    expect(situation: "\"жильё\"", "\"прописка\"", gives: .moving, 6, code: "repeated-word")
  }

  @Test func searchWordsAreInLowerCase() {
    expect(situation: "\"жильё\"", "\"Жильё\"", gives: .moving, 6, code: "not-lower-case")
  }

  @Test func everyTextHasEnglish() {
    expect(
      service: "{ ru: \"Отметка\", en: \"Stamp\" }", "{ ru: \"Отметка\" }", gives: .home, 12,
      code: "missing-english")
  }

  @Test func englishIsEnglish() {
    expect(service: "\"Stamp\"", "\"Отметка\"", gives: .home, 12, code: "untranslated")
  }

  @Test(arguments: ["Oтметка", "Отметкa", "отмeтка о прописке", "c отметкой", "отметка и o жилье"])
  func latinLettersInRussianAreFound(text: String) {
    expect(service: "\"Отметка\"", "\"\(text)\"", gives: .home, 12, code: "mixed-alphabets")
  }

  @Test(arguments: ["Категории B и C", "Группы I и II", "QR-код", "Форма № 003-В/у"])
  func latinWordsInRussianAreLeftAlone(text: String) {
    var sample = SampleCatalogue()
    sample.services.replace("\"Отметка\"", with: "\"\(text)\"")
    #expect(CatalogueLint.run(sample) == [])
  }

  @Test func cyrillicLettersInEnglishAreFound() {
    expect(service: "\"Stamp\"", "\"Stаmp\"", gives: .home, 12, code: "mixed-alphabets")
  }

  @Test func latinLettersInSearchWordsAndActsAreFound() {
    expect(situation: "\"жильё\"", "\"жильe\"", gives: .moving, 6, code: "mixed-alphabets")
    expect(
      service: "article: \"ст. 6\"", "article: \"cт. 6\"", gives: .home, 17,
      code: "mixed-alphabets")
  }

  @Test func aTextIsOnOneLine() {
    expect(service: "\"Отметка\"", "\"Отметка\\nи дата\"", gives: .home, 12, code: "line-break")
  }

  @Test(arguments: [" Отметка", "Отметка ", "Отметка  и дата"])
  func spacesStandAlone(text: String) {
    expect(service: "\"Отметка\"", "\"\(text)\"", gives: .home, 12, code: "lone-spaces")
  }

  @Test func russianQuotesAreRussian() {
    expect(
      service: "\"Отметка\"", "\"Отметка \\\"да\\\"\"", gives: .home, 12, code: "straight-quotes")
  }

  @Test func aDashIsADash() {
    expect(
      service: "\"Отметка\"", "\"Отметка - это всё\"", gives: .home, 12, code: "hyphen-for-dash")
  }
}
