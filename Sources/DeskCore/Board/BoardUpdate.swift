// What happens on the board: keys, and what the store tells.

internal import Canvas
internal import Domain

/// Takes `event` into `state` and returns what must be done outside.
package func update(_ state: inout BoardState, _ event: BoardEvent, _ facts: Facts) -> [BoardEffect]
{
  if !event.isToldAllTheTime { state.clock = Clock(now: facts.now, offset: facts.offset) }
  switch event {
  case .key(let key): return state.isLed ? [] : state.press(key)
  case .trainerLeads(let isLed): state.isLed = isLed
  case .trainerKey(let key): return state.isLed ? state.press(key) : []
  case .traineeDrew(let picture): state.take(picture: picture)
  case .traineeGone: state.loseSeat(.lessonOver)
  case .seatTaken: state.loseSeat(.seatTaken)
  case .resized(let size): state.size = size
  case .tick: break
  case .loaded(let day): state.take(day)
  case .syncChanged(let status): state.take(status)
  case .heard(let desks): state.take(desks, at: facts.now)
  case .stepped: state.notice = .done
  case .messageSent: state.notice = .messageSent
  case .ratingsLoaded(let picture, let words): state.take(picture, words)
  case .unread(let error): state.trouble = error
  case .callbacksLoaded(let calls): state.take(callbacks: calls)
  case .callbackSettled(let id, let outcome): state.take(settled: id, outcome)
  case .failed(let error): return state.take(failure: error)
  case .trainingChanged(let scene): state.training = scene
  case .interrupted: return [.quit]
  }
  return []
}

extension BoardEvent {
  /// Also while all is well: no reason to draw the clock anew.
  fileprivate var isToldAllTheTime: Bool {
    switch self {
    case .syncChanged, .heard: true
    default: false
    }
  }
}

extension BoardState {
  /// The chosen rows stay at their tickets and windows while the lists change under them.
  fileprivate mutating func take(_ day: CentreDay) {
    let chosen = (
      window: self.day.windows.indices.contains(window) ? self.day.windows[window].id : nil,
      waiting: line.indices.contains(waiting) ? line[waiting].id : nil,
      other: others.indices.contains(other) ? others[other].id : nil
    )
    self.day = day
    let isFirst = !isRead
    isRead = true
    trouble = nil
    window = place(of: chosen.window, in: day.windows.map(\.id), else: window)
    waiting = place(of: chosen.waiting, in: line.map(\.id), else: waiting)
    other = place(of: chosen.other, in: others.map(\.id), else: other)
    let call = calls.first?.step
    if call != lastCall, call != nil, !isFirst { newSince = clock.now }
    lastCall = call
  }

  /// An attempt to link is no link yet, and no news either.
  fileprivate mutating func take(_ status: SyncStatus) {
    switch status.link {
    case .waiting, .stopped: isCutOff = true
    // A link that says nothing is none.
    case .linked, .elsewhere: isCutOff = status.trouble == .unreachable || status.trouble == .busy
    case .alone: isCutOff = false
    case .connecting: break
    }
    if isCutOff { synced = status.synced }
  }

  private func place<ID: Equatable>(of chosen: ID?, in list: [ID], else row: Int) -> Int {
    chosen.flatMap { list.firstIndex(of: $0) } ?? max(0, min(row, list.count - 1))
  }

  fileprivate mutating func press(_ key: Key) -> [BoardEffect] {
    notice = nil
    if let seat, seat.isOpen { return pressSeat(seat, key) }
    if Command.leave.keys.contains(key) { return [.quit] }
    if Command.redraw.keys.contains(key) { return [.redraw] }
    guard !isWall, !isTooSmall else { return isWall && key == .escape ? [.quit] : [] }
    switch overlay {
    case .help:
      overlay = nil
      return []
    case .actions(let id, let selection): return chooseAction(id, selection, key)
    case .targets(let id, let selection): return chooseTarget(id, selection, key)
    case .serves(let desk, let served, let selection):
      return chooseServed(desk, served, selection, key)
    case .message(let desk, let field): return writeMessage(desk, field, key)
    case .comment(let field): return writeComment(field, key)
    case .ratings(let page): return readRatings(page, key)
    case .callbacks(let list): return readCallbacks(list, key)
    case nil: return pressList(key)
    }
  }

