internal import Domain
internal import SQLite
internal import Sync

/// Releases of the catalogue: the one in use, and the newest that waits to be used.
enum ReleaseTable {
  /// The content comes last, so that a look at the numbers reads none of it.
  static let ddl = """
    CREATE TABLE catalogue_release (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      signature BLOB NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
    """

  /// The number and the signature of the release in use, without its content.
  static func active(_ connection: Connection) throws -> SignedRelease? {
    try connection.first("SELECT number, signature FROM catalogue_release WHERE active = 1") {
      SignedRelease(number: try $0.next(), content: [], signature: try $0.next())
    }
  }

  /// The newest release above the one in use.
  static func waiting(_ connection: Connection) throws -> SignedRelease? {
    try connection.first(
      """
      SELECT number, content, signature FROM catalogue_release
      WHERE active = 0 ORDER BY number DESC LIMIT 1
      """
    ) {
      SignedRelease(number: try $0.next(), content: try $0.next(), signature: try $0.next())
    }
  }

  static func content(of number: Int64, _ connection: Connection) throws -> [UInt8]? {
    try connection.value(
      "SELECT content FROM catalogue_release WHERE number = ?", number, as: [UInt8].self)
  }

  /// The numbers of the one in use and of the newest.
  static func numbers(_ connection: Connection) throws -> (active: Int64, newest: Int64) {
    let active = try connection.value(
      "SELECT number FROM catalogue_release WHERE active = 1", as: Int64.self)
    let newest = try connection.value(
      "SELECT number FROM catalogue_release ORDER BY number DESC LIMIT 1", as: Int64.self)
    return (active ?? 0, newest ?? 0)
  }

  /// Puts the release in the place of one that waits.
  static func keep(_ release: SignedRelease, _ connection: Connection) throws {
    try connection.run("DELETE FROM catalogue_release WHERE active = 0")
    try connection.run(
      "INSERT INTO catalogue_release (number, active, signature, content) VALUES (?, 0, ?, ?)",
      release.number, release.signature, release.content)
  }

  static func activate(_ number: Int64, _ connection: Connection) throws {
    try connection.run("DELETE FROM catalogue_release WHERE number <> ?", number)
    try connection.run("UPDATE catalogue_release SET active = 1 WHERE number = ?", number)
  }
}
