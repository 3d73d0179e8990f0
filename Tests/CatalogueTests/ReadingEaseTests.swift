import Catalogue
import Testing

@Suite struct ReadingEaseTests {
  @Test func aTextOfLongWordsIsHardToRead() {
    let text = "Предоставление государственной услуги осуществляется уполномоченным органом власти"
    let finding = expect(
      situation: "Спросите, кто переехал.", "\(text) субъекта", gives: .moving, 7,
      code: "hard-to-read")
    #expect(finding?.statement == "reads at -59, and 30 is the least (the plainer, the more)")
  }

  @Test func ofAShortTextNothingIsSaid() {
    accepts("Предоставление государственной услуги осуществляется уполномоченным органом.")
  }

  @Test func aQuestionIsMeasuredEvenIfShort() {
    expect(
      fact: "Какое жильё?", "Использование жилого помещения?", gives: .facts, 6,
      code: "hard-to-read")
  }

  @Test func namesOfServicesAreNotOursToReword() {
    var sample = SampleCatalogue()
    sample.services.replace(
      "\"Отметка\"",
      with: "\"Удостоверение государственного образца о регистрации гражданина в поликлинике\"")
    #expect(CatalogueLint.run(sample) == [])
  }

  @Test func whatAPersonIsToldIsMeasuredUnderATitleToo() {
    expect(
      situation: "Зарегистрироваться",
      "Представление уполномоченному органу заявления о государственной регистрации гражданина",
      gives: .moving, 15, code: "hard-to-read")
  }

  @Test func aSentenceHasTwentyFiveWords() {
    accepts(sentence(of: 25))
    let finding = expect(
      situation: "Спросите, кто переехал.", sentence(of: 26), gives: .moving, 7,
      code: "long-sentence")
    #expect(finding?.statement == "a sentence of 26 words, and 25 are the most")
  }

  @Test(arguments: [".", "!", "?", ";", ":", "…", ".»", ".)"])
  func aSentenceEndsAtAMark(mark: String) {
    accepts(sentence(of: 20, end: mark) + " " + sentence(of: 20))
  }

  @Test(arguments: ["по ст. 16", "в п. 2", "до кв. 3", "на 100 руб. 5"])
  func anAbbreviationEndsNoSentence(words: String) {
    expect(
      situation: "Спросите, кто переехал.",
      sentence(of: 15, end: "") + " \(words) " + sentence(of: 15), gives: .moving, 7,
      code: "long-sentence")
  }

  private func accepts(_ care: String, at source: SourceLocation = #_sourceLocation) {
    var sample = SampleCatalogue()
    sample.situation.replace("Спросите, кто переехал.", with: care)
    #expect(CatalogueLint.run(sample) == [], sourceLocation: source)
  }

  private func sentence(of words: Int, end: String = ".") -> String {
    Array(repeating: "дом", count: words).joined(separator: " ") + end
  }
}