  private mutating func pressList(_ key: Key) -> [BoardEffect] {
    if Command.help.keys.contains(key) { overlay = .help }
    if key == .function(2) { if seat == nil { beginMessage() } else { beginComment() } }
    if key == TrainerSeat.showKey { return openSeat() }
    if key == .function(7) { return openCallbacks() }
    if key == .function(9) { return openRatings() }
    if let order = trainingOrder(key) { return [.train(order)] }
    switch key {
    case .tab: pane = pane.next(1)
    case .backTab: pane = pane.next(-1)
    case .enter: openActions()
    case .character("+"), .character("="): return prioritise(by: 1)
    case .character("-"): return prioritise(by: -1)
    case .character(" "): openServed()
    default: moveInPane(key)
    }
    return []
  }

  private mutating func moveInPane(_ key: Key) {
    switch pane {
    case .windows: _ = move(&window, by: key, count: day.windows.count, page: page)
    case .waiting: _ = move(&waiting, by: key, count: line.count, page: page)
    case .other: _ = move(&other, by: key, count: others.count, page: page)
    }
  }

  private var page: Int { max(1, size.rows / 3) }

  private mutating func openActions() {
    guard let ticket = chosenTicket else {
      notice = .noTicket
      return
    }
    overlay = .actions(ticket.id, selection: 0)
  }

  /// On a window: what it serves.
  private mutating func openServed() {
    guard pane == .windows, day.windows.indices.contains(window) else { return }
    let presence = day.windows[window]
    overlay = .serves(presence.id, Set(presence.situations), selection: 0)
  }

  private mutating func prioritise(by step: Int) -> [BoardEffect] {
    guard let ticket = chosenTicket,
      actions(for: ticket).contains(step > 0 ? .raise : .lower)
    else {
      notice = .noTicket
      return []
    }
    return [.step(ticket.id, .prioritise(ticket.priority + step))]
  }
}

// MARK: - What lies over the lists

extension BoardState {
  private mutating func chooseAction(
    _ id: Ticket.ID, _ selection: Int, _ key: Key
  ) -> [BoardEffect] {
    guard let ticket = ticket(id) else {
      overlay = nil
      return []
    }
    let actions = actions(for: ticket)
    var row = selection
    if move(&row, by: key, count: actions.count, page: page) {
      overlay = .actions(id, selection: row)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .enter where actions.indices.contains(row): return perform(actions[row], ticket)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, actions.indices.contains(number - 1) else { break }
      return perform(actions[number - 1], ticket)
    default: break
    }
    return []
  }

  private mutating func perform(_ action: BoardAction, _ ticket: Ticket) -> [BoardEffect] {
    overlay = nil
    switch action {
    case .raise: return [.step(ticket.id, .prioritise(ticket.priority + 1))]
    case .lower: return [.step(ticket.id, .prioritise(ticket.priority - 1))]
    case .move: overlay = .targets(ticket.id, selection: 0)
    case .putBack: return [.step(ticket.id, .putBack)]
    case .finish: return [.step(ticket.id, .finish(visit: nil))]
    case .leave: return [.step(ticket.id, .leave)]
    case .reopen: return [.step(ticket.id, .reopen)]
    case .settle: return [.step(ticket.id, .settle)]
    }
    return []
  }

  private mutating func chooseTarget(
    _ id: Ticket.ID, _ selection: Int, _ key: Key
  ) -> [BoardEffect] {
    var row = selection
    if move(&row, by: key, count: targets.count, page: page) {
      overlay = .targets(id, selection: row)
      return []
    }
    if key == .escape { overlay = .actions(id, selection: 0) }
    guard key == .enter, targets.indices.contains(row) else { return [] }
    overlay = nil
    return [.step(id, .move(targets[row]))]
  }

  private mutating func chooseServed(
    _ desk: Identifier<Desk>, _ served: Set<LifeSituation.ID>, _ selection: Int, _ key: Key
  ) -> [BoardEffect] {
    var row = selection
    var served = served
    if move(&row, by: key, count: situations.count, page: page) {
      overlay = .serves(desk, served, selection: row)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .character(" ") where situations.indices.contains(row):
      served.formSymmetricDifference([situations[row].id])
      overlay = .serves(desk, served, selection: row)
    case .enter:
      overlay = nil
      return [.setSituations(desk, situations.map(\.id).filter(served.contains))]
    default: break
    }
    return []
  }
}

extension BoardPane {
  fileprivate func next(_ step: Int) -> BoardPane {
    let panes = Self.allCases
    return panes[(rawValue + step + panes.count) % panes.count]
  }
}
