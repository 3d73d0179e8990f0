import Testing

@testable import Canvas

@Suite struct TextWrapTests {
  /// Plain text is cut by its bytes, other text by its clusters: with the same result.
  @Test(arguments: 1...40)
  func bytesAndClustersBreakAlike(width: Int) {
    let text = "Срок — 1 рабочий день (в ЗАГСе — в день обращения).\n\n— Пошлина:\u{A0}350 руб."
    #expect(TextWrap.lines(text, width: width) == byClusters(text, width: width))
  }

  @Test func bytesAndClustersBreakAnyTextAlike() {
    var random = Seeded(state: 12)
    let alphabet: [Character] = ["a", "б", "в", " ", " ", "—", "–", "\u{A0}", "\n"]
    for _ in 0..<20_000 {
      let text = String((0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] })
      let width = 1 + random.below(12)
      let lines = TextWrap.lines(text, width: width)
      guard lines == byClusters(text, width: width) else {
        Issue.record("\(text.debugDescription) in \(width): \(lines)")
        return
      }
    }
  }

  /// A tab is a blank that takes the way of clusters.
  private func byClusters(_ text: String, width: Int) -> [String] {
    TextWrap.lines(text.replacing(" ", with: "\t"), width: width)
  }

  @Test(arguments: [
    ("у меня родился ребёнок", 10, ["у меня", "родился", "ребёнок"]),
    ("у меня родился ребёнок", 80, ["у меня родился ребёнок"]),
    ("раз  два\tтри ", 7, ["раз два", "три"]),
    ("один\n\nдва\r\nтри", 10, ["один", "", "два", "три"]),
    ("паспорт — оригинал", 9, ["паспорт —", "оригинал"]),
    ("мать — да", 6, ["мать —", "да"]),
    ("— пункт списка", 8, ["— пункт", "списка"]),
    ("5\u{A0}000\u{A0}₽ пошлина", 8, ["5\u{A0}000\u{A0}₽", "пошлина"]),
    ("абвгдежзик лм", 4, ["абвг", "дежз", "ик", "лм"]),
    ("абвгдежзик лм", 5, ["абвгд", "ежзик", "лм"]),
    ("а бвгдежзик", 4, ["а", "бвгд", "ежзи", "к"]),
    ("漢字漢字", 3, ["漢", "字", "漢", "字"]),
    ("漢字", 1, ["漢", "字"]),
    ("слово", 0, []),
    ("", 9, []),
    (" ", 9, [""]),
  ])
  func `lines of words`(text: String, width: Int, lines: [String]) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }

  @Test func `no line is too long and no letter is lost`() {
    var random = Seeded(state: 11)
    let alphabet: [Character] = ["a", "б", "漢", " ", "—", "\u{A0}", "-", "😀", "\n", "\u{301}"]
    for _ in 0..<20_000 {
      let text = String((0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] })
      let width = 2 + random.below(12)
      let lines = TextWrap.lines(text, width: width)
      let letters = lines.joined().filter { $0 != " " }
      #expect(letters == text.filter { $0 != " " && $0 != "\n" })
      guard lines.allSatisfy({ DisplayWidth.columns(of: $0) <= width }) else {
        Issue.record("\(text.debugDescription) in \(width): \(lines)")
        return
      }
    }
  }
}
