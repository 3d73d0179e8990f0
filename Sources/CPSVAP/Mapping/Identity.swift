internal import Domain

// What an entry is called here.

extension GraphReader {
  /// The IRI; for a node without one, something that the next reading of the same file gives again.
  func subject(of node: Graph.Node) -> String {
    if let iri = said.graph.term(node).iri { return iri }
    let words = said.literals(node, .identifier) + said.literals(node, .title)
    return OwnIRI.root + "unnamed:" + Self.hash(words.map(\.text).joined(separator: "\n"))
  }

  /// The id in this catalogue: that of our own IRIs, else the last words of the IRI and a hash of it, so
  /// that sources do not meet.
  func id(of node: Graph.Node) -> String {
    let subject = subject(of: node)
    if let own = OwnIRI.entryID(subject) { return own }
    let last = subject.split { "/#:=?&".contains($0) }.last ?? ""
    let words = Self.slug(String(last))
    return (words.isEmpty ? "" : words + "-") + Self.hash(subject)
  }

  /// The name of the source: what the caller said, or the authority in the IRI.
  func sourceName(_ node: Graph.Node) -> String {
    if let source { return source }
    let subject = subject(of: node)
    if subject.hasPrefix(OwnIRI.root) { return fallbackSource }
    guard let scheme = subject.firstRange(of: "://") else { return fallbackSource }
    let host = subject[scheme.upperBound...].prefix { !"/?#".contains($0) }
    return host.isEmpty || host == "import.invalid" ? fallbackSource : Words.line(String(host))
  }

  /// Lower-case Latin words with hyphens between, at most 40 letters.
  static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var slug = words.joined(separator: "-").prefix(40)
    while slug.hasSuffix("-") { slug.removeLast() }
    return String(slug)
  }

  /// FNV-1a of 64 bits in hexadecimal.
  static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
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
    for kind in ["service:", "situation:", "document:"] where iri.hasPrefix(root + kind) {
      let id = Service.ID(rawValue: String(iri.dropFirst(root.count + kind.count)))
      return id.isWellFormed ? id.rawValue : nil
    }
    return nil
  }

  /// What stands behind `root` and the word: `OwnIRI.word("level", iri)`.
  static func word(_ scheme: String, _ iri: String) -> String? {
    let start = root + scheme + ":"
    return iri.hasPrefix(start) ? String(iri.dropFirst(start.count)) : nil
  }
}
