// Keys on the situation's screen.

internal import Canvas
package import Domain

extension State {
  /// Shows a loaded situation; an untouched visit begins with it.
  mutating func show(_ sheet: SituationSheet?, select: Service.ID?) -> [Effect] {
    // After a failure nobody waits any more, and a late answer must not pull the screen away.
    guard waiting == .situation else { return [] }
    waiting = nil
    guard let sheet else { return showNone() }
    let selection = sheet.services.firstIndex { $0.id == select } ?? sheet.firstForEverybody
    var opened = SituationScreen(sheet: sheet, selection: selection)
    if visit.isEmpty || visit.situation == sheet.situation.id { begin(sheet) }
    let isOfVisit = visit.situation == sheet.situation.id
    if isOfVisit { opened.show(visit.eventDate) }
    // A citizen's form stays in front: its text is not saved.
    let forms = screens.filter { if case .citizenForm = $0 { true } else { false } }
    screens = [.home, .situation(opened)]
    visit.isInForm = visit.isInForm && isOfVisit
    let effects = visit.isInForm ? openVisitForm() : []
    screens += forms
    return effects
  }

  private mutating func showNone() -> [Effect] {
    typedAhead = []
    visit.isInForm = hasVisitForm
    notice = .entryGone
    return []
  }

  /// A service that no situation lists is read on a page: a visit is about a situation, so that
  /// nothing can be marked, and keys typed ahead for that mean nothing.
  mutating func show(_ sheet: ServiceSheet?) -> [Effect] {
    guard waiting == .situation else { return [] }
    waiting = nil
    guard let sheet else { return showNone() }
    typedAhead = []
    visit.isInForm = hasVisitForm
    return openPage(.service(sheet))
  }

  /// Makes `sheet` the visit's situation, with what an earlier visit already knows of it.
  private mutating func begin(_ sheet: SituationSheet) {
    if visit.situation != sheet.situation.id {
      visit.situation = sheet.situation.id
      visit.services = []
      visit.eventDate = nil
      forgetAnswersOfCase()
    }
    // A situation that was only looked at, for nobody, began no visit.
    if visit.isEmpty, visit.citizen == nil { visit.started = nil }
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
    case .tab: screen.turn(to: screen.pane(1))
    case .backTab: screen.turn(to: screen.pane(-1))
    case .escape: return stepBack(&screen)
    case _ where screen.pane == .deadlines && screen.isDateKey(key):
      return typeDate(&screen, key)
    case .character(" "): return may(.serve) ? mark(screen) : refuse()
    case .enter: screen.turn(to: screen.pane == .services ? .detail : .services)
    case _ where screen.pane == .services:
      if move(&screen.selection, by: key, count: screen.sheet.services.count, page: page) {
        screen.scroll = 0
        return []
      }
      return leaveForSearch(key)
    default:
      // A third of the screen is less than the least pane shows: a page leaves no line out.
      if move(&screen.scroll, by: key, count: 400, page: max(1, size.rows / 3)) { return [] }
      return leaveForSearch(key)
    }
    return []
  }

  private mutating func stepBack(_ screen: inout SituationScreen) -> [Effect] {
    if screen.pane != .services {
      screen.turn(to: .services)
      // Esc leaves a text that is no date, too: it stays, and F4 asks for it.
      (screen.pane, screen.scroll) = (.services, 0)
      return []
    }
    screens.removeLast()
    return []
  }

  /// Text typed here belongs to the search line; anything else has no meaning.
  mutating func leaveForSearch(_ key: Key) -> [Effect] {
    switch key {
    case .character, .paste:
      visit.isInForm = false
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
    let earlier = visit
    visit = VisitInProgress()
    visit.citizen = earlier.citizen
    // What is about the person is not asked twice.
    (visit.answers, visit.sources) = (earlier.answers, earlier.sources)
    begin(sheet)
    visit.toggle(service)
    guard case .situation(let shown) = screen else { return }
    visit.eventDate = shown.eventDate ?? visit.eventDate
    showEventDate()
  }

  /// Shows on the situation's screen the event date that the visit has now.
  mutating func showEventDate() {
    guard case .situation(var shown) = screen, shown.sheet.situation.id == visit.situation
    else { return }
    shown.show(visit.eventDate)
    screen = .situation(shown)
  }

  private mutating func typeDate(_ screen: inout SituationScreen, _ key: Key) -> [Effect] {
    _ = screen.dateField.take(key)
    let text = screen.dateField.text
    screen.eventDate = dateFromTyping(text, today: clock.date)
    screen.dateProblem = screen.eventDate == nil && text.count >= 10 ? .date : nil
    if visit.situation == screen.sheet.situation.id { setEventDate(screen.eventDate) }
    return []
  }

  /// All the keys of one date are one step to undo.
  private mutating func setEventDate(_ date: CalendarDate?) {
    guard visit.eventDate != date else { return }
    var isContinued = false
    if case .change(var before, _, _)? = undo.last {
      before.eventDate = visit.eventDate
      isContinued = before == visit
    }
    if !isContinued { rememberForUndo() }
    visit.eventDate = date
  }

  /// Keeps the visit as it is now, so that Ctrl-Z can bring it back.
  mutating func rememberForUndo() {
    remember(.change(visit, card, sheet))
  }

  mutating func remember(_ step: UndoStep) {
    undo.append(step)
    if undo.count > 50 { undo.removeFirst() }
  }
}

extension SituationScreen {
  fileprivate func pane(_ step: Int) -> Pane {
    let panes = Pane.allCases
    return panes[(pane.rawValue + step + panes.count) % panes.count]
  }

  /// Goes to another pane. A date is written out when its pane is left; a text that is none keeps
  /// the pane.
  fileprivate mutating func turn(to next: Pane) {
    if pane == .deadlines, next != .deadlines {
      dateProblem = hasUnreadDate ? .date : nil
      if hasUnreadDate { return }
      if let eventDate { dateField = Self.dateField(eventDate) }
    }
    pane = next
    scroll = 0
  }

  /// Shows what is wrong with the date; `false` where nothing is.
  mutating func asksForDate() -> Bool {
    guard hasUnreadDate else { return false }
    (pane, scroll, dateProblem) = (.deadlines, 0, .date)
    return true
  }

  /// A date is digits and signs; letters still go to the search line.
  fileprivate func isDateKey(_ key: Key) -> Bool {
    guard sheet.situation.event != nil else { return false }
    return switch key {
    case .character(let character): character.isNumber || "./,-юЮ".contains(character)
    case .backspace, .delete, .left, .right, .home, .end, .paste, .control("u"): true
    default: false
    }
  }
}
