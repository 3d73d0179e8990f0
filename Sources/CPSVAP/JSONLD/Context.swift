internal import JSON5

/// What the names in a JSON-LD text stand for (https://www.w3.org/TR/json-ld11/, chapter 3.1 and 4).
struct Context: Sendable {
  struct Term: Sendable {
    /// An IRI, or a keyword of which the term is another name.
    var id: String
    var type: String?
    /// Of texts; `.some(nil)` takes the language away.
    var language: String??
    var containers: Set<String> = []
    var isReverse = false
    /// Holds within what the term leads to.
    var local: JSON5Node?
  }

  var base: String? = RaptorReader.base
  var vocabulary: String?
  var language: String?
  var terms: [String: Term] = [:]

  /// The full name for a property or a class; `nil` for what stands for nothing.
  func name(_ value: String) -> String? {
    if value.hasPrefix("@") { return value }
    if let term = terms[value] { return term.id }
    if let full = compact(value) { return full }
    return vocabulary.map { $0 + value }
  }

  /// The IRI, or `_:name`, of a node.
  func address(_ value: String) -> String {
    if let full = compact(value) { return full }
    return IRIReference.resolved(value, base ?? RaptorReader.base)
  }

  /// `dct:title` and IRIs.
  private func compact(_ value: String) -> String? {
    guard let colon = value.firstIndex(of: ":") else { return nil }
    let rest = value[value.index(after: colon)...]
    if rest.hasPrefix("//") { return value }
    if let prefix = terms[String(value[..<colon])] { return prefix.id + rest }
    return value
  }
}

enum IRIReference {
  /// Enough of RFC 3986, section 5.2, for names within one catalogue.
  static func resolved(_ reference: String, _ base: String) -> String {
    let page = base.prefix { $0 != "#" }
    if reference.isEmpty || reference.hasPrefix("#") { return page + reference }
    if reference.hasPrefix("/"), let scheme = page.firstRange(of: "://") {
      let site = page[..<(page[scheme.upperBound...].firstIndex(of: "/") ?? page.endIndex)]
      return site + reference
    }
    let folder = page.lastIndex(of: "/").map { page[...$0] } ?? page
    return folder + reference
  }
}
