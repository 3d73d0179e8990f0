// Questions before something is lost.

package import Canvas
package import Domain

package enum Confirmation: Hashable, Sendable {
  case leave
  case discardVisit
  case resumeDraft(Draft)
  case switchSituation(SituationSheet, Service.ID)
  case withdrawVisit(LoggedVisit)
  case dropCitizenForm
}

/// What a key answers to a yes-or-no question.
///
/// The Russian letters come first: the key of Latin Y types «н», which is «нет». Only then the Latin
/// letters and the letters on their keys count.
package func answer(to key: Key) -> Bool? {
  switch key {
  case .enter: true
  case .escape: false
  case .character(let character):
    switch character {
    case "д", "Д": true
    case "н", "Н": false
    case "y", "Y", "l", "L": true
    case "n", "N", "т", "Т": false
    default: nil
    }
  default: nil
  }
}

extension State {
  mutating func updateConfirmation(_ confirmation: Confirmation, _ key: Key) -> [Effect] {
    guard let agreed = answer(to: key) else { return [] }
    overlay = nil
    switch confirmation {
    case .leave:
      return agreed ? [.quit] : []
    case .discardVisit:
      if agreed { discardVisit() }
      return []
    case .resumeDraft(let draft):
      // A draft is offered again until it is finished or dropped in so many words.
      return agreed ? resume(draft) : dropDraft(key)
    case .switchSituation(let sheet, let service):
      if agreed { switchSituation(to: sheet, marking: service) }
      return []
    case .withdrawVisit(let logged):
      guard agreed else { return [] }
      undo.removeAll { $0 == .logged(logged) }
      waiting = .withdrawing
      return [.withdrawVisit(logged.id)]
    case .dropCitizenForm:
      if agreed { screens.removeLast() }
      return []
    }
  }

  mutating func discardVisit() {
    visit = VisitInProgress()
    card = nil
    sheet = nil
    undo = []
    screens = [.home]
  }

  mutating func resume(_ draft: Draft) -> [Effect] {
    visit = draft.visit
    var effects: [Effect] = []
    if let citizen = visit.citizen { effects.append(.loadCard(citizen, for: .draft)) }
    if let situation = visit.situation {
      waiting = .situation
      effects.append(.loadSituation(situation, select: visit.services.first?.id))
    }
    if let entries = draft.citizenForm {
      screens.append(.citizenForm(CitizenForm(entries: entries)))
    }
    return effects
  }

  /// Esc keeps the draft for later; only «нет» drops it.
  private mutating func dropDraft(_ key: Key) -> [Effect] {
    guard key != .escape else {
      notice = .draftKept
      return []
    }
    return [.saveDraft(nil)]
  }
}
