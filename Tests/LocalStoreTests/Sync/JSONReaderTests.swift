import Testing

@testable import LocalStore

@Suite struct JSONReaderTests {
  private func string(_ text: String) -> String? {
    try? JSONReader.read(text) { reader throws(JSONFault) in try reader.string() }
  }

  private func isRead(_ text: String) -> Bool {
    (try? JSONReader.read(text) { reader throws(JSONFault) in try reader.skip() }) != nil
  }

  @Test(arguments: [
    (#""""#, ""), (#""Ёлка""#, "Ёлка"), (#" "a\"b\\c\/" "#, "a\"b\\c/"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u0041\u044f""#, "Aя"), (#""\ud83d\ude00""#, "😀"),
    (#""a\u0000b""#, "a\u{0}b"),
  ])
  func stringsAreRead(_ text: String, _ value: String) {
    #expect(string(text) == value)
  }

  @Test(arguments: [
    "", "\"", #""\""#, #""\u12""#, #""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\x""#, "\"\n\"",
    "'a'", #""a" "b""#, "a", #""\u+123""#,
  ])
  func whatIsNoStringIsRefused(_ text: String) {
    #expect(string(text) == nil)
  }

  @Test(arguments: [
    "{}", "[]", "{\"a\": [1, -2.5e3, true, false, null, {\"b\": \"c\"}]}", " [ ] ", "0", "null",
    "{\"a\":{},\"b\":[]}",
  ])
  func anyValueIsSkipped(_ text: String) {
    #expect(isRead(text))
  }

  @Test(arguments: [
    "{", "[", "{]", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]", "tru", "nul",
    "{} {}", "// a\n{}", "+", "[--1]", String(repeating: "[", count: 100),
    String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
  ])
  func whatIsNotJSONIsRefused(_ text: String) {
    #expect(!isRead(text))
  }

  @Test func numbersAreRead() throws {
    func integer(_ text: String) -> Int? {
      try? JSONReader.read(text) { reader throws(JSONFault) in try reader.integer() }
    }
    #expect(integer("-12") == -12)
    #expect(integer("5") == 5)
    for wrong in ["-", "1.5", "1e3", "99999999999999999999", "\"5\"", ""] {
      #expect(integer(wrong) == nil, "\(wrong)")
    }
  }

  /// Cut off anywhere, a body is a fault and never a shorter value.
  @Test func anythingCutOffIsAFault() {
    let body = #"{"a": [1, "two\u0041", {"b": null}], "c": true}"#
    for length in 0..<body.count { #expect(!isRead(String(body.prefix(length)))) }
    #expect(isRead(body))
  }
}
