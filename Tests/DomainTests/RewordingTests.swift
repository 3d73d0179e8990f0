import Domain
import Testing

@Suite struct RewordingTests {
  private let words = Rewording([
    "one": "один", "% is missing": "не хватает: %", "% wanted, not %": "нужно %, а не %",
    "in % twice": "дважды в %", "%": "%!",
  ])

  @Test(arguments: [
    ("one", "один"), ("x is missing", "не хватает: x!"), ("one is missing", "не хватает: один"),
    ("one wanted, not b", "нужно один, а не b!"), ("in % twice", "дважды в %!"),
    ("anything", "anything!"), ("", "!"),
  ])
  func theFirstSentenceThatFitsCounts(_ text: String, _ translated: String) {
    #expect(words(text) == translated)
  }

  @Test func whatDoesNotFitStays() {
    #expect(Rewording(["a % b": "%"])("a b") == "a b")
    #expect(Rewording([:])("text") == "text")
  }
}
