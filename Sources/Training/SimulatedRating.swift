package import Domain

/// What somebody went through from the door to the end of the visit.
package struct Experience: Hashable, Sendable {
  /// In seconds.
  package var waited: Int64
  package var mood: Mood
  /// Set aside at the window for somebody else.
  package var wasHeld: Bool
  package var right: RightWay
  package var handled: [Visit.Line]
  package var hasCard: Bool
  package var note: String
  /// The offer was made.
  package var gotOffer: Bool

  package init(
    waited: Int64, mood: Mood, wasHeld: Bool, right: RightWay, handled: [Visit.Line],
    hasCard: Bool, note: String, gotOffer: Bool
  ) {
    self.waited = waited
    self.mood = mood
    self.wasHeld = wasHeld
    self.right = right
    self.handled = handled
    self.hasCard = hasCard
    self.note = note
    self.gotOffer = gotOffer
  }
}

/// Why a simulated visitor rates as they do: each of these has happened.
package enum RatingReason: Hashable, Sendable {
  case longWait(minutes: Int)
  case setAside
  case forgotten(Service.ID)
  case wrongOrder(Service.ID)
  case unexplained
  case nothingKept
  /// For the better.
  case offered
  case allDone
}

/// The digit that a simulated visitor presses, and why.
package struct SimulatedRating: Hashable, Sendable {
  package var score: Int
  package var reasons: [RatingReason]

  package init(_ went: Experience) {
    var reasons: [RatingReason] = []
    var score = 5
    let minutes = Int(went.waited / 60)
    if minutes > 15 {
      // As the review counts: to the nearest minute.
      reasons.append(.longWait(minutes: Int((went.waited + 30) / 60)))
      score -= minutes > 30 || went.mood == .angry || went.mood == .hurried ? 2 : 1
    }
    if went.wasHeld {
      reasons.append(.setAside)
      score -= 1
    }
    let forgotten = went.right.services.map(\.id).filter { wanted in
      !went.handled.contains { $0.id == wanted }
    }
    reasons += forgotten.map(RatingReason.forgotten)
    score -= min(2, forgotten.count)
    if let first = went.right.services.first?.id, went.mood == .grieving,
      went.handled.first?.id != first
    {
      reasons.append(.wrongOrder(first))
      score -= 1
    }
    if went.right.note != nil, went.note.isEmpty {
      reasons.append(.unexplained)
      score -= went.right.isDisappointing ? 2 : 1
    }
    if went.right.needsCard, !went.hasCard {
      reasons.append(.nothingKept)
      score -= 1
    }
    if reasons.isEmpty { reasons.append(went.gotOffer ? .offered : .allDone) }
    self.score = max(1, score)
    self.reasons = reasons
  }

  /// What the visitor ticks on the screen.
  package var criteria: Set<Criterion> { Set(reasons.map(\.criterion)) }
}

extension RatingReason {
  var criterion: Criterion {
    switch self {
    case .longWait: .waitingTime
    case .setAside: .courtesyAndCompetence
    case .forgotten, .allDone: .professionalism
    case .wrongOrder, .offered: .empathy
    case .unexplained: .clarity
    case .nothingKept: .comfort
    }
  }

  /// What it is about, where that is a service.
  package var service: Service.ID? {
    switch self {
    case .forgotten(let service), .wrongOrder(let service): service
    case .longWait, .setAside, .unexplained, .nothingKept, .offered, .allDone: nil
    }
  }

  package var code: String {
    switch self {
    case .longWait: "long_wait"
    case .setAside: "set_aside"
    case .forgotten: "forgotten"
    case .wrongOrder: "wrong_order"
    case .unexplained: "unexplained"
    case .nothingKept: "nothing_kept"
    case .offered: "offered"
    case .allDone: "all_done"
    }
  }

  /// In the visitor's words.
  ///
  /// - Parameter title: what the catalogue calls a service.
  package func words(_ title: (Service.ID) -> LocalizedText) -> LocalizedText {
    switch self {
    case .longWait(let minutes):
      LocalizedText(ru: "ждать пришлось \(minutes) мин", en: "I waited for \(minutes) minutes")
    case .setAside:
      LocalizedText(
        ru: "вызвали и попросили подождать ещё", en: "I was called and told to wait again")
    case .forgotten(let service):
      named(title(service), ru: "не занялись услугой", en: "this was left undone:")
    case .wrongOrder(let service):
      named(title(service), ru: "начали не с главного, а главное —", en: "what matters came late:")
    case .unexplained:
      LocalizedText(ru: "не объяснили почему", en: "nobody explained why")
    case .nothingKept:
      LocalizedText(
        ru: "в следующий раз всё рассказывать заново", en: "next time I have to tell it all again")
    case .offered:
      LocalizedText(
        ru: "подсказали то, о чём не спрашивал", en: "I was told of something I had not asked for")
    case .allDone:
      LocalizedText(ru: "сделали всё, за чем пришёл", en: "everything I came for was done")
    }
  }

  private func named(_ title: LocalizedText, ru: String, en: String) -> LocalizedText {
    LocalizedText(ru: "\(ru) «\(title.ru)»", en: "\(en) “\(title(.en))”")
  }
}
