internal import Catalogue
package import Domain
internal import SQLite
package import Sync

/// Which catalogue a desk has: numbers of releases, 0 for the bundled one.
package struct CatalogueStanding: Hashable, Sendable {
  package var active: Int64
  /// At least `active`; above it where a release waits to be used.
  package var newest: Int64

  package init(active: Int64, newest: Int64) {
    self.active = active
    self.newest = newest
  }
}

/// What came of the wish to use the newest release.
package enum CatalogueChange: Hashable, Sendable {
  case changed
  /// The newest one is in use already.
  case unchanged
  /// A visit is being put together, on this desk or another screen of it.
  case postponed
  /// This program cannot read the release; the old catalogue stays.
  case unusable
}

extension LocalStore {
  /// Keeps a release for when nobody is at the window. The caller has checked it
  /// (`CatalogueRelease.open`). One that is not newer than what the desk has is not taken.
  package func keep(_ release: SignedRelease) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      guard release.number > (try ReleaseTable.numbers(connection).newest) else { return }
      try ReleaseTable.keep(release, connection)
    }
  }

  package func catalogueStanding() throws(StoreError) -> CatalogueStanding {
    try read { connection in
      let numbers = try ReleaseTable.numbers(connection)
      return CatalogueStanding(active: numbers.active, newest: numbers.newest)
    }
  }

  /// Brings the newest release into use, catalogue and search together, in one transaction: whoever
  /// looks sees the old one or the new one.
  package func activateRelease() throws(StoreError) -> CatalogueChange {
    let standing = try catalogueStanding()
    guard standing.newest > standing.active else { return .unchanged }
    // Asked before the release is read, since who is told to wait asks again soon.
    guard try !read({ try hasVisitElsewhere($0) }) else { return .postponed }
    guard let release = try read({ try ReleaseTable.waiting($0) }) else { return .unchanged }
    guard let content = Self.content(of: release) else { return .unusable }
    return try write { transaction in
      let connection = transaction.connection
      guard try ReleaseTable.waiting(connection)?.number == release.number else {
        return .unchanged
      }
      guard try !hasVisitElsewhere(connection) else { return .postponed }
      try replaceCatalogue(with: content, release.fingerprint, connection)
      try ReleaseTable.activate(release.number, connection)
      return .changed
    }
  }

  /// Within a transaction: whether the centre's release is stored, so that the program's own
  /// catalogue has no place. A newer program may read the same release into other values: then it is
  /// read again.
  func usesRelease(_ transaction: WriteTransaction) throws -> Bool {
    let connection = transaction.connection
    guard var release = try ReleaseTable.active(connection) else { return false }
    if try Self.isStored(release.fingerprint, connection) { return true }
    release.content = try ReleaseTable.content(of: release.number, connection) ?? []
    guard let content = Self.content(of: release) else { return false }
    try replaceCatalogue(with: content, release.fingerprint, connection)
    return true
  }

  private static func content(of release: SignedRelease) -> CatalogueContent? {
    do {
      let opened = try CatalogueRelease(content: release.content)
      return try opened.load(fingerprint: release.fingerprint)
    } catch {
      return nil
    }
  }
}
