import Testing

@testable import SearchText

@Suite struct FoldTests {
  @Test(arguments: [
    ("Рождение  ребёнка!", "рождение ребенка"),
    ("ёЁйЙ", "еейй"),
    ("е\u{0308}ж и\u{0306}од", "еж йод"),
    ("ма\u{0301}ма", "мама"),
    ("3-НДФЛ, 3ндфл", "3 ндфл 3 ндфл"),
    ("О'Коннор д’Артаньян", "оконнор дартаньян"),
    ("CНИЛС рaспорт", "снилс распорт"),
    ("Ғалым Әлия", "галым алия"),
    ("\"NEAR\" AND* (a OR b)", "near and a or b"),
    ("со\u{00AD}гласие\u{0000}\u{001B}[2J", "согласие 2 j"),
    ("漢字 ΑΒΓ", "漢字 αβγ"),
    ("Müller Łódź", "muller lodz"),
  ])
  func folds(_ text: String, _ folded: String) {
    #expect(Words.foldedText(text) == folded)
  }

  @Test func aLongTextIsCut() {
    let text = String(repeating: "слово ", count: 10_000)
    #expect(Words.folded(text).count == Words.mostWords)
    let letters = String(repeating: "а", count: 10_000)
    #expect(Words.folded(letters) == [Word(codes: Array(repeating: 0x26, count: 40))])
  }

  @Test func keysSortLikeNames() {
    let names = ["Ёлкин", "Жуков", "Елкина", "Иванова-Петрова", "Иванова", "Ивановский", "Йод"]
    let sorted = names.sorted {
      Words.key($0).lexicographicallyPrecedes(Words.key($1))
    }
    #expect(
      sorted
        == ["Ёлкин", "Елкина", "Жуков", "Иванова", "Иванова-Петрова", "Ивановский", "Йод"])
  }

  @Test(arguments: [
    ("hj;ltybt", "рождение"), ("ghjgbcrf", "прописка"), ("gjnthzk gfcgjhn", "потерял паспорт"),
    ("`;", "ёж"), ("J,]tpl", "Объезд"),
  ])
  func otherLayout(_ typed: String, _ meant: String) {
    #expect(KeyboardLayout.russian(typed) == meant)
    #expect(KeyboardLayout.latin(meant) == typed)
  }

  @Test func fillerWeighsLittle() {
    #expect(WordWeight.weight(of: Word("паспорт")) == 1)
    #expect(WordWeight.isFiller(Word("хочу")))
    #expect(!WordWeight.isFiller(Word("получить")))
  }
}
