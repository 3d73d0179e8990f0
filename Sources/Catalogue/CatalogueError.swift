/// Why a catalogue cannot be read. `description` is for whoever writes the catalogue, in English.
package enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder or file that is missing or closed to us; `reason` in the system's words.
  case unreadable(path: String, reason: String)
  /// Text that is not the JSON5 of an entry.
  case malformed(path: String, line: Int?, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .malformed(let path, let line?, let reason): "\(path):\(line): \(reason)"
    case .malformed(let path, nil, let reason): "\(path): \(reason)"
    }
  }
}
