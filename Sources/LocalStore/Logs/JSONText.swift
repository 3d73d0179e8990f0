/// A JSON value to be written, with keys in order.
///
/// Why it is not Foundation's encoder: an operation's body is hashed, so that its bytes must not
/// depend on a library's version; and saving a visit writes three of them within a budget of tens of
/// microseconds.
enum JSONText {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONText])
  case object([String: JSONText])

  static func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  var written: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .string(let value): Self.write(value, into: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(into: &text)
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (index, key) in fields.keys.sorted().enumerated() {
        if index > 0 { text += "," }
        Self.write(key, into: &text)
        text += ":"
        fields[key]?.write(into: &text)
      }
      text += "}"
    }
  }

  /// RFC 8259, section 7: quotes, backslashes and controls are escaped, all else stands as it is.
  private static func write(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{0}"..<" ":
        text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
