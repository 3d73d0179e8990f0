import Domain
import Testing

@Suite struct CitizenWordsTests {
  @Test(arguments: [
    ("Спасибо", "Спасибо"), ("  Очень   долго ждали ", "Очень долго ждали"), ("Рәхмәт!", "Рәхмәт!"),
    ("12 «окно», № 3", "12 «окно», № 3"),
  ])
  func aLineIsKeptWithoutItsSpareBlanks(typed: String, text: String) {
    #expect(CitizenWords(typed)?.text == text)
  }

  @Test(arguments: [
    "", "   ", "два\nряда", "\u{1B}[2J", "таб\tуляция", "\u{202E}наоборот", "\u{200B}",
    "\u{7F}", "\u{2028}",
  ])
  func whatIsNoLineIsNone(typed: String) { #expect(CitizenWords(typed) == nil) }

  @Test func aLineHasAnEnd() {
    #expect(CitizenWords(String(repeating: "я", count: CitizenWords.longest)) != nil)
    #expect(CitizenWords(String(repeating: "я", count: CitizenWords.longest + 1)) == nil)
    // Marks upon one letter count too.
    #expect(CitizenWords("я" + String(repeating: "\u{301}", count: 200)) == nil)
  }
}
