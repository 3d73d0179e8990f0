internal import DeskCore
internal import DeskScreens
internal import Domain

// Documents and services, in words.

extension EntryWords {
  func told(_ document: Document) -> ToldEntry {
    var fields = EntryField.text("title", ru: "название", en: "title", document.title)
    fields.append(
      EntryField("origin", ru: "откуда", en: "origin", phrases.origin(document.origin)))
    return ToldEntry(id: document.id.rawValue, title: say(document.title), fields: fields)
  }

  func told(_ service: Service) -> ToldEntry {
    var fields = names(service)
    fields += whereAndWhom(service)
    fields += conditions(service)
    fields += EntryField.text("note", ru: "важно", en: "note", service.note)
    fields.append(
      EntryField("legal_basis", ru: "основание", en: "legal basis", service.legalBasis.map(basis)))
    fields += provenance(service.provenance)
    return ToldEntry(id: service.id.rawValue, title: say(service.title), fields: fields)
  }

  private func names(_ service: Service) -> [EntryField] {
    var fields = EntryField.text("title", ru: "название", en: "title", service.title)
    fields += EntryField.text("short", ru: "короткое название", en: "short title", service.short)
    fields.append(
      EntryField("colloquial", ru: "как говорят", en: "what people call it", service.colloquial))
    return fields
  }

  private func whereAndWhom(_ service: Service) -> [EntryField] {
    let level =
      switch service.level {
      case .federal: words("федеральная", "federal")
      case .regional: words("региональная", "regional")
      }
    var fields = EntryField.text("body", ru: "орган", en: "body", service.body)
    fields += [
      EntryField("level", ru: "уровень", en: "level", level),
      EntryField("audience", ru: "кому", en: "for whom", service.audience.map(phrases.audience)),
      EntryField("channels", ru: "как получить", en: "ways", service.channels.map(phrases.channel)),
    ]
    return fields
  }

  private func conditions(_ service: Service) -> [EntryField] {
    var fields = [
      EntryField("fee", ru: "пошлина", en: "fee", service.fee.map { money($0, phrases.language) }),
      EntryField("term", ru: "срок", en: "term", service.term.map(length)),
    ]
    fields += EntryField.text("result", ru: "результат", en: "result", service.result)
    fields.append(
      EntryField(
        "documents", ru: "документы", en: "documents", service.documents.map(requirement)))
    return fields
  }

  private func requirement(_ requirement: Service.Requirement) -> String {
    let group = requirement.oneOf.map { words("достаточно одного из «\($0)»", "one of “\($0)”") }
    let details = [requirement.origin.map(phrases.origin), requirement.note.map(say), group]
      .compactMap(\.self)
    return ([name(requirement.id)] + details).joined(separator: ", ")
  }
}
