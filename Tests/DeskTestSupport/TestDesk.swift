// A robot that drives the real desk: the real update and view, a store in memory, a clock that
// moves by hand.

package import Canvas
package import DeskCore
internal import DeskScreens
package import Domain
internal import QRCode
package import Testing

/// A desk under test. It has no thread and no queue: a key and all its answers are done when `press`
/// returns, unless the answers are held back.
///
/// It is strict: a notice that the test does not claim with `expectNotice` before the next action,
/// or before the desk's end, is an issue.
package final class TestDesk {
  package private(set) var state: State
  package var store: MemoryStore
  /// Everything that was asked of the outside, oldest first.
  package private(set) var effects: [Effect] = []
  /// While set, answers wait for `deliver`, as with a slow disk.
  package var holdsAnswers = false
  package private(set) var now = Sample.now

  private var heldEffects: [Effect] = []
  private var wakes: [Instant] = []
  private var unclaimed: (notice: Notice, location: SourceLocation)?

  /// Starts a desk on `store`, with what an earlier desk left in it.
  package init(
    size: Size = Sample.size, language: Language = .ru, store: MemoryStore = MemoryStore(),
    ratingForm: RatingAddress? = nil, takesWords: Bool = false,
    at location: SourceLocation = #_sourceLocation
  ) {
    state = Sample.state(size: size, language: language)
    state.settings.ratingForm = ratingForm
    state.settings.takesWords = takesWords
    self.store = store
    send(.started(situations: SampleCatalogue.summaries, draft: store.draft), location)
  }

  deinit { reportUnclaimed() }

  @discardableResult
  package func press(_ keys: Key..., at location: SourceLocation = #_sourceLocation) -> Self {
    for key in keys { send(.key(key), location) }
    return self
  }

  /// Types a text letter by letter.
  @discardableResult
  package func type(_ text: String, at location: SourceLocation = #_sourceLocation) -> Self {
    for character in text { send(.key(.character(character)), location) }
    return self
  }

  /// Moves the clock, and wakes the desk at every moment it asked for on the way.
  @discardableResult
  package func advance(
    seconds: Int64, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    let end = now + seconds
    while let next = wakes.filter({ $0 <= end }).min() {
      wakes.removeAll { $0 == next }
      now = max(now, next)
      send(.tick, location)
    }
    now = end
    return self
  }

  @discardableResult
  package func resize(
    columns: Int, rows: Int, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    send(.resized(Size(columns: columns, rows: rows)), location)
    return self
  }

  /// The window hears of a queue.
  @discardableResult
  package func meet(
    _ queue: MemoryQueue, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    store.queue = queue
    return receive(.queueLoaded(queue.window), at: location)
  }

  /// An event that no key and no answer brings.
  @discardableResult
  package func receive(_ event: Event, at location: SourceLocation = #_sourceLocation) -> Self {
    send(event, location)
    return self
  }

  /// Gives the answers that were held back, with all that follows from them.
  @discardableResult
  package func deliver(at location: SourceLocation = #_sourceLocation) -> Self {
    holdsAnswers = false
    while !heldEffects.isEmpty { answer(heldEffects.removeFirst(), location) }
    return self
  }

  /// Another desk on the same store, as after a crash.
  package func restarted(at location: SourceLocation = #_sourceLocation) -> TestDesk {
    TestDesk(
      size: state.size, language: state.settings.language, store: store, at: location)
  }

  /// The screen as it is drawn now.
  package func frame(_ profile: ScreenProfile = .truecolor) -> Frame {
    view(state, theme: profile.theme)
  }

  /// The lines of the screen, blanks at their ends left out.
  package var screen: [String] { ScreenText.plain(frame()) }

  /// The effects since the last look.
  package func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  private func send(_ event: Event, _ location: SourceLocation) {
    reportUnclaimed()
    deliver(event, location)
  }

  private func deliver(_ event: Event, _ location: SourceLocation) {
    let facts = Facts(now: now, offset: .moscow)
    var silent = state
    silent.notice = nil
    _ = update(&silent, event, facts)
    if let notice = silent.notice { unclaimed = (notice, location) }
    let asked = update(&state, event, facts)
    holdScroll(in: &state)
    expectFrameFits(location)
    for effect in asked {
      effects.append(effect)
      if case .wake(let seconds) = effect { wakes.append(now + seconds) }
      if holdsAnswers { heldEffects.append(effect) } else { answer(effect, location) }
    }
  }

  private func answer(_ effect: Effect, _ location: SourceLocation) {
    if case .makeCodes(let list) = effect {
      let texts = checklistCodes(list, size: state.size, language: state.settings.language)
      deliver(.codesMade(QRCode.symbols(of: texts ?? [])), location)
    }
    if let event = store.answer(to: effect, at: now) { deliver(event, location) }
    if let news = store.news(after: effect) { deliver(news, location) }
  }

  /// Drawing must work after every event, whatever the test looks at.
  private func expectFrameFits(_ location: SourceLocation) {
    #expect(frame().size == state.size, sourceLocation: location)
    #expect(!state.screens.isEmpty, sourceLocation: location)
  }

  private func reportUnclaimed() {
    guard let (notice, location) = unclaimed else { return }
    unclaimed = nil
    Issue.record("unexpected notice: \(notice)", sourceLocation: location)
  }

  /// Takes note that the notice was expected.
  func claimNotice() -> Notice? {
    defer { unclaimed = nil }
    return unclaimed?.notice
  }
}
