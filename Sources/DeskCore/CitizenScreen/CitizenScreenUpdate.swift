// What happens on the citizen's own screen. Ten digits and Enter are enough for all of it but a line of words, for which
// there has to be a keyboard.

internal import Canvas
internal import Domain

/// Takes `event` into `state` and returns what must be done outside.
package func update(
  _ state: inout CitizenScreenState, _ event: CitizenScreenEvent, _ facts: Facts
) -> [CitizenScreenEffect] {
  state.clock = Clock(now: facts.now, offset: facts.offset)
  switch event {
  case .key(let key): return state.press(key)
  case .resized(let size): state.take(size)
  case .tick: return state.goOn()
  case .told(let view): return state.take(view)
  case .training(let isTraining): state.isTraining = isTraining
  case .codeMade(let symbol): state.later?.symbol = symbol
  case .failed(let failure): state.failure = failure
  case .interrupted: return [.quit]
  }
  return []
}

/// The digits of a keypad without arrows, beside those of the rating itself.
package enum CitizenKeys {
  package static let next: Character = "6"
  package static let language: Character = "7"
  package static let mark: Character = "8"
  package static let previous: Character = "9"
}

extension CitizenScreenState {
  fileprivate mutating func take(_ view: CitizenView) -> [CitizenScreenEffect] {
    self.view = view
    switch (view.stage, stage) {
    case (.asking(let token), .asking(let shown, _)) where token == shown: break
    case (.asking(let token), .writing(let writing)) where token == writing.token: break
    case (.asking(let token), .offering(let offer)) where token == offer.token: break
    // The desk has not taken the answer yet.
    case (.asking(let token), _) where token == answered: break
    case (.asking(let token), _):
      begin()
      stage = .asking(token, RatingForm(shown: clock.now))
      guard let form, let word = view.later else { break }
      later = Later()
      return [.makeCode(form.filled(with: word))]
    // Thanks are seen to their end, also where the clerk is at the next visit by now.
    case (_, .thanks): break
    case (.idle, .idle): break
    case (.idle, _):
      stage = .idle
      language = languages.first ?? language
    case (.greeting, .greeting): break
    case (.greeting, _):
      begin()
      stage = .greeting
    }
    return []
  }

  /// Another citizen, or another visit of this one.
  private mutating func begin() {
    tellsWayOut = false
    failure = nil
    later = nil
  }

  /// A citizen who could not see the question has all the time again once it is seen.
  fileprivate mutating func take(_ size: Size) {
    let wasTooSmall = isTooSmall
    self.size = size
    guard wasTooSmall, !isTooSmall else { return }
    switch stage {
    case .asking(let token, var form):
      form.touched = clock.now
      stage = .asking(token, form)
    case .writing(var writing):
      writing.form.touched = clock.now
      stage = .writing(writing)
    case .offering(var offer):
      offer.touched = clock.now
      stage = .offering(offer)
    case .idle, .greeting, .thanks: break
    }
  }

  fileprivate mutating func goOn() -> [CitizenScreenEffect] {
    if let asks = leaving, clock.now >= asks.touched + Self.leavingPatience { leaving = nil }
    if let until = later?.until, clock.now >= until { later = nil }
    switch stage {
    case .idle, .greeting: return []
    case .asking(let token, let form):
      guard let ending = form.ending(at: clock.now, after: timeout) else { return [] }
      return end(token, ending)
    case .writing(let writing):
      // A line that was not sent is not given.
      let isOver = clock.now >= writing.form.touched + timeout
      return isOver ? end(writing.token, writing.ending) : []
    case .offering(let offer):
      let isOver = clock.now >= offer.touched + timeout
      return isOver ? end(offer.token, offer.ending, words: offer.words) : []
    case .thanks(let since):
      if clock.now >= since + thanking { rest() }
      return []
    }
  }

  /// Where there is a keyboard, whoever has rated may write a line.
  private mutating func askWords(
    _ token: RatingToken, _ ending: RatingForm.Ending
  ) -> [CitizenScreenEffect] {
    guard takesWords, case .given = ending.result else { return offerCall(token, ending, nil) }
    stage = .writing(Writing(token: token, ending: ending, form: WordsForm(shown: clock.now)))
    return []
  }

  private mutating func press(_ key: Key, _ current: Writing) -> [CitizenScreenEffect] {
    var writing = current
    switch writing.form.press(key, in: language, at: clock.now) {
    case .nothing: break
    case .changed: stage = .writing(writing)
    case .ended(let words): return offerCall(writing.token, writing.ending, words)
    }
    return []
  }

