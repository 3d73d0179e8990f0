// One event, one change of the state, the effects it asks for. No clock, no store, no terminal here.

internal import Canvas
internal import Domain

/// Takes `event` into `state` and returns what must be done outside.
package func update(_ state: inout State, _ event: Event, _ facts: Facts) -> [Effect] {
  let draft = state.draft
  state.clock = Clock(now: facts.now, offset: facts.offset)
  var effects = state.take(event)
  effects += state.replayTypedAhead()
  if state.draft != draft, !event.offersDraft { effects.append(.saveDraft(state.draft)) }
  return effects
}

extension Event {
  /// The draft in the store is not touched before the clerk has said what to do with it.
  fileprivate var offersDraft: Bool { if case .started = self { true } else { false } }
}

extension State {
  fileprivate mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .started(let situations, let draft):
      self.situations = situations
      if let draft { overlay = .confirm(.resumeDraft(draft)) }
      return [.loadDay(clock.date)]
    case .key(let key):
      return press(key)
    case .resized(let size):
      self.size = size
      return []
    case .tick:
      return timeOutRating()
    case .searchAnswered(let generation, let hits):
      return take(hits: hits, generation: generation)
    case .situationLoaded(let sheet, let select):
      return show(sheet, select: select)
    case .cardLoaded(let card, let use):
      return show(card, for: use)
    case .dayLoaded(let day):
      self.day = day
      return []
    case .duplicatesFound(let citizens):
      return take(duplicates: citizens)
    case .citizenSaved(let citizen):
      return take(saved: citizen)
    case .visitLogged(let logged):
      return take(logged: logged)
    case .visitWithdrawn(let id):
      return take(withdrawn: id)
    case .ratingRecorded:
      return [.loadDay(clock.date)]
    case .failed(let failure):
      waiting = nil
      typedAhead = []
      notice = .failed(failure)
      return []
    case .interrupted:
      return [.quit]
    }
  }

  /// Keys that were pressed before their screen was there, now that it is.
  fileprivate mutating func replayTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while waiting == nil, !typedAhead.isEmpty { effects += press(typedAhead.removeFirst()) }
    return effects
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if waiting != nil { return typeAhead(key) }
    if case .rating(let rating) = screen { return updateRating(rating, key) }
    notice = nil
    switch overlay {
    case .help(let line): return updateHelp(line, key)
    case .palette(let palette): return updatePalette(palette, key)
    case .confirm(let confirmation): return updateConfirmation(confirmation, key)
    case nil: break
    }
    if case .keyTest(let test) = screen { return updateKeyTest(test, key) }
    if let command = Command.global(for: key) { return perform(command) }
    return updateScreen(key)
  }

  private mutating func updateScreen(_ key: Key) -> [Effect] {
    switch screen {
    case .home: updateHome(key)
    case .situation(let situation): updateSituation(situation, key)
    case .finder: updateFinder(key)
    case .card(let card):
      key == .control("e") ? perform(.editCitizen) : updateCard(card, key)
    case .citizenForm(let form): updateCitizenForm(form, key)
    case .visitForm(let form): updateVisitForm(form, key)
    case .rating(let rating): updateRating(rating, key)
    case .keyTest(let test): updateKeyTest(test, key)
    }
  }

  /// Esc gives up waiting for a search; every other key waits for its screen.
  private mutating func typeAhead(_ key: Key) -> [Effect] {
    if key == .escape, waiting == .searchToOpen {
      waiting = nil
      typedAhead = []
    } else if typedAhead.count < 200 {
      typedAhead.append(key)
    }
    return []
  }

  /// Does what a command says, or says why it cannot be done now.
  mutating func perform(_ command: Command) -> [Effect] {
    if let obstacle = command.obstacle(in: self) {
      notice = .obstacle(obstacle)
      return []
    }
    switch command {
    case .help: overlay = .help(firstLine: 0)
    case .citizen: return openFinder()
    case .home: return goHome()
    case .logVisit: return logVisit()
    case .rate: return openRating()
    case .leave: return leave()
    case .palette: openPalette(.commands)
    case .undo: return undoLast()
    case .redraw: return [.redraw]
    case .editCitizen: return editCitizen()
    case .theme: openPalette(.themes)
    case .language: openPalette(.languages)
    case .keyTest: screens.append(.keyTest(KeyTestScreen()))
    case .suspend: return [.suspend]
    case .discardVisit: overlay = .confirm(.discardVisit)
    case .mark, .callNext, .ticket, .checklist, .question: break
    }
    return []
  }

  /// A citizen's form that was changed is not left without asking.
  private mutating func goHome() -> [Effect] {
    if case .citizenForm(let form) = screen, form.entries != form.original {
      overlay = .confirm(.dropCitizenForm)
      return []
    }
    visit.isInForm = false
    screens = [.home]
    return []
  }

  private mutating func leave() -> [Effect] {
    guard draft != nil else { return [.quit] }
    overlay = .confirm(.leave)
    return []
  }

  private mutating func undoLast() -> [Effect] {
    guard let step = undo.last else { return [] }
    switch step {
    case .logged(let logged):
      overlay = .confirm(.withdrawVisit(logged))
    case .change(let visit, let card):
      undo.removeLast()
      let isInForm = self.visit.isInForm
      self.visit = visit
      self.visit.isInForm = isInForm
      self.card = card
      notice = .undone
    }
    return []
  }

  private mutating func updateHelp(_ line: Int, _ key: Key) -> [Effect] {
    var line = line
    if move(&line, by: key, count: 200, page: page) {
      overlay = .help(firstLine: line)
    } else {
      overlay = nil
    }
    return []
  }
}
