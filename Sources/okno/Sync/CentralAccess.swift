// With what this desk enters the central store.

internal import Catalogue
internal import CentralStore
internal import Configuration
internal import Domain
internal import Glibc
internal import Sync
internal import SyncRuntime

/// The desk's credentials, read and found to be usable.
struct CentralAccess: Sendable {
  let credentials: Credentials
  let releaseKey: ReleasePublicKey?
  let allowsPlainConnection: Bool

  /// `nil` where the desk has no credentials and works alone.
  init?(_ session: Session) throws(Failure) {
    guard let path = session.credentialsPath else { return nil }
    do throws(CredentialsFault) {
      credentials = try Credentials(file: path)
    } catch {
      throw Failure(error)
    }
    allowsPlainConnection = session.configuration.allowPlainConnection
    releaseKey = try Self.releaseKey(credentials, path)
    do throws(DSNFault) {
      _ = try PostgresRemote(credentials, allowPlainConnection: allowsPlainConnection)
    } catch {
      throw Failure(error, path)
    }
  }

  /// What syncs with them.
  func session(directory: String) -> SyncSession {
    SyncSession(
      directory: directory, program: "okno \(Program.version)", desk: credentials.deskID,
      releaseKey: releaseKey, makeRemote: remote)
  }

  @Sendable func remote() -> any SyncRemote {
    do {
      return try PostgresRemote(credentials, allowPlainConnection: allowsPlainConnection)
    } catch {
      // Tried at the start already; a policy does not change while the program runs.
      preconditionFailure("credentials that were good are not any more")
    }
  }

  private static func releaseKey(
    _ credentials: Credentials, _ path: String
  ) throws(Failure) -> ReleasePublicKey? {
    guard let text = credentials.releaseKey else { return nil }
    guard let key = ReleasePublicKey(text) else {
      throw Failure(.unreadable("\(path): release_key: 64 hexadecimal digits are wanted"))
    }
    return key
  }
}

extension Session {
  /// The file that counts: the configuration's, else the first of the usual ones that is there.
  var credentialsPath: String? {
    if let named = configuration.syncCredentials { return named }
    return environment.credentialPlaces.first { access($0, F_OK) == 0 }
  }
}

extension Environment {
  var credentialPlaces: [String] {
    [configHome.map { "\($0)/okno/credentials.json5" }, "/etc/okno/credentials.json5"]
      .compactMap(\.self)
  }
}

extension Failure {
  static func noCredentials(_ places: [String]) -> Failure {
    let list = places.joined(separator: ", ")
    return Failure(
      .configuration, code: "no_credentials",
      ru: "у этого окна нет доступа к центральному хранилищу: нет файла \(list). Его выдаёт "
        + "администратор: okno central enrol. Без него окно работает само по себе",
      en:
        "this desk has no access to the central store: there is no file \(list). An administrator "
        + "makes it: okno central enrol. Without it the desk works alone")
  }

  init(_ fault: CredentialsFault) {
    switch fault {
    case .missing(let path):
      self.init(
        .configuration, code: "no_credentials",
        ru: "нет файла \(path), который назван в настройках (sync_credentials). Его выдаёт "
          + "администратор: okno central enrol",
        en: "there is no file \(path), which the configuration names (sync_credentials). An "
          + "administrator makes it: okno central enrol")
    case .tooOpen(let path):
      self.init(
        .configuration, code: "credentials_too_open",
        ru: "\(path) могут читать и другие, а в нём пароль окна. Закройте его: chmod 600 \(path)",
        en: "\(path) can be read by others, and the desk's password is in it. Close it: "
          + "chmod 600 \(path)")
    case .unreadable(let reason):
      self.init(
        .configuration, code: "credentials_unreadable",
        ru: "файл доступа к центральному хранилищу не читается: \(reason)",
        en: "the credentials for the central store cannot be read: \(reason)")
    case .exists(let path):
      self.init(
        .cannotCreate, code: "exists", ru: "файл \(path) уже есть. Назовите другой",
        en: "there is a file \(path) already. Name another")
    case .cannotWrite(let path, let reason):
      self.init(
        .cannotCreate, code: "cannot_create", ru: "не удалось записать \(path): \(reason)",
        en: "\(path) cannot be written: \(reason)")
    }
  }

  init(_ fault: DSNFault, _ path: String) {
    switch fault {
    case .plain(let host):
      self.init(
        .configuration, code: "plain_connection",
        ru: "связь с \(host) была бы без проверки шифрования и сертификата (sslmode в \(path)). "
          + "Оставьте verify-full. Если сеть защищена иначе, разрешите в настройках: "
          + "allow_plain_connection: true",
        en: "the link to \(host) would be without checked encryption (sslmode in \(path)). Leave "
          + "verify-full. Where the network is protected otherwise, allow it in the configuration: "
          + "allow_plain_connection: true")
    case .service, .unreadable:
      self.init(
        .configuration, code: "dsn",
        ru: "строка подключения (dsn в \(path)) не подходит. Выдайте файл заново: "
          + "okno central enrol",
        en: "the connection string (dsn in \(path)) is of no use. Make the file anew: "
          + "okno central enrol")
    }
  }
}
