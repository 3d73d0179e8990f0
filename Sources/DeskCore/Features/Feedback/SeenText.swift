// What the screen says of a service, for whoever has to find out what was wrong with it.

internal import Domain

extension SituationSheet {
  /// One fact a line, in the language of the screen and with its signs.
  func seen(of service: Service, in language: Language) -> String {
    let link = situation.services.first { $0.id == service.id }
    var lines = [service.title(language), link?.when?(language) ?? ""]
    if let fee = service.fee { lines.append(money(fee, language)) }
    if let term = service.term {
      lines.append("\(term.count) \(term.unit.short(language))\(bracketed(term.note, language))")
    }
    for paper in papers(of: [service]) {
      let options = paper.options.map { merged in
        let notes = merged.notes.map { bracketed($0, language) }.joined()
        return "\(merged.document.title(language))\(notes)"
      }
      lines.append("\(paper.origin.sign) \(options.joined(separator: " / "))")
    }
    lines += [service.note?(language) ?? "", service.body(language), service.result(language)]
    lines += service.legalBasis.map {
      [$0.act, $0.article].compactMap(\.self).joined(separator: ", ")
    }
    lines.append("\(service.provenance.source), \(typed(service.provenance.reviewed))")
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

private func bracketed(_ note: LocalizedText?, _ language: Language) -> String {
  note.map { " (\($0(language)))" } ?? ""
}

extension Term.Unit {
  fileprivate func short(_ language: Language) -> String {
    let words: LocalizedText =
      switch self {
      case .calendarDays: LocalizedText(ru: "календ. дн.", en: "calendar days")
      case .workingDays: LocalizedText(ru: "раб. дн.", en: "working days")
      case .months: LocalizedText(ru: "мес.", en: "months")
      case .years: LocalizedText(ru: "лет", en: "years")
      }
    return words(language)
  }
}

extension Document.Origin {
  /// As before a document on the screen.
  fileprivate var sign: String {
    switch self {
    case .bring: "•"
    case .copy: "="
    case .interagency: "×"
    }
  }
}
