// The standard library's `Decoder` over what the scanner read.
//
// FoundationEssentials' own (Swift 6.3.1) stops the program on a lone `+` in JSON5, keeps the line
// end of a continued text, and forgets the place of a number that does not fit: see
// docs/decisions/json5-reader.md.

struct NodeDecoder: Decoder, SingleValueDecodingContainer {
  let node: JSON5Node
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = node.content else { throw mismatch(JSON5Object.self) }
    return KeyedDecodingContainer(MemberContainer(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let nodes) = node.content else { throw mismatch(JSON5List.self) }
    return ListContainer(nodes: nodes, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool {
    if case .null = node.content { true } else { false }
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .truth(let isTrue) = node.content else { throw mismatch(type) }
    return isTrue
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .text(let text) = node.content else { throw mismatch(type) }
    return text
  }

  func decode(_ type: Double.Type) throws -> Double { try real(type) }
  func decode(_ type: Float.Type) throws -> Float { try real(type) }
  func decode(_ type: Int.Type) throws -> Int { try whole(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try type.init(from: self) }

  private func real<Value: LosslessStringConvertible & BinaryFloatingPoint>(
    _ type: Value.Type
  ) throws -> Value {
    guard case .number(let number) = node.content else { throw mismatch(type) }
    guard let value = Value(number), value.isFinite else { throw unfit(number) }
    return value
  }

  private func whole<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard case .number(let number) = node.content else { throw mismatch(type) }
    if let value = Value(number) { return value }
    guard let real = Double(number), let value = Value(exactly: real) else { throw unfit(number) }
    return value
  }

  private func mismatch(_ wanted: any Any.Type) -> DecodingError {
    let context = DecodingError.Context(codingPath: codingPath, debugDescription: node.kind)
    return decodeNil() ? .valueNotFound(wanted, context) : .typeMismatch(wanted, context)
  }

  private func unfit(_ number: String) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: codingPath, debugDescription: "\(number) does not fit here"))
  }
}

/// An object's members.
private struct MemberContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let codingPath: [any CodingKey]
  private let nodes: [String: JSON5Node]
  /// In the order of the file.
  let allKeys: [Key]

  init(members: [JSON5Member], codingPath: [any CodingKey]) {
    self.codingPath = codingPath
    nodes = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    var seen: Set<String> = []
    allKeys = members.filter { seen.insert($0.key).inserted }.compactMap {
      Key(stringValue: $0.key)
    }
  }

  func contains(_ key: Key) -> Bool { nodes[key.stringValue] != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(PathKey(stringValue: "super")) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: some CodingKey) throws -> NodeDecoder {
    guard let node = nodes[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "missing"))
    }
    return NodeDecoder(node: node, codingPath: codingPath + [PathKey(stringValue: key.stringValue)])
  }
}

/// A list's values, one after another.
private struct ListContainer: UnkeyedDecodingContainer {
  let nodes: [JSON5Node]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  init(nodes: [JSON5Node], codingPath: [any CodingKey]) {
    self.nodes = nodes
    self.codingPath = codingPath
  }

  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex >= nodes.count }

  mutating func decodeNil() throws -> Bool {
    let isNull = try decoder().decodeNil()
    if isNull { currentIndex += 1 }
    return isNull
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try decoder().decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try decoder().container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try decoder().unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try decoder()
    currentIndex += 1
    return decoder
  }

  private func decoder() throws -> NodeDecoder {
    let path = codingPath + [PathKey(intValue: currentIndex)]
    guard currentIndex < nodes.count else {
      let context = DecodingError.Context(codingPath: path, debugDescription: "the list ends")
      throw DecodingError.valueNotFound(JSON5List.self, context)
    }
    return NodeDecoder(node: nodes[currentIndex], codingPath: path)
  }
}
