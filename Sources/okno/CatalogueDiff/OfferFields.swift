internal import DeskScreens
internal import Domain

// Offers and years of the production calendar, in words.

extension EntryWords {
  func told(_ offer: Offer) -> ToldEntry {
    var fields = [
      EntryField("service", ru: "услуга", en: "service", name(offer.service)),
      EntryField("situation", ru: "ситуация", en: "situation", offer.situation.rawValue),
    ]
    fields += EntryField.text("reason", ru: "почему сейчас", en: "why now", offer.reason)
    fields += [
      EntryField("from", ru: "с какого дня", en: "from", offer.from.map(day)),
      EntryField("until", ru: "по какой день", en: "until", offer.until.map(day)),
      EntryField("when", ru: "кому", en: "for whom", offer.when.map { rules.text($0) }),
    ]
    fields += provenance(offer.provenance)
    return ToldEntry(id: offer.id.rawValue, title: say(offer.reason), fields: fields)
  }

  private func day(_ day: OfferDay) -> String {
    let origin =
      switch day.origin {
      case .fact(let fact): rules.title(of: fact)
      case .issued(let service): words("выдано: ", "issued: ") + name(service)
      }
    let span = rules.length(day.span)
    return "\(origin) \(day.isBefore ? "−" : "+") \(span)"
  }

  func told(_ year: CalendarYear) -> ToldEntry {
    var fields = [
      EntryField("holidays", ru: "праздники", en: "holidays", year.holidays.map(\.description)),
      EntryField(
        "transfers", ru: "переносы выходных", en: "days off moved",
        year.transfers.map { "\($0.from) → \($0.to)" }),
      EntryField(
        "working_days", ru: "рабочих дней", en: "working days", "\(year.workingDays)"),
      EntryField(
        "legal_basis", ru: "основание", en: "legal basis", year.legalBasis.map(basis)),
    ]
    fields += provenance(year.provenance)
    return ToldEntry(id: "\(year.year)", title: "\(year.year)", fields: fields)
  }
}
