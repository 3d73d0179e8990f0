package import Domain
internal import Glibc
internal import JSON5

/// What `okno central enrol` gives a desk.
package struct Credentials: Hashable, Sendable {
  /// Without role and password.
  package var dsn: String
  package var role: String
  /// Absent where a client's certificate stands in the connection string.
  package var password: String?
  package var centre: String
  package var desk: String
  /// What the central store calls this desk in the bodies of visits.
  package var deskID: Identifier<Desk>
  /// The public key that catalogue releases are checked with, in hexadecimal digits; absent until one
  /// was published.
  package var releaseKey: String?

  package init(
    dsn: String, role: String, password: String?, centre: String, desk: String,
    deskID: Identifier<Desk>, releaseKey: String? = nil
  ) {
    self.dsn = dsn
    self.role = role
    self.password = password
    self.centre = centre
    self.desk = desk
    self.deskID = deskID
    self.releaseKey = releaseKey
  }
}

package enum CredentialsFault: Error, Hashable, Sendable {
  case missing(path: String)
  /// Others than its owner can read the file.
  case tooOpen(path: String)
  /// What is wrong with it, with the line, without values.
  case unreadable(String)
  /// There is a file of that name already.
  case exists(path: String)
  case cannotWrite(path: String, reason: String)
}

extension Credentials {
  private struct File: Decodable {
    enum CodingKeys: String, CodingKey {
      case dsn, role, password, centre, desk
      case deskID = "desk_id"
      case releaseKey = "release_key"
    }

    var dsn: String
    var role: String
    var password: String?
    var centre: String
    var desk: String
    var deskID: Identifier<Desk>
    var releaseKey: String?
  }

  /// Reads a file that only its owner can read.
  package init(file path: String) throws(CredentialsFault) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .missing(path: path) }
    guard facts.st_mode & 0o077 == 0 else { throw .tooOpen(path: path) }
    let file: File
    do {
      file = try JSON5Document(file: path).decode(File.self)
    } catch {
      throw .unreadable("\(error)")
    }
    self.init(
      dsn: file.dsn, role: file.role, password: file.password, centre: file.centre,
      desk: file.desk, deskID: file.deskID, releaseKey: file.releaseKey)
  }

  /// Writes a new file for its owner alone; one that is there is never touched.
  package func write(to path: String) throws(CredentialsFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? .exists(path: path)
        : .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    defer { Glibc.close(descriptor) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, Array(bytes[done...]), bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = String(cString: strerror(errno))
        unlink(path)
        throw .cannotWrite(path: path, reason: reason)
      }
      done += count
    }
    fsync(descriptor)
  }

  private var text: String {
    var lines = [
      ("dsn", dsn), ("role", role), ("centre", centre), ("desk", desk), ("desk_id", "\(deskID)"),
    ]
    if let password { lines.append(("password", password)) }
    if let releaseKey { lines.append(("release_key", releaseKey)) }
    return "// The credentials of one desk of Okno: for nobody but its owner.\n{\n"
      + lines.map { "  \($0.0): \(Self.quoted($0.1)),\n" }.joined() + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
