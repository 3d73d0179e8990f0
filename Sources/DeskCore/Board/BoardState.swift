// The supervisor's board and the wall of the hall: what they know, and what reaches them.

package import Canvas
package import Domain

package struct BoardState: Hashable, Sendable {
  package var size: Size
  package var language: Language
  package var centreName: String
  package var clock: Clock
  /// The wall shows numbers only and takes no keys but those that leave.
  package var isWall: Bool
  package var situations: [SituationSummary]
  package var day = CentreDay.empty
  /// Whether the day was read at all: what was called before is no news.
  package var isRead = false
  /// Why what is shown may not be so any more.
  package var trouble: StoreError?
  /// When this desk last had all that the centre had; kept while it is cut off.
  package var synced: Instant?
  /// When each desk was last heard of by the central store, as that one said last.
  package var heard: [Identifier<Desk>: DeskHearing] = [:]
  /// What other desks did may be missing.
  package var isCutOff = false
  package var pane = BoardPane.windows
  /// The row that is chosen in each pane.
  package var window = 0
  package var waiting = 0
  package var other = 0
  package var overlay: BoardOverlay?
  package var notice: BoardNotice?
  /// The call that was shown last, and since when: a new one flashes.
  package var lastCall: TicketStep.ID?
  package var newSince: Instant?
  /// Absent on a board of a centre that works.
  package var training: TrainingScene?
  /// The keys are a trainer's, at another terminal.
  package var isLed = false
  /// The trainee's desk, on the terminal of a trainer who looks on.
  package var seat: TrainerSeat?

  package init(
    size: Size, language: Language, centreName: String = "", clock: Clock, isWall: Bool = false,
    situations: [SituationSummary] = []
  ) {
    self.size = size
    self.language = language
    self.centreName = centreName
    self.clock = clock
    self.isWall = isWall
    self.situations = situations
  }

  package var isTooSmall: Bool {
    size.columns < State.leastSize.columns || size.rows < State.leastSize.rows
  }
}

/// The lists of the board.
package enum BoardPane: Int, Hashable, Sendable, CaseIterable {
  case windows, waiting
  /// What has ended, what is left over from earlier days, what two windows called.
  case other
}

package enum BoardOverlay: Hashable, Sendable {
  case help
  case actions(Ticket.ID, selection: Int)
  case targets(Ticket.ID, selection: Int)
  /// What a window serves: a list in which each one is marked or not; none is everything.
  case serves(Identifier<Desk>, Set<LifeSituation.ID>, selection: Int)
  /// A line to a window.
  case message(Identifier<Desk>, TextField)
  /// A trainer's line to the trainee.
  case comment(TextField)
  case ratings(RatingsPage)
  case callbacks(CallbackList)
}

package enum BoardNotice: Hashable, Sendable {
  case done
  case noTicket
  /// A message goes to a window: one has to be chosen.
  case chooseWindow
  case messageSent
  /// The trainee reads what the trainer has said.
  case commentShown
  /// The trainee's desk is not there any more.
  case lessonOver
  /// Another trainer has the trainee's screen.
  case seatTaken
  case callbackSettled
  /// Another window has noted what came of it.
  case callbackGone
  case failed(StoreError)

  /// Whether it tells of something that went wrong.
  package var isProblem: Bool {
    switch self {
    case .done, .messageSent, .commentShown, .lessonOver, .callbackSettled: false
    case .noTicket, .chooseWindow, .seatTaken, .callbackGone, .failed: true
    }
  }
}

package enum BoardEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// The moment that `changesAt` has told.
  case tick
  case loaded(CentreDay)
  case syncChanged(SyncStatus)
  case stepped
  case messageSent
  /// With what citizens have written in these months.
  case ratingsLoaded(RatingPicture, words: [String])
  case callbacksLoaded([Callback])
  case callbackSettled(Callback.ID, Callback.Outcome)
  /// What the central store says of the desks.
  case heard([HeardDesk])
  /// The store could not be read.
  case unread(StoreError)
  /// What was asked was not done.
  case failed(StoreError)
  case trainingChanged(TrainingScene)
  case trainerLeads(Bool)
  case trainerKey(Key)
  /// What is on the trainee's screen.
  case traineeDrew(Frame)
  case traineeGone
  case seatTaken
  case interrupted
}

