/// Looks over an XML text before it is parsed, for entities that grow ("billion laughs") or come from
/// outside. Those that shorten an IRI are common in RDF/XML and are let through.
enum EntityGuard {
  /// In bytes; an IRI is shorter.
  static let longest = 512
  /// How many may be declared.
  static let most = 200

  /// The name of an entity that is refused.
  static func refusedEntity(in bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    var count = 0
    while let start = place(of: declaration, in: rest) {
      count += 1
      let content = rest[start...].dropFirst(declaration.count)
      let end = content.firstIndex(of: UInt8(ascii: ">")) ?? content.endIndex
      let written = content[..<end]
      let words = written.split { $0 <= 0x20 }
      let name = String(decoding: words.first?.prefix(40) ?? [], as: UTF8.self)
      if count > most || !isHarmless(written, words) { return name }
      rest = content[end...]
    }
    return nil
  }

  /// The encoding that the text says it has, where letters would be others than they look: what this guard
  /// sees has to be what the parser sees.
  static func refusedEncoding(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1000)
    guard let start = place(of: Array("encoding".utf8), in: head),
      place(of: Array("<?xml".utf8), in: head).map({ $0 < start }) == true
    else { return nil }
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let value = head[start...].drop { !quotes.contains($0) }.dropFirst()
      .prefix { !quotes.contains($0) }
    let name = String(decoding: value.prefix(40), as: UTF8.self).lowercased()
    let isPlain =
      ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) || name.hasPrefix("iso-8859-")
      || name.hasPrefix("windows-125")
    return isPlain ? nil : name
  }

  private static let declaration = Array("<!ENTITY".utf8)

  /// A name and a short value in quotes, with nothing to be replaced in it.
  private static func isHarmless(
    _ written: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>]
  ) -> Bool {
    guard words.count >= 2, words[0].first != UInt8(ascii: "%"), let quote = words[1].first,
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote)
    else { return false }
    return written.count <= longest && !written.contains(UInt8(ascii: "&"))
      && !written.contains(UInt8(ascii: "%"))
  }

  private static func place(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count >= word.count else { return nil }
      for start in 0...(buffer.count - word.count)
      where buffer[start] == word[0] && buffer[start + 1] == word[1] {
        if word.indices.allSatisfy({ buffer[start + $0] == word[$0] }) {
          return bytes.startIndex + start
        }
      }
      return nil
    }
  }
}
