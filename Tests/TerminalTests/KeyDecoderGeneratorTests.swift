// The key decoder against 120,000 inputs from a seeded generator: bytes at random, sequences cut and
// glued, text between them. The seed of a failure is in its message.

internal import Canvas
internal import Testing

@testable import Terminal

/// SplitMix64: small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private struct Input {
  private static let words = ["родился", "Ёж", "abc", "12", "中文", "é", "-", "Щука ок"]
  private static let pieces: [String] = [
    "\u{1B}", "\u{1B}\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[A", "\u{1B}[1;5A", "\u{1B}[15~",
    "\u{1B}[[A", "\u{1B}[[", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;1;1M", "\u{1B}[M",
    "\u{1B}]0;",
    "\u{1B}P1$r", "\u{1B}\\", "\u{07}", "\u{1B}[1089::99;5u", "\u{1B}[;;;;;;",
    "\u{1B}[99999999999999999999~",
    "\u{1B}[1:2:3:4;5:6:7u", "\u{1B}[7$", "\u{1B}[?2026;2$y", "\u{1B}[-1~", "\u{1B}O1;", "\r",
    "\u{00}", "$", ";", "9",
  ]

  var random: SeededGenerator

  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
      case 1: bytes += Array(word().utf8)
      case 2: bytes += Array(piece().utf8).dropLast(Int.random(in: 0...1, using: &random))
      default: bytes += Array(piece().utf8)
      }
    }
    return bytes
  }

  mutating func word() -> String { Self.words.randomElement(using: &random) ?? "" }
  private mutating func piece() -> String { Self.pieces.randomElement(using: &random) ?? "" }

  mutating func chunks(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var chunks: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &random)
      chunks.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return chunks
  }
}

@Suite struct KeyDecoderGeneratorTests {
  private static let perSeed: UInt64 = 10_000

  /// Whatever has come, after the deadline the decoder is at rest and text is text; and however the
  /// bytes are cut into pieces, the keys are the same.
  @Test(arguments: 0..<UInt64(12))
  func textAfterAnythingIsKept(_ block: UInt64) {
    for seed in (block * Self.perSeed)..<((block + 1) * Self.perSeed) {
      var input = Input(random: SeededGenerator(seed: seed))
      let (bytes, word) = (input.bytes(), input.word())
      var whole = KeyDecoder()
      let atOnce = whole.feed(bytes, at: 0) + whole.settle(at: 1_000_000)

      var pieces = KeyDecoder()
      var inPieces = input.chunks(of: bytes).flatMap { pieces.feed($0, at: 0) }
      inPieces += pieces.settle(at: 1_000_000)
      guard atOnce == inPieces else {
        Issue.record("seed \(seed): \(bytes) as a whole \(atOnce), in pieces \(inPieces)")
        return
      }

      let typed = whole.feed(Array(word.utf8), at: 1_000_001)
      guard whole.deadline == nil, typed == word.unicodeScalars.map({ .character(Character($0)) })
      else {
        Issue.record("seed \(seed): after \(bytes) «\(word)» came as \(typed)")
        return
      }
    }
  }

  /// Whole sequences lose nothing of the text between them.
  @Test(arguments: 0..<UInt64(4))
  func textBetweenSequencesIsKept(_ block: UInt64) {
    let sequences = [
      "\u{1B}[A", "\u{1B}[1;5A", "\u{1B}[15~", "\u{1B}[[A", "\u{1B}OP", "\u{1B}[<0;1;1m",
      "\u{1B}[1089::99;5u", "\u{1B}[99z",
    ]
    for seed in (block * Self.perSeed)..<((block + 1) * Self.perSeed) {
      var input = Input(random: SeededGenerator(seed: seed))
      var (sent, expected) = ("", "")
      for _ in 0..<5 {
        let word = input.word()
        sent += word + (sequences.randomElement(using: &input.random) ?? "")
        expected += word
      }
      var decoder = KeyDecoder()
      let letters = decoder.feed(Array(sent.utf8), at: 0).compactMap { key -> Character? in
        if case .character(let letter) = key { letter } else { nil }
      }
      guard String(letters) == expected, decoder.deadline == nil else {
        Issue.record("seed \(seed): \(sent.debugDescription) gave «\(String(letters))»")
        return
      }
    }
  }
}
