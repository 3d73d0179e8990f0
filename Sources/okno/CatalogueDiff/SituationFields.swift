internal import DeskScreens
internal import Domain

// Life situations, in words.

extension EntryWords {
  func told(_ situation: LifeSituation) -> ToldEntry {
    var fields = EntryField.text("title", ru: "название", en: "title", situation.title)
    fields.append(
      EntryField("audience", ru: "кому", en: "for whom", phrases.audience(situation.audience)))
    fields += texts(situation)
    fields += [
      EntryField("deadlines", ru: "сроки", en: "deadlines", situation.deadlines.map(deadline)),
      EntryField("services", ru: "услуги", en: "services", situation.services.map(link)),
      EntryField("facts", ru: "известно обо всех", en: "true of everyone", facts(situation)),
    ]
    fields += provenance(situation.provenance)
    return ToldEntry(
      id: situation.id.rawValue, title: say(situation.title), fields: fields)
  }

  private func texts(_ situation: LifeSituation) -> [EntryField] {
    var fields = EntryField.text(
      "in_words", ru: "словами заявителя", en: "in words", situation.inWords)
    fields.append(
      EntryField("synonyms", ru: "как ещё говорят", en: "synonyms", situation.synonyms))
    fields += EntryField.text("care", ru: "как начать разговор", en: "care", situation.care)
    fields += EntryField.text("event", ru: "день события", en: "event", situation.event?.title)
    fields.append(
      EntryField(
        "questions", ru: "вопросы", en: "questions",
        situation.questions.map { "\(say($0.text)) (\($0.id))" }))
    return fields
  }

  private func deadline(_ deadline: LifeSituation.Deadline) -> String {
    let details = [deadline.service.map(name), deadline.legalBasis.map(basis)].compactMap(\.self)
    return (["\(say(deadline.title)): \(length(deadline.within))"] + details)
      .joined(separator: ", ")
  }

  private func link(_ link: LifeSituation.Link) -> String {
    var parts = [name(link.id)]
    if let after = link.after, !after.isEmpty {
      parts.append(
        words("после: ", "after: ") + after.map(serviceTitle).joined(separator: ", "))
    }
    if let when = link.when { parts.append(say(when)) }
    return parts.joined(separator: "; ")
  }

  private func facts(_ situation: LifeSituation) -> [String] {
    (situation.facts ?? [:]).sorted { $0.key < $1.key }.map { fact, stated in
      "\(rules.title(of: fact)): \(rules.text(stated, of: fact))"
    }
  }
}