package enum BoardEffect: Hashable, Sendable {
  case step(Ticket.ID, TicketEvent)
  case setSituations(Identifier<Desk>, [LifeSituation.ID])
  case send(Identifier<Desk>, String)
  case loadRatings(from: CalendarDate, to: CalendarDate)
  case loadCallbacks
  case settleCallback(Callback.ID, Callback.Outcome)
  case train(TrainingOrder)
  case seat(SeatRequest)
  case redraw
  case suspend
  case quit
}

/// What a supervisor can do with a ticket.
package enum BoardAction: Hashable, Sendable, CaseIterable {
  case raise, lower, move, putBack, finish, leave, reopen, settle
}

extension BoardState {
  package func ticket(_ id: Ticket.ID) -> Ticket? {
    let queue = day.queue
    return (queue.waiting + queue.atWindows + queue.leftOver + queue.ended).first { $0.id == id }
  }

  /// Those who wait longest beyond the limit first, then the line.
  package var line: [Ticket] {
    let late = day.queue.waiting.filter { $0.waitLeft(at: clock.now) < 0 }
      .sorted { ($0.waitLeft(at: clock.now), $0.id) < ($1.waitLeft(at: clock.now), $1.id) }
    return late + day.queue.waiting.filter { $0.waitLeft(at: clock.now) >= 0 }
  }

  /// What needs a person first: doubles, left over, then those held, then the ended.
  package var others: [Ticket] {
    let doubled = day.queue.doubled
    let first = doubled + day.queue.leftOver.filter { !$0.isDoubled }
    let held = day.queue.atWindows.filter { $0.state == .held && !$0.isDoubled }
    return first + held + day.queue.ended.filter { !$0.isDoubled }
  }

  /// What is called or served at a window, its half of a double included.
  package func inHand(
    at desk: Identifier<Desk>
  ) -> (ticket: Ticket, standing: TicketStanding)? {
    let queue = day.queue
    if let ticket = queue.atWindows.first(where: { $0.desk == desk && $0.state != .held }),
      let standing = ticket.standing(at: desk)
    {
      return (ticket, standing)
    }
    for tickets in [queue.atWindows, queue.waiting, queue.ended] {
      for ticket in tickets where ticket.isDoubled {
        if let standing = ticket.standing(at: desk), standing.isBeside, standing.state != .held {
          return (ticket, standing)
        }
      }
    }
    return nil
  }

  /// Since when the window is as it is: a free one since its last citizen has gone.
  package func since(of window: DeskPresence) -> Instant {
    if let inHand = inHand(at: window.id) { return inHand.standing.since }
    guard window.state == .free else { return window.since }
    let last = day.queue.ended.first { $0.desk == window.id }
    return max(window.since, last?.since ?? window.since)
  }

  package var chosenTicket: Ticket? {
    switch pane {
    case .windows:
      day.windows.indices.contains(window) ? inHand(at: day.windows[window].id)?.ticket : nil
    case .waiting: line.indices.contains(waiting) ? line[waiting] : nil
    case .other: others.indices.contains(other) ? others[other] : nil
    }
  }

  /// What can be done with the ticket as it is now.
  package func actions(for ticket: Ticket) -> [BoardAction] {
    return BoardAction.allCases.filter { action in
      switch action {
      case .raise: ticket.priority < TicketRequest.priorities.upperBound && can(.prioritise)
      case .lower: ticket.priority > TicketRequest.priorities.lowerBound && can(.prioritise)
      case .move: can(.move)
      case .putBack: can(.putBack)
      case .finish: can(.finish)
      case .leave: can(.leave)
      case .reopen: can(.reopen)
      case .settle: ticket.isDoubled
      }
    }
    func can(_ kind: TicketEvent.Kind) -> Bool {
      TicketRules.state(after: kind, in: ticket.state) != nil
    }
  }

  /// Where a ticket can be sent: the open windows, then the situations.
  package var targets: [TicketTarget] {
    day.windows.filter { $0.state != .closed }.map { .desk($0.id) }
      + situations.map { .situation($0.id) }
  }
}
