// One event, one change of the state, the effects it asks for. No clock, no store, no terminal here.

internal import Canvas
internal import Domain

/// Takes `event` into `state` and returns what must be done outside.
package func update(_ state: inout State, _ event: Event, _ facts: Facts) -> [Effect] {
  let draft = state.draft
  let today = state.clock.date
  let wasServing = state.isServing
  state.clock = Clock(now: facts.now, offset: facts.offset)
  var effects = state.take(event)
  effects += state.replayTypedAhead()
  effects += state.changeCatalogue()
  effects += state.watchSilence()
  effects += state.greet(after: wasServing)
  if state.draft != draft, !event.offersDraft { effects.append(.saveDraft(state.draft)) }
  if state.clock.date != today, !event.offersDraft { effects.append(.loadDay(state.clock.date)) }
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
      if var latest = draft {
        putOff = latest.earlier
        latest.earlier = []
        putOff.append(latest)
      }
      offerDraft()
      return [.loadDay(clock.date)]
    case .key(let key):
      return pressOwn(key)
    case .resized(let size):
      return take(size)
    case .tick:
      timeOutPrinting()
      return rateLate() + timeOutRating() + (window == nil ? [] : [.loadQueue])
    case .searchAnswered(let generation, let hits):
      return take(hits: hits, generation: generation)
    case .situationLoaded(let sheet, let select):
      if case .checklist(let request) = waiting { return show(checklist: sheet, for: request) }
      return show(sheet, select: select)
    case .serviceLoaded(let sheet):
      return show(sheet)
    case .adviceLoaded(let book):
      take(advice: book)
      return []
    case .calendarLoaded(let calendar, let problem):
      self.calendar = calendar
      if let problem { notice = .calendarUnread(problem) }
      return []
    case .offersLoaded(let book):
      offerBook = book
      return []
    case .offerListLoaded(let lines):
      return take(offerList: lines)
    case .remarkKept(let citizen):
      return take(kept: citizen)
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
      return countKeys(of: logged) + take(logged: logged)
    case .visitWithdrawn(let id):
      return take(withdrawn: id)
    case .ratingRecorded(let result):
      return take(recorded: result)
    case .citizenScreen(let isUp):
      return take(citizenScreenIsUp: isUp)
    case .notAsked(let logged):
      return take(unasked: logged)
    case .ratingTokenIssued(let token):
      return take(ratingToken: token)
    case .answeredOutside(let result, let visit):
      return take(answeredOutside: result, about: visit)
    case .catalogueWaits:
      catalogueWaits = true
      return []
    case .catalogueChanged(let situations):
      return take(catalogue: situations)
    case .syncChanged(let status):
      return take(sync: status)
    case .syncTasksLoaded(let tasks):
      return take(tasks: may(.serve) ? tasks : .none)
    case .syncTaskDone(let done):
      return take(done: done)
    case .staffLoaded(let roster):
      return take(roster: roster)
    case .signInAnswered(let answer):
      return take(signIn: answer)
    case .pinRefused(let answer):
      take(pinRefusal: answer)
      return []
    case .accountSaved(let employee):
      return take(account: employee)
    case .queueLoaded(let queue):
      return take(queue: queue)
    case .callAnswered(let answer):
      return take(call: answer)
    case .pageLoaded(let content):
      return take(page: content)
    case .feedbackLoaded(let lines):
      return take(feedback: lines)
    case .callbacksLoaded(let calls):
      return take(callbacks: calls)
    case .callbackSettled(let id, let outcome):
      return take(settled: id, outcome)
    case .feedbackDone(let done):
      return take(done: done)
    case .codesMade(let symbols):
      return take(codes: symbols)
    case .printed(let number, let result):
      return take(printed: number, result)
    case .trainingChanged(let scene):
      take(scene: scene)
      return []
    case .trainerLeads(let isLed):
      training?.isLed = isLed
      return []
    case .trainerKey(let key):
      return pressLed(key)
    case .traineeDrew, .traineeGone, .seatTaken:
      return []
    case .simulatedAnswer(let answer):
      return rate(as: answer)
    case .failed(let failure):
      return take(failure: failure)
    case .interrupted:
      return closingWindow + [.quit]
    }
  }

  private mutating func take(failure: StoreError) -> [Effect] {
    // What a newer request has stopped is nobody's loss, and its answer is still to come.
    guard failure != .interrupted else { return [] }
    let wasOfTask = waiting == .syncTask
    waiting = nil
    typedAhead = []
    visit.isInForm = hasVisitForm
    if wasOfTask, case .notFound = failure { return takeTaskNotFound() }
    if case .notFound("callback", _) = failure { return takeCallbackGone() }
    notice = .failed(failure)
    if case .notFound("citizen", let id) = failure, takeOut(citizen: id) { notice = .citizenGone }
    if case .conflict(let current) = failure { rebaseCitizenForm(on: current) }
    return []
  }

  /// Keys that were pressed before their screen was there, now that it is.
  fileprivate mutating func replayTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while waiting == nil, !typedAhead.isEmpty { effects += press(typedAhead.removeFirst()) }
    return effects
  }

  /// A citizen who could not see the question has all the time again once it is seen.
  private mutating func take(_ size: Size) -> [Effect] {
    let wasTooSmall = isTooSmall
    self.size = size
    guard wasTooSmall, !isTooSmall, case .rating(var rating) = screen else {
      return makeCodesAgain()
    }
    rating.form.touched = clock.now
    screen = .rating(rating)
    return [.wake(afterSeconds: settings.ratingTimeout)]
  }

  mutating func press(_ key: Key) -> [Effect] {
    if isTooSmall, !Command.redraw.keys.contains(key), !Command.leave.keys.contains(key) {
      return []
    }
    if waiting != nil { return typeAhead(key) }
    if case .rating(let rating) = screen { return updateRating(rating, key) }
    staff?.touched = clock.now
    notice = nil
    if Command.redraw.keys.contains(key) { return perform(.redraw) }
    if isLocked { return updateLock(key) }
    switch overlay {
    case .help(let line): return updateHelp(line, key)
    case .palette(let palette): return updatePalette(palette, key)
    case .confirm(let confirmation): return updateConfirmation(confirmation, key)
    case .ticket(let menu): return updateTicketMenu(menu, key)
    case .message(let message): return updateMessage(message, key)
    case .question(let form): return updateQuestion(form, key)
    case .answers(let list): return updateAnswers(list, key)
    case .offers(let menu): return updateOffers(menu, key)
    case .offer(let form): return updateOffer(form, key)
    case .overrule(let form): return updateOverruling(form, key)
    case nil: break
    }
    if case .keyTest(let test) = screen { return updateKeyTest(test, key) }
    let before = (screens: screens, visit: visit)
    let effects = Command.global(for: key).map { perform($0) } ?? updateScreen(key)
    return effects + startServing(after: before)
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
    case .sync(let sync): updateSync(sync, key)
    case .refused(let refused): updateRefused(refused, key)
    case .conflict(let conflict): updateConflict(conflict, key)
    case .double(let double): updateDouble(double, key)
    case .account(let form): updateAccountForm(form, key)
    case .page(let page): updatePage(page, key)
    case .feedbackForm(let form): updateFeedbackForm(form, key)
    case .feedback(let list): updateFeedback(list, key)
    case .feedbackAnswer(let answer): updateFeedbackAnswer(answer, key)
    case .checklist(let list): updateChecklist(list, key)
    case .offerList(let list): updateOfferList(list, key)
    case .callbacks(let list): updateCallbacks(list, key)
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
    if command.leadsElsewhere { closeAccountForm() }
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
    case .sync: return openSync()
    case .theme: openPalette(.themes)
    case .language: openPalette(.languages)
    case .keyTest: screens.append(.keyTest(KeyTestScreen()))
    case .suspend: return [.suspend]
    case .discardVisit: overlay = .confirm(.discardVisit)
    case .lock: lockScreen()
    case .signOut: signOut()
    case .accounts: openAccountForm(.first)
    case .changePIN: openAccountForm(.ownPIN)
    case .callNext: return callNext()
    case .ticket: return openTicketMenu()
    case .pause: return togglePause()
    case .readMessage: openMessage()
    case .ownDay: return openPage(.ownDay(nil))
    case .strengths: return openPage(.strengths(nil))
    case .targets: return openPage(.targets(nil))
    case .wrongEntry: return openFeedbackForm()
    case .feedback: return openFeedback()
    case .question: return openQuestion()
    case .checklist: return openChecklist()
    case .answers: openAnswers()
    case .offers: openOffers()
    case .overrule: openOverruling()
    case .offerList: return openOfferList()
    case .callbacks: return openCallbacks()
    case .mark: break
    }
    return []
  }

  /// A citizen's form that was changed, or a reason that was typed, is not left without asking;
  /// `true` when it asks.
  mutating func asksToDropForm(then command: Command?) -> Bool {
    for case .citizenForm(let form) in screens where form.entries != form.original {
      overlay = .confirm(.dropCitizenForm(then: command))
      return true
    }
    return asksToDropText(then: command)
  }

  /// A reason, or a line about the catalogue.
  mutating func asksToDropText(then command: Command?) -> Bool {
    if screens.contains(where: \.hasFeedbackText) {
      overlay = .confirm(.dropFeedback(then: command))
      return true
    }
    for case .refused(let refused) in screens where !refused.trimmedReason.isEmpty {
      overlay = .confirm(.dropReason(then: command))
      return true
    }
    return false
  }

  private mutating func goHome() -> [Effect] {
    if asksToDropForm(then: .home) { return [] }
    visit.isInForm = false
    let wasElsewhere = screens.count > 1
    screens = [.home]
    // What was found is done with; the next words must not be glued to it. Ctrl-Z brings it back.
    guard wasElsewhere, !search.field.isEmpty else { return [] }
    remember(.cleared(search.field))
    return searchHome(for: SearchState.emptyField)
  }

  private mutating func leave() -> [Effect] {
    // Where no question can be seen the draft is kept without one.
    if isTooSmall { return closingWindow + [.quit] }
    if asksToDropText(then: .leave) { return [] }
    guard unsaved != nil else { return closingWindow + [.quit] }
    overlay = .confirm(.leave)
    return []
  }

  private mutating func undoLast() -> [Effect] {
    guard let step = undo.last else { return [] }
    switch step {
    case .logged(let logged):
      overlay = .confirm(.withdrawVisit(logged))
    case .cleared(let field):
      if asksToDropForm(then: .home) { return [] }
      undo.removeLast()
      visit.isInForm = false
      screens = [.home]
      return searchHome(for: field)
    case .change(let visit, let card, let sheet):
      undo.removeLast()
      takeBack(visit)
      self.sheet = sheet
      notice = .undone
      let effects = showCard(card)
      showVisitAgain()
      return effects
    }
    return []
  }

  /// The card of the visit's citizen, or the asking for it: it may have come after the step.
  private mutating func showCard(_ earlier: CitizenCard?) -> [Effect] {
    card = [card, earlier].lazy.compactMap { $0 }.first { $0.citizen.id == visit.citizen }
    guard card == nil, let citizen = visit.citizen else { return [] }
    return [.loadCard(citizen, for: .draft)]
  }

  /// The note is typed letter by letter and no step of its own: what is written stays.
  private mutating func takeBack(_ earlier: VisitInProgress) {
    let now = visit
    visit = earlier
    visit.note = now.note
    visit.isInForm = now.isInForm
    visit.started = earlier.started ?? now.started
  }

  /// Brings what the screen in front keeps of the visit in line with it.
  private mutating func showVisitAgain() {
    showEventDate()
    if case .visitForm(var form) = screen {
      form.field = form.field.held(in: visitFields)
      screen = .visitForm(form)
    }
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
