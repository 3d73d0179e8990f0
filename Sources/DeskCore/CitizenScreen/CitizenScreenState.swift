// The citizen's own screen (`okno rate`): what it knows, and what reaches it. It knows nothing of who is
// served and with what.

package import Canvas
package import Domain

package struct CitizenScreenState: Hashable, Sendable {
  package enum Stage: Hashable, Sendable {
    case idle
    case greeting
    case asking(RatingToken, RatingForm)
    /// After the rating: a line in the citizen's own words.
    case writing(Writing)
    /// After a low rating: whether the citizen wants to be called.
    case offering(CallOffer)
    /// The answer has been given.
    case thanks(since: Instant)
  }

  package struct Later: Hashable, Sendable {
    /// Absent until it is made, and where nothing makes codes.
    package var symbol: DotMatrix?
    /// Absent while the question is there.
    package var until: Instant?

    package init() {}
  }

  package struct Writing: Hashable, Sendable {
    package var token: RatingToken
    package var ending: RatingForm.Ending
    package var form: WordsForm
  }

  package struct CallOffer: Hashable, Sendable {
    package var token: RatingToken
    package var ending: RatingForm.Ending
    /// What the citizen has written before.
    package var words: CitizenWords?
    package var number = ""
    package var isWrong = false
    package var touched: Instant

    /// More digits no number has.
    static let room = 15

    package init(
      token: RatingToken, ending: RatingForm.Ending, words: CitizenWords? = nil, touched: Instant
    ) {
      self.token = token
      self.ending = ending
      self.words = words
      self.touched = touched
    }
  }

  /// What asks whoever wants to leave the screen.
  package struct Leaving: Hashable, Sendable {
    package var typed = ""
    package var isWrong = false
    package var touched: Instant

    package init(touched: Instant) { self.touched = touched }
  }

  /// Seconds for which a citizen is thanked, and for which they have the code before them in any case.
  package static let thanking: Int64 = 6
  package static let thankingWithCode: Int64 = 20
  /// Seconds for which the code to rate later is shown when the question is over.
  package static let codeShown: Int64 = 60
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
  /// Where a citizen may rate later.
  package var form: RatingAddress?
  /// Whether a call is offered after a low rating.
  package var offersCall: Bool
  /// Whether there is a keyboard, and a line may be written after the rating.
  package var takesWords: Bool
  package var view: CitizenView
  /// Whether the desk is one of a training.
  package var isTraining: Bool
  package var stage = Stage.idle
  /// The way to that place for the citizen who is here.
  package var later: Later?
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
    form: RatingAddress? = nil, offersCall: Bool = false, takesWords: Bool = false,
    view: CitizenView = CitizenView(), isTraining: Bool = false
  ) {
    self.size = size
    self.clock = clock
    self.languages = languages
    language = languages.first ?? .ru
    self.timeout = timeout
    self.code = code
    self.form = form
    self.offersCall = offersCall
    self.takesWords = takesWords
    self.view = view
    self.isTraining = isTraining
  }

  package var isTooSmall: Bool {
    size.columns < Self.leastSize.columns || size.rows < Self.leastSize.rows
  }

  /// The language that the key offers; absent where there is one only.
  package var nextLanguage: Language? {
    guard languages.count > 1, let place = languages.firstIndex(of: language) else { return nil }
    return languages[(place + 1) % languages.count]
  }

  var thanking: Int64 { later?.symbol == nil ? Self.thanking : Self.thankingWithCode }

  /// When the picture becomes another one although nobody does anything.
  package var changesAt: Instant {
    var moments = [clock.minute + 60]
    switch stage {
    case .idle, .greeting: break
    case .asking(_, let form): moments.append(form.touched + timeout)
    case .writing(let writing): moments.append(writing.form.touched + timeout)
    case .offering(let offer): moments.append(offer.touched + timeout)
    case .thanks(let since): moments.append(since + thanking)
    }
    if let until = later?.until { moments.append(until) }
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
  /// Whether the folder is one of training; a day may begin after the screen.
  case training(Bool)
  /// The code of the address; nothing where nothing makes codes.
  case codeMade(DotMatrix?)
  /// The answer could not be handed over.
  case failed(StoreError)
  case interrupted
}

package enum CitizenScreenEffect: Hashable, Sendable {
  case give(CitizenAnswer)
  /// Makes a QR code of the text.
  case makeCode(String)
  case redraw
  case suspend
  case quit
}
