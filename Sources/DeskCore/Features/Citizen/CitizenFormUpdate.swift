// Keys in the form of a citizen's card. F4 saves, as it does everywhere.

internal import Canvas
internal import Domain

extension State {
  mutating func updateCitizenForm(_ current: CitizenForm, _ key: Key) -> [Effect] {
    var form = current
    defer {
      if case .citizenForm = screen { screen = .citizenForm(form) }
    }
    if !form.duplicates.isEmpty { return answerDuplicates(&form, key) }
    switch key {
    case .tab, .down: form.focus(by: 1)
    case .backTab, .up: form.focus(by: -1)
    case .enter:
      if form.field == .phone { return saveCitizen(&form) }
      form.focus(by: 1)
    case .escape:
      if form.entries == form.original {
        screens.removeLast()
      } else {
        overlay = .confirm(.dropCitizenForm(then: nil))
      }
    default: form.edit(key)
    }
    return []
  }

  mutating func saveCitizenForm() -> [Effect] {
    guard case .citizenForm(var form) = screen else { return [] }
    guard form.duplicates.isEmpty else {
      notice = .chooseCard
      return []
    }
    let effects = saveCitizen(&form)
    if case .citizenForm = screen { screen = .citizenForm(form) }
    return effects
  }

  private mutating func saveCitizen(_ form: inout CitizenForm) -> [Effect] {
    switch form.entries.details(today: clock.date) {
    case .failure(let problems):
      form.problems = problems.byField
      if let first = CitizenForm.Field.allCases.first(where: { problems.byField[$0] != nil }) {
        form.focus(on: first)
        notice = problems.byField[first].map(Notice.badField)
      }
      return []
    case .success(let details):
      form.problems = [:]
      waiting = .savingCitizen
      if let editing = form.editing {
        var changed = editing
        changed.details = details
        if let operation = form.amending {
          return [.amendRefused(operation, changed, basedOn: editing)]
        }
        return [.changeCitizen(changed, basedOn: editing)]
      }
      return [.findDuplicates(details)]
    }
  }

  /// With no likely double the card is made at once; else a person decides.
  mutating func take(duplicates: [Citizen]) -> [Effect] {
    guard waiting == .savingCitizen, case .citizenForm(var form) = screen else { return [] }
    guard duplicates.isEmpty else {
      waiting = nil
      typedAhead = []
      form.duplicates = duplicates
      form.duplicateSelection = 0
      screen = .citizenForm(form)
      return []
    }
    return addCitizen(form)
  }

  private mutating func addCitizen(_ form: CitizenForm) -> [Effect] {
    guard case .success(let details) = form.entries.details(today: clock.date) else { return [] }
    waiting = .savingCitizen
    return [.addCitizen(Citizen(id: ids.makeID(at: clock.now), details: details))]
  }

  /// One of the cards found, or behind them a new one all the same.
  private mutating func answerDuplicates(_ form: inout CitizenForm, _ key: Key) -> [Effect] {
    let count = form.duplicates.count + 1
    if move(&form.duplicateSelection, by: key, count: count, page: page) { return [] }
    switch key {
    case .escape:
      form.duplicates = []
      return []
    case .enter:
      let choice = form.duplicateSelection
      if form.duplicates.indices.contains(choice) {
        waiting = .card
        return [.loadCard(form.duplicates[choice].id, for: .visit)]
      }
      form.duplicates = []
      return addCitizen(form)
    default: return []
    }
  }

  /// Keeps the form over what another desk has saved meanwhile.
  mutating func rebaseCitizenForm(on current: Citizen) {
    guard case .citizenForm(var form) = screen, form.editing?.id == current.id else { return }
    form.rebase(on: current)
    screen = .citizenForm(form)
    notice = .cardChangedMeanwhile
  }

  /// The card is in the store: a new one is taken into the visit, a changed one is shown.
  mutating func take(saved citizen: Citizen) -> [Effect] {
    waiting = nil
    notice = .citizenSaved
    guard case .citizenForm(let form) = screen else { return [] }
    screens.removeLast()
    if form.editing != nil {
      if card?.citizen.id == citizen.id { card?.citizen = citizen }
      if case .card(var shown) = screen {
        shown.card.citizen = citizen
        screen = .card(shown)
      }
      return form.amending == nil ? [] : [.loadSyncTasks]
    }
    choose(CitizenCard(citizen: citizen, cases: [], visits: []))
    leaveFinder()
    return []
  }
}

extension CitizenForm {
  fileprivate mutating func focus(by step: Int) {
    let fields = Field.allCases
    focus(on: fields[(field.rawValue + step + fields.count) % fields.count])
  }

  fileprivate mutating func focus(on field: Field) {
    self.field = field
    text = TextField(field == .audience ? "" : entries[field])
  }

  fileprivate mutating func edit(_ key: Key) {
    problems[field] = nil
    if field == .audience {
      switch key {
      case .left, .right, .character(" "):
        let choices: [Audience] = [.person, .business, .staff]
        let index = choices.firstIndex(of: entries.audience) ?? 0
        let step = key == .left ? choices.count - 1 : 1
        entries.audience = choices[(index + step) % choices.count]
      default: break
      }
      return
    }
    if text.take(key) { entries[field] = text.text }
  }
}
