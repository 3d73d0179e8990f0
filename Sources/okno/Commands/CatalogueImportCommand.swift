internal import CPSVAP
internal import Canvas
internal import Catalogue
internal import Domain
internal import JSON5
internal import LocalStore

private let dryRun = OptionSpec(
  "dry-run", ru: "только показать, что в файле; ничего не менять",
  en: "only show what the file holds; change nothing")
private let source = OptionSpec(
  "source", .text, ru: "чей это справочник; без этого — по адресам услуг или имени файла",
  en: "whose catalogue it is; without it, by the services' addresses or the file's name")
private let replace = OptionSpec(
  "replace", ru: "взять новое содержание там, где импортированное раньше изменилось",
  en: "take the new content where what was imported before has changed")

extension CommandSpec {
  static let catalogueImport = CommandSpec(
    path: ["catalogue", "import"],
    access: .needs(.maintain),
    isOpenWith: dryRun,
    summary: LocalizedText(
      ru: "взять записи из чужого справочника", en: "take entries from another catalogue"),
    details: [
      LocalizedText(
        ru: "Читает CPSV-AP как RDF/XML, Turtle и JSON-LD, и свой JSON5. По сети не ходит. Записи "
          + "встают рядом со своими под именем источника и находятся поиском.",
        en:
          "Reads CPSV-AP as RDF/XML, Turtle and JSON-LD, and the project's JSON5. Fetches nothing. "
          + "The entries stand beside the bundled ones under their source's name, and are found."),
      LocalizedText(
        ru: "Запись с другим содержанием, чем раньше, — расхождение: прежняя остаётся, код 65. "
          + "Записи своего справочника не заменяются никогда.",
        en: "An entry that says something else than before is a conflict: the earlier one stays, "
          + "exit code 65. Entries of the desk's own catalogue are never replaced."),
    ],
    operands: [
      OperandSpec(
        .file, ru: "файл .rdf, .ttl, .jsonld, .json5 или .json",
        en: "a file .rdf, .ttl, .jsonld, .json5 or .json")
    ],
    options: [dryRun, source, replace],
    shape:
      #"--dry-run: {"services","situations","organisations","channels","documents","outputs","costs","warnings":[{"subject","problem"}]}; {"added","replaced","unchanged","conflicts":[{"subject","fields"}],"warnings"}"#,
    examples: [
      "okno catalogue import catalogue.ttl --dry-run", "okno catalogue import catalogue.rdf",
    ],
    run: { session in
      let reading = try read(session)
      return session.invocation.has(dryRun)
        ? try shown(reading, session) : try imported(reading, session)
    })
}

private func read(_ session: Session) throws -> CatalogueReading {
  let today = session.now.date(offset: session.offset)
  let named = session.invocation.value(source)
  let bytes = try CatalogueBytes(path: session.invocation.operand(0))
  guard bytes.form == .json5 else { return try bytes.reading(source: named, today: today) }
  do {
    return try bytes.ownReading(source: named, today: today)
  } catch {
    throw CatalogueError.malformed(error)
  }
}

// MARK: - Only looking

private func shown(_ reading: CatalogueReading, _ session: Session) throws -> Reply {
  let plan = try planWithoutChange(reading, session)
  let warnings = reading.warnings + plan.conflicts.map { warning($0) }
  return Reply(
    json: .object(counts(reading.counts) + [warningsMember(warnings, session.language)]),
    text: (countLines(reading.counts, session) + warnings.map { line($0, session.language) })
      .joined(separator: "\n"))
}

/// Where there is no store yet, none is made.
private func planWithoutChange(
  _ reading: CatalogueReading, _ session: Session
) throws -> ImportPlan {
  do {
    let store = try LocalStore(
      directory: session.dataDirectory(), access: .readOnly, ids: session.newIDs(),
      now: session.now)
    defer { store.close() }
    guard try store.hasCatalogue() else { throw StoreError.missing(path: "") }
    let parts = try store.catalogueParts()
    return ImportPlan(reading.entries, own: parts.own, imported: parts.imported)
  } catch StoreError.missing {
    return ImportPlan(reading.entries, own: try BundledCatalogue().load(), imported: [])
  }
}

