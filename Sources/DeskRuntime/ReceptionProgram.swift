// The reception as a program: the store on the first thread, the search and the printer on their own.

internal import Canvas
internal import DeskCore
internal import DeskScreens
package import Domain
internal import LocalStore
internal import Synchronization
internal import SyncRuntime
internal import Terminal
internal import Themes

package enum ReceptionProgram {
  /// Runs the reception until somebody leaves it.
  ///
  /// Call it on the process's first thread, before any other thread has started.
  ///
  /// - Parameter printCommand: for the shell; gets a ticket's text on its standard input. Absent where
  ///   tickets are not printed.
  package static func run(
    _ options: DeskOptions, printCommand: String?, groups: [PriorityGroup]
  ) throws(DeskFailure) {
    let (signals, mailbox, poll) = try DeskProgram.prepare()
    let store = try BoardProgram.open(options)
    defer { store.close() }
    let themes = ThemeLibrary(directories: options.themeDirectories)
    let opening = try StoreReading.opening(store)
    let settings = try DeskProgram.settings(options, opening, themes)
    let session = try DeskProgram.startSession(options)
    defer { session.end() }
    let search = SearchThread()
    let searchWorker = Worker { search.run(directory: options.dataDirectory, mailbox: mailbox) }
    defer {
      search.stop()
      searchWorker.join()
    }
    let printed = PrintedTickets()
    let printer = printCommand.map { command in
      Printer<Ticket.ID>(command: command) { ticket, isPrinted in
        printed.put(ticket, isPrinted)
        mailbox.wake()
      }
    }
    let printWorker = printer.map { printer in Worker { printer.run() } }
    defer {
      printer?.stop()
      printWorker?.join()
    }
    let sync = SyncThread(options.sync)
    sync.start(mailbox)
    defer { sync.stop() }
    var loop = ReceptionLoop(
      terminal: SideTerminal(session: session, poll: poll, storeIn: options.dataDirectory),
      mailbox: mailbox, store: store,
      search: search,
      printer: printer, printed: printed, sync: sync,
      theme: themes.usableTheme(named: settings.theme, depth: session.depth).theme,
      offset: options.offset, actor: options.actor,
      state: ReceptionState(
        size: session.size, language: settings.language, centreName: options.centreName,
        clock: Clock(now: SystemClock.now(), offset: options.offset),
        situations: opening.situations.inOrderOfTitles(settings.language), groups: groups))
    if let loss = withExtendedLifetime(signals, { loop.run() }) { throw .store(loss) }
  }
}

struct ReceptionLoop {
  private let terminal: SideTerminal
  private let mailbox: Mailbox
  private let store: LocalStore
  private let search: SearchThread
  private let printer: Printer<Ticket.ID>?
  private let printed: PrintedTickets
  private let sync: SyncThread
  private let theme: Theme
  private let offset: TimeZoneOffset
  private let actor: Employee.ID?
  private var watch: PermissionWatch
  private var state: ReceptionState
  private var shown: ReceptionState?
  private var isRunning = true

  init(
    terminal: SideTerminal, mailbox: Mailbox, store: LocalStore,
    search: SearchThread, printer: Printer<Ticket.ID>?, printed: PrintedTickets, sync: SyncThread,
    theme: Theme,
    offset: TimeZoneOffset, actor: Employee.ID?, state: ReceptionState
  ) {
    self.terminal = terminal
    self.mailbox = mailbox
    self.store = store
    self.search = search
    self.printer = printer
    self.printed = printed
    self.sync = sync
    self.theme = theme
    self.offset = offset
    self.actor = actor
    watch = PermissionWatch(.issueTickets, of: actor)
    self.state = state
  }

  /// - Returns: why whoever is signed in may not go on; absent where somebody has left.
  mutating func run() -> StoreError? {
    while isRunning {
      if let loss = watch.loss(in: store) { return loss }
      draw()
      for event in terminal.wait(until: state.changesAt, mail: mail).events { take(event) }
    }
    return nil
  }

  private func mail() -> [ReceptionEvent] {
    let said = mailbox.takeAll().compactMap { event -> ReceptionEvent? in
      switch event {
      case .searchAnswered(let generation, let hits):
        .searchAnswered(generation: generation, hits: hits)
      case .failed(let error): .failed(error)
      default: nil
      }
    }
    return said + printed.takeAll().map { .printed($0, $1) }
  }

  private mutating func take(_ event: ReceptionEvent) {
    for effect in update(&state, event, Facts(now: SystemClock.now(), offset: offset)) {
      perform(effect)
    }
  }

  private mutating func perform(_ effect: ReceptionEffect) {
    switch effect {
    case .search(let request): search.ask(request, today: state.clock.date)
    case .issue(let request): issue(request)
    case .print(let ticket, let wait): print(ticket, wait)
    case .redraw: terminal.session.redraw()
    case .suspend: take(terminal.suspend())
    case .quit: isRunning = false
    }
  }

  /// The wait is asked first: the new ticket does not wait for itself.
  private mutating func issue(_ request: TicketRequest) {
    let stamp = Stamp(
      now: SystemClock.now(), author: Author(desk: store.desk, employee: actor), offset: offset)
    do throws(StoreError) {
      try store.check(.issueTickets, of: actor)
      let wait = try store.expectedWait(
        for: request.situation, priority: request.priority, stamp)
      let ticket = try store.issueTicket(request, stamp)
      sync.signal?.changed()
      take(.issued(ticket, wait))
    } catch {
      take(.failed(error))
    }
  }

  private mutating func print(_ ticket: Ticket, _ wait: WaitEstimate?) {
    guard let printer else {
      take(.printed(ticket.id, nil))
      return
    }
    let title = ticket.situation.flatMap { id in
      state.situations.first { $0.id == id }?.title(state.language)
    }
    printer.print(
      ticket.id,
      ticketPaper(
        ticket, title: title, wait: wait, centre: state.centreName, offset: offset,
        language: state.language))
  }

  private mutating func draw() {
    guard shown != state else { return }
    terminal.session.present(view(state, theme: theme))
    shown = state
  }
}

/// What the printer says, on its way to the first thread.
final class PrintedTickets: Sendable {
  private let results = Mutex<[(Ticket.ID, Bool)]>([])

  func put(_ ticket: Ticket.ID, _ isPrinted: Bool) {
    results.withLock { $0.append((ticket, isPrinted)) }
  }

  func takeAll() -> [(Ticket.ID, Bool)] {
    results.withLock { results in
      defer { results = [] }
      return results
    }
  }
}
