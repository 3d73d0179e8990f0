package import JSON5

/// Why a catalogue cannot be read. `description` is for whoever writes the catalogue, in English.
package enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder or file that is missing or closed to us; `reason` in the system's words.
  case unreadable(path: String, reason: String)
  /// Text that is no JSON5, or JSON5 that is no entry.
  case malformed(JSON5Error)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .malformed(let mistake): mistake.description
    }
  }
}
