internal import CSodium

/// Bytes to be hashed: each field goes in with its length, so that no two lists of fields give the
/// same bytes.
struct HashInput {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  mutating func add(_ field: [UInt8]) {
    add(Int64(field.count))
    bytes += field
  }

  mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// Nothing, told apart from an empty field.
  mutating func addAbsent() { add(-1) }

  /// BLAKE2b of 32 bytes (RFC 7693).
  var digest: [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES))
    crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
    return digest
  }
}

/// Random bytes from the system that nobody can guess, for salts and for ids that must not be
/// traced back to the moment of their making.
enum SecureRandom {
  static func bytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  static func word() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
