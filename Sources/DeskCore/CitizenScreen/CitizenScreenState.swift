// The citizen's own screen (`okno rate`): what it knows, and what reaches it. It knows nothing of who is
// served and with what.

package import Canvas
package import Domain

package struct CitizenScreenState: Hashable, Sendable {
  package enum Stage: Hashable, Sendable {
    case idle
    case greeting
    case asking(RatingToken, RatingForm)
    /// The answer has been given.
    case thanks(since: Instant)
  }

  /// What asks whoever wants to leave the screen.
  package struct Leaving: Hashable, Sendable {
    package var typed = ""
    package var isWrong = false
    package var touched: Instant

    package init(touched: Instant) { self.touched = touched }
  }

  /// Seconds for which a citizen is thanked.
  package static let thanking: Int64 = 6
  /// Seconds in which a code has to be typed on.
  package static let leavingPatience: Int64 = 15
  /// After so many wrong codes nobody may try for that many seconds.
  package static let attempts = 3
  package static let pause: Int64 = 60
  /// The least room in which every picture can be drawn whole.
  package static let leastSize = Size(columns: 40, rows: 12)

  package var size: Size
  package var clock: Clock
  /// Those of the region, the first one for whoever comes next.
  package var languages: [Language]
  package var language: Language
  /// Seconds until an unanswered question gives up.
  package var timeout: Int64
  /// What lets somebody leave; absent where the key pressed again does.
  package var code: String?
  package var view: CitizenView
  package var stage = Stage.idle
  /// A question that was answered: the desk may not have heard of it yet.
  package var answered: RatingToken?
  package var leaving: Leaving?
  package var wrongCodes = 0
  /// Nobody may try a code before.
  package var closedUntil: Instant?
  /// The way out is told at the start, until the first citizen comes.
  package var tellsWayOut = true
  package var failure: StoreError?

  package init(
    size: Size, clock: Clock, languages: [Language], timeout: Int64, code: String? = nil,
    view: CitizenView = CitizenView()
  ) {
    self.size = size
    self.clock = clock
    self.languages = languages
    language = languages.first ?? .ru
    self.timeout = timeout
    self.code = code
    self.view = view
  }

  package var isTooSmall: Bool {
    size.columns < Self.leastSize.columns || size.rows < Self.leastSize.rows
  }

  /// The language that the key offers; absent where there is one only.
  package var nextLanguage: Language? {
    guard languages.count > 1, let place = languages.firstIndex(of: language) else { return nil }
    return languages[(place + 1) % languages.count]
  }

  /// When the picture becomes another one although nobody does anything.
  package var changesAt: Instant {
    var moments = [clock.minute + 60]
    switch stage {
    case .idle, .greeting: break
    case .asking(_, let form): moments.append(form.touched + timeout)
    case .thanks(let since): moments.append(since + Self.thanking)
    }
    if let leaving { moments.append(leaving.touched + Self.leavingPatience) }
    return moments.min() ?? clock.minute + 60
  }
}

package enum CitizenScreenEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// The moment that `changesAt` has told.
  case tick
  /// What the desk says.
  case told(CitizenView)
  /// The answer could not be handed over.
  case failed(StoreError)
  case interrupted
}

package enum CitizenScreenEffect: Hashable, Sendable {
  case give(CitizenAnswer)
  case redraw
  case suspend
  case quit
}
