import Testing

@testable import Canvas

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("ё", 1), ("Щ", 1), ("─", 1), ("…", 1), ("★", 1), ("漢", 2), ("😀", 2), ("한", 2),
    ("e\u{301}", 1), ("и\u{306}", 1), ("❤\u{FE0F}", 2), ("🇷🇺", 2), ("🇷", 1), ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2), ("1\u{FE0F}\u{20E3}", 2), ("\u{A0}", 1), ("\u{3000}", 2), ("\u{202F}", 1),
    ("\u{1B}", 1), ("\r\n", 1), ("\u{301}", 1), ("\u{AD}", 1), ("\u{10FFFF}", 1), ("\u{E000}", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2),
  ])
  func `columns of a cluster`(cluster: String, columns: Int) throws {
    #expect(cluster.count == 1)
    #expect(DisplayWidth.columns(of: Character(cluster)) == columns)
    #expect(DisplayWidth.columns(of: cluster) == columns)
  }

  @Test(
    arguments: [
      (0x41, 1), (0x301, 0), (0x488, 0), (0x4E00, 2), (0xFE0F, 0), (0x200D, 0), (0x1F600, 2),
      (0xFFE6, 2), (0x1F1F7, 1), (0x10FFFF, 0), (0x0, 0),
    ] as [(UInt32, Int)])
  func `columns of a scalar`(value: UInt32, columns: Int) throws {
    #expect(DisplayWidth.columns(of: try #require(Unicode.Scalar(value))) == columns)
  }

  @Test func `the fast way and the slow way agree`() {
    let samples = ["", "Окно", "Okno 24", "у меня родился ребёнок", "a—b", "№ 5", "e\u{301}а"]
    for sample in samples {
      let slow = sample.reduce(0) { $0 + VisibleCluster($1).columns }
      #expect(DisplayWidth.columns(of: sample) == slow, "\(sample)")
    }
  }

  @Test func `plain scalars are narrow and join no neighbour`() throws {
    let plain = (UInt32(0)...0x10FFFF).filter(WidthClass.isPlain).compactMap(Unicode.Scalar.init)
    for scalar in plain {
      let key = scalar.value << 3 | 7
      let run = try #require(WidthClass.runs.last { $0 <= key })
      #expect(run & 7 == (scalar == " " ? WidthClass.space : .narrow).rawValue, "\(scalar)")
    }
    let forward = String(String.UnicodeScalarView(plain))
    let backward = String(String.UnicodeScalarView(plain.reversed()))
    let doubled = String(String.UnicodeScalarView(plain.flatMap { [$0, $0] }))
    #expect(forward.count == plain.count)
    #expect(backward.count == plain.count)
    #expect(doubled.count == 2 * plain.count)
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Иванов", "Иванов"), ("a\u{1B}[2J", "a␛[2J"), ("\u{7F}\u{0}\t", "␡␀␉"), ("a\r\nb", "a␤b"),
    ("\u{85}\u{9B}", "��"), ("\u{202E}abc\u{2066}", "�abc�"), ("a\u{2028}b", "a�b"),
    ("12\u{A0}000\u{202F}₽", "12 000 ₽"), ("и\u{306}е\u{308}", "йё"), ("❤\u{FE0F}!", "❤ !"),
    ("🇷🇺", "RU"), ("🇷", "R"), ("👨‍👩‍👧‍👦.", "👨."), ("👍🏽", "👍"), ("1\u{FE0F}\u{20E3}", "1 "),
    ("\u{301}a", "�a"),
    ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}", "�"), ("\u{FEFF}x", "�x"),
  ])
  func `what a terminal must not get is shown`(data: String, shown: String) {
    #expect(Array(VisibleText.sanitised(data).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `no scalar at all reaches the screen as a control`() throws {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let visible = VisibleCluster(Character(scalar))
      let drawn = try #require(visible.glyph.unicodeScalars.first)
      let kind = WidthClass(drawn)
      guard kind != .hidden, kind != .zero, visible.columns == DisplayWidth.columns(of: drawn)
      else {
        Issue.record("U+\(String(value, radix: 16)) is drawn as \(visible)")
        return
      }
    }
  }
}
