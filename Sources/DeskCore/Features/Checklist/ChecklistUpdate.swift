// Keys on the list.

internal import Canvas
internal import Domain

extension State {
  /// F7: the list; again: the same as a code; again: the words.
  mutating func openChecklist() -> [Effect] {
    if case .checklist(var current) = screen {
      guard current.codes != nil else { return openCodes(current) }
      current.codes = nil
      screen = .checklist(current)
      return []
    }
    guard let request = checklistAtHand else { return [] }
    guard let sheet = sheets(with: request.situation) else {
      waiting = .checklist(request)
      return [.loadSituation(request.situation, select: nil)]
    }
    return show(sheet, for: request)
  }

  /// What F7 is about on the screen in front; nothing where no situation is chosen.
  var checklistAtHand: ChecklistRequest? {
    switch screen {
    case .situation(let shown):
      let id = shown.sheet.situation.id
      return ChecklistRequest(
        situation: id, subject: id == visit.situation ? .visit : .look(shown.eventDate))
    case .card(let shown):
      if let known = shown.selectedCase {
        return ChecklistRequest(
          situation: known.situation, subject: .ofCase(known, shown.card))
      }
    default: break
    }
    return visit.situation.map { ChecklistRequest(situation: $0, subject: .visit) }
  }

  private func sheets(with id: LifeSituation.ID) -> SituationSheet? {
    if case .situation(let shown) = screen, shown.sheet.situation.id == id { return shown.sheet }
    return sheet?.situation.id == id ? sheet : nil
  }

  mutating func show(checklist sheet: SituationSheet?, for request: ChecklistRequest) -> [Effect] {
    waiting = nil
    guard let sheet else {
      typedAhead = []
      notice = .entryGone
      return []
    }
    return show(sheet, for: request)
  }

  private mutating func show(_ sheet: SituationSheet, for request: ChecklistRequest) -> [Effect] {
    screens.removeAll { if case .checklist = $0 { true } else { false } }
    closeFinder()
    screens.append(.checklist(ChecklistScreen(sheet: sheet, subject: request.subject)))
    return settings.ratingForm == nil ? [] : [.issueRatingToken]
  }

  /// A code that was made meanwhile is made again.
  mutating func take(ratingToken token: RatingToken) -> [Effect] {
    guard case .checklist(var current) = screen, current.rateAt == nil,
      let form = settings.ratingForm
    else { return [] }
    current.rateAt = form.filled(with: token)
    screen = .checklist(current)
    return makeCodesAgain()
  }

  mutating func updateChecklist(_ current: ChecklistScreen, _ key: Key) -> [Effect] {
    if let codes = current.codes {
      updateCodes(codes, key)
      return []
    }
    var current = current
    if move(&current.firstLine, by: key, count: 4000, page: page) {
      screen = .checklist(current)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter: return print(checklist(current))
    default: return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
    }
  }
}

extension CardScreen {
  fileprivate var selectedCase: SituationCase? {
    guard rows.indices.contains(selection), case .situationCase(let known) = rows[selection] else {
      return nil
    }
    return known
  }
}
