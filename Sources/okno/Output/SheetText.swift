internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain

/// A life situation as text for a person.
struct SheetText {
  let sheet: SituationSheet
  let phrases: Phrases

  var text: String {
    let situation = sheet.situation
    var lines = [say(situation.title) + "  (\(situation.id))", "«\(say(situation.inWords))»"]
    if !situation.care.ru.isEmpty { lines.append(say(situation.care)) }
    lines += section(phrases.questions, situation.questions.map { say($0.text) })
    lines += section(phrases.deadlines, situation.deadlines.map(deadline))
    lines += ["", phrases.services]
    for (index, service) in sheet.services.enumerated() {
      lines += paragraph(service, number: index + 1)
    }
    lines += ["", phrases.referenceData]
    return lines.map(VisibleText.sanitised).joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  — \($0)" }
  }

  private func deadline(_ deadline: LifeSituation.Deadline) -> String {
    "\(say(deadline.title)): \(length(deadline.within))"
  }

  private func paragraph(_ service: Service, number: Int) -> [String] {
    let indent = "    "
    var lines = ["", "\(number < 10 ? " " : "")\(number). \(say(service.title))  (\(service.id))"]
    if let when = sheet.situation.services.first(where: { $0.id == service.id })?.when {
      lines.append("\(indent)\(phrases.when): \(say(when))")
    }
    lines.append("\(indent)\(phrases.body): \(say(service.body))")
    let ways = service.channels.map(phrases.channel).joined(separator: ", ")
    lines.append("\(indent)\(phrases.ways): \(ways)")
    lines += terms(of: service).map { indent + $0 }
    for origin in Document.Origin.allCases {
      let titles = documents(of: service, origin)
      if titles.isEmpty { continue }
      lines.append("\(indent)\(phrases.origin(origin)): \(titles.joined(separator: "; "))")
    }
    return lines
  }

  private func terms(of service: Service) -> [String] {
    [
      "\(phrases.fee): \(service.fee.map { money($0, phrases.language) } ?? phrases.toBeAsked)",
      "\(phrases.term): \(service.term.map(length) ?? phrases.toBeAsked)",
    ]
  }

  private func length(_ term: Term) -> String {
    phrases.termLength(term) + (term.note.map { " (\(say($0)))" } ?? "")
  }

  private func documents(of service: Service, _ origin: Document.Origin) -> [String] {
    service.documents.compactMap { requirement in
      guard let document = sheet.documents[requirement.id],
        requirement.origin ?? document.origin == origin
      else { return nil }
      let note = requirement.note.map { " (\(say($0)))" } ?? ""
      return say(document.title) + note
    }
  }

  private func say(_ text: LocalizedText) -> String { text(phrases.language) }
}
