// The citizen's own screen as a program. It does not open the store: all that it knows comes through the small
// files that the desk writes for it (`CitizenPlace`).

internal import Canvas
internal import DeskCore
internal import DeskScreens
package import Domain
internal import LocalStore
internal import QRCode
internal import Terminal
internal import Themes

package enum CitizenScreenProgram {
  /// What only this screen has.
  package struct Rules: Sendable {
    package var languages: [Language]
    package var leaveCode: String?

    package init(languages: [Language], leaveCode: String?) {
      self.languages = languages
      self.leaveCode = leaveCode
    }
  }

  /// Runs the screen until somebody leaves it who may.
  ///
  /// Call it on the process's first thread, before any other thread has started.
  package static func run(_ options: DeskOptions, _ rules: Rules) throws(DeskFailure) {
    let (signals, mailbox, poll) = try DeskProgram.prepare()
    let place = try place(options)
    let themes = ThemeLibrary(directories: options.themeDirectories)
    let isTraining = place.isTraining
    let themeChoice = try ThemeChoice(
      options, themes, remembered: nil, isTraining: isTraining)
    let session = try DeskProgram.startSession(options)
    defer { session.end() }
    // The centre at work has no place on a training's screen.
    let view =
      isTraining
      ? CitizenView() : CitizenView(centre: options.centreName, window: options.deskName)
    var loop = CitizenScreenLoop(
      terminal: SideTerminal(session: session, poll: poll, watching: place.watchedFile),
      place: place,
      theme: themes.usableTheme(
        named: themeChoice.name, depth: session.depth
      ).theme,
      offset: options.offset,
      state: CitizenScreenState(
        size: session.size, clock: Clock(now: SystemClock.now(), offset: options.offset),
        languages: rules.languages, timeout: Int64(options.ratingTimeout), code: rules.leaveCode,
        form: options.ratingForm, offersCall: options.callbackDays != nil,
        takesWords: options.keyboard != .none, view: view,
        isTraining: isTraining))
    withExtendedLifetime((signals, mailbox)) { loop.run() }
  }

  private static func place(_ options: DeskOptions) throws(DeskFailure) -> CitizenPlace {
    do throws(StoreError) {
      return try CitizenPlace(directory: options.dataDirectory)
    } catch {
      throw .store(error)
    }
  }
}

struct CitizenScreenLoop {
  private let terminal: SideTerminal
  private let place: CitizenPlace
  private let theme: Theme
  private let offset: TimeZoneOffset
  private var state: CitizenScreenState
  private var shown: CitizenScreenState?
  private var isRunning = true

  init(
    terminal: SideTerminal, place: CitizenPlace, theme: Theme, offset: TimeZoneOffset,
    state: CitizenScreenState
  ) {
    self.terminal = terminal
    self.place = place
    self.theme = theme
    self.offset = offset
    self.state = state
  }

  mutating func run() {
    look()
    while isRunning {
      draw()
      let heard = terminal.wait(until: state.changesAt) { [CitizenScreenEvent]() }
      // A tick looks too: a desk that was killed may not have said all.
      if heard.hasNews || heard.events.contains(.tick) { look() }
      for event in heard.events { take(event) }
    }
  }

  private mutating func look() {
    let isTraining = place.isTraining
    if isTraining != state.isTraining { take(.training(isTraining)) }
    guard let view = place.view(), view != state.view else { return }
    if isTraining, let clock = view.clock { SystemClock.follow(clock) }
    take(.told(view))
  }

  private mutating func take(_ event: CitizenScreenEvent) {
    for effect in update(&state, event, Facts(now: SystemClock.now(), offset: offset)) {
      perform(effect)
    }
  }

  private mutating func perform(_ effect: CitizenScreenEffect) {
    switch effect {
    case .give(let answer):
      do throws(StoreError) {
        try place.give(answer)
      } catch {
        take(.failed(error))
      }
    case .makeCode(let text): take(.codeMade(QRCode.symbols(of: [text])?.first))
    case .redraw: terminal.session.redraw()
    case .suspend: take(terminal.suspend())
    case .quit: isRunning = false
    }
  }

  private mutating func draw() {
    guard shown != state else { return }
    terminal.session.present(view(state, theme: theme))
    shown = state
  }
}