// MARK: - Importing

private func imported(_ reading: CatalogueReading, _ session: Session) throws -> Reply {
  let store = try session.openForWriting()
  defer { store.close() }
  let parts = try store.catalogueParts()
  let plan = ImportPlan(reading.entries, own: parts.own, imported: parts.imported)
  let takesNew = session.invocation.has(replace)
  let replaced = plan.conflicts.filter { takesNew && !$0.isOwn }
  let left = plan.conflicts.filter { !takesNew || $0.isOwn }
  try store.keepImported(plan.new + replaced.map(\.entry), session.stamp(store))
  let result = session.words(
    "добавлено: \(plan.new.count), заменено: \(replaced.count), "
      + "без изменений: \(plan.unchanged), расхождений: \(left.count)",
    "added: \(plan.new.count), replaced: \(replaced.count), "
      + "unchanged: \(plan.unchanged), conflicts: \(left.count)")
  let warnings = left.map { warning($0) } + reading.warnings
  return Reply(
    json: [
      "added": .integer(plan.new.count), "replaced": .integer(replaced.count),
      "unchanged": .integer(plan.unchanged), "conflicts": .array(left) { conflict($0) },
      "warnings": warningsMember(reading.warnings, session.language).value,
    ],
    text: ([result] + warnings.map { line($0, session.language) }).joined(separator: "\n"),
    failure: left.isEmpty ? nil : conflicts(left))
}

private func conflict(_ conflict: ImportPlan.Conflict) -> JSONValue {
  [
    "subject": .string(conflict.entry.subject),
    "fields": .array(conflict.fields) { .string($0) },
  ]
}

private func conflicts(_ left: [ImportPlan.Conflict]) -> Failure {
  let own = left.contains(where: \.isOwn)
  return .badData(
    "conflicts",
    ru: "расхождений: \(left.count); прежние записи остались. "
      + (own ? "Свои записи правят в своём справочнике" : "Взять новое: --replace"),
    en: "conflicts: \(left.count); the earlier entries stay. "
      + (own
        ? "Entries of the own catalogue are edited there" : "To take the new content: --replace"))
}

// MARK: - Words

private func warning(_ conflict: ImportPlan.Conflict) -> ImportWarning {
  let fields = conflict.fields.joined(separator: ", ")
  return ImportWarning(
    subject: conflict.entry.subject,
    problem: LocalizedText(
      ru: "расхождение: запись уже есть и говорит другое (\(fields))",
      en: "a conflict: the entry is there already and says something else (\(fields))"))
}

private func counts(_ counts: CatalogueReading.Counts) -> [JSONValue.Member] {
  [
    .init(key: "services", value: .integer(counts.services)),
    .init(key: "situations", value: .integer(counts.situations)),
    .init(key: "organisations", value: .integer(counts.organisations)),
    .init(key: "channels", value: .integer(counts.channels)),
    .init(key: "documents", value: .integer(counts.documents)),
    .init(key: "outputs", value: .integer(counts.outputs)),
    .init(key: "costs", value: .integer(counts.costs)),
  ]
}

private func warningsMember(
  _ warnings: [ImportWarning], _ language: Language
) -> JSONValue.Member {
  .init(
    key: "warnings",
    value: .array(warnings) {
      ["subject": .string($0.subject), "problem": .string($0.problem(language))]
    })
}

private func countLines(
  _ counts: CatalogueReading.Counts, _ session: Session
) -> [String] {
  [
    session.words("услуг: ", "services: ") + "\(counts.services)",
    session.words("жизненных ситуаций: ", "life situations: ") + "\(counts.situations)",
    session.words("органов: ", "organisations: ") + "\(counts.organisations)",
    session.words("каналов: ", "channels: ") + "\(counts.channels)",
    session.words("документов: ", "documents: ") + "\(counts.documents)",
    session.words("результатов: ", "outputs: ") + "\(counts.outputs)",
    session.words("сумм к оплате: ", "costs: ") + "\(counts.costs)",
  ]
}

private func line(_ warning: ImportWarning, _ language: Language) -> String {
  VisibleText.sanitised("\(warning.subject): \(warning.problem(language))")
}
