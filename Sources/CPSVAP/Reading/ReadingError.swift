internal import Domain

/// Why a file of another catalogue is refused. Nothing of it was taken.
package enum ReadingError: Error, Hashable, Sendable {
  /// `reason` in the system's words.
  case unreadable(path: String, reason: String)
  /// In bytes.
  case tooLarge(path: String, limit: Int)
  case notText(path: String, line: Int)
  case tooManyStatements(path: String, limit: Int)
  /// Brackets or elements inside one another.
  case tooDeep(path: String, line: Int, limit: Int)
  /// An XML entity that is made of others, comes from outside, or is long.
  case entity(path: String, name: String)
  /// An IRI that leads into somebody's own machine.
  case localAddress(path: String, iri: String)
  /// A JSON-LD context that would have to be fetched.
  case remoteContext(path: String, iri: String)
  case malformed(path: String, line: Int, problem: String)
  /// None of the forms that are read.
  case unknownForm(path: String)
  case noLibrary
}
