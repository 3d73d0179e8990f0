internal import Catalogue
internal import CentralStore
internal import Domain

private let key = OptionSpec(
  "key", .file, isRequired: true, ru: "файл ключа из okno central make-key",
  en: "a key file of okno central make-key")
private let number = OptionSpec(
  "number", .number(1...999_999_999), isRequired: true,
  ru: "номер выпуска, больше всех прежних", en: "the release's number, above all earlier ones")
private let onlyCentre = OptionSpec(
  "centre", .text, ru: "только этому центру", en: "for this centre only")
private let days = OptionSpec(
  "days", .number(30...3650), ru: "сколько дней хранить отметки об удалении; обычно 90",
  en: "how many days tombstones are kept; usually 90")
private let operationDays = OptionSpec(
  "operation-days", .number(90...3650),
  ru: "сколько дней помнить операции; обычно 400",
  en: "how many days operations are remembered; usually 400")

extension CommandSpec {
  static let centralPublish = CommandSpec(
    path: ["central", "publish"],
    access: .anyone,
    summary: LocalizedText(
      ru: "раздать окнам подписанный справочник", en: "hand out a signed catalogue to the desks"),
    operands: [OperandSpec(.directory, ru: "папка справочника", en: "the catalogue's folder")],
    options: [key, number, onlyCentre] + CentralOptions.all,
    shape: #"{"number","centre"}"#,
    examples: ["okno central publish ./catalogue --number 12 --key release.key"],
    run: publish)

  static let centralMakeKey = CommandSpec(
    path: ["central", "make-key"],
    access: .anyone,
    summary: LocalizedText(
      ru: "создать ключ для подписи справочников", en: "make a key to sign catalogues with"),
    details: [
      LocalizedText(
        ru: "Файл открыт только владельцу; храните его отдельно от сервера. Открытую половину окна "
          + "получают при подключении после первого выпуска.",
        en:
          "The file is its owner's alone; keep it away from the server. Desks get the public half "
          + "when they are enrolled after the first release.")
    ],
    operands: [OperandSpec(.file, ru: "куда записать", en: "where to write it")],
    shape: #"{"file","public_key"}"#,
    examples: ["okno central make-key release.key"],
    run: { session in
      let path = session.invocation.operand(0)
      let secret = ReleaseSecretKey.generate()
      try SmallFile.write(secret.text + "\n", to: path)
      return Reply(
        json: ["file": .string(path), "public_key": .string(secret.publicKey.text)],
        text: session.words("ключ записан: ", "key written: ") + path)
    })

  static let centralNewEpoch = CommandSpec(
    path: ["central", "new-epoch"],
    access: .anyone,
    summary: LocalizedText(
      ru: "после восстановления базы: окна сверяют всё заново",
      en: "after a restore of the database: desks compare everything anew"),
    details: [
      LocalizedText(
        ru:
          "Вызывайте после восстановления из копии и после перехода на резервный сервер, который мог "
          + "не получить последние изменения. Окна передадут недостающее сами.",
        en:
          "Call it after a restore, and after a switch to a standby that may lack the last changes. "
          + "Desks send by themselves what is missing.")
    ],
    options: CentralOptions.all,
    shape: #"{"centres"}"#,
    examples: ["okno central new-epoch --dsn-file /etc/okno/central.dsn"],
    run: { session in
      let centres = try session.withAdministrator { try $0.beginEpoch() }
      return Reply(
        json: ["centres": .integer(centres)],
        text: session.words("новая эпоха, центров: ", "a new epoch, centres: ") + "\(centres)",
        notes: session.passwordNotes())
    })

  static let centralPrune = CommandSpec(
    path: ["central", "prune"],
    access: .anyone,
    summary: LocalizedText(
      ru: "забыть старые отметки об удалении и номера операций",
      en: "forget old tombstones and numbers of operations"),
    options: [days, operationDays] + CentralOptions.all,
    shape: #"{"tombstones","operations"}"#,
    examples: ["okno central prune --dsn-file /etc/okno/central.dsn"],
    run: { session in
      let pruned = try session.withAdministrator {
        try $0.prune(
          days: session.invocation.number(days) ?? 90,
          operationDays: session.invocation.number(operationDays) ?? 400)
      }
      return Reply(
        json: [
          "tombstones": .integer(pruned.tombstones), "operations": .integer(pruned.operations),
        ],
        text: session.words("забыто отметок: ", "tombstones forgotten: ")
          + "\(pruned.tombstones), " + session.words("операций: ", "operations: ")
          + "\(pruned.operations)",
        notes: session.passwordNotes())
    })
}

private func publish(_ session: Session) throws -> Reply {
  let path = session.invocation.value(key) ?? ""
  guard let secret = ReleaseSecretKey(try Session.firstLine(of: path)) else {
    throw Failure.badData(
      "key", ru: "\(path) — не ключ. Создайте: okno central make-key",
      en: "\(path) is no key. Make one: okno central make-key")
  }
  let centre = session.invocation.has(onlyCentre) ? try session.name(onlyCentre) : nil
  let release: CatalogueRelease
  do {
    release = try CatalogueRelease(
      number: Int64(session.invocation.number(number) ?? 0),
      from: CatalogueDirectory(session.invocation.operand(0)))
    try release.check()
  } catch let error as ReleaseError {
    throw Failure.badData(
      "catalogue", ru: "справочник не годится: \(error.description)",
      en: "the catalogue will not do: \(error.description)")
  }
  let signed = release.signed(with: secret)
  try session.withAdministrator {
    try $0.publish(signed, key: secret.publicKey.text, centre: centre)
  }
  return Reply(
    json: ["number": .integer(release.number), "centre": .text(centre)],
    text: session.words("выпуск роздан: ", "release handed out: ") + "\(release.number)",
    notes: session.passwordNotes())
}
