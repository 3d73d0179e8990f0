// Texts and numbers of JSON5.

extension Scanner {
  // MARK: Texts

  mutating func text() throws(Mistake) -> String {
    let start = offset
    guard let quote = next() else { throw mistake("a text is missing") }
    let inside = offset
    var content: [UInt8] = []
    while let byte = peek(), Self.isPlain(byte, in: quote) { offset += 1 }
    content.append(contentsOf: bytes[inside..<offset])
    while let byte = next() {
      switch byte {
      case quote: return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0x0A, 0x0D:
        throw Mistake(offset: start, problem: "this text is not closed at the end of its line")
      default: content.append(byte)
      }
    }
    throw Mistake(offset: start, problem: "this text is not closed")
  }

  /// What stands for itself in a text.
  private static func isPlain(_ byte: UInt8, in quote: UInt8) -> Bool {
    byte != quote && byte != UInt8(ascii: "\\") && byte != 0x0A && byte != 0x0D
  }

  private mutating func escape(into content: inout [UInt8]) throws(Mistake) {
    let start = offset - 1
    guard let byte = next() else {
      throw Mistake(offset: start, problem: "this text is not closed")
    }
    switch byte {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "x"): content += Array(String(try scalar(digits: 2, from: start)).utf8)
    case UInt8(ascii: "u"): content += Array(String(try scalar(digits: 4, from: start)).utf8)
    case 0x0D: _ = take(0x0A)
    case 0x0A: break
    case UInt8(ascii: "0") where !Self.isDigit(peek()): content.append(0)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      let letter = Character(Unicode.Scalar(byte))
      throw Mistake(offset: start, problem: "\\\(letter) means nothing: write \\\\ for a backslash")
    default: escaped(byte, into: &content)
    }
  }

  /// Another sign stands for itself, but a line separator of Unicode continues the line.
  private mutating func escaped(_ byte: UInt8, into content: inout [UInt8]) {
    let rest = bytes[offset...].prefix(2)
    if byte == 0xE2, rest.elementsEqual([0x80, 0xA8]) || rest.elementsEqual([0x80, 0xA9]) {
      _ = next()
      _ = next()
    } else {
      content.append(byte)
    }
  }

  private mutating func scalar(digits: Int, from start: Int) throws(Mistake) -> Unicode.Scalar {
    let unit = try hex(digits: digits, from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let half = Mistake(offset: start, problem: "half of a surrogate pair")
    guard unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw half }
    let low = try hex(digits: 4, from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw half }
    return scalar
  }

  private mutating func hex(digits: Int, from start: Int) throws(Mistake) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else {
        throw Mistake(offset: start, problem: "this escape needs \(digits) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  // MARK: Numbers

  /// A number, written as strict JSON wants it.
  mutating func number() throws(Mistake) -> String {
    let start = offset
    var written = ""
    if take(UInt8(ascii: "-")) { written = "-" } else { _ = take(UInt8(ascii: "+")) }
    if peek() == UInt8(ascii: "0"), let mark = second(), mark | 0x20 == UInt8(ascii: "x") {
      written += try hexadecimal(from: start)
    } else {
      written += try decimal(from: start)
    }
    guard !continues else {
      throw Mistake(offset: start, problem: "not a number: a text needs quotes")
    }
    guard Self.isHeld(written) else {
      throw Mistake(offset: start, problem: "a number too large")
    }
    return written
  }

  /// Whether the program's own numbers hold it; the decoder loses the place of one that they do not.
  private static func isHeld(_ number: String) -> Bool {
    let isWhole = number.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
    return isWhole ? Int64(number) != nil : Double(number)?.isFinite == true
  }

  private mutating func hexadecimal(from start: Int) throws(Mistake) -> String {
    offset += 2
    var value: UInt64 = 0
    let first = offset
    while let byte = peek(), byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue
    {
      guard value >> 60 == 0 else {
        throw Mistake(offset: start, problem: "a number too large")
      }
      value = value << 4 | UInt64(digit)
      offset += 1
    }
    guard offset > first else { throw Mistake(offset: start, problem: "0x without digits") }
    return String(value)
  }

  private mutating func decimal(from start: Int) throws(Mistake) -> String {
    let whole = digits()
    let fraction = take(UInt8(ascii: ".")) ? digits() : ""
    guard !whole.isEmpty || !fraction.isEmpty else {
      throw Mistake(offset: start, problem: "a number without digits")
    }
    guard whole.count < 2 || !whole.hasPrefix("0") else {
      throw Mistake(offset: start, problem: "a number with a zero in front")
    }
    let number = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
    return number + (try exponent(from: start))
  }

  private mutating func exponent(from start: Int) throws(Mistake) -> String {
    guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return "" }
    let sign = take(UInt8(ascii: "-")) ? "-" : ""
    if sign.isEmpty { _ = take(UInt8(ascii: "+")) }
    let power = digits()
    guard !power.isEmpty else {
      throw Mistake(offset: start, problem: "an exponent without digits")
    }
    return "e\(sign)\(power)"
  }

  private mutating func digits() -> String {
    let first = offset
    while Self.isDigit(peek()) { offset += 1 }
    return String(decoding: bytes[first..<offset], as: UTF8.self)
  }

  private func second() -> UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether something that is no separator follows the digits at once, as in `1.2.3` or `5руб`.
  private var continues: Bool {
    guard let byte = peek() else { return false }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), 0xD0, 0xD1:
      return true
    default: return Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || Self.isDigit(byte)
    }
  }
}
