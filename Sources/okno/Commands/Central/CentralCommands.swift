internal import CentralStore
internal import Configuration
internal import Domain
internal import Glibc

private let output = OptionSpec(
  "output", .file, isRequired: true, ru: "куда записать файл доступа окна",
  en: "where to write the desk's credentials")
private let deskDSN = OptionSpec(
  "desk-dsn", .text, ru: "строка соединения, которую получит окно, если она другая",
  en: "the connection string for the desk, where it is another one")
private let again = OptionSpec(
  "again", ru: "подключить заново: прежний доступ окна закрывается",
  en: "enrol once more: the desk's earlier access ends")

extension CommandSpec {
  static let centralInit = CommandSpec(
    path: ["central", "init"],
    access: .anyone,
    summary: LocalizedText(
      ru: "создать центральное хранилище или привести его к этой версии",
      en: "make the central store, or bring it to this version"),
    details: [
      LocalizedText(
        ru: "Повторный вызов ничего не меняет. Нужна пустая база PostgreSQL 15 или новее и роль с "
          + "правами на неё и на создание ролей.",
        en:
          "Calling it again changes nothing. It takes an empty database of PostgreSQL 15 or later "
          + "and a role with rights on it and to create roles.")
    ],
    options: CentralOptions.all,
    shape: #"{"from","to"}"#,
    examples: ["okno central init --dsn postgresql://admin@db.example/okno"],
    run: { session in
      let migrated = try session.withAdministrator { try $0.initialise() }
      let text =
        migrated.from == migrated.to
        ? session.words("хранилище уже этой версии: ", "the store is of this version already: ")
        : session.words("хранилище готово, версия ", "the store is ready, version ")
      return Reply(
        json: ["from": .integer(migrated.from), "to": .integer(migrated.to)],
        text: text + String(migrated.to), notes: session.passwordNotes())
    })

  static let centralEnrol = CommandSpec(
    path: ["central", "enrol"],
    access: .anyone,
    summary: LocalizedText(
      ru: "дать окну доступ к центральному хранилищу", en: "give a desk access to the central store"
    ),
    details: [
      LocalizedText(
        ru:
          "Пишет файл доступа с новым паролем, открытый только владельцу. Перенесите его на машину "
          + "окна в ~/.config/okno/credentials.json5 и сотрите здесь.",
        en:
          "Writes the credentials with a new password, for their owner alone. Take the file to the "
          + "desk's machine as ~/.config/okno/credentials.json5, and delete it here.")
    ],
    options: [CentralOptions.centre, CentralOptions.desk, output, deskDSN, again]
      + CentralOptions.all,
    shape: #"{"centre","desk","role","file"}"#,
    examples: [
      "okno central enrol --centre Центральный --desk Окно-3 --output desk-3.json5"
    ],
    run: enrol)

  static let centralStatus = CommandSpec(
    path: ["central", "status"],
    access: .anyone,
    summary: LocalizedText(
      ru: "окна, их отставание и отклонённые операции",
      en: "desks, how far they are behind, and refused operations"),
    options: CentralOptions.all,
    shape: #"{"schema","centres","release","desks":[{"centre","desk","program","protocol","seen","#
      + #""lag","accepted","merged","refused","forked","revoked"}]}"#,
    examples: ["okno central status --dsn-file /etc/okno/central.dsn"],
    run: { session in
      let status = try session.withAdministrator { try $0.status() }
      return Reply(
        json: CentralStatusText.json(status),
        text: CentralStatusText(status: status, session: session).text,
        notes: session.passwordNotes())
    })

  static let centralRevoke = CommandSpec(
    path: ["central", "revoke"],
    access: .anyone,
    summary: LocalizedText(ru: "закрыть доступ окна", en: "end a desk's access"),
    details: [
      LocalizedText(
        ru: "Что окно уже передало, остаётся; непереданное остаётся в окне.",
        en: "What the desk has sent stays; what it has not sent stays on the desk.")
    ],
    options: [CentralOptions.centre, CentralOptions.desk] + CentralOptions.all,
    shape: #"{"centre","desk"}"#,
    examples: ["okno central revoke --centre Центральный --desk Окно-3"],
    run: { session in
      let centre = try session.name(CentralOptions.centre)
      let desk = try session.name(CentralOptions.desk)
      try session.withAdministrator { try $0.revoke(centre: centre, desk: desk) }
      return Reply(
        json: ["centre": .string(centre), "desk": .string(desk)],
        text: session.words("доступ закрыт: ", "access ended: ") + "\(centre), \(desk)",
        notes: session.passwordNotes())
    })
}

private func enrol(_ session: Session) throws -> Reply {
  let centre = try session.name(CentralOptions.centre)
  let desk = try session.name(CentralOptions.desk)
  let path = session.invocation.value(output) ?? ""
  let reachable = try session.invocation.value(deskDSN) ?? session.centralDSN()
  // A desk must be able to use what it is given.
  _ = try DSNPolicy.settings(
    dsn: reachable, allowPlainConnection: session.configuration.allowPlainConnection)
  var isWritten = false
  do {
    let credentials = try session.withAdministrator { administrator in
      try administrator.enrol(
        centre: centre, desk: desk, dsn: reachable, isAgain: session.invocation.has(again)
      ) { credentials in
        try credentials.write(to: path)
        isWritten = true
      }
    }
    return Reply(
      json: [
        "centre": .string(centre), "desk": .string(desk), "role": .string(credentials.role),
        "file": .string(path),
      ],
      text: session.words("файл доступа записан: ", "credentials written: ") + path,
      notes: session.passwordNotes())
  } catch {
    // The server did not keep what the file says.
    if isWritten { unlink(path) }
    throw error
  }
}
