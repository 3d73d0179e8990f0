// Keys at the reception.

internal import Canvas
internal import Domain

/// Takes `event` into `state` and returns what must be done outside.
package func update(
  _ state: inout ReceptionState, _ event: ReceptionEvent, _ facts: Facts
) -> [ReceptionEffect] {
  state.clock = Clock(now: facts.now, offset: facts.offset)
  switch event {
  case .key(let key): return state.press(key)
  case .resized(let size): state.size = size
  case .tick: state.goOn()
  case .searchAnswered(let generation, let hits):
    guard generation == state.search.generation else { return [] }
    state.search.hits = hits
    state.search.answered = generation
    state.search.selection = 0
  case .issued(let ticket, let wait):
    state.step = .issued(IssuedTicket(ticket: ticket, wait: wait, since: state.clock.now))
    return [.print(ticket, wait)]
  case .printed(let id, let isDone): state.take(printed: id, isDone)
  case .failed(let failure):
    state.failure = failure
    if state.step == .issuing { state.step = .details }
  case .interrupted: return [.quit]
  }
  return []
}

extension ReceptionState {
  fileprivate mutating func take(printed id: Ticket.ID, _ isDone: Bool?) {
    guard case .issued(var issued) = step, issued.ticket.id == id else { return }
    issued.printing = isDone.map { $0 ? .done : .failed } ?? .none
    step = .issued(issued)
  }

  /// The number goes by itself; a printer that is silent has failed.
  fileprivate mutating func goOn() {
    guard case .issued(var issued) = step else { return }
    let seconds = (clock.now.milliseconds - issued.since.milliseconds) / 1000
    if issued.printing == .underWay, seconds >= IssuedTicket.printerPatience {
      issued.printing = .failed
      step = .issued(issued)
    }
    if seconds >= IssuedTicket.shown { startAgain() }
  }

  private mutating func startAgain() {
    step = .situation
    search = SearchState()
    situation = nil
    audience = .person
    group = nil
    appointment = TextField(room: 40)
    field = .audience
    failure = nil
  }

  fileprivate mutating func press(_ key: Key) -> [ReceptionEffect] {
    if Command.leave.keys.contains(key) { return [.quit] }
    if Command.redraw.keys.contains(key) { return [.redraw] }
    guard !isTooSmall else { return [] }
    if showsHelp {
      showsHelp = false
      return []
    }
    if Command.help.keys.contains(key) {
      showsHelp = true
      return []
    }
    failure = nil
    switch step {
    case .situation: return pressSituation(key)
    case .details: return pressDetails(key)
    case .issuing: return []
    case .issued: return pressIssued(key)
    }
  }

  private mutating func pressSituation(_ key: Key) -> [ReceptionEffect] {
    // The last row is the ticket about something else.
    let rows = choices.count + 1
    if move(&search.selection, by: key, count: rows, page: max(1, size.rows / 3)) { return [] }
    switch key {
    case .enter:
      guard !search.isPending else { return [] }
      let list = choices
      situation = list.indices.contains(search.selection) ? list[search.selection].id : nil
      step = .details
    case .escape: return search(for: SearchState.emptyField)
    default:
      var field = search.field
      guard field.take(key) else { return [] }
      return search(for: field)
    }
    return []
  }

  private mutating func search(for field: TextField) -> [ReceptionEffect] {
    let isSame = field.characters == search.field.characters
    search.field = field
    guard !isSame else { return [] }
    searches += 1
    search.generation = searches
    search.selection = 0
    guard !search.isBlank else {
      search.hits = []
      search.answered = searches
      return []
    }
    return [
      .search(
        SearchRequest(
          generation: searches, text: search.text, kinds: [.situation], language: language))
    ]
  }

  private mutating func pressDetails(_ key: Key) -> [ReceptionEffect] {
    switch key {
    case .escape: step = .situation
    case .up, .backTab: field = field.next(-1)
    case .down, .tab: field = field.next(1)
    case .enter:
      step = .issuing
      return [.issue(request)]
    default: edit(key)
    }
    return []
  }

  private mutating func edit(_ key: Key) {
    let step = key == .left ? -1 : key == .right || key == .character(" ") ? 1 : 0
    switch field {
    case .audience:
      let all = Audience.allCases
      let place = (all.firstIndex(of: audience) ?? 0) + step
      audience = all[(place + all.count) % all.count]
    case .group:
      if case .character(let digit) = key, let number = digit.wholeNumberValue {
        group = groups.indices.contains(number - 1) ? number - 1 : nil
        return
      }
      let places = groups.count + 1
      let place = ((group.map { $0 + 1 } ?? 0) + step + places) % places
      group = place == 0 ? nil : place - 1
    case .appointment: _ = appointment.take(key)
    }
  }

  private var request: TicketRequest {
    let number = String(appointment.characters.filter { $0 != " " })
    let chosen = group.map { groups[$0] }
    return TicketRequest(
      situation: situation, audience: audience, appointment: number.isEmpty ? nil : number,
      group: chosen?.id, priority: chosen?.priority ?? 0)
  }

  /// Any key makes room for the next visitor; what is typed is their first word.
  private mutating func pressIssued(_ key: Key) -> [ReceptionEffect] {
    startAgain()
    switch key {
    case .character, .paste: return pressSituation(key)
    default: return []
    }
  }
}

extension ReceptionState.Field {
  fileprivate func next(_ step: Int) -> Self {
    let all = Self.allCases
    return all[(rawValue + step + all.count) % all.count]
  }
}
