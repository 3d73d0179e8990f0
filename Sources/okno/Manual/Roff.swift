/// Lines of a manual page in the man(7) macros.
struct Roff {
  private(set) var lines: [String] = []

  var text: String { lines.joined(separator: "\n") }

  mutating func title(_ name: String, section: Int, source: String, manual: String) {
    lines.append(".TH \(name) \(section) \"\" \(Self.quoted(source)) \(Self.quoted(manual))")
    // No hyphenation and no stretching: words and commands stay as they are typed.
    lines += [".nh", ".ad l"]
  }

  mutating func section(_ name: String) { lines.append(".SH \(Self.quoted(name))") }
  mutating func subsection(_ name: String) { lines.append(".SS \(Self.quoted(name))") }

  mutating func line(_ text: String) { lines.append(Self.escaped(text)) }

  mutating func paragraph(_ text: String) { lines += [".PP", Self.escaped(text)] }

  /// A term in bold and its meaning, indented below.
  mutating func item(_ term: String, _ meaning: String) {
    lines += [".TP", ".B \(Self.quoted(term))", Self.escaped(meaning)]
  }

  /// Lines kept as they are.
  mutating func verbatim(_ text: [String]) {
    lines += [".PP", ".nf", ".RS"] + text.map(Self.escaped) + [".RE", ".fi"]
  }

  /// Text in which nothing is a request or an escape. A hyphen is one to be copied.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    if let first = result.first, first == "." || first == "'" { result = "\\&" + result }
    return result
  }

  private static func quoted(_ text: String) -> String {
    var inner = ""
    for character in escaped(text) {
      if character == "\"" { inner += "\\(dq" } else { inner.append(character) }
    }
    return "\"\(inner)\""
  }
}
