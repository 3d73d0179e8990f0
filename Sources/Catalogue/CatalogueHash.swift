internal import CSodium

/// The hash of a catalogue's files: BLAKE2b by libsodium, which is linked anyway, is as fast as the
/// byte-wise FNV, and does not take a careful edit for no edit.
struct CatalogueHash {
  /// Raise it when the same bytes are read into other values: stored catalogues are then read anew.
  private static let decoderVersion: UInt8 = 3
  private static let length = 16

  /// The names and hashes of the files so far. libsodium's streaming state is a packed struct that
  /// Swift does not import; a hash of hashes needs none.
  private var index: [UInt8] = [Self.decoderVersion]

  init() {
    // Chooses libsodium's fastest code for this processor; may be called again and by any thread.
    _ = sodium_init()
  }

  mutating func add(group: CatalogueGroup, name: String, bytes: UnsafeRawBufferPointer) {
    // The zeros end the names, so that no two lists of files look the same.
    index += Array(group.rawValue.utf8) + [0] + Array(name.utf8) + [0] + Self.digest(bytes)
  }

  /// A release by what vouches for its files.
  mutating func add(release number: Int64, signature: [UInt8]) {
    index += Array("release \(number)".utf8) + [0] + signature
  }

  func finish() -> [UInt8] { index.withUnsafeBytes { Self.digest($0) } }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: length)
    crypto_generichash(
      &digest, length, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), nil, 0)
    return digest
  }
}
