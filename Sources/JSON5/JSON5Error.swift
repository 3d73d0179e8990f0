// What is wrong in a file, and where, for the person who wrote it.

/// A step from a value to one inside it.
package enum JSON5Key: Hashable, Sendable {
  case key(String)
  /// A place in a list, from 0.
  case index(Int)
}

/// A mistake in a data file.
package struct JSON5Error: Error, Hashable, Sendable {
  /// The file as the person knows it.
  package var file: String
  /// From 1; 0 where the mistake has no place in the file, as when it cannot be opened.
  package var line: Int
  /// In characters, from 1; 0 where the line has no one place.
  package var column: Int
  /// The way to the value, empty at the top.
  package var path: [JSON5Key]
  /// A sentence in English without the place.
  package var problem: String

  package init(
    file: String, line: Int = 0, column: Int = 0, path: [JSON5Key] = [], problem: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.problem = problem
  }
}

extension JSON5Error: CustomStringConvertible {
  /// `day.json5:12:5: roles.text.fg: …`, the form that editors can jump to.
  package var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    let way = path.isEmpty ? "" : path.written + ": "
    return "\(place): \(way)\(problem)"
  }
}

extension [JSON5Key] {
  /// `services[2].documents[0].id`.
  package var written: String {
    reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
