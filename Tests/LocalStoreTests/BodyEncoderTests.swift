import Catalogue
import Domain
import FoundationEssentials
import Testing

@testable import LocalStore

/// What is written is what Foundation reads.
@Suite struct BodyEncoderTests {
  @Test func theWholeCatalogueComesBack() throws {
    let content = try BundledCatalogue().load()
    #expect(try content.situations.map(again) == content.situations)
    #expect(try content.services.map(again) == content.services)
    #expect(try content.documents.map(again) == content.documents)
  }

  private func again<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(BodyEncoder.text(of: value).utf8))
  }

  @Test(arguments: ["", "\"\\/", "a\nb\u{1}\u{7F}\u{2028}", "ёж 😀", "\u{0}"])
  func anyText(_ text: String) throws {
    #expect(try again([text]) == [text])
    #expect(try again([text: text]) == [text: text])
  }

  @Test func anyShape() throws {
    #expect(try BodyEncoder.text(of: [[Int8]]()) == "[]")
    #expect(try BodyEncoder.text(of: [[1, -2], [Int8](), [3]]) == "[[1,-2],[],[3]]")
    #expect(try BodyEncoder.text(of: ["a": [String: Bool]()]) == #"{"a":{}}"#)
    #expect(try BodyEncoder.text(of: [true, nil, false]) == "[true,null,false]")
    #expect(try BodyEncoder.text(of: ["{", "[", ","]) == #"["{","[",","]"#)
    #expect(try BodyEncoder.text(of: [UInt64.max]) == "[18446744073709551615]")
    #expect(try BodyEncoder.text(of: "alone") == #""alone""#)
    #expect(try BodyEncoder.text(of: Nothing()) == "{}")
    #expect(try again([0.1, -1e300]) == [0.1, -1e300])
    #expect(throws: EncodingError.self) { try BodyEncoder.text(of: [Double.infinity]) }
  }

  private struct Nothing: Encodable {}

  /// Inner containers end where their outer one goes on.
  @Test func nestedContainers() throws {
    #expect(try BodyEncoder.text(of: Nested()) == #"{"a":[1,[2],{"b":3}],"c":{"a":null},"b":[]}"#)
  }

  private struct Nested: Encodable {
    enum Key: CodingKey { case a, b, c }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Key.self)
      var list = members.nestedUnkeyedContainer(forKey: .a)
      try list.encode(1)
      var inner = list.nestedUnkeyedContainer()
      try inner.encode(2)
      var object = list.nestedContainer(keyedBy: Key.self)
      try object.encode(3, forKey: .b)
      var other = members.nestedContainer(keyedBy: Key.self, forKey: .c)
      try other.encodeNil(forKey: .a)
      try members.encode([Int](), forKey: .b)
    }
  }
}
