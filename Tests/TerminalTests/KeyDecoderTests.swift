// What terminals send, and the keys that it is.

internal import Canvas
internal import Testing

@testable import Terminal

private func keys(_ text: String, named: [(bytes: [UInt8], key: Key)] = []) -> [Key] {
  var decoder = KeyDecoder(named: named)
  return decoder.feed(Array(text.utf8), at: 0) + decoder.settle(at: 1_000_000)
}

private let escape = "\u{1B}"

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("ж", .character("ж")),
      ("Ё", .character("Ё")), ("中", .character("中")), ("🙂", .character("🙂")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
      ("\u{03}", .control("c")), ("\u{11}", .control("q")), ("\u{1A}", .control("z")),
      ("\u{0C}", .control("l")), ("\u{00}", .unknown("Ctrl+Space")),
      ("\u{1C}", .unknown("Ctrl+\\")), ("\u{85}", .unknown("‹C2› ‹85›")),
    ] as [(String, Key)])
  func single(_ sent: String, _ key: Key) { #expect(keys(sent) == [key]) }

  @Test(
    arguments: [
      // xterm, application mode and not; kitty; rxvt with modifiers; older terminals
      ("[A", .up), ("OA", .up), ("[1;5A", .up), ("[1;2:1A", .up), ("[a", .up), ("Oa", .up),
      ("O5A", .up), ("O1;3A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("OD", .left),
      ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("[4~", .end),
      ("[8~", .end), ("[8^", .end), ("[7$", .home), ("[2~", .insert), ("[3~", .delete),
      ("[3;5~", .delete), ("[3@", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
      ("[6;2~", .pageDown), ("[Z", .backTab), ("[1;2Z", .backTab), ("OM", .enter),
      ("OI", .tab), ("Ok", .character("+")), ("Op", .character("0")),
    ] as [(String, Key)])
  func movement(_ sent: String, _ key: Key) { #expect(keys(escape + sent) == [key]) }

  /// Function keys of xterm and kitty, rxvt and PuTTY, the Linux console, PuTTY's VT100+ mode.
  @Test(arguments: [
    ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"],
    ["[P", "[Q", "[13~", "[S", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"],
    ["[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~"],
    ["[[A", "[[B", "[[C", "[[D", "[[E", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"],
    ["OP", "OQ", "OR", "OS", "OT", "OU", "OV", "OW", "OX", "OY", "OZ", "O["],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"],
  ])
  func functionKeys(_ sent: [String]) {
    for (index, sequence) in sent.enumerated() {
      #expect(keys(escape + sequence) == [.function(index + 1)], "\(sequence)")
    }
  }

  @Test(
    arguments: [
      ("[1;2P", "Shift+F1"), ("[21;5~", "Ctrl+F10"), ("[15^", "Ctrl+F5"), ("[25~", "F13"),
      ("[99z", "Esc [ 9 9 z"), ("[?1u", "Esc [ ? 1 u"), ("]11;rgb:0/0/0\u{07}", nil),
      ("P1$r0m\u{1B}\\", nil), ("[97;9u", "Super+a"), ("\u{7F}", "Alt+Backspace"),
    ] as [(String, String?)])
  func keysWithoutMeaningAreShown(_ sent: String, _ shown: String?) {
    let found = keys(escape + sent)
    #expect(found.count == 1)
    guard case .unknown(let text) = found.first else {
      Issue.record("\(found)")
      return
    }
    if let shown { #expect(text == shown) }
  }

  @Test(
    arguments: [
      // code, shifted and base letter, modifiers, event, text
      ("[99;5u", [.control("c")]), ("[1089;5u", [.control("c")]),
      ("[1089::99;5:1u", [.control("c")]), ("[1103::122;5u", [.control("z")]),
      ("[1089::99;5:3u", []), ("[27u", [.escape]), ("[13u", [.enter]), ("[13;2u", [.enter]),
      ("[9;2u", [.backTab]), ("[127u", [.backspace]), ("[1072;3u", [.alt("а")]),
      ("[1072:1040;4u", [.alt("А")]), ("[1072;2u", [.character("А")]), ("[49;3u", [.function(1)]),
      ("[48;3u", [.function(10)]), ("[57399u", [.character("0")]), ("[57411u", [.character("*")]),
      ("[57414u", [.enter]), ("[57419u", [.up]), ("[57441;2u", []), ("[1;1:3A", []),
      ("[1;1:3P", []), ("[0;;1078u", [.unknown("Esc [ 0 ; ; 1 0 7 8 u")]),
      ("[27;5;99~", [.control("c")]), ("[27;2;13~", [.enter]),
      ("[57343u", [.unknown("Esc [ 5 7 3 4 3 u")]),
    ] as [(String, [Key])])
  func kittyAndOtherKeys(_ sent: String, _ expected: [Key]) {
    #expect(keys(escape + sent) == expected)
  }

  @Test(
    arguments: [
      ("[<0;12;3M", [.press(Point(column: 11, row: 2))]), ("[<0;12;3m", []),
      ("[<64;1;1M", [.wheel(-1)]), ("[<65;1;1M", [.wheel(1)]), ("[<2;1;1M", []),
      ("[<32;5;5M", []), ("[<16;1;1M", [.press(Point(column: 0, row: 0))]),
      ("[M !!", [.press(Point(column: 0, row: 0))]), ("[Ma!!", [.wheel(1)]),
    ] as [(String, [Key])])
  func mouse(_ sent: String, _ expected: [Key]) { #expect(keys(escape + sent) == expected) }

  @Test func altWithLetters() {
    #expect(keys(escape + "a") == [.alt("a")])
    #expect(keys(escape + "ф") == [.alt("ф")])
    #expect(keys(escape + "O") == [.alt("O")])
    #expect(keys(escape + "[") == [.alt("[")])
    #expect(keys(escape + "]") == [.alt("]")])
    #expect(keys(escape + "[я") == [.alt("["), .character("я")])
    #expect(keys(escape + "]Привет") == [.alt("]")] + "Привет".map { .character($0) })
  }

  @Test func escapeBeforeOtherKeys() {
    #expect(keys(escape + "\r") == [.escape, .enter])
    #expect(keys(escape + escape) == [.escape, .escape])
    #expect(keys(escape + escape + "[A") == [.up])
    #expect(keys(escape + escape + "1") == [.escape, .function(1)])
    #expect(keys(escape + escape + escape) == [.escape, .escape, .escape])
  }

  @Test func terminalsOwnSequencesComeFirst() {
    let own: [(bytes: [UInt8], key: Key)] = [
      (Array("\u{1B}[M".utf8), .function(1)), (Array("\u{1B}Ot".utf8), .function(5)),
    ]
    #expect(keys(escape + "[M", named: own) == [.function(1)])
    #expect(keys(escape + "Ot", named: own) == [.function(5)])
    #expect(keys(escape + "Ot") == [.character("4")])
  }

  @Test func invalidUTF8IsShownAndTextAroundItStays() {
    var decoder = KeyDecoder()
    let sent: [UInt8] = [0x61, 0xD0, 0x62, 0xFF, 0x63, 0xC0, 0x80, 0xE0, 0x9F, 0x64]
    let found = decoder.feed(sent, at: 0) + decoder.settle(at: 10_000)
    let letters = found.compactMap { if case .character(let letter) = $0 { letter } else { nil } }
    #expect(letters == ["a", "b", "c", "d"])
    #expect(found.count == 10)
  }
}

@Suite struct KeyDecoderTimeTests {
  @Test func loneEscapeWaitsForItsDeadline() {
    var decoder = KeyDecoder()
    #expect(decoder.deadline == nil)
    #expect(decoder.feed([0x1B], at: 1000).isEmpty)
    #expect(decoder.deadline == 1025)
    #expect(decoder.settle(at: 1024).isEmpty)
    #expect(decoder.settle(at: 1025) == [.escape])
    #expect(decoder.deadline == nil)
    #expect(decoder.settle(at: 9999).isEmpty)
  }

  @Test func sequenceTornByASlowLine() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.feed(Array("[1".utf8), at: 60).isEmpty)
    #expect(decoder.feed(Array("5~".utf8), at: 400) == [.function(5)])
    #expect(decoder.deadline == nil)
  }

  @Test func letterLongAfterEscapeIsALetter() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.feed(Array("1".utf8), at: 300) == [.escape, .character("1")])
  }

  @Test func patienceLetsSlowFingersTypeFunctionKeys() {
    var decoder = KeyDecoder(patience: .init(escape: 500))
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.feed(Array("0".utf8), at: 300) == [.function(10)])
  }

  @Test func nothingFedKeepsTheDeadline() {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B], at: 0)
    _ = decoder.feed([UInt8](), at: 20)
    #expect(decoder.deadline == 25)
  }
}

