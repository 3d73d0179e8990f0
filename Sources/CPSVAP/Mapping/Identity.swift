internal import Domain

// What an entry is called here.

extension GraphReader {
  /// The IRI; for a node without one, something that the next reading of the same file gives again.
  func subject(of node: Graph.Node) -> String {
    if let iri = said.graph.term(node).iri { return iri }
    let words = said.literals(node, .identifier) + said.literals(node, .title)
    return OwnIRI.root + "unnamed:"
      + Fingerprint(words.map(\.text).joined(separator: "\n")).hexadecimal
  }

  /// The id in this catalogue: that of our own IRIs, else the last words of the IRI and a hash of it, so
  /// that sources do not meet.
  func id(of node: Graph.Node) -> String {
    let subject = subject(of: node)
    if let own = OwnIRI.entryID(subject) { return own }
    let words = Self.slug(Self.lastWords(of: subject))
    return (words.isEmpty ? "" : words + "-") + Fingerprint(subject).hexadecimal
  }

  /// What stands behind the last separator, of those that something stands behind.
  private static func lastWords(of iri: String) -> Substring.UTF8View {
    let isSeparator: (UInt8) -> Bool = { separators.contains($0) }
    let bytes = iri.utf8
    let end = bytes.lastIndex { !isSeparator($0) }.map(bytes.index(after:)) ?? bytes.startIndex
    let start = bytes[..<end].lastIndex(where: isSeparator).map(bytes.index(after:))
    return bytes[(start ?? bytes.startIndex)..<end]
  }

  private static let separators = Array("/#:=?&".utf8)

  /// The name of the source: what the caller said, or the authority in the IRI.
  func sourceName(_ node: Graph.Node) -> String {
    if let source { return source }
    let subject = subject(of: node)
    if subject.utf8.starts(with: OwnIRI.root.utf8) { return fallbackSource }
    guard let colon = subject.utf8.firstIndex(of: UInt8(ascii: ":")),
      subject.utf8[colon...].starts(with: "://".utf8)
    else { return fallbackSource }
    let host = subject.utf8[colon...].dropFirst(3).prefix { !Self.ends.contains($0) }
    let name = String(Substring(host))
    return name.isEmpty || name == "import.invalid" ? fallbackSource : Words.line(name)
  }

  /// What may stand behind the authority.
  private static let ends = Array("/?#".utf8)

  /// Lower-case Latin words with hyphens between, at most 40 letters.
  static func slug(_ text: some Collection<UInt8>) -> String {
    let hyphen = UInt8(ascii: "-")
    let words = text.map { letterOrDigit($0) ?? hyphen }.split(separator: hyphen)
    var slug = Array(words.joined(separator: CollectionOfOne(hyphen)).prefix(40))
    if slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// In lower case; `nil` for what is neither in ASCII.
  private static func letterOrDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }
}

/// The IRIs of this program's own entries. A tag of its own and no web address: nothing of a desk is
/// published on the web.
enum OwnIRI {
  static let root = "urn:x-okno:"

  static func service(_ id: String) -> String { root + "service:" + id }
  static func situation(_ id: String) -> String { root + "situation:" + id }
  static func document(_ id: String) -> String { root + "document:" + id }

  /// The id of one of the three.
  static func entryID(_ iri: String) -> String? {
    guard iri.utf8.starts(with: root.utf8) else { return nil }
    for kind in ["service:", "situation:", "document:"] where iri.hasPrefix(root + kind) {
      let id = Service.ID(rawValue: String(iri.dropFirst(root.count + kind.count)))
      return id.isWellFormed ? id.rawValue : nil
    }
    return nil
  }

  /// What stands behind `root` and the word: `OwnIRI.word("level", iri)`.
  static func word(_ scheme: String, _ iri: String) -> String? {
    guard iri.utf8.starts(with: root.utf8) else { return nil }
    let start = root + scheme + ":"
    return iri.hasPrefix(start) ? String(iri.dropFirst(start.count)) : nil
  }
}
