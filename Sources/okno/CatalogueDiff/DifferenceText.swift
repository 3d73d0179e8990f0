internal import Canvas
internal import Domain

/// A difference in words, and as JSON.
struct DifferenceText {
  let difference: CatalogueDifference
  let language: Language

  var text: String {
    guard !difference.entries.isEmpty else { return words("различий нет", "no differences") }
    var lines: [String] = []
    for kind in EntryKind.allCases {
      let entries = difference.entries.filter { $0.kind == kind }
      if entries.isEmpty { continue }
      lines.append(kind.plural(language))
      for entry in entries { lines += self.lines(entry) }
      lines.append("")
    }
    lines.append(summary)
    return lines.map(VisibleText.sanitised).joined(separator: "\n")
  }

  /// What could not be compared.
  var notes: [String] {
    guard !difference.unsaid.isEmpty else { return [] }
    let kinds = difference.unsaid.map { $0.plural(language).lowercased() }.joined(separator: ", ")
    return [
      words(
        "не сравнивались (в одном из файлов о них ничего нет): ",
        "not compared (one of the files says nothing of them): ") + kinds
    ]
  }

  private var summary: String {
    words(
      "добавлено: \(difference.count(.added)), убрано: \(difference.count(.removed)), "
        + "изменено: \(difference.count(.changed))",
      "added: \(difference.count(.added)), removed: \(difference.count(.removed)), "
        + "changed: \(difference.count(.changed))")
  }

  private func lines(_ entry: CatalogueDifference.Entry) -> [String] {
    let name = "\(entry.title) (\(entry.id))"
    let change =
      switch entry.change {
      case .added: words("добавлено", "added")
      case .removed: words("убрано", "removed")
      case .changed: words("изменено", "changed")
      }
    return ["  \(change): \(name)"] + entry.fields.flatMap { lines($0) }
  }

  private func lines(_ field: CatalogueDifference.Field) -> [String] {
    let name = field.field.name(language)
    let nothing = words("нет", "none")
    if field.isSingle {
      return ["    \(name): \(field.removed.first ?? nothing) → \(field.added.first ?? nothing)"]
    }
    if !field.order.isEmpty {
      return [
        "    \(name), " + words("другой порядок: ", "another order: ")
          + field.order.joined(separator: "; ")
      ]
    }
    return field.removed.map { "    \(name), " + words("убрано: ", "removed: ") + $0 }
      + field.added.map { "    \(name), " + words("добавлено: ", "added: ") + $0 }
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }

  // MARK: JSON

  var json: JSONValue {
    .array(difference.entries) { entry in
      [
        "kind": .string(entry.kind.rawValue), "id": .string(entry.id),
        "title": .string(entry.title), "change": .string(entry.change.rawValue),
        "fields": .array(entry.fields) { field in
          [
            "field": .string(field.field.code), "removed": .array(field.removed) { .string($0) },
            "added": .array(field.added) { .string($0) },
            "order": .array(field.order) { .string($0) },
          ]
        },
      ]
    }
  }
}
