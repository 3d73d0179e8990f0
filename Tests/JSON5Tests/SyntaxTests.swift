import Domain
import Testing

@testable import JSON5

func document(_ text: String) throws -> JSON5Document {
  try JSON5Document(name: "f.json5", text: text)
}

/// The value as strict JSON; of a key that is there twice, the first.
func strict(_ node: JSON5Node) -> String {
  switch node.content {
  case .object(let members):
    var seen: Set<String> = []
    let first = members.filter { seen.insert($0.key).inserted }
    return "{" + first.map { quoted($0.key) + ":" + strict($0.value) }.joined(separator: ",") + "}"
  case .list(let nodes): return "[" + nodes.map(strict).joined(separator: ",") + "]"
  case .text(let text): return quoted(text)
  case .number(let number): return number
  case .truth(let isTrue): return isTrue ? "true" : "false"
  case .null: return "null"
  }
}

private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar -> String in
    switch scalar.value {
    case 0x22, 0x5C: return "\\" + String(scalar)
    case 0..<0x20:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
  return "\"" + escaped.joined() + "\""
}

func mistake(_ text: String) -> String {
  do {
    _ = try document(text)
    return "no mistake"
  } catch {
    return "\(error)"
  }
}

/// The Russian words for a mistake have none of the English left in them.
func expectRussian(_ error: JSON5Error?, sourceLocation: SourceLocation = #_sourceLocation) {
  guard let error else { return }
  let text = error.problem(.ru)
  let names = ["true", "false", "null", "unicode", "ascii", "NaN", "UTF"]
  let english = text.split { !$0.isLetter }.filter { word in
    word.count > 2 && word.allSatisfy(\.isASCII) && !names.contains(String(word))
      && !text.contains("«\(word)»")
  }
  #expect(text != error.problem && english.isEmpty, "\(text)", sourceLocation: sourceLocation)
}

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("{}", "{}"), ("[1,2,]", "[1,2]"), ("{a:1,'b':2,\"c\":3,}", #"{"a":1,"b":2,"c":3}"#),
    ("// x\n{/* y */a/**/:/**/1}// z", #"{"a":1}"#), ("\u{FEFF}\u{A0}\u{2028}1\u{3000}", "1"),
    ("{ключ: 'да'}", #"{"ключ":"да"}"#),
    ("{$a_1: true, null: null}", #"{"$a_1":true,"null":null}"#),
    ("[0x1F,-0x1f,+5,.5,5.,5.e3,-.5,1E+2,1e-2,-0]", "[31,-31,5,0.5,5,5e3,-0.5,1e2,1e-2,-0]"),
    (#"['\x41\u0416\n\'\"\\\/']"#, #"["AЖ\u000a'\"\\/"]"#),
    ("'a\\\nb\\\r\nc\\\u{2028}d'", #""abcd""#),
    (#"'\uD83D\uDE00'"#, "\"😀\""), ("'\\0\\v'", #""\u0000\u000b""#),
    ("\"\u{2028}\"", "\"\u{2028}\""),
    ("'a\tb'", #""a\u0009b""#), ("{a:1,a:2}", #"{"a":1}"#),
    ("0x7FFFFFFFFFFFFFFF", "9223372036854775807"),
    ("\"'\"", "\"'\""), ("false", "false"),
  ])
  func `what is understood`(text: String, json: String) throws {
    #expect(strict(try document(text).root) == json)
  }

  @Test(arguments: [
    ("", "f.json5:1:1: the file is empty"),
    (" // nothing\n", "f.json5:2:1: the file is empty"),
    ("{a: 1\n b: 2}", "f.json5:2:2: a comma is missing before `b`"),
    ("{\n  a 1}", "f.json5:2:5: a: a colon is missing before `1`"),
    ("{\n  a:\n}", "f.json5:3:1: a: a value is missing before `}`"),
    ("{a: [1, 2, {b: }]}", "f.json5:1:16: a[2].b: a value is missing before `}`"),
    ("\n{a: [1, 2}", "f.json5:2:10: a: a comma is missing before `}`"),
    ("\n {a: [1, 2", "f.json5:2:6: a: this [ is not closed"),
    ("{a: 1", "f.json5:1:1: this { is not closed"),
    ("{a", "f.json5:1:3: a: a colon is missing before the end of the file"),
    ("{a:", "f.json5:1:4: a: a value is missing at the end of the file"),
    ("{,}", "f.json5:1:2: a key is missing before `,`"),
    ("{1a: 2}", "f.json5:1:2: a key that starts with `1` needs quotes"),
    ("{\\u0061: 2}", "f.json5:1:2: an escape in a key without quotes: put the key in quotes"),
    ("{a: да}", "f.json5:1:5: a: `да` needs quotes"),
    ("[yes]", "f.json5:1:2: [0]: `yes` needs quotes"),
    ("'Ёлка", "f.json5:1:1: this text is not closed"),
    ("['Ёлка\n']", "f.json5:1:2: [0]: this text is not closed at the end of its line"),
    ("'Ёлка\\q'", "f.json5:1:6: \\q means nothing: write \\\\ for a backslash"),
    ("'\\01'", "f.json5:1:2: \\0 means nothing: write \\\\ for a backslash"),
    ("'\\x4'", "f.json5:1:2: this escape needs 2 hexadecimal digits"),
    ("'\\uD800'", "f.json5:1:2: half of a surrogate pair"),
    ("'\\uD800\\u0041'", "f.json5:1:2: half of a surrogate pair"),
    ("'\\uDC00'", "f.json5:1:2: half of a surrogate pair"),
    ("1 2", "f.json5:1:3: `2` after the end of the value: is a bracket closed too early?"),
    ("/* x", "f.json5:1:1: this comment is not closed by */"),
    ("1 / 2", "f.json5:1:3: a lone /: a comment starts with // or /*"),
    ("+", "f.json5:1:1: a number without digits"), ("-", "f.json5:1:1: a number without digits"),
    ("0x", "f.json5:1:1: 0x without digits"), ("1e", "f.json5:1:1: an exponent without digits"),
    ("01", "f.json5:1:1: a number with a zero in front"),
    ("1.2.3", "f.json5:1:1: not a number: a text needs quotes"),
    ("5руб", "f.json5:1:1: not a number: a text needs quotes"),
    ("2026-11-24", "f.json5:1:1: not a number: a text needs quotes"),
    ("0x11111111111111111", "f.json5:1:1: a number too large"),
    ("[99999999999999999999]", "f.json5:1:2: [0]: a number too large"),
    ("-1e999", "f.json5:1:1: a number too large"),
    ("NaN", "f.json5:1:1: NaN is not a number that a file may hold"),
    ("-Infinity", "f.json5:1:1: a number without digits"),
    ("[1,\r\n'\u{0}']", "f.json5:2:2: a control character"),
    ("[1,\r'\u{7F}']", "f.json5:2:2: a control character"),
  ])
  func `what is wrong is told in words with its place`(text: String, message: String) {
    #expect(mistake(text) == message)
    expectRussian(#expect(throws: JSON5Error.self) { try document(text) })
  }

  @Test func `bytes that are not UTF-8`() {
    let bytes = Array("{\n a: 'Ё".utf8) + [0xD0, 0x27, 0x7D]
    let error = #expect(throws: JSON5Error.self) { try JSON5Document(name: "f", bytes: bytes) }
    #expect(error?.description == "f:2:7: not UTF-8: save the file as UTF-8")
  }

  @Test func `depth is bounded`() throws {
    let deep = Scanner.deepest
    _ = try document(String(repeating: "[", count: deep) + String(repeating: "]", count: deep))
    let far = #expect(throws: JSON5Error.self) {
      try document(String(repeating: "[{a:", count: 100_000))
    }
    #expect(far?.problem == "more than 100 brackets inside one another")
  }

  @Test func `ten megabytes are read, more than sixteen are refused`() throws {
    let row = "{ id: '\(String(repeating: "я", count: 1_000))', list: [1, 2, 3], }, // ещё\n"
    let big = "[" + String(repeating: row, count: 10_000_000 / row.utf8.count) + "]"
    let parsed = try document(big)
    let last = try #require(parsed.root.children.last)
    #expect(parsed.line(of: [last.step]) == 10_000_000 / row.utf8.count)
    let error = #expect(throws: JSON5Error.self) {
      try JSON5Document(name: "f", bytes: Array(repeating: 0x20, count: 17 << 20))
    }
    #expect(error?.description == "f: larger than 16 MiB")
  }

  @Test func `a file that cannot be read is told`() {
    #expect(throws: JSON5Error(file: "/nowhere/x", problem: "No such file or directory")) {
      try JSON5Document(file: "/nowhere/x")
    }
    #expect(throws: JSON5Error(file: "/dev/null", problem: "not a regular file")) {
      try JSON5Document(file: "/dev/null")
    }
  }
}
