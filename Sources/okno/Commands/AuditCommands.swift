internal import CentralStore
internal import Domain
internal import LocalStore

private let after = OptionSpec(
  "after", .number(0...Int.max), ru: "только записи после этого номера",
  en: "only entries after this number")
private let limit = OptionSpec(
  "limit", .number(1...1_000_000), ru: "не больше записей (обычно все)",
  en: "at most so many entries (usually all)")
private let citizen = OptionSpec(
  "citizen", .identifier, ru: "только об этом заявителе", en: "only about this citizen")
private let from = OptionSpec("from", .date, ru: "с этого дня", en: "from this day on")
private let to = OptionSpec("to", .date, ru: "по этот день", en: "up to this day")

extension CommandSpec {
  static let auditList = CommandSpec(
    path: ["audit", "list"],
    access: .needs(.readAudit),
    summary: LocalizedText(
      ru: "журнал: кто что смотрел и менял, по порядку",
      en: "the audit: who saw and changed what, in order"),
    options: [citizen, from, to, after, limit],
    shape: #"""
      [{"sequence","time","desk","employee","action","subject","subject_id","purpose"}]
      """#,
    examples: [
      "okno audit list --limit 20", "okno audit list --after 1500 --json",
      "okno audit list --citizen 0193a5c0-0000-7000-8000-000000000001 --from 2026-11-01",
    ],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let invocation = session.invocation
      let filter = AuditFilter(
        citizen: invocation.value(citizen).flatMap { Citizen.ID($0) },
        from: invocation.date(from)?.start(offset: session.offset),
        before: invocation.date(to)?.adding(days: 1).start(offset: session.offset))
      let entries = try store.auditEntries(
        after: Int64(invocation.number(after) ?? 0),
        limit: invocation.number(limit) ?? 1_000_000, filter)
      let roster = try store.staff()
      return Reply(
        json: .array(entries, JSONValue.auditEntry), text: auditTable(entries, roster, session))
    })

  static let auditVerify = CommandSpec(
    path: ["audit", "verify"],
    access: .needs(.readAudit),
    summary: LocalizedText(
      ru: "проверить журнал: цепочку здесь и отметки о нём в центре",
      en: "check the audit: its chain here, and its anchors at the central store"),
    details: [
      LocalizedText(
        ru:
          "При каждом обмене центр запоминает конец журнала, и переписать журнал так, чтобы никто "
          + "не заметил, на этой машине нельзя. Без связи проверяется одна цепочка, и ответ говорит "
          + "об этом. Код 65, если запись изменена, убрана, вставлена или отрезан конец.",
        en:
          "At each sync the central store notes the end of the audit, so that it cannot be rewritten "
          + "on this machine unnoticed. Without a link the chain alone is checked, and the answer says "
          + "so. Exits with 65 when an entry was changed, taken out, put in, or the end was cut off."
      )
    ],
    shape: #"{"ok","faults":[{"log","sequence","kind"}],"anchors":{"checked","problem"}}"#,
    examples: ["okno audit verify"],
    run: verify)
}

private func verify(_ session: Session) throws -> Reply {
  let store = try session.openForReading()
  defer { store.close() }
  let anchors = session.readAnchors()
  var faults = try store.verifyAudit()
  var checked: Int?
  var notes: [String] = []
  if case .read(let read) = anchors {
    let findings = try store.verifyAudit(against: read)
    faults += findings.faults.filter { !faults.contains($0) }
    checked = findings.checked
    if findings.lostByRestore > 0 {
      notes.append(
        session.words(
          "записей потеряно при восстановлении из копии: ", "entries lost by a restore: ")
          + "\(findings.lostByRestore)")
    }
  }
  let scope = anchors.sentence(checked, session)
  let text =
    faults.isEmpty
    ? session.words("цепочка цела; ", "the chain is whole; ") + scope
    : TextTable.text(
      faults.map { fault in
        [
          AuditWords.log(fault.log, session.language), "\(fault.sequence)",
          fault.kind.name(session.language),
        ]
      }) + "\n" + scope
  return Reply(
    json: [
      "ok": .bool(faults.isEmpty),
      "faults": .array(faults) {
        [
          "log": .string($0.log.rawValue), "sequence": .integer($0.sequence),
          "kind": .string($0.kind.rawValue),
        ]
      },
      "anchors": [
        "checked": checked.map { .integer($0) } ?? .null, "problem": .text(anchors.problem),
      ],
    ], text: text, notes: notes, failure: faults.isEmpty ? nil : brokenChain(faults.count))
}

/// The central store's anchors, or why there are none.
private enum FoundAnchors {
  case read([AuditAnchor])
  /// The desk works alone.
  case alone
  case unreachable

  var problem: String? {
    switch self {
    case .read: nil
    case .alone: "alone"
    case .unreachable: "unavailable"
    }
  }

  func sentence(_ checked: Int?, _ session: Session) -> String {
    switch self {
    case .read:
      session.words("сверено с отметками центра: ", "compared with anchors of the central store: ")
        + "\(checked ?? 0)"
    case .alone:
      session.words(
        "окно работает без центра, сверить не с чем",
        "the desk works without a central store, there is nothing to compare with")
    case .unreachable:
      session.words(
        "с отметками центра не сверено: нет связи, или центр их не хранит",
        "not compared with the central store's anchors: there is no link, or it keeps none")
    }
  }
}

extension Session {
  /// A central store that cannot be asked, for whatever reason, leaves the chain to be checked.
  fileprivate func readAnchors() -> FoundAnchors {
    do {
      guard let access = try CentralAccess(self) else { return .alone }
      return .read(
        try AuditAnchors.read(
          access.credentials, allowPlainConnection: access.allowsPlainConnection))
    } catch {
      return .unreachable
    }
  }
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

private func auditTable(
  _ entries: [AuditEntry], _ roster: StaffRoster, _ session: Session
) -> String {
  if entries.isEmpty { return session.words("записей нет", "no entries") }
  return TextTable.text(
    entries.map { entry in
      [
        "\(entry.sequence)", session.moment(entry.time),
        entry.employee.map { roster[$0]?.name ?? "\($0)" } ?? "–",
        entry.action.name(session.language), AuditWords.subject(entry.subject, session.language),
        entry.subjectID, AuditWords.purpose(entry.purpose, session.language),
      ]
    })
}
