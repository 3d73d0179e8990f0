// Keys on the situation's screen.

internal import Canvas
package import Domain

extension State {
  /// Shows a loaded situation; an untouched visit begins with it.
  mutating func show(_ sheet: SituationSheet?, select: Service.ID?) -> [Effect] {
    waiting = nil
    guard let sheet else {
      typedAhead = []
      notice = .entryGone
      return []
    }
    let selection = sheet.services.firstIndex { $0.id == select } ?? 0
    var opened = SituationScreen(sheet: sheet, selection: selection)
    if visit.isEmpty || visit.situation == sheet.situation.id { begin(sheet) }
    if visit.situation == sheet.situation.id {
      opened.dateField = TextField(visit.eventDate.map(typed) ?? "")
    }
    screens = [.home, .situation(opened)]
    if visit.situation == sheet.situation.id, visit.isInForm { return openVisitForm() }
    return []
  }

  /// Makes `sheet` the visit's situation, with what an earlier visit already knows of it.
  private mutating func begin(_ sheet: SituationSheet) {
    if visit.situation != sheet.situation.id {
      visit.situation = sheet.situation.id
      visit.services = []
      visit.eventDate = nil
    }
    visit.started = visit.started ?? clock.now
    visit.eventDate = visit.eventDate ?? caseAtHand(in: sheet.situation.id)?.eventDate
    self.sheet = sheet
  }

  /// The citizen's case that this visit goes on with, by the rule that the store has.
  package func caseAtHand(in situation: LifeSituation.ID) -> SituationCase? {
    let cases = (card?.cases ?? []).filter { $0.situation == situation }
      .sorted { $0.opened > $1.opened }
    let date = visit.situation == situation ? visit.eventDate : nil
    return SituationCase.match(cases, eventDate: date, at: clock.now).map { cases[$0] }
  }

  mutating func updateSituation(_ current: SituationScreen, _ key: Key) -> [Effect] {
    var screen = current
    defer {
      if case .situation = self.screen { self.screen = .situation(screen) }
    }
    switch key {
    case .tab: screen.turnPane(by: 1)
    case .backTab: screen.turnPane(by: -1)
    case .escape: return stepBack(&screen)
    case _ where screen.pane == .deadlines && screen.isDateKey(key):
      return typeDate(&screen, key)
    case .character(" "), .press:
      return mark(screen)
    case .enter: screen.pane = screen.pane == .services ? .detail : .services
    case _ where screen.pane == .services:
      if move(&screen.selection, by: key, count: screen.sheet.services.count, page: page) {
        screen.scroll = 0
        return []
      }
      return leaveForSearch(key)
    default:
      if move(&screen.scroll, by: key, count: 400, page: page) { return [] }
      return leaveForSearch(key)
    }
    return []
  }

  private mutating func stepBack(_ screen: inout SituationScreen) -> [Effect] {
    if screen.pane != .services {
      screen.pane = .services
      return []
    }
    screens.removeLast()
    return []
  }

  /// Text typed here belongs to the search line; anything else has no meaning.
  mutating func leaveForSearch(_ key: Key) -> [Effect] {
    switch key {
    case .character, .paste, .backspace:
      screens = [.home]
      search = SearchState()
      return typeIntoSearch(key)
    default: return []
    }
  }

  private mutating func mark(_ screen: SituationScreen) -> [Effect] {
    guard let service = screen.selected else { return [] }
    guard visit.situation == screen.sheet.situation.id else {
      overlay = .confirm(.switchSituation(screen.sheet, service.id))
      return []
    }
    rememberForUndo()
    visit.toggle(service.id)
    return []
  }

  /// Gives up what was marked elsewhere and begins with another situation.
  mutating func switchSituation(to sheet: SituationSheet, marking service: Service.ID) {
    rememberForUndo()
    let citizen = visit.citizen
    visit = VisitInProgress()
    visit.citizen = citizen
    begin(sheet)
    visit.toggle(service)
  }

  private mutating func typeDate(_ screen: inout SituationScreen, _ key: Key) -> [Effect] {
    _ = screen.dateField.take(key)
    let text = screen.dateField.text
    guard !text.isEmpty else {
      screen.dateProblem = nil
      setEventDate(nil, of: screen.sheet)
      return []
    }
    guard let date = dateFromTyping(text, today: clock.date) else {
      screen.dateProblem = text.count >= 10 ? .date : nil
      setEventDate(nil, of: screen.sheet)
      return []
    }
    screen.dateProblem = nil
    setEventDate(date, of: screen.sheet)
    return []
  }

  private mutating func setEventDate(_ date: CalendarDate?, of sheet: SituationSheet) {
    guard visit.situation == sheet.situation.id, visit.eventDate != date else { return }
    if date != nil { rememberForUndo() }
    visit.eventDate = date
  }

  /// Keeps the visit as it is now, so that Ctrl-Z can bring it back.
  mutating func rememberForUndo() {
    undo.append(.change(visit, card))
    if undo.count > 50 { undo.removeFirst() }
  }
}

extension SituationScreen {
  fileprivate mutating func turnPane(by step: Int) {
    let panes = Pane.allCases
    pane = panes[(pane.rawValue + step + panes.count) % panes.count]
    scroll = 0
  }

  /// A date is digits and signs; letters still go to the search line.
  fileprivate func isDateKey(_ key: Key) -> Bool {
    switch key {
    case .character(let character): character.isNumber || "./,-юЮ".contains(character)
    case .backspace, .delete, .left, .right, .home, .end, .paste, .control("u"): true
    default: false
    }
  }
}
