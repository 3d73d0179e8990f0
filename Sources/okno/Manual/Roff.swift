/// Lines of a manual page in the man(7) macros.
struct Roff {
  private(set) var lines: [String] = []

  var text: String { lines.joined(separator: "\n") }

  mutating func title(
    _ name: String, section: Int, date: String, source: String, manual: String
  ) {
    // mandoc reads a date only where its hyphens are plain.
    let rest = (["\"\(date)\""] + [source, manual].map(Self.quoted)).joined(separator: " ")
    lines.append(".TH \(name) \(section) \(rest)")
    // No hyphenation and no stretching: words and commands stay as they are typed.
    lines += [".nh", ".ad l"]
  }

  mutating func section(_ name: String) { lines.append(".SH \(Self.quoted(name))") }
  mutating func subsection(_ name: String) { lines.append(".SS \(Self.quoted(name))") }

  mutating func line(_ text: String) { lines.append(Self.escaped(text)) }

  mutating func paragraph(_ text: String) {
    beginParagraph()
    lines.append(Self.escaped(text))
  }

  /// A heading begins one by itself.
  private mutating func beginParagraph() {
    let heading = lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? false
    if !heading { lines.append(".PP") }
  }

  /// A term in bold and its meaning, indented below.
  mutating func item(_ term: String, _ meaning: String) {
    lines += [".TP", ".B \(Self.quoted(term))", Self.escaped(meaning)]
  }

  /// Lines kept as they are.
  mutating func verbatim(_ text: [String]) {
    beginParagraph()
    lines += [".nf", ".RS"] + text.map(Self.escaped) + [".RE", ".fi"]
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