  /// A low rating is a chance: before it is handed over the citizen may ask for a call.
  private mutating func offerCall(
    _ token: RatingToken, _ ending: RatingForm.Ending, _ words: CitizenWords?
  ) -> [CitizenScreenEffect] {
    guard offersCall, case .given(let score, _) = ending.result, score <= Callback.lowScore else {
      return end(token, ending, words: words)
    }
    stage = .offering(CallOffer(token: token, ending: ending, words: words, touched: clock.now))
    return []
  }

  /// Enter without a number is no call.
  private mutating func press(_ key: Key, _ current: CallOffer) -> [CitizenScreenEffect] {
    var offer = current
    offer.touched = clock.now
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      if offer.number.count < CallOffer.room { offer.number.append(digit) }
      offer.isWrong = false
    case .backspace, .delete: _ = offer.number.popLast()
    case .enter where offer.number.isEmpty:
      return end(offer.token, offer.ending, words: offer.words)
    case .enter:
      if let phone = Phone(offer.number) {
        return end(offer.token, offer.ending, phone, words: offer.words)
      }
      (offer.number, offer.isWrong) = ("", true)
    default: return []
    }
    stage = .offering(offer)
    return []
  }

  private mutating func end(
    _ token: RatingToken, _ ending: RatingForm.Ending, _ phone: Phone? = nil,
    words: CitizenWords? = nil
  ) -> [CitizenScreenEffect] {
    answered = token
    later?.until = clock.now + Self.codeShown
    if ending.result == .timedOut { rest() } else { stage = .thanks(since: clock.now) }
    return [
      .give(
        CitizenAnswer(
          token: token, result: ending.result, answeredIn: ending.answeredIn, phone: phone,
          words: words))
    ]
  }

  /// What the desk said last, now that a question or the thanks are over.
  private mutating func rest() {
    stage = view.stage == .greeting ? .greeting : .idle
    if stage == .greeting { later = nil }
    language = languages.first ?? language
  }

  fileprivate mutating func press(_ key: Key) -> [CitizenScreenEffect] {
    if let leaving { return press(key, leaving) }
    if Command.leave.keys.contains(key) {
      if (closedUntil ?? clock.now) <= clock.now { leaving = Leaving(touched: clock.now) }
      return []
    }
    if Command.redraw.keys.contains(key) { return [.redraw] }
    guard !isTooSmall else { return [] }
    if case .writing(let writing) = stage { return press(key, writing) }
    if case .offering(let offer) = stage { return press(key, offer) }
    if key == .character(CitizenKeys.language) {
      language = nextLanguage ?? language
      if case .asking(let token, var form) = stage {
        form.touched = clock.now
        stage = .asking(token, form)
      }
      return []
    }
    guard case .asking(let token, var form) = stage else { return [] }
    switch form.press(key.ofKeypad, at: clock.now) {
    case .nothing: return []
    case .changed:
      stage = .asking(token, form)
      return []
    case .ended(let ending): return askWords(token, ending)
    }
  }

  private mutating func press(_ key: Key, _ asks: Leaving) -> [CitizenScreenEffect] {
    var asks = asks
    asks.touched = clock.now
    guard let code else {
      leaving = nil
      return Command.leave.keys.contains(key) ? [.quit] : []
    }
    switch key {
    case .character(let character) where asks.typed.count < 80:
      asks.typed.append(character)
      asks.isWrong = false
      leaving = asks
    case .backspace:
      _ = asks.typed.popLast()
      leaving = asks
    case .enter where asks.typed == code: return [.quit]
    case .enter where !asks.typed.isEmpty: refuse(asks)
    case .enter, .escape: leaving = nil
    default: break
    }
    return []
  }

  private mutating func refuse(_ asks: Leaving) {
    wrongCodes += 1
    guard wrongCodes % Self.attempts != 0 else {
      leaving = nil
      closedUntil = clock.now + Self.pause
      return
    }
    var again = Leaving(touched: asks.touched)
    again.isWrong = true
    leaving = again
  }
}

extension Key {
  /// What a keypad's digit stands for in a rating.
  fileprivate var ofKeypad: Key {
    switch self {
    case .character(CitizenKeys.next): .down
    case .character(CitizenKeys.previous): .up
    case .character(CitizenKeys.mark): .character(" ")
    default: self
    }
  }
}
