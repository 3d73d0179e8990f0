import FoundationEssentials
import Testing

@testable import JSON5

/// Whatever JSON can hold.
private enum Anything: Decodable, Equatable {
  case object([String: Anything])
  case list([Anything])
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: AnyKey.self) {
      let members = try object.allKeys.map {
        ($0.stringValue, try object.decode(Anything.self, forKey: $0))
      }
      self = .object(Dictionary(uniqueKeysWithValues: members))
    } else if var list = try? decoder.unkeyedContainer() {
      var nodes: [Anything] = []
      while !list.isAtEnd { nodes.append(try list.decode(Anything.self)) }
      self = .list(nodes)
    } else {
      self = try Self.single(decoder.singleValueContainer())
    }
  }

  private static func single(_ container: any SingleValueDecodingContainer) throws -> Anything {
    if container.decodeNil() { return .null }
    if let text = try? container.decode(String.self) { return .text(text) }
    if let isTrue = try? container.decode(Bool.self) { return .truth(isTrue) }
    return .number(try container.decode(Double.self))
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// SplitMix64: the same inputs on every run.
private struct Seeded {
  var state: UInt64
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

private let seeds: [[UInt8]] = [
  "{ name: { ru: 'День' }, palette: { a: '#ffb000', b: {256: 214} }, roles: { \"x.y\": [1, 2] } }",
  "[ // comment\n { id: \"a\", n: -0x1F, m: +.5e-3, t: true, z: null, }, /* c */ '\\u0416\\x41\\\n' ]",
  "['\\uD83D\\uDE00', \"\\\"\", {}, [], [[[]]], 1e10, \u{FEFF}\u{A0}0]",
].map { Array($0.utf8) }

private let tokens: [[UInt8]] =
  [
    "{", "}", "[", "]", ":", ",", "'", "\"", "\\", "/", "/*", "*/", "//", "\n", "\r", "+", "-", ".",
    "0", "0x", "e", "1", "true", "null", "NaN", "a", "Ж", "\\u", "\\uD800", "\\uDC00", "\\x4", " ",
    "\u{2028}", "\u{FEFF}", "$", "_", "'a'", "a:1", "'k':",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

/// A value that is right, with what JSON5 allows between its parts.
private func value(_ random: inout Seeded, depth: Int = 0) -> String {
  let blank = ["", "", " ", "\n", "/* * */", "// x\r\n", "\u{A0}"]
  func between() -> String { blank[random.below(blank.count)] }
  let kind = random.below(depth < 4 ? 6 : 4)
  guard kind > 3 else {
    let single = [
      "0", "-0x1f", "+.5", "5.", "1e-3", "true", "null", "''", "'Ж\\n'", "\"\\u0416'\"",
    ]
    return between() + single[random.below(single.count)] + between()
  }
  let keys = ["a", "$b", "'c'", "\"ж\"", "ключ"]
  let parts = (0..<random.below(4)).map { _ in
    let inner = value(&random, depth: depth + 1)
    return kind == 4 ? inner : between() + keys[random.below(keys.count)] + between() + ":" + inner
  }
  let comma = parts.isEmpty || random.below(2) == 0 ? "" : ","
  let inside = parts.joined(separator: ",") + comma + between()
  return kind == 4 ? "[\(inside)]" : "{\(inside)}"
}

private func input(_ random: inout Seeded) -> [UInt8] {
  switch random.below(5) {
  case 0: return (0..<random.below(24)).map { _ in UInt8(random.below(256)) }
  case 1: return (0..<random.below(16)).flatMap { _ in tokens[random.below(tokens.count)] }
  case 2: return Array(value(&random).utf8)
  default:
    var bytes = seeds[random.below(seeds.count)]
    for _ in 0...random.below(3) {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(contentsOf: tokens[random.below(tokens.count)], at: place)
      case 2: bytes[place] = UInt8(random.below(256))
      default: bytes.removeLast(random.below(max(1, bytes.count / 4)))
      }
    }
    return bytes
  }
}

@Suite struct AnyInputTests {
  /// Nothing crashes or hangs; what is refused is told with a line of the file; what is understood,
  /// written as strict JSON, is the same to Foundation's decoder.
  @Test(arguments: 0..<4)
  func `any bytes are read or refused`(part: Int) throws {
    var random = Seeded(state: UInt64(part))
    var understood = 0
    for _ in 0..<30_000 {
      let bytes = input(&random)
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      do {
        let document = try JSON5Document(name: "f", bytes: bytes)
        let ours = try document.decode(Anything.self)
        let theirs = try JSONDecoder().decode(
          Anything.self, from: Data(strict(document.root).utf8))
        #expect(document.strings().allSatisfy { (1...lines).contains($0.line) })
        guard ours == theirs else {
          Issue.record("\(ours) and \(theirs) for \(bytes)")
          return
        }
        understood += 1
      } catch let error as JSON5Error {
        guard (1...lines).contains(error.line), error.column > 0, !error.problem.isEmpty else {
          Issue.record("\(error) for \(bytes)")
          return
        }
      }
    }
    // A generator that makes nothing readable would test nothing.
    #expect(understood > 3_000)
  }
}