@Suite struct PasteTests {
  private func pasted(_ text: String, limit: Int = 1 << 20) -> [Key] {
    var decoder = KeyDecoder(pasteLimit: limit)
    let sent = "\u{1B}[200~" + text + "\u{1B}[201~x"
    return decoder.feed(Array(sent.utf8), at: 0) + decoder.settle(at: 100_000)
  }

  @Test(arguments: [
    ("Иванова", "Иванова"), ("a\r\nb\rc\nd", "a b c d"), ("a\tb", "a b"),
    ("a\u{1B}[31mb\u{07}", "a[31mb"), ("x\u{1B}[200~y", "x[200~y"), ("x\u{1B}[20y", "x[20y"),
    ("\u{202E}a\u{FEFF}b\u{85}", "ab "), ("q\u{03}\u{11}", "q"), ("👩‍👧", "👩‍👧"),
  ])
  func isDataAndOneKey(_ sent: String, _ text: String) {
    #expect(pasted(sent) == [.paste(text), .character("x")])
  }

  @Test func emptyPasteIsNoKey() { #expect(pasted("") == [.character("x")]) }

  @Test func tooLongPasteIsCutBetweenLetters() {
    #expect(pasted("ааааааа", limit: 5) == [.paste("аа"), .character("x")])
    #expect(pasted("aaaaaaa", limit: 5) == [.paste("aaaaa"), .character("x")])
  }

  @Test func pasteWithoutEndEnds() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~дом".utf8), at: 0).isEmpty)
    #expect(decoder.feed(Array(" 5".utf8), at: 1900).isEmpty)
    #expect(decoder.settle(at: 3899).isEmpty)
    #expect(decoder.settle(at: 3900) == [.paste("дом 5")])
    #expect(decoder.feed(Array("a".utf8), at: 4000) == [.character("a")])
  }

  @Test func endMarkerInPieces() {
    var decoder = KeyDecoder()
    var found: [Key] = []
    for byte in Array("\u{1B}[200~ab\u{1B}[201~c".utf8) { found += decoder.feed([byte], at: 0) }
    #expect(found == [.paste("ab"), .character("c")])
  }
}
