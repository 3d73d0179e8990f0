internal import Canvas
package import Domain

extension State {
  mutating func take(scene: TrainingScene) {
    if training == nil { training = TrainingState(scene: scene) } else { training?.scene = scene }
  }

  /// A key of the trainee's own: while a trainer leads it does nothing.
  mutating func pressOwn(_ key: Key) -> [Effect] {
    guard training?.isLed != true else {
      return Command.redraw.keys.contains(key) ? [.redraw] : []
    }
    training?.keys.trainee += 1
    return press(key)
  }

  /// A trainer's key, from another terminal.
  mutating func pressLed(_ key: Key) -> [Effect] {
    guard training?.isLed == true else { return [] }
    training?.keys.trainer += 1
    return press(key)
  }

  mutating func perform(_ command: TrainingCommand) -> [Effect] {
    guard let training else { return [] }
    self.training?.keys = training.keysBeforePalette
    if let obstacle = command.obstacle(in: self) {
      notice = .obstacle(obstacle)
      return []
    }
    switch command {
    case .ask:
      self.training?.asked = training.scene.visitor?.ticket
      return []
    case .pause: return [.train(.speed(training.scene.speed == 0 ? 1 : 0))]
    case .lifeSpeed: return [.train(.speed(1))]
    case .double: return [.train(.speed(2))]
    case .tenfold: return [.train(.speed(10))]
    case .nextArrival: return [.train(.nextArrival)]
    }
  }

  /// The visit begins with the key that has called.
  mutating func countKeysFromCall() {
    let isLed = training?.isLed == true
    training?.keys = TrainingKeys(trainee: isLed ? 0 : 1, trainer: isLed ? 1 : 0)
  }

  /// The key that opens the palette is the first of its own.
  mutating func rememberKeys() {
    guard var keys = training?.keys else { return }
    if training?.isLed == true { keys.trainer -= 1 } else { keys.trainee -= 1 }
    training?.keysBeforePalette = keys
  }

  /// The keys that the visit took, told once.
  mutating func countKeys(of visit: LoggedVisit) -> [Effect] {
    guard let keys = training?.keys else { return [] }
    training?.keys = TrainingKeys()
    return [.train(.logged(visit.id, keys: keys))]
  }

  /// A simulated visitor answers: where the desk asks at once; on the citizen's own screen there is time before for
  /// somebody who plays the citizen.
  mutating func rate(as simulated: SimulatedAnswer) -> [Effect] {
    guard training != nil, askedOutside?.id == simulated.visit else {
      return pressRating(as: simulated)
    }
    let pause = settings.ratingTimeout / 2
    training?.late = LateAnswer(answer: simulated, due: clock.now + pause)
    return [.wake(afterSeconds: pause)]
  }

  /// Nobody has played the citizen: the answer takes the place of one from that screen.
  mutating func rateLate() -> [Effect] {
    guard let late = training?.late, late.due <= clock.now else { return [] }
    training?.late = nil
    guard let asked = askedOutside, asked.id == late.answer.visit else {
      return pressRating(as: late.answer)
    }
    if lastLogged == asked { lastLogged = nil }
    return withdrawQuestion() + [
      .recordRating(
        RatingEntry(
          situation: asked.situation,
          result: .given(score: late.answer.score, criteria: Set(late.answer.criteria))))
    ]
  }

  /// Presses the keys of the rating screen, where it is up.
  private mutating func pressRating(as simulated: SimulatedAnswer) -> [Effect] {
    guard training != nil, case .rating(let rating) = screen,
      rating.visit.id == simulated.visit, rating.writing == nil,
      let digit = "\(simulated.score)".first
    else { return [] }
    var effects = updateRating(rating, .character(digit))
    for criterion in simulated.criteria {
      guard case .rating(var answered) = screen,
        let place = Criterion.allCases.firstIndex(of: criterion)
      else { break }
      answered.form.cursor = place
      effects += updateRating(answered, .character(" "))
    }
    // Where a line in the visitor's own words is asked for, a second Enter writes none.
    for _ in 1...2 {
      if case .rating(let answered) = screen { effects += updateRating(answered, .enter) }
    }
    return effects
  }
}

/// What a simulated visitor says of a visit.
package struct SimulatedAnswer: Hashable, Sendable {
  package var visit: Visit.ID
  package var score: Int
  package var criteria: [Criterion]

  package init(visit: Visit.ID, score: Int, criteria: [Criterion]) {
    self.visit = visit
    self.score = score
    self.criteria = criteria
  }
}
