// The citizen's own screen beside the desk (`okno rate`), as the desk meets it: the question goes there, and
// the clerk goes on.

internal import Domain

extension State {
  /// Whether somebody is at the window: what the citizen's screen greets.
  var isServing: Bool {
    visit.situation != nil || visit.citizen != nil || ticketAtHand?.state == .serving
  }

  /// Tells the citizen's screen that a visit has begun or is over.
  func greet(after wasServing: Bool) -> [Effect] {
    guard hasCitizenScreen, isServing != wasServing else { return [] }
    return [.greet(isServing)]
  }

  /// A visit is in the store: the question goes to the citizen's screen, or else this one to the citizen.
  mutating func ask(about logged: LoggedVisit) -> [Effect] {
    guard hasCitizenScreen else { return openRating() }
    askedOutside = logged
    notice = .askedOutside
    return [.ask(logged)]
  }

  mutating func take(citizenScreenIsUp isUp: Bool) -> [Effect] {
    hasCitizenScreen = isUp
    if isUp { return isServing ? [.greet(true)] : [] }
    return askedOutside == nil ? [] : askHere()
  }

  /// Nobody was there to be asked.
  mutating func take(unasked logged: LoggedVisit) -> [Effect] {
    hasCitizenScreen = false
    guard askedOutside == logged else { return [] }
    askedOutside = nil
    return askHere()
  }

  /// Without that screen the question is asked here; where the clerk is at something else by now, they
  /// decide.
  private mutating func askHere() -> [Effect] {
    guard lastLogged != nil else { return [] }
    guard screens == [.home], overlay == nil, lock == nil, !isServing, search.isBlank else {
      notice = .citizenScreenGone
      return []
    }
    return openRating()
  }

  mutating func withdrawQuestion() -> [Effect] {
    guard askedOutside != nil else { return [] }
    askedOutside = nil
    return [.withdrawQuestion]
  }

  /// What came of asking there is in the store.
  ///
  /// - Parameter visit: absent where an earlier run of the program has asked.
  mutating func take(answeredOutside result: RatingResult, about visit: LoggedVisit?) -> [Effect] {
    if let visit {
      // The desk may just have begun to ask by itself.
      if case .rating(let rating) = screen, rating.visit == visit { screens.removeLast() }
      if askedOutside == visit { askedOutside = nil }
      if lastLogged == visit { lastLogged = nil }
    }
    return take(recorded: result)
  }
}
