internal import CPSVAP
internal import Canvas
internal import Domain

/// What came of an import, in words and as JSON.
struct ImportText {
  let language: Language

  func warning(_ conflict: ImportPlan.Conflict) -> ImportWarning {
    let fields = conflict.fields.joined(separator: ", ")
    return ImportWarning(
      subject: conflict.entry.subject,
      problem: LocalizedText(
        ru: "расхождение: запись уже есть и говорит другое (\(fields))",
        en: "a conflict: the entry is there already and says something else (\(fields))"))
  }

  func line(_ warning: ImportWarning) -> String {
    VisibleText.sanitised("\(warning.subject): \(warning.problem(language))")
  }

  func countLines(_ counts: CatalogueReading.Counts) -> [String] {
    Self.names.map { name in "\(name.title(language)): \(name.count(counts))" }
  }

  // MARK: JSON

  func counts(_ counts: CatalogueReading.Counts) -> [JSONValue.Member] {
    Self.names.map { .init(key: $0.code, value: .integer($0.count(counts))) }
  }

  func member(_ warnings: [ImportWarning]) -> JSONValue.Member {
    .init(
      key: "warnings",
      value: .array(warnings) {
        ["subject": .string($0.subject), "problem": .string($0.problem(language))]
      })
  }

  func conflict(_ conflict: ImportPlan.Conflict) -> JSONValue {
    [
      "subject": .string(conflict.entry.subject),
      "fields": .array(conflict.fields) { .string($0) },
    ]
  }

  private struct Name {
    let code: String
    let title: LocalizedText
    let count: @Sendable (CatalogueReading.Counts) -> Int
  }

  private static let names: [Name] = [
    Name(code: "services", title: LocalizedText(ru: "услуг", en: "services")) { $0.services },
    Name(code: "situations", title: LocalizedText(ru: "жизненных ситуаций", en: "life situations"))
    { $0.situations },
    Name(code: "organisations", title: LocalizedText(ru: "органов", en: "organisations")) {
      $0.organisations
    },
    Name(code: "channels", title: LocalizedText(ru: "каналов", en: "channels")) { $0.channels },
    Name(code: "documents", title: LocalizedText(ru: "документов", en: "documents")) {
      $0.documents
    },
    Name(code: "outputs", title: LocalizedText(ru: "результатов", en: "outputs")) { $0.outputs },
    Name(code: "costs", title: LocalizedText(ru: "сумм к оплате", en: "costs")) { $0.costs },
  ]
}
