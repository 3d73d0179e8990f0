// Keys on offers.

internal import Canvas
internal import Domain

extension State {
  mutating func updateOffers(_ current: OfferMenu, _ key: Key) -> [Effect] {
    var menu = current
    if move(&menu.selection, by: key, count: menu.offers.count, page: page) {
      overlay = .offers(menu)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .enter where menu.offers.indices.contains(menu.selection):
      overlay = .offer(OfferForm(menu.offers[menu.selection], to: menu.citizen))
    case .character(let character):
      if let digit = character.wholeNumberValue, menu.offers.indices.contains(digit - 1) {
        overlay = .offer(OfferForm(menu.offers[digit - 1], to: menu.citizen))
      }
    default: break
    }
    return []
  }

  mutating func updateOffer(_ current: OfferForm, _ key: Key) -> [Effect] {
    var form = current
    if form.reason != nil {
      if let reason = take(key, reason: &form.reason) {
        return keep(.declined, because: reason, form)
      }
      overlay = .offer(form)
      return []
    }
    if move(&form.selection, by: key, count: OfferForm.answers.count, page: page) {
      overlay = .offer(form)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .enter: return answer(&form, OfferForm.answers[form.selection])
    case .character(let character):
      guard let digit = character.wholeNumberValue,
        OfferForm.answers.indices.contains(digit - 1)
      else { return [] }
      form.selection = digit - 1
      return answer(&form, OfferForm.answers[digit - 1])
    default: break
    }
    return []
  }

  private mutating func answer(_ form: inout OfferForm, _ answer: OfferAnswer) -> [Effect] {
    guard answer != .declined else {
      form.reason = TextField(room: Remark.longestReason)
      overlay = .offer(form)
      return []
    }
    return keep(answer, because: "", form)
  }

  /// What is taken goes on in its situation, where nothing else is begun.
  private mutating func keep(
    _ answer: OfferAnswer, because reason: String, _ form: OfferForm
  ) -> [Effect] {
    overlay = nil
    let draft = RemarkDraft(
      id: ids.makeID(at: clock.now),
      content: .offer(
        form.offer.id, answer, reason: reason, occasion: form.offer.occasion))
    let told: [Effect] = [.tell(draft, of: form.citizen)]
    guard answer == .taken, visit.isEmpty else { return told }
    if visit.citizen != form.citizen {
      guard case .card(let shown) = screen, shown.card.citizen.id == form.citizen else {
        return told
      }
      choose(shown.card)
    }
    waiting = .situation
    return told + [.loadSituation(form.offer.situation, select: form.offer.service)]
  }

  /// What was said is in the store: the card is shown with it.
  mutating func take(kept citizen: Citizen.ID) -> [Effect] {
    notice = .remarkKept
    return [.loadCard(citizen, for: .refresh)]
  }
}
