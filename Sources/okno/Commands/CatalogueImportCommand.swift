internal import CPSVAP
internal import Catalogue
internal import Domain
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
  let file = try CatalogueBytes(path: session.invocation.operand(0))
  return try file.anyReading(
    source: session.invocation.value(source), today: session.now.date(offset: session.offset))
}

// MARK: - Only looking

private func shown(_ reading: CatalogueReading, _ session: Session) throws -> Reply {
  let store = try storeToLookAt(session)
  defer { store?.close() }
  let known =
    try store?.knownCatalogue()
    ?? KnownCatalogue(own: try BundledCatalogue().load(), imported: [])
  let plan = try ImportPlan(reading.entries, known: known)
  let text = ImportText(language: session.language)
  let warnings =
    reading.warnings + rulesLeft(reading, known, session) + plan.conflicts.map(text.warning)
  return Reply(
    json: .object(text.counts(reading.counts) + [text.member(warnings)]),
    text: (text.countLines(reading.counts) + warnings.map(text.line)).joined(separator: "\n"))
}

/// Where there is no store yet, none is made.
private func storeToLookAt(_ session: Session) throws -> LocalStore? {
  do {
    let store = try LocalStore(
      directory: session.dataDirectory(), access: .readOnly, ids: session.newIDs(),
      now: session.now)
    if try store.hasCatalogue() { return store }
    store.close()
    return nil
  } catch StoreError.missing {
    return nil
  }
}

/// Rules for services that the desk does not have of its own stay where they are: whoever wants them
/// evaluated takes them into a catalogue and publishes it.
private func rulesLeft(
  _ reading: CatalogueReading, _ known: KnownCatalogue, _ session: Session
) -> [ImportWarning] {
  let count = reading.book.rules.count { rule in
    !known.ownKeys.contains(EntryKey(kind: .service, id: rule.service.rawValue))
  }
  guard count > 0 else { return [] }
  return [
    ImportWarning(
      subject: session.invocation.operand(0),
      problem: LocalizedText(
        ru: "правила не взяты, услуг с ними: \(count). Правила действуют из своего справочника",
        en: "rules are not taken, services with them: \(count). Rules hold from the own catalogue"))
  ]
}

// MARK: - Importing

private func imported(_ reading: CatalogueReading, _ session: Session) throws -> Reply {
  let store = try session.openForWriting()
  defer { store.close() }
  let known = try store.knownCatalogue()
  let plan = try ImportPlan(reading.entries, known: known)
  let takesNew = session.invocation.has(replace)
  let replaced = plan.conflicts.filter { takesNew && !$0.isOwn }
  let left = plan.conflicts.filter { !takesNew || $0.isOwn }
  try store.keepImported(plan.new + replaced.map(\.entry), session.stamp(store))
  let text = ImportText(language: session.language)
  let warnings = reading.warnings + rulesLeft(reading, known, session)
  let result = session.words(
    "добавлено: \(plan.new.count), заменено: \(replaced.count), "
      + "без изменений: \(plan.unchanged), расхождений: \(left.count)",
    "added: \(plan.new.count), replaced: \(replaced.count), "
      + "unchanged: \(plan.unchanged), conflicts: \(left.count)")
  return Reply(
    json: .object(
      text.counts(reading.counts) + [
        .init(key: "added", value: .integer(plan.new.count)),
        .init(key: "replaced", value: .integer(replaced.count)),
        .init(key: "unchanged", value: .integer(plan.unchanged)),
        .init(key: "conflicts", value: .array(left, text.conflict)), text.member(warnings),
      ]),
    text: ([result] + (left.map(text.warning) + warnings).map(text.line)).joined(separator: "\n"),
    failure: left.isEmpty ? nil : conflicts(left))
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
