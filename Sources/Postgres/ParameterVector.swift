/// Parameters as libpq takes them.
enum ParameterVector {
  typealias Pointers = (
    values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<Int32>?,
    formats: UnsafePointer<Int32>?
  )

  /// Lends the values' bytes in one block, so that they need no allocation each.
  static func lend<T>(_ values: [PostgresValue], _ body: (Pointers) -> T) -> T {
    guard !values.isEmpty else { return body((nil, nil, nil)) }
    var block: [UInt8] = []
    var places: [Int?] = []
    var lengths: [Int32] = []
    for value in values {
      guard let wire = value.wire else {
        places.append(nil)
        lengths.append(0)
        continue
      }
      places.append(block.count)
      lengths.append(Int32(wire.count))
      block += wire
    }
    // So that an empty value, too, has an address: without one it would be NULL.
    block.append(0)
    // Of nothing but texts the formats are left out: ten bytes that an idle poll does not send.
    let formats = values.map { $0.isBinary ? Int32(1) : 0 }
    let allAreText = !formats.contains(1)
    return block.withUnsafeBufferPointer { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let pointers = places.map { place in place.flatMap { start?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body((values.baseAddress, lengths.baseAddress, allAreText ? nil : formats.baseAddress))
          }
        }
      }
    }
  }
}
