/// Where new ids get their random bits: a seeded generator, so that a test or a lesson gives the same
/// ids every time. xoshiro256** by David Blackman and Sebastiano Vigna (prng.di.unimi.it).
///
/// Ids have to be unique, not secret: this is no generator for keys.
package struct IDSource: Hashable, Sendable, RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Takes 32 bytes of seed: fewer are filled up with zeros, more are left out.
  package init(seed: [UInt8]) {
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in seed.prefix(32).enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    // The state of all zeros would answer nothing but zeros.
    if words == [0, 0, 0, 0] {
      self.init(seed: 0 as UInt64)
    } else {
      self.init(state: (words[0], words[1], words[2], words[3]))
    }
  }

  private init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// Spreads a small number over the whole state with splitmix64, as the authors advise.
  package init(seed: UInt64) {
    var counter = seed
    func word() -> UInt64 {
      counter &+= 0x9E37_79B9_7F4A_7C15
      var mixed = counter
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
    self.init(state: (word(), word(), word(), word()))
  }

  package mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  package mutating func makeUUID(at moment: Instant) -> UUIDv7 {
    UUIDv7(at: moment, random: (next(), next()))
  }

  package mutating func makeID<Entity>(
    _ entity: Entity.Type = Entity.self, at moment: Instant
  ) -> Identifier<Entity> {
    Identifier(makeUUID(at: moment))
  }

  package static func == (left: Self, right: Self) -> Bool { left.state == right.state }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(state.0)
    hasher.combine(state.1)
    hasher.combine(state.2)
    hasher.combine(state.3)
  }
}
