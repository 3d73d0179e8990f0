// What a lint asks of a document: its keys, its texts, and the keys that should not be there.

/// A key or a text of a document, and where it stands.
package struct JSON5Place: Hashable, Sendable {
  /// The key, or the text.
  package let text: String
  package let path: [JSON5Key]
  /// From 1.
  package let line: Int
}

/// The keys that an object may have, all the way down.
package indirect enum JSON5Shape: Sendable {
  /// Any value at all.
  case any
  /// An object with these keys and no others. Another kind of value may stand in its place, as a
  /// short form; whether it may is the decoder's business.
  case object([String: JSON5Shape])
  /// An object with free keys, all of them of one shape.
  case map(JSON5Shape)
  case list(JSON5Shape)
}

extension JSON5Document {
  /// Every key of every object, in the order of the file. The path includes the key.
  package func keys() -> [JSON5Place] {
    var found: [JSON5Place] = []
    walk(root, []) { path, offset, _ in
      guard case .key(let key) = path.last else { return }
      found.append(JSON5Place(text: key, path: path, line: line(at: offset)))
    }
    return found
  }

  /// Every text value, in the order of the file; keys are not among them.
  package func strings() -> [JSON5Place] {
    var found: [JSON5Place] = []
    walk(root, []) { path, _, node in
      guard case .text(let text) = node.content else { return }
      found.append(JSON5Place(text: text, path: path, line: line(at: node.offset)))
    }
    return found
  }

  /// The keys that an object has twice; the line is that of the second.
  package func duplicateKeys() -> [JSON5Error] {
    var found: [JSON5Error] = []
    walk(root, []) { path, _, node in
      guard case .object(let members) = node.content else { return }
      var lines: [String: Int] = [:]
      for member in members {
        let place = line(at: member.offset)
        if let first = lines[member.key] {
          found.append(
            JSON5Error(
              file: name, line: place, path: path + [.key(member.key)],
              problem: "this key stands in line \(first) already"))
        } else {
          lines[member.key] = place
        }
      }
    }
    return found
  }

  /// The keys that the shape does not know, each with the nearest one that it does.
  package func unknownKeys(in shape: JSON5Shape) -> [JSON5Error] {
    var found: [JSON5Error] = []
    compare(root, [], shape, &found)
    return found
  }

  private func compare(
    _ node: JSON5Node, _ path: [JSON5Key], _ shape: JSON5Shape, _ found: inout [JSON5Error]
  ) {
    switch (shape, node.content) {
    case (.object(let known), .object(let members)):
      for member in members {
        let way = path + [.key(member.key)]
        if let inner = known[member.key] {
          compare(member.value, way, inner, &found)
        } else {
          let problem = "unknown key" + Spelling.hint(for: member.key, among: known.keys)
          found.append(
            JSON5Error(file: name, line: line(at: member.offset), path: way, problem: problem))
        }
      }
    case (.map(let inner), .object), (.list(let inner), .list):
      for child in node.children { compare(child.node, path + [child.step], inner, &found) }
    default: break
    }
  }

  private func walk(
    _ node: JSON5Node, _ path: [JSON5Key], offset: Int? = nil,
    _ visit: ([JSON5Key], Int, JSON5Node) -> Void
  ) {
    visit(path, offset ?? node.offset, node)
    for child in node.children {
      walk(child.node, path + [child.step], offset: child.offset, visit)
    }
  }
}

/// The word that was meant.
package enum Spelling {
  /// `: did you mean …?`, or nothing where no word is near.
  package static func hint(for word: String, among known: some Sequence<String>) -> String {
    let near = known.map { (distance(word, $0), $0) }.min { $0 < $1 }
    guard let near, near.0 <= max(1, (word.count + 1) / 3) else { return "" }
    return ": did you mean `\(near.1)`?"
  }

  /// Letters to add, drop or replace; words of more than 64 letters are never near.
  static func distance(_ first: String, _ second: String) -> Int {
    let left = Array(first.prefix(65))
    let right = Array(second.prefix(65))
    guard left.count <= 64, right.count <= 64 else { return .max }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
