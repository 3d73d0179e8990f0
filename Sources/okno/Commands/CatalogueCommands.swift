internal import CPSVAP
internal import Catalogue
internal import Domain
internal import FoundationEssentials

private let folder = OptionSpec(
  "catalogue", .directory, ru: "папка справочника; без неё — встроенный",
  en: "the catalogue's folder; without it the bundled one")
private let format = OptionSpec(
  "format", .choice(["cpsv-ap", "json"]), isRequired: true, ru: "вид файла",
  en: "the form of the file")

extension CommandSpec {
  static let catalogueLint = CommandSpec(
    path: ["catalogue", "lint"],
    access: .anyone,
    summary: LocalizedText(
      ru: "найти ошибки в справочнике услуг", en: "find mistakes in the catalogue"),
    details: [
      LocalizedText(
        ru: "Каждое замечание — с файлом, строкой и советом. Код 65, если есть хоть одно.",
        en: "Each finding has its file, line and advice. Exits with 65 when there is one.")
    ],
    options: [folder],
    shape: #"[{"file","line","severity":"error"|"warning","code","problem","advice"}]"#,
    examples: ["okno catalogue lint", "okno catalogue lint --catalogue ./catalogue"],
    run: { session in
      let today = session.now.date(offset: session.offset)
      let findings =
        session.invocation.value(folder).map {
          CatalogueLint.run(CatalogueDirectory($0), today: today)
        } ?? CatalogueLint.run(BundledCatalogue(), today: today)
      return Reply(
        json: .array(findings, finding),
        text: findings.isEmpty
          ? session.words("замечаний нет", "no findings")
          : findings.map(\.description).joined(separator: "\n"),
        failure: findings.isEmpty ? nil : found(findings.count))
    })

  static let catalogueExport = CommandSpec(
    path: ["catalogue", "export"],
    access: .anyone,
    summary: LocalizedText(
      ru: "записать справочник одним файлом", en: "write the catalogue into one file"),
    details: [
      LocalizedText(
        ru:
          "cpsv-ap — европейский стандарт CPSV-AP 3.2: JSON-LD, если имя файла кончается на .jsonld "
          + "или .json, иначе Turtle.",
        en: "cpsv-ap is the European standard CPSV-AP 3.2: JSON-LD where the file's name ends in "
          + ".jsonld or .json, else Turtle.")
    ],
    operands: [
      OperandSpec(
        .file, ru: "куда записать; «-» — на стандартный вывод",
        en: "where to write it; “-” is standard output")
    ],
    options: [format, folder],
    shape: #"{"file","situations","services","documents"}"#,
    examples: [
      "okno catalogue export --format json catalogue.json",
      "okno catalogue export --format cpsv-ap catalogue.ttl",
    ],
    run: { session in
      let catalogue =
        try session.invocation.value(folder).map { try WholeCatalogue.folder($0) }
        ?? WholeCatalogue.bundled()
      let content = catalogue.content
      let path = session.invocation.operand(0)
      let text =
        session.invocation.value(format) == "json"
        ? try exported(catalogue)
        : try standard(
          content, path == "-" && session.invocation.has(CommonOptions.json) ? ".jsonld" : path)
      if path == "-" { return Reply(json: .verbatim(text), text: text) }
      try OutputFile.write(text + "\n", to: path)
      return Reply(
        json: [
          "file": .string(path), "situations": .integer(content.situations.count),
          "services": .integer(content.services.count),
          "documents": .integer(content.documents.count),
        ],
        text: session.words("справочник записан: ", "written: ") + path)
    })
}

private func finding(_ finding: CatalogueFinding) -> JSONValue {
  [
    "file": .string(finding.file), "line": .integer(finding.line),
    "severity": .string(finding.severity.rawValue), "code": .string(finding.code),
    "problem": .string(finding.statement), "advice": .string(finding.advice),
  ]
}

private func found(_ count: Int) -> Failure {
  .badData(
    "findings", ru: "замечаний к справочнику: \(count)", en: "findings in the catalogue: \(count)")
}

/// CPSV-AP in the form that the file's name asks for.
private func standard(_ content: CatalogueContent, _ path: String) throws(Failure) -> String {
  let name = path.lowercased()
  if name.hasSuffix(".rdf") || name.hasSuffix(".xml") {
    throw Failure(
      .usage, code: "usage", ru: "RDF/XML не пишется. Назовите файл .ttl или .jsonld",
      en: "RDF/XML is not written. Name the file .ttl or .jsonld")
  }
  return name.hasSuffix(".jsonld") || name.hasSuffix(".json")
    ? CatalogueExport.jsonLD(content) : CatalogueExport.turtle(content)
}

private struct ExportedCatalogue: Encodable {
  var situations: [LifeSituation]
  var services: [Service]
  var documents: [Document]
  var facts: [Fact]
  var parameters: [Parameter]
  var rules: [ServiceRule]
  var offers: [Offer]?
  var calendar: [CalendarYear]?
}

private func exported(_ catalogue: WholeCatalogue) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  let (content, book) = (catalogue.content, catalogue.book)
  let data = try encoder.encode(
    ExportedCatalogue(
      situations: content.situations, services: content.services, documents: content.documents,
      facts: book.facts, parameters: book.parameters, rules: book.rules,
      offers: catalogue.offers, calendar: catalogue.years))
  return String(decoding: data, as: UTF8.self)
}
