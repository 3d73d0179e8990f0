internal import CSodium
internal import Domain

/// What it costs to try one PIN.
struct PINCost: Sendable {
  var operations: UInt64
  /// In bytes.
  var memory: Int

  /// libsodium's figures for a person who waits: 64 MiB, some tenths of a second.
  static let interactive = PINCost(
    operations: UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
    memory: Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
  /// For tests of what comes after.
  static let least = PINCost(
    operations: UInt64(crypto_pwhash_OPSLIMIT_MIN), memory: Int(crypto_pwhash_MEMLIMIT_MIN))
}

/// PINs as argon2id strings (RFC 9106, in the PHC format), by libsodium.
enum PINHash {
  /// The string for a PIN, with a salt of its own.
  ///
  /// - Throws: where there is no memory for it.
  static func make(_ pin: PIN, _ cost: PINCost) throws -> String {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let failed = withDigits(of: pin) { digits in
      crypto_pwhash_str(&text, digits, UInt64(pin.count), cost.operations, cost.memory)
    }
    guard failed == 0 else { throw StoreError.internal("no memory to hash a PIN") }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func fits(_ pin: PIN, _ hash: String) -> Bool {
    guard isHash(hash) else { return false }
    return withDigits(of: pin) { digits in
      crypto_pwhash_str_verify(hash, digits, UInt64(pin.count)) == 0
    }
  }

  /// Whether it is what `make` makes. A string from elsewhere must not cost the desk all its memory.
  static func isHash(_ text: String) -> Bool {
    guard text.hasPrefix("$argon2id$v=19$"), text.utf8.count < Int(crypto_pwhash_STRBYTES),
      text.utf8.allSatisfy({ (33...126).contains($0) })
    else { return false }
    let fields = text.split(separator: "$")
    guard fields.count == 5 else { return false }
    let costs = fields[2].split(separator: ",").compactMap { field in
      field.split(separator: "=").last.flatMap { Int($0) }
    }
    return costs.count == 3 && costs[0] <= 1 << 18 && costs[1] <= 16 && costs[2] == 1
  }

  /// The digits as text, in memory that is wiped.
  private static func withDigits<T>(
    of pin: PIN, _ body: (UnsafePointer<CChar>) throws -> T
  ) rethrows -> T {
    var digits = [CChar](repeating: 0, count: PIN.lengths.upperBound + 1)
    for place in 0..<pin.count { digits[place] = CChar(48 + pin[place]) }
    defer { sodium_memzero(&digits, digits.count) }
    return try body(digits)
  }
}
