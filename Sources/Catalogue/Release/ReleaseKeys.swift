internal import CSodium
internal import Domain

/// Ed25519 (RFC 8032) by libsodium: who publishes the catalogue has the secret key, each desk the
/// public one in its credentials file.
package struct ReleaseSecretKey: Sendable {
  private let seed: [UInt8]

  /// Another one each time.
  package static func generate() -> ReleaseSecretKey {
    _ = sodium_init()
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    return ReleaseSecretKey(seed: seed)
  }

  private init(seed: [UInt8]) { self.seed = seed }

  /// Reads what `text` has written; white space around it does not count.
  package init?(_ text: String) {
    guard let seed = Hexadecimal.bytes(text, count: Int(crypto_sign_SEEDBYTES)) else { return nil }
    self.init(seed: seed)
  }

  /// For the key file: 64 hexadecimal digits.
  package var text: String { Hexadecimal.text(seed) }

  package var publicKey: ReleasePublicKey { ReleasePublicKey(bytes: pair.open) }

  /// `crypto_sign_detached` over the bytes.
  package func signature(of content: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&signature, nil, content, UInt64(content.count), pair.secret)
    return signature
  }

  private var pair: (open: [UInt8], secret: [UInt8]) {
    _ = sodium_init()
    var open = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    crypto_sign_seed_keypair(&open, &secret, seed)
    return (open, secret)
  }
}

package struct ReleasePublicKey: Hashable, Sendable {
  private let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads what `text` has written; white space around it does not count.
  package init?(_ text: String) {
    guard let bytes = Hexadecimal.bytes(text, count: Int(crypto_sign_PUBLICKEYBYTES)) else {
      return nil
    }
    self.init(bytes: bytes)
  }

  /// For the credentials file: 64 hexadecimal digits.
  package var text: String { Hexadecimal.text(bytes) }

  package func holds(_ signature: [UInt8], over content: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES) else { return false }
    _ = sodium_init()
    return crypto_sign_verify_detached(signature, content, UInt64(content.count), bytes) == 0
  }
}

extension Hexadecimal {
  fileprivate static func bytes(_ text: String, count: Int) -> [UInt8]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let bytes = bytes(words[0]), bytes.count == count else { return nil }
    return bytes
  }
}
