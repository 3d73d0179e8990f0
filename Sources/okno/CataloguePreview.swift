// `--catalogue DIR`: a catalogue is looked at as clerks will see it, before it is published.

internal import Catalogue
internal import Domain
internal import FoundationEssentials
internal import Glibc
internal import LocalStore
internal import Sync

extension OptionSpec {
  static let preview = OptionSpec(
    "catalogue", .directory,
    ru: "просмотр: справочник из этой папки, с чистой временной базой",
    en: "a preview: the catalogue of this folder, with an empty store for the time being")
}

/// A store of its own, with the catalogue of a folder, that is gone afterwards: nothing that is tried comes
/// among the desk's data.
struct CataloguePreview {
  /// The data directory.
  let directory: String
  /// The catalogue's folder, as it was named.
  let shownName: String

  init(of folder: String, _ session: Session) throws {
    // Mistakes are told with file and line before anything is made.
    let catalogue = CatalogueDirectory(folder)
    _ = try catalogue.load()
    _ = try catalogue.adviceBook()
    directory = try Self.makeDirectory(in: session.environment.temporary)
    shownName = folder
    do {
      try install(try CatalogueRelease(number: 1, from: catalogue), session)
    } catch {
      remove()
      throw error
    }
  }

  /// As if the centre had sent it, but for the signature: this store takes none.
  private func install(_ release: CatalogueRelease, _ session: Session) throws {
    let store = try LocalStore(
      directory: directory, access: .readWrite, ids: session.newIDs(), now: session.now)
    defer { store.close() }
    try store.keep(SignedRelease(number: release.number, content: release.content, signature: []))
    guard try store.activateRelease() == .changed else {
      throw Failure.internal("the catalogue could not be used")
    }
  }

  private static func makeDirectory(in place: String) throws(Failure) -> String {
    var template = Array("\(place)/okno-preview-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(
        .cannotCreate, code: "cannot_create", ru: "\(place): папка для просмотра не создаётся",
        en: "\(place): no folder for the preview can be made")
    }
    return String(cString: made)
  }

  func remove() { try? FileManager.default.removeItem(atPath: directory) }
}

extension Session {
  /// With the catalogue that is to be looked at, where the command takes one.
  func previewing(for command: CommandSpec) throws -> Session {
    guard command.options.contains(.preview), let folder = invocation.value(.preview) else {
      return self
    }
    var session = self
    session.preview = try CataloguePreview(of: folder, self)
    return session
  }
}
