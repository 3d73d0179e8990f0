/// A parameter of a statement. Arrays and bytes go in PostgreSQL's binary form: nothing has to be
/// escaped, and nothing to be read back from text.
package enum PostgresValue: Hashable, Sendable {
  case null
  /// Without the character NUL, which PostgreSQL does not know.
  case text(String)
  case bytes([UInt8])
  case integers([Int64])
  case texts([String])
  /// 16 bytes each.
  case uuids([[UInt8]])

  package static func integer(_ value: Int64) -> Self { .text(String(value)) }

  var isBinary: Bool {
    switch self {
    case .null, .text: false
    case .bytes, .integers, .texts, .uuids: true
    }
  }

  /// As it goes over the wire; a text with the NUL that libpq wants at its end.
  var wire: [UInt8]? {
    switch self {
    case .null: nil
    case .text(let text): Array(text.utf8) + [0]
    case .bytes(let bytes): bytes
    case .integers(let values):
      Self.array(of: values, type: 20) { value, bytes in
        Self.append(Int32(8), to: &bytes)
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
      }
    case .texts(let values):
      Self.array(of: values, type: 25) { value, bytes in
        let text = value.utf8
        Self.append(Int32(text.count), to: &bytes)
        bytes += text
      }
    case .uuids(let values):
      Self.array(of: values, type: 2950) { value, bytes in
        Self.append(Int32(value.count), to: &bytes)
        bytes += value
      }
    }
  }

  /// One dimension from 1, no nulls (src/backend/utils/adt/arrayfuncs.c, array_recv).
  private static func array<Element>(
    of values: [Element], type: Int32, _ append: (Element, inout [UInt8]) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 + values.count * 32)
    for word in values.isEmpty ? [0, 0, type] : [1, 0, type, Int32(values.count), 1] {
      Self.append(word, to: &bytes)
    }
    for value in values { append(value, &bytes) }
    return bytes
  }

  private static func append(_ word: Int32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.bigEndian) { bytes += $0 }
  }
}
