internal import CentralStore
internal import Configuration
internal import Domain
internal import Postgres

/// The options that name the central store.
enum CentralOptions {
  static let dsn = OptionSpec(
    "dsn", .text,
    ru: "строка соединения с центральным хранилищем: host=… dbname=… user=… или postgresql://…",
    en: "the central store's connection string: host=… dbname=… user=… or postgresql://…")
  static let dsnFile = OptionSpec(
    "dsn-file", .file,
    ru:
      "файл со строкой соединения, чтобы пароля не было в командной строке; или переменная OKNO_DSN",
    en: "a file with the connection string, to keep a password off the command line; or OKNO_DSN")

  static let all = [dsn, dsnFile]

  static let centre = OptionSpec(
    "centre", .text, isRequired: true, ru: "название центра", en: "the centre's name")
  static let desk = OptionSpec(
    "desk", .text, isRequired: true, ru: "название окна в центре",
    en: "the desk's name in the centre")
}

extension Session {
  /// The connection string, from the first place that has one.
  func centralDSN() throws -> String {
    if let dsn = invocation.value(CentralOptions.dsn) { return dsn }
    if let path = invocation.value(CentralOptions.dsnFile) { return try Self.firstLine(of: path) }
    if let dsn = environment.centralDSN { return dsn }
    throw Failure.usage(
      invocation.command,
      ru: "не указано хранилище: --dsn, --dsn-file или переменная OKNO_DSN",
      en: "no store is named: --dsn, --dsn-file or the variable OKNO_DSN")
  }

  /// What stands on a command line can be read by every user of the machine.
  func passwordNotes() -> [String] {
    guard let dsn = invocation.value(CentralOptions.dsn),
      let connection = try? ConnectionString(dsn), connection["password"] != nil
    else { return [] }
    return [
      words(
        "пароль в командной строке виден всем на этой машине: возьмите --dsn-file или OKNO_DSN",
        "a password on the command line can be seen by all on this machine: use --dsn-file or "
          + "OKNO_DSN")
    ]
  }

  func withAdministrator<T>(_ body: (Administrator) throws -> T) throws -> T {
    let administrator = try Administrator(
      dsn: try centralDSN(), allowPlainConnection: configuration.allowPlainConnection)
    defer { administrator.close() }
    return try body(administrator)
  }

  /// The name of a centre or a desk, as a person may write one.
  func name(_ option: OptionSpec) throws(Failure) -> String {
    let name = invocation.value(option) ?? ""
    let isSound =
      (1...100).contains(name.count) && name.first != " " && name.last != " "
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isSound else {
      throw .badData(
        "name", ru: "--\(option.name): нужно название от 1 до 100 знаков без пробелов по краям",
        en: "--\(option.name): a name of 1 to 100 characters, without blanks at its ends")
    }
    return name
  }

  static func firstLine(of path: String) throws(Failure) -> String {
    let text: String
    do {
      text = String(decoding: try SmallFile.bytes(of: path), as: UTF8.self)
    } catch {
      throw Failure(
        .inputOutput, code: "input_output", ru: "не удалось прочесть \(path)",
        en: "\(path) cannot be read")
    }
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }
}
