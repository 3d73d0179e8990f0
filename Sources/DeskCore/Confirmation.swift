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
  /// Asked where a line about the catalogue was begun.
  case dropFeedback(then: Command?)
  /// The conflict in front, as it was chosen.
  case settleConflict
  case mergeCitizens(kept: Citizen.ID, merged: Citizen.ID)
  case keepApart(DuplicateOffer.ID)
  case unmergeCitizen(Citizen, from: Citizen.ID)
  /// Without a link: another window may have called this ticket.
  case callUnverified(CallRequest, number: String)
}

extension Confirmation {
  /// Whether «yes» loses what was entered: then Enter, pressed by habit, is a «no».
  package var loses: Bool {
    switch self {
    case .discardVisit, .withdrawVisit, .dropCitizenForm, .dropReason, .dropFeedback,
      .callUnverified:
      true
    case .leave, .resumeDraft, .switchSituation, .settleConflict, .mergeCitizens, .keepApart,
      .unmergeCitizen:
      false
    }
  }
}

/// What a key answers to a yes-or-no question; Enter is left to the question.
///
/// The Russian letters come first: the key of Latin Y types «н», which is «нет». Only then the Latin
/// letters and the letters on their keys count.
package func answer(to key: Key) -> Bool? {
  switch key {
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
    if case .resumeDraft(let draft) = confirmation { return answerOffer(of: draft, key) }
    guard let agreed = key == .enter ? !confirmation.loses : answer(to: key) else { return [] }
    overlay = nil
    switch confirmation {
    case .leave:
      return agreed ? closingWindow + [.quit] : []
    case .discardVisit:
      if agreed { discardVisit() }
      return []
    case .resumeDraft: return []
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
    case .dropFeedback(let command):
      guard agreed else { return [] }
      screens.removeAll(where: \.hasFeedbackText)
      return command.map { perform($0) } ?? []
    case .settleConflict:
      return agreed ? settleConflict() : []
    case .mergeCitizens(let kept, let merged):
      return agreed ? merge(kept: kept, merged: merged) : []
    case .keepApart(let offer):
      return agreed ? keepApart(offer) : []
    case .unmergeCitizen(let merged, let kept):
      return agreed ? unmerge(merged.id, from: kept) : []
    case .callUnverified(let request, _):
      return answerUnverified(request, agreed: agreed)
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

  /// A draft is offered again until it is finished or dropped by a key of its own. Letters are no
  /// answer: the next citizen is here, and what is typed belongs to the search line.
  private mutating func answerOffer(of draft: Draft, _ key: Key) -> [Effect] {
    switch key {
    case .enter:
      overlay = nil
      return resume(draft)
    case .delete:
      overlay = nil
      _ = putOff.popLast()
      offerDraft()
    case .escape:
      overlay = nil
      notice = .draftKept
    case .character, .paste:
      overlay = nil
      return typeIntoSearch(key)
    default: break
    }
    return []
  }

  mutating func offerDraft() {
    if let draft = putOff.last { overlay = .confirm(.resumeDraft(draft)) }
  }
}
