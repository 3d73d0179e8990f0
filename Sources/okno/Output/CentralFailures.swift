// What the central store and the way to it say, in a person's words.

internal import CentralStore
internal import Domain
internal import Postgres

extension Failure {
  init(_ error: PostgresError) {
    switch error {
    case .unreachable(let detail):
      self.init(
        .unreachable, code: "unreachable",
        ru: "центральное хранилище недоступно: \(detail). Проверьте адрес, порт и сеть",
        en: "the central store cannot be reached: \(detail). Check address, port and network")
    case .busy(let detail):
      self.init(
        .tryAgain, code: "busy",
        ru: "центральное хранилище занято: \(detail). Повторите через минуту",
        en: "the central store is busy: \(detail). Try again in a minute")
    case .authentication(let detail), .notAdmitted(let detail):
      self.init(
        .notPermitted, code: "authentication",
        ru: "сервер не впустил: \(detail). Проверьте имя, пароль и pg_hba.conf",
        en: "the server did not let us in: \(detail). Check name, password and pg_hba.conf")
    case .certificate(let detail):
      self.init(
        .notPermitted, code: "certificate",
        ru: "сертификат сервера не подтверждён: \(detail). Проверьте sslrootcert и имя сервера",
        en: "the server's certificate does not hold: \(detail). Check sslrootcert and the host")
    case .server(let fault): self = .server(fault)
    case .misuse(let detail):
      self.init(
        .badData, code: "connection_string", ru: "строка соединения: \(detail)",
        en: "connection string: \(detail)")
    }
  }

  private static func server(_ fault: ServerFault) -> Failure {
    switch fault.state {
    case "42501":
      Failure(
        .notPermitted, code: "not_permitted",
        ru: "у этой роли нет прав: \(fault.message). Нужен владелец базы с правом CREATEROLE",
        en: "this role may not: \(fault.message). It takes the database's owner with CREATEROLE")
    case "3D000":
      .badData(
        "no_database", ru: "нет такой базы: \(fault.message). Создайте её: createdb",
        en: "there is no such database: \(fault.message). Create it: createdb")
    case let state where ["40", "53", "55", "57"].contains(where: state.hasPrefix):
      Failure(
        .tryAgain, code: "busy", ru: "сервер занят: \(fault.message). Повторите",
        en: "the server is busy: \(fault.message). Try again")
    default: .internal("PostgreSQL \(fault.state): \(fault.message)")
    }
  }

  init(_ error: DSNFault) {
    switch error {
    case .unreadable:
      self.init(
        .badData, code: "connection_string",
        ru: "строку соединения не прочесть. Вид: host=… dbname=… user=… или postgresql://…",
        en: "the connection string cannot be read. Form: host=… dbname=… user=… or postgresql://…")
    case .plain(let host):
      self.init(
        .configuration, code: "plain_connection",
        ru:
          "связь с \(host) была бы без проверенного шифрования. Уберите sslmode (будет verify-full) "
          + "или, если так и задумано, поставьте в настройках allow_plain_connection: true",
        en:
          "the link to \(host) would have no checked encryption. Leave sslmode out (verify-full), "
          + "or, if that is meant, set allow_plain_connection: true in the configuration")
    case .service:
      self.init(
        .badData, code: "connection_string",
        ru: "service в строке соединения не допускается: назовите host и dbname",
        en: "a service is not allowed in the connection string: name host and dbname")
    }
  }

  init(_ error: AdministratorFault) {
    switch error {
    case .notThere:
      self = .badData(
        "not_a_central_store",
        ru: "в этой базе нет центрального хранилища. Создайте: okno central init",
        en: "there is no central store in this database. Make it: okno central init")
    case .newerSchema(let found, let known):
      self.init(
        .configuration, code: "newer_schema",
        ru: "хранилище создала новая версия программы (схема \(found), эта знает \(known)). "
          + "Обновите программу",
        en: "a newer Okno has set up the store (schema \(found), this one knows \(known)). "
          + "Update the program")
    case .oldServer(let version):
      self = .badData(
        "old_server", ru: "сервер PostgreSQL \(version), нужен 15 или новее",
        en: "the server is PostgreSQL \(version); it takes 15 or later")
    case .alreadyEnrolled(let centre, let desk):
      self = .badData(
        "already_enrolled",
        ru: "«\(desk)» центра «\(centre)» уже подключено. Заново, с новым паролем: --again",
        en: "“\(desk)” of “\(centre)” is enrolled already. Once more, with a new password: --again")
    case .unknownDesk(let centre, let desk):
      self = .badData(
        "unknown_desk",
        ru: "у центра «\(centre)» нет подключённого окна «\(desk)». Список: okno central status",
        en: "“\(centre)” has no enrolled desk “\(desk)”. List: okno central status")
    case .unknownCentre(let name):
      self = .badData(
        "unknown_centre", ru: "нет центра «\(name)». Список: okno central status",
        en: "there is no centre “\(name)”. List: okno central status")
    case .releaseTooLow(let newest):
      self = .badData(
        "release_too_low",
        ru: "номер выпуска должен быть больше \(newest), иначе окна его не возьмут",
        en: "the release's number has to be above \(newest), or no desk takes it")
    case .anotherReleaseKey:
      self = .badData(
        "another_key",
        ru: "прежние выпуски подписаны другим ключом, и окна знают только его",
        en: "earlier releases were signed with another key, and desks know only that one")
    }
  }
}
