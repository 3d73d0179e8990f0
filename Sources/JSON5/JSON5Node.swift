// What a file says, with the place of everything.

package struct JSON5Node: Sendable {
  package enum Content: Sendable {
    case object([JSON5Member])
    case list([JSON5Node])
    case text(String)
    /// As strict JSON writes it.
    case number(String)
    case truth(Bool)
    case null
  }

  package let content: Content
  /// Where it starts, in bytes from the start of the file.
  package let offset: Int

  /// What a person calls it.
  package var kind: String {
    switch content {
    case .object: "an object { }"
    case .list: "a list [ ]"
    case .text: "a text"
    case .number: "a number"
    case .truth: "true or false"
    case .null: "null"
    }
  }

  /// The value one step further; of a key that is there twice, the first.
  package func child(_ step: JSON5Key) -> JSON5Node? {
    switch (content, step) {
    case (.object(let members), .key(let key)): members.first { $0.key == key }?.value
    case (.list(let nodes), .index(let index)): nodes.indices.contains(index) ? nodes[index] : nil
    default: nil
    }
  }

  /// The steps to the values inside, in the order of the file.
  var children: [(step: JSON5Key, offset: Int, node: JSON5Node)] {
    switch content {
    case .object(let members): members.map { (.key($0.key), $0.offset, $0.value) }
    case .list(let nodes): nodes.enumerated().map { (.index($0), $1.offset, $1) }
    default: []
    }
  }
}

package struct JSON5Member: Sendable {
  package let key: String
  /// Where the key starts, in bytes.
  package let offset: Int
  package let value: JSON5Node
}

/// Lines and columns of a text.
struct LineIndex: Sendable {
  private let starts: [Int]

  /// A line ends at LF, at CR and at CR LF, as in an editor.
  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isBare = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if byte == 0x0A || isBare { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The line of a byte, from 1, and where the line starts.
  func line(of offset: Int) -> (number: Int, start: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, starts[low - 1])
  }

  /// The column of a byte in its line: characters, from 1.
  func column(of offset: Int, in bytes: [UInt8]) -> Int {
    let start = line(of: offset).start
    let end = min(offset, bytes.count)
    guard start < end else { return 1 }
    return 1 + bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }
}
