// Keys on a refused operation, a conflict, and two cards that may be one person's.

internal import Canvas
internal import Domain

extension State {
  mutating func updateRefused(_ current: RefusedScreen, _ key: Key) -> [Effect] {
    var current = current
    let isTyping = current.action == .drop
    // In the field ← → Home End belong to the text.
    if key == .tab || key == .backTab {
      let count = current.actions.count
      current.selection = (current.selection + (key == .tab ? 1 : count - 1)) % count
      screen = .refused(current)
      return []
    }
    if !(isTyping && [.home, .end].contains(key)),
      move(&current.selection, by: key, count: current.actions.count, page: page)
    {
      screen = .refused(current)
      return []
    }
    switch key {
    case .escape:
      if !asksToDropForm(then: nil) { screens.removeLast() }
      return []
    case .enter:
      return act(on: current)
    default:
      guard isTyping else {
        return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
      }
      if current.reason.take(key) { screen = .refused(current) }
      return []
    }
  }

  private mutating func act(on current: RefusedScreen) -> [Effect] {
    switch current.action {
    case .retry:
      waiting = .syncTask
      return [.retryRefused(current.operation.id)]
    case .amend:
      guard let citizen = current.operation.citizen else { return [] }
      screen = .citizenForm(CitizenForm(editing: citizen, amending: current.operation.id))
      return []
    case .drop:
      guard !current.trimmedReason.isEmpty else {
        notice = .reasonMissing
        return []
      }
      waiting = .syncTask
      return [.dropRefused(current.operation.id, reason: current.trimmedReason)]
    }
  }

  mutating func updateConflict(_ current: ConflictScreen, _ key: Key) -> [Effect] {
    var current = current
    let fields = current.conflict.fields
    if move(&current.selection, by: key, count: fields.count, page: page) {
      screen = .conflict(current)
      return []
    }
    guard let field = current.field else { return key == .escape ? leaveTask() : [] }
    switch key {
    case .escape: return leaveTask()
    case .left: current.choices[field] = .current
    case .right: current.choices[field] = .wanted
    case .character(" "):
      current.choices[field] = current.choices[field] == .current ? .wanted : .current
    case .tab: current.selection = (current.selection + 1) % fields.count
    case .backTab: current.selection = (current.selection + fields.count - 1) % fields.count
    case .enter:
      guard current.firstOpen == nil || current.choices[field] == nil else {
        // The next field for which nothing is chosen.
        current.selection = current.firstOpen ?? current.selection
        break
      }
      return saveConflict()
    default: return leaveForSearch(key)
    }
    screen = .conflict(current)
    return []
  }

  /// F4, and Enter once every field has its value: asks before it is saved.
  mutating func saveConflict() -> [Effect] {
    guard case .conflict(var current) = screen else { return [] }
    if let open = current.firstOpen {
      current.selection = open
      screen = .conflict(current)
      notice = .chooseValue
      return []
    }
    overlay = .confirm(.settleConflict)
    return []
  }

  /// The answer to the question was yes.
  mutating func settleConflict() -> [Effect] {
    guard case .conflict(let current) = screen, current.firstOpen == nil else { return [] }
    waiting = .syncTask
    return [.settleConflict(current.conflict, choosing: current.chosen)]
  }

  mutating func updateDouble(_ current: DoubleScreen, _ key: Key) -> [Effect] {
    var current = current
    let count = DoubleScreen.Answer.allCases.count
    if move(&current.selection, by: key, count: count, page: page) {
      screen = .double(current)
      return []
    }
    switch key {
    case .escape: return leaveTask()
    case .enter:
      overlay = .confirm(current.question)
      return []
    default: return leaveForSearch(key)
    }
  }

  private mutating func leaveTask() -> [Effect] {
    screens.removeLast()
    return []
  }

  mutating func merge(kept: Citizen.ID, merged: Citizen.ID) -> [Effect] {
    waiting = .syncTask
    return [.mergeCitizens(kept: kept, merged: merged)]
  }

  mutating func keepApart(_ offer: DuplicateOffer.ID) -> [Effect] {
    waiting = .syncTask
    return [.keepApart(offer)]
  }

  mutating func unmerge(_ merged: Citizen.ID, from kept: Citizen.ID) -> [Effect] {
    waiting = .syncTask
    return [.unmergeCitizen(merged, from: kept)]
  }
}

extension DoubleScreen {
  fileprivate var question: Confirmation {
    let (older, newer) = (offer.older.citizen.id, offer.newer.citizen.id)
    return switch answer {
    case .keepOlder: .mergeCitizens(kept: older, merged: newer)
    case .keepNewer: .mergeCitizens(kept: newer, merged: older)
    case .different: .keepApart(offer.id)
    }
  }
}
