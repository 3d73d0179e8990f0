// Questions before something is lost.

package import Canvas
package import Domain

package enum Confirmation: Hashable, Sendable {
  case leave
  case discardVisit
  case resumeDraft(Draft)
  case switchSituation(SituationSheet, Service.ID)
  case withdrawVisit(LoggedVisit)
  /// Asked by Esc, or by a command that leads elsewhere and is done then.
  case dropCitizenForm(then: Command?)
  /// Asked where a reason was typed for dropping a refused operation.
  case dropReason(then: Command?)
  /// The conflict in front, as it was chosen.
  case settleConflict
  case mergeCitizens(kept: Citizen.ID, merged: Citizen.ID)
  case keepApart(DuplicateOffer.ID)
  case unmergeCitizen(Citizen, from: Citizen.ID)
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
      return agreed ? resume(draft) : putOffOrDrop(key)
    case .switchSituation(let sheet, let service):
      if agreed { switchSituation(to: sheet, marking: service) }
      return []
    case .withdrawVisit(let logged):
      guard agreed else { return [] }
      waiting = .withdrawing
      return [.withdrawVisit(logged.id)]
    case .dropCitizenForm(let command):
      guard agreed else { return [] }
      closeCitizenForms()
      return command.map { perform($0) } ?? []
    case .dropReason(let command):
      guard agreed else { return [] }
      screens.removeAll { if case .refused = $0 { true } else { false } }
      return command.map { perform($0) } ?? []
    case .settleConflict:
      return agreed ? settleConflict() : []
    case .mergeCitizens(let kept, let merged):
      return agreed ? merge(kept: kept, merged: merged) : []
    case .keepApart(let offer):
      return agreed ? keepApart(offer) : []
    case .unmergeCitizen(let merged, let kept):
      return agreed ? unmerge(merged.id, from: kept) : []
    }
  }

  mutating func closeCitizenForms() {
    screens.removeAll { if case .citizenForm = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
  }

  mutating func discardVisit() {
    visit = VisitInProgress()
    card = nil
    sheet = nil
    undo.removeAll { if case .logged = $0 { false } else { true } }
    screens = [.home]
  }

  mutating func resume(_ draft: Draft) -> [Effect] {
    _ = putOff.popLast()
    visit = draft.visit
    var effects: [Effect] = []
    if let citizen = visit.citizen { effects.append(.loadCard(citizen, for: .draft)) }
    if let situation = visit.situation {
      waiting = .situation
      effects.append(.loadSituation(situation, select: visit.services.first?.id))
    }
    if let form = draft.citizenForm { screens.append(.citizenForm(CitizenForm(resumed: form))) }
    return effects
  }

  /// A draft is offered again until it is finished or dropped in so many words: Esc keeps it for
  /// later, only «нет» drops it, and the one before it is offered.
  private mutating func putOffOrDrop(_ key: Key) -> [Effect] {
    guard key != .escape else {
      notice = .draftKept
      return []
    }
    _ = putOff.popLast()
    offerDraft()
    return []
  }

  mutating func offerDraft() {
    if let draft = putOff.last { overlay = .confirm(.resumeDraft(draft)) }
  }
}
