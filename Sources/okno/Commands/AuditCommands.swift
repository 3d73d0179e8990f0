internal import Domain
internal import LocalStore

private let after = OptionSpec(
  "after", .number(0...Int.max), ru: "только записи после этого номера",
  en: "only entries after this number")
private let limit = OptionSpec(
  "limit", .number(1...1_000_000), ru: "не больше записей (обычно все)",
  en: "at most so many entries (usually all)")

extension CommandSpec {
  static let auditList = CommandSpec(
    path: ["audit", "list"],
    summary: LocalizedText(
      ru: "журнал: кто что смотрел и менял, по порядку",
      en: "the audit: who saw and changed what, in order"),
    options: [after, limit],
    shape: #"""
      [{"sequence","time","desk","employee","action","subject","subject_id","purpose"}]
      """#,
    examples: ["okno audit list --limit 20", "okno audit list --after 1500 --json"],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let entries = try store.auditEntries(
        after: Int64(session.invocation.number(after) ?? 0),
        limit: session.invocation.number(limit) ?? 1_000_000)
      return Reply(
        json: .array(entries, JSONValue.auditEntry), text: auditTable(entries, session))
    })

  static let auditVerify = CommandSpec(
    path: ["audit", "verify"],
    summary: LocalizedText(
      ru: "проверить цепочку журнала и операций", en: "check the chain of the audit and operations"),
    details: [
      LocalizedText(
        ru: "Код 65, если запись изменена, убрана, вставлена или отрезан конец.",
        en: "Exits with 65 when an entry was changed, taken out, put in, or the end was cut off.")
    ],
    shape: #"{"ok","faults":[{"log","sequence","kind"}]}"#,
    examples: ["okno audit verify"],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let faults = try store.verifyAudit()
      return Reply(
        json: [
          "ok": .bool(faults.isEmpty),
          "faults": .array(faults) {
            [
              "log": .string($0.log.rawValue), "sequence": .integer($0.sequence),
              "kind": .string($0.kind.rawValue),
            ]
          },
        ],
        text: faults.isEmpty
          ? session.words("цепочка цела", "the chain is whole")
          : TextTable.text(
            faults.map { fault in
              [
                AuditWords.log(fault.log, session.language), "\(fault.sequence)",
                fault.kind.name(session.language),
              ]
            }),
        failure: faults.isEmpty ? nil : brokenChain(faults.count))
    })
}

private func brokenChain(_ count: Int) -> Failure {
  .badData(
    "broken_chain",
    ru: "журнал не таков, каким был записан (мест: \(count)). Сохраните копию папки с данными и "
      + "сообщите ответственному за безопасность",
    en:
      "the log is not what was written (places: \(count)). Keep a copy of the data folder and tell "
      + "whoever answers for security")
}

private func auditTable(_ entries: [AuditEntry], _ session: Session) -> String {
  if entries.isEmpty { return session.words("записей нет", "no entries") }
  return TextTable.text(
    entries.map { entry in
      [
        "\(entry.sequence)", session.moment(entry.time), entry.action.name(session.language),
        AuditWords.subject(entry.subject, session.language), entry.subjectID,
        AuditWords.purpose(entry.purpose, session.language),
      ]
    })
}
