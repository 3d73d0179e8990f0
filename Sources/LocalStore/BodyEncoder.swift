/// Writes the body of a row: a value as JSON, its members in the order in which it tells them. Foundation's
/// encoder makes a tree of objects before it writes the first letter, and takes several times as long.
final class BodyEncoder: Encoder {
  private var bytes: [UInt8] = []
  /// What ends the brackets that are open.
  private var ends: [UInt8] = []

  static func text(of value: some Encodable) throws -> String {
    let text = BodyEncoder()
    try text.write(value)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private init() {}

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Members<Key>(text: self, depth: open("{", "}")))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    Elements(text: self, depth: open("[", "]"))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(text: self) }

  // MARK: Writing

  fileprivate func write(_ value: some Encodable) throws {
    let (depth, start) = (ends.count, bytes.count)
    try value.encode(to: self)
    close(to: depth)
    if bytes.count == start { write(json: "{}") }
  }

  fileprivate func write(json: String) { bytes += json.utf8 }

  fileprivate func write(_ text: String) {
    JSONText.write(text, into: &bytes)
  }

  private func open(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> Int {
    bytes.append(UInt8(ascii: start))
    ends.append(UInt8(ascii: end))
    return ends.count
  }

  /// Begins the next member or element of the brackets at this depth.
  fileprivate func next(at depth: Int) {
    close(to: depth)
    // A text ends with a quote: such a last byte has just been opened.
    let isFirst = bytes.last == UInt8(ascii: "{") || bytes.last == UInt8(ascii: "[")
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }

  private func close(to depth: Int) {
    while ends.count > depth { bytes.append(ends.removeLast()) }
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let text: BodyEncoder
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  /// What the member's value is written to.
  private func member(_ key: Key) -> BodyEncoder {
    text.next(at: depth)
    text.write(key.stringValue)
    text.write(json: ":")
    return text
  }

  func encodeNil(forKey key: Key) { member(key).write(json: "null") }
  func encode(_ value: String, forKey key: Key) { member(key).write(value) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try member(key).write(value) }

  func nestedContainer<Inner: CodingKey>(
    keyedBy keyType: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    member(key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    member(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { text }
  func superEncoder(forKey key: Key) -> any Encoder { member(key) }
}

private struct Elements: UnkeyedEncodingContainer {
  let text: BodyEncoder
  let depth: Int
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(text: BodyEncoder, depth: Int) {
    self.text = text
    self.depth = depth
  }

  /// What the element is written to.
  private mutating func element() -> BodyEncoder {
    text.next(at: depth)
    count += 1
    return text
  }

  mutating func encodeNil() { element().write(json: "null") }
  mutating func encode(_ value: String) { element().write(value) }
  mutating func encode(_ value: some Encodable) throws { try element().write(value) }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy keyType: Inner.Type
  ) -> KeyedEncodingContainer<Inner> {
    element().container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    element().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { element() }
}

private struct Single: SingleValueEncodingContainer {
  let text: BodyEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { text.write(json: "null") }
  func encode(_ value: Bool) { text.write(json: value ? "true" : "false") }
  func encode(_ value: String) { text.write(value) }
  func encode(_ value: some BinaryInteger & Encodable) { text.write(json: "\(value)") }
  func encode(_ value: some Encodable) throws { try text.write(value) }

  func encode(_ value: some BinaryFloatingPoint & Encodable) throws {
    guard value.isFinite else {
      let context = EncodingError.Context(codingPath: [], debugDescription: "no number of JSON")
      throw EncodingError.invalidValue(value, context)
    }
    text.write(json: "\(value)")
  }
}
