// F4: open the visit's form, save it, hand the screen over to the citizen.

internal import Canvas
internal import Domain

extension State {
  /// F4: the form, and in the form the saving.
  mutating func logVisit() -> [Effect] {
    switch screen {
    case .visitForm: return saveVisit()
    case .citizenForm: return saveCitizenForm()
    case .conflict: return saveConflict()
    default: break
    }
    if asksToDropText(then: .logVisit) { return [] }
    closeFinder()
    closeSync()
    if case .visitForm = screen { return [] }
    if case .situation(var shown) = screen {
      if shown.sheet.situation.id != visit.situation {
        notice = .visitElsewhere
      } else if shown.asksForDate() {
        screen = .situation(shown)
        notice = .badField(.date)
        return []
      }
    }
    return openVisitForm()
  }

  /// Opens the form over the screen in front, or first the situation, where that is not at hand.
  mutating func openVisitForm() -> [Effect] {
    guard let situation = visit.situation else { return [] }
    // A page may have been opened over the form: then that is what the clerk comes back to.
    if let place = screens.lastIndex(where: { if case .visitForm = $0 { true } else { false } }) {
      screens.removeSubrange((place + 1)...)
      return []
    }
    visit.isInForm = true
    guard sheet?.situation.id == situation else { return openSituation(situation) }
    let first: VisitForm.Field = visit.services.isEmpty ? .citizen : .service(0)
    screens.append(.visitForm(VisitForm(field: first, note: visit.note)))
    return []
  }

  private mutating func saveVisit() -> [Effect] {
    guard let situation = visit.situation else { return [] }
    guard !visit.services.isEmpty else {
      notice = .markFirst
      return []
    }
    waiting = .logging
    let visit = visitToLog(ids.makeID(at: clock.now), situation)
    return [
      .logVisit(
        visit, eventDate: self.visit.eventDate, remarks: remarksToKeep(), draft: draftPutOff)
    ]
  }

  mutating func updateVisitForm(_ current: VisitForm, _ key: Key) -> [Effect] {
    var form = current
    defer {
      if case .visitForm = screen { screen = .visitForm(form) }
    }
    switch key {
    case .tab, .down, .enter: form.field = neighbour(of: form.field, by: 1)
    case .backTab, .up: form.field = neighbour(of: form.field, by: -1)
    case .escape:
      visit.isInForm = false
      screens.removeLast()
    default: return edit(&form, key)
    }
    return []
  }

  private func neighbour(of field: VisitForm.Field, by step: Int) -> VisitForm.Field {
    let fields = visitFields
    let index = fields.firstIndex(of: field) ?? 0
    return fields[(index + step + fields.count) % fields.count]
  }

  private mutating func edit(_ form: inout VisitForm, _ key: Key) -> [Effect] {
    switch form.field {
    case .citizen:
      return editCitizenField(key)
    case .service(let index):
      setOutcome(index, key)
      form.field = form.field.held(in: visitFields)
    case .channel:
      if let channel = chosen(from: VisitChannel.allCases, current: visit.channel, by: key) {
        rememberForUndo()
        visit.channel = channel
      }
    case .note:
      if form.note.take(key) { visit.note = form.note.text }
    }
    return []
  }

  /// Delete makes the visit anonymous again; anything typed looks for a citizen.
  private mutating func editCitizenField(_ key: Key) -> [Effect] {
    switch key {
    case .delete, .backspace:
      guard visit.citizen != nil else { return [] }
      rememberForUndo()
      visit.citizen = nil
      card = nil
      return []
    case .character(" "): return []
    case .character, .paste: return openFinder() + updateFinder(key)
    default: return []
    }
  }

  /// Whoever was chosen for the visit was erased at another window: it can be saved without a name.
  ///
  /// - Returns: whether it was this visit's citizen.
  mutating func takeOut(citizen id: String) -> Bool {
    guard let chosen = visit.citizen, "\(chosen)" == id else { return false }
    visit.citizen = nil
    card = nil
    return true
  }

  private mutating func setOutcome(_ index: Int, _ key: Key) {
    guard visit.services.indices.contains(index) else { return }
    if key == .delete {
      rememberForUndo()
      visit.services.remove(at: index)
      return
    }
    let current = visit.outcome(of: visit.services[index].id)
    guard let outcome = chosen(from: Outcome.allCases, current: current, by: key) else { return }
    rememberForUndo()
    visit.services[index].outcome = outcome
  }

  /// ← → and Space go through the choices, a digit takes one; `nil` when nothing changes.
  private func chosen<Choice: Equatable>(
    from choices: [Choice], current: Choice, by key: Key
  ) -> Choice? {
    let index = choices.firstIndex(of: current) ?? 0
    switch key {
    case .right, .character(" "): return choices[(index + 1) % choices.count]
    case .left: return choices[(index + choices.count - 1) % choices.count]
    case .character(let character):
      guard let digit = character.wholeNumberValue, choices.indices.contains(digit - 1),
        digit - 1 != index
      else { return nil }
      return choices[digit - 1]
    default: return nil
    }
  }

  /// The visit is in the store: the screen goes to the citizen.
  mutating func take(logged: LoggedVisit) -> [Effect] {
    waiting = nil
    lastLogged = logged
    undo = [.logged(logged)]
    visit = VisitInProgress()
    card = nil
    sheet = nil
    search = SearchState()
    screens = [.home]
    return [.loadDay(clock.date)] + ask(about: logged)
  }

  mutating func take(withdrawn id: Visit.ID) -> [Effect] {
    waiting = nil
    undo.removeAll { if case .logged(let logged) = $0 { logged.id == id } else { false } }
    if lastLogged?.id == id { lastLogged = nil }
    notice = .visitWithdrawn
    return [.loadDay(clock.date)] + (askedOutside?.id == id ? withdrawQuestion() : [])
  }
}
