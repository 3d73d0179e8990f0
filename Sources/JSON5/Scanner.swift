// JSON5 (https://spec.json5.org) read once, byte by byte, so that a mistake has a line.
//
// Stricter than the specification where a file written by a person gains by it: no Infinity and NaN,
// no control characters, no `\` before a letter that means nothing, no escapes in unquoted keys, and
// a bound on depth.

struct Scanner {
  /// Objects and lists inside one another; the catalogue needs eight.
  static let deepest = 100

  let bytes: [UInt8]
  var offset = 0
  private(set) var path: [JSON5Key] = []
  private var depth = 0

  struct Mistake: Error {
    let offset: Int
    let problem: String
  }

  /// `bytes` is valid UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(Mistake) -> JSON5Node {
    try skipBlanks()
    guard peek() != nil else { throw mistake("the file is empty") }
    let node = try value()
    try skipBlanks()
    guard peek() == nil else {
      throw mistake("\(here) after the end of the value: is a bracket closed too early?")
    }
    return node
  }

  // MARK: Values

  private mutating func value() throws(Mistake) -> JSON5Node {
    let start = offset
    let content: JSON5Node.Content
    switch peek() {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try list()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): content = .text(try text())
    case let byte? where Self.startsNumber(byte): content = .number(try number())
    default: content = try word()
    }
    return JSON5Node(content: content, offset: start)
  }

  private static func startsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func object() throws(Mistake) -> JSON5Node.Content {
    let start = try open()
    var members: [JSON5Member] = []
    while try !closes(UInt8(ascii: "}"), openedAt: start) {
      let place = offset
      let key = try key()
      path.append(.key(key))
      try skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw mistake("a colon is missing before \(here)") }
      try skipBlanks()
      members.append(JSON5Member(key: key, offset: place, value: try value()))
      path.removeLast()
      try separator(before: UInt8(ascii: "}"), openedAt: start)
    }
    depth -= 1
    return .object(members)
  }

  private mutating func list() throws(Mistake) -> JSON5Node.Content {
    let start = try open()
    var nodes: [JSON5Node] = []
    while try !closes(UInt8(ascii: "]"), openedAt: start) {
      path.append(.index(nodes.count))
      nodes.append(try value())
      path.removeLast()
      try separator(before: UInt8(ascii: "]"), openedAt: start)
    }
    depth -= 1
    return .list(nodes)
  }

  private mutating func open() throws(Mistake) -> Int {
    guard depth < Self.deepest else {
      throw mistake("more than \(Self.deepest) brackets inside one another")
    }
    depth += 1
    offset += 1
    return offset - 1
  }

  private mutating func closes(_ bracket: UInt8, openedAt start: Int) throws(Mistake) -> Bool {
    try skipBlanks()
    guard peek() != nil else { throw unclosed(start) }
    return take(bracket)
  }

  private mutating func separator(before bracket: UInt8, openedAt start: Int) throws(Mistake) {
    try skipBlanks()
    if take(UInt8(ascii: ",")) || peek() == bracket { return }
    guard peek() != nil else { throw unclosed(start) }
    throw mistake("a comma is missing before \(here)")
  }

  private func unclosed(_ start: Int) -> Mistake {
    let bracket = Character(Unicode.Scalar(bytes[start]))
    return Mistake(offset: start, problem: "this \(bracket) is not closed")
  }

  private mutating func word() throws(Mistake) -> JSON5Node.Content {
    guard peek() != nil else { throw mistake("a value is missing at the end of the file") }
    let start = offset
    let name = identifier()
    switch name {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "null": return .null
    case "Infinity", "NaN":
      throw Mistake(offset: start, problem: "\(name) is not a number that a file may hold")
    case "": throw mistake("a value is missing before \(here)")
    default: throw Mistake(offset: start, problem: "`\(name)` needs quotes")
    }
  }

  // MARK: Keys

  private mutating func key() throws(Mistake) -> String {
    if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") { return try text() }
    let name = identifier()
    if peek() == UInt8(ascii: "\\") {
      throw mistake("an escape in a key without quotes: put the key in quotes")
    }
    guard !name.isEmpty else {
      let isNumber = peek().map(Self.startsNumber) ?? false
      throw mistake(
        isNumber
          ? "a key that starts with \(here) needs quotes" : "a key is missing before \(here)")
    }
    return name
  }

  /// Letters, digits, `$` and `_`, not starting with a digit; empty where there are none.
  private mutating func identifier() -> String {
    let start = offset
    while true {
      // Nearly all keys are plain letters: no table of Unicode is asked for them.
      if let byte = peek(), Self.isPlainLetter(byte) {
        offset += 1
        continue
      }
      guard let scalar = scalarHere() else { break }
      let properties = scalar.properties
      let isSign = scalar == "$" || scalar == "_"
      let fits = offset == start ? properties.isIDStart : properties.isIDContinue
      guard isSign || fits else { break }
      offset += UTF8.width(scalar)
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "$"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Blanks and comments

  private mutating func skipBlanks() throws(Mistake) {
    while let byte = peek() {
      switch byte {
      case 0x09...0x0D, 0x20: offset += 1
      case UInt8(ascii: "/"): try skipComment()
      case 0x80...:
        guard let scalar = scalarHere(), Self.isBlank(scalar) else { return }
        offset += UTF8.width(scalar)
      default: return
      }
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FEFF}"
    }
  }

  private mutating func skipComment() throws(Mistake) {
    let start = offset
    offset += 1
    if take(UInt8(ascii: "/")) {
      while let byte = peek(), byte != 0x0A, byte != 0x0D { offset += 1 }
      return
    }
    guard take(UInt8(ascii: "*")) else {
      throw Mistake(offset: start, problem: "a lone /: a comment starts with // or /*")
    }
    while let byte = next() {
      if byte == UInt8(ascii: "*"), take(UInt8(ascii: "/")) { return }
    }
    throw Mistake(offset: start, problem: "this comment is not closed by */")
  }

  // MARK: Bytes

  func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    offset += 1
    return byte
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  func mistake(_ problem: String) -> Mistake { Mistake(offset: offset, problem: problem) }

  private func scalarHere() -> Unicode.Scalar? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[offset...].prefix(4).makeIterator()
    guard case .valid(let encoded) = parser.parseScalar(from: &rest) else { return nil }
    return Unicode.UTF8.decode(encoded)
  }

  /// What stands at the place, for a message.
  private var here: String {
    guard let scalar = scalarHere() else { return "the end of the file" }
    return scalar.properties.generalCategory == .control ? "a control character" : "`\(scalar)`"
  }
}
