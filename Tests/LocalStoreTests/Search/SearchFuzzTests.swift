import Domain
import Testing

@testable import LocalStore

@Suite struct SearchFuzzTests {
  private static let pieces = [
    "\"", "*", "NEAR(", " AND ", " OR ", "NOT ", "'; DROP TABLE citizen; --", "родился", "ghjgbcrf",
    "12.03.1990", "+7(916)", "\u{0}", "\u{1B}[31m", "ё", "е\u{0308}", "shch", "112-233-445 95",
    "иванова", "\u{202E}", "😀", "漢字", "а", "я", " ", "=", "^", "-", "{", "}", ":", "%", "_", "1",
  ]

  @Test func anyTextIsTextAndNothingElse() throws {
    let desk = try SearchDesk(People.all, samples: 300)
    var random = IDSource(seed: 11)
    for _ in 0..<2500 {
      let count = Int.random(in: 0...6, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let hits = try desk.search(text)
      #expect(hits.count <= 20)
      #expect(Set(hits.map(\.target)).count == hits.count, "\(text.debugDescription)")
    }
    #expect(try desk.people("иванова мария") == ["Иванова Мария Петровна"])
  }

  @Test func aVeryLongTextIsText() throws {
    let desk = try SearchDesk(People.all)
    #expect(try desk.search(String(repeating: "я", count: 10_000)).isEmpty)
    _ = try desk.search(String(repeating: "родился ребенок ", count: 700))
    _ = try desk.search(String(repeating: "\"*(", count: 4000))
    _ = try desk.search(String(repeating: "1", count: 10_000))
  }

  @Test func nothingFindsNothing() throws {
    let desk = try SearchDesk(People.all)
    for text in ["", " ", "*", "()", "\u{0}", "...", "—", "-", "+", "( )"] {
      #expect(try desk.search(text).isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func operatorsAreWords() throws {
    let desk = try SearchDesk()
    for text in [
      "NEAR(родился ребенок)", "родился AND ребенок", "\"родился\" * ребенок", "родился* ребенок",
    ] {
      #expect(try desk.search(text).first?.id == "birth-of-child", "\(text)")
    }
  }
}
