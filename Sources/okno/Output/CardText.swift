internal import DeskCore
internal import DeskScreens
internal import Domain

/// A citizen's card as text for a person.
struct CardText {
  let card: CitizenCard
  let names: Names
  let session: Session

  var text: String {
    let parts = [TextTable.text(fields), cases, visits].filter { !$0.isEmpty }
    return parts.joined(separator: "\n\n")
  }

  private var fields: [[String]] {
    let details = card.citizen.details
    let known: [(String, String?)] = [
      (session.phrases.citizen, details.fullName),
      ("", session.phrases.audience(details.audience)),
      (session.words("Дата рождения", "Birth date"), details.birthDate.map(typed)),
      (session.words("СНИЛС", "SNILS"), details.snils?.description),
      (session.words("Телефон", "Phone"), details.phone?.description),
      ("ID", card.citizen.id.description),
    ]
    return known.compactMap { name, value in value.map { [name, $0] } }
  }

  private var cases: String {
    section(
      session.phrases.openCases,
      card.cases.map { value in
        let services = value.services.sorted { $0.key < $1.key }
          .map { "\(names.service($0.key)) (\(session.phrases.progress($0.value)))" }
        let state =
          value.closed == nil
          ? session.words("открыто", "open") : session.words("завершено", "closed")
        return [
          typed(value.opened.date(offset: session.offset)), names.situation(value.situation), state,
          services.joined(separator: ", "),
        ]
      })
  }

  private var visits: String {
    section(
      session.phrases.earlierVisits,
      card.visits.map { visit in
        [names.moment(visit.started), names.situation(visit.situation), names.lines(visit)]
      })
  }

  private func section(_ title: String, _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : title + "\n" + TextTable.text(rows.map { [""] + $0 })
  }
}
