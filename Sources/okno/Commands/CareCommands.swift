internal import Domain
internal import LocalStore

extension CommandSpec {
  static let backup = CommandSpec(
    path: ["backup"],
    access: .needs(.maintain),
    summary: LocalizedText(
      ru: "проверенная копия всех данных в одном файле",
      en: "a checked copy of all data in one file"),
    details: [
      LocalizedText(
        ru: "Работать при этом можно дальше. Прежняя копия с этим именем заменяется, когда новая "
          + "готова. Файл открыт только владельцу: в нём все личные данные.",
        en:
          "Work may go on meanwhile. An earlier copy of that name is replaced once the new one is "
          + "whole. The file is its owner's alone: it holds all personal data.")
    ],
    operands: [OperandSpec(.file, ru: "куда записать", en: "where to write it")],
    shape: #"{"file"}"#,
    examples: ["okno backup /mnt/backup/okno-2026-11-24.sqlite"],
    run: { session in
      let path = session.invocation.operand(0)
      try BackupTarget.check(path)
      let store = try session.openForWriting()
      defer { store.close() }
      try store.backup(to: path, session.stamp(store))
      return Reply(
        json: ["file": .string(path)], text: session.words("копия записана: ", "written: ") + path)
    })

  static let restore = CommandSpec(
    path: ["restore"],
    access: .needs(.maintain),
    summary: LocalizedText(
      ru: "вернуть данные из копии", en: "put a copy in the place of the data"),
    details: [
      LocalizedText(
        ru:
          "Копия сначала проверяется. Прежние данные остаются рядом под другим именем. Окно при этом "
          + "должно быть закрыто.",
        en:
          "The copy is checked first. The data that were there stay beside it under another name. "
          + "No desk may be open meanwhile.")
    ],
    operands: [OperandSpec(.file, ru: "файл из okno backup", en: "a file of okno backup")],
    shape: #"{"file","replaced"}"#,
    examples: ["okno restore /mnt/backup/okno-2026-11-24.sqlite"],
    run: { session in
      let path = session.invocation.operand(0)
      let replaced = try restored(from: path, session)
      let kept = replaced.map {
        session.words("; прежние данные: ", "; the data from before: ") + $0
      }
      return Reply(
        json: ["file": .string(path), "replaced": .text(replaced)],
        text: session.words("данные восстановлены из ", "restored from ") + path + (kept ?? ""))
    })

  static let doctor = CommandSpec(
    path: ["doctor"],
    access: .needs(.maintain),
    summary: LocalizedText(
      ru: "проверить данные, права, место и настройки; ничего не меняет",
      en: "look over data, modes, space and configuration; changes nothing"),
    needsConfiguration: false,
    shape: #"[{"subject","level":"fine"|"warning"|"fault","detail"}]"#,
    examples: ["okno doctor"],
    run: { session in
      let findings = try LocalStore.doctor(session.dataDirectory()).map(DoctorFinding.init)
      let all =
        findings + [
          DoctorFinding.configuration(session), .credentials(session), .calendar(session),
        ]
      return Reply(
        json: .array(all) {
          [
            "subject": .string($0.subject), "level": .string($0.level.rawValue),
            "detail": .string($0.detail),
          ]
        },
        text: TextTable.text(
          all.map {
            [
              $0.sign, $0.name(session.language), DoctorWords.detail($0.detail, session.language),
            ]
          }),
        failure: DoctorFinding.failure(all))
    })
}

private func restored(from path: String, _ session: Session) throws -> String? {
  do {
    return try LocalStore.restore(
      from: path, into: session.dataDirectory(), ids: session.newIDs(), now: session.now)
  } catch StoreError.corrupt(path, let detail) {
    throw Failure.badData(
      "corrupt",
      ru:
        "копия \(path) повреждена: \(Failure.russian(detail)). Возьмите другую; прежние данные целы",
      en: "the copy \(path) is damaged: \(detail). Take another; the data are untouched")
  }
}
