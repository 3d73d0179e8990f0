// The day of training that the desk is in. Everything else on the screen is the desk as it always is.

package import Domain

/// What the trainer's thread tells of the day.
package struct TrainingScene: Hashable, Sendable {
  /// Who is at the trainee's window.
  package struct Visitor: Hashable, Sendable {
    package var ticket: Ticket.ID
    package var name: String
    package var looks: LocalizedText
    package var says: LocalizedText
    /// What is said only when somebody asks: what was left out, and when it happened.
    package var leavesOut: LocalizedText?
    package var eventDate: CalendarDate?

    package init(
      ticket: Ticket.ID, name: String, looks: LocalizedText, says: LocalizedText,
      leavesOut: LocalizedText?, eventDate: CalendarDate? = nil
    ) {
      self.ticket = ticket
      self.name = name
      self.looks = looks
      self.says = says
      self.leavesOut = leavesOut
      self.eventDate = eventDate
    }
  }

  package var lesson: LocalizedText
  /// How many times faster than life the clock goes; 0 while it stands.
  package var speed: Int
  package var visitor: Visitor?
  /// Those for whom a supervisor has something to do now.
  package var hall: [Visitor]
  /// What a trainer has said from another terminal.
  package var comment: LocalizedText?
  /// A hint, or what has happened to the centre.
  package var word: LocalizedText?
  /// What the lesson teaches: shown while there is nothing else to say.
  package var goal: LocalizedText?
  /// All steps of the lesson are as they should be.
  package var isDone: Bool

  package init(
    lesson: LocalizedText, speed: Int, visitor: Visitor? = nil, hall: [Visitor] = [],
    comment: LocalizedText? = nil, word: LocalizedText? = nil, goal: LocalizedText? = nil,
    isDone: Bool = false
  ) {
    self.lesson = lesson
    self.speed = speed
    self.visitor = visitor
    self.hall = hall
    self.isDone = isDone
    self.comment = comment
    self.word = word
    self.goal = goal
  }
}

package struct TrainingState: Hashable, Sendable {
  package var scene: TrainingScene
  /// Keys pressed since the visitor was called, by the trainee and by a trainer.
  package var keys = TrainingKeys()
  /// As many as they were before the palette: an order to the day is no key of a visit.
  package var keysBeforePalette = TrainingKeys()
  /// The keys are a trainer's, at another terminal; the trainee looks on.
  package var isLed = false
  /// Of whoever is asked on the citizen's own screen: it comes if nobody plays them there.
  package var late: LateAnswer?
  /// The visitor who was asked what was left out.
  package var asked: Ticket.ID?

  package init(scene: TrainingScene) { self.scene = scene }

  package var hasAsked: Bool { asked != nil && asked == scene.visitor?.ticket }
}

package struct LateAnswer: Hashable, Sendable {
  package var answer: SimulatedAnswer
  package var due: Instant
}

package struct TrainingKeys: Hashable, Sendable {
  package var trainee = 0
  package var trainer = 0

  package init(trainee: Int = 0, trainer: Int = 0) {
    self.trainee = trainee
    self.trainer = trainer
  }
}

/// What the trainee asks of the day; the palette offers it.
package enum TrainingCommand: String, CaseIterable, Hashable, Sendable {
  case ask, pause
  case lifeSpeed = "x1"
  case double = "x2"
  case tenfold = "x10"
  case nextArrival = "next-arrival"

  package func explanation(_ language: Language) -> String { wording(language) }

  /// What stands in the way of it.
  func obstacle(in state: State) -> Obstacle? {
    self == .ask && state.training?.scene.visitor == nil ? .noTicket : nil
  }

  var names: [String] { Language.allCases.map(explanation) + [rawValue, "demo", "демо"] }

  private var wording: LocalizedText {
    switch self {
    case .ask:
      LocalizedText(ru: "ДЕМО: расспросить заявителя", en: "DEMO: ask the citizen for more")
    case .pause:
      LocalizedText(
        ru: "ДЕМО: остановить часы и пустить снова", en: "DEMO: stop and start the clock")
    case .lifeSpeed: LocalizedText(ru: "ДЕМО: скорость ×1", en: "DEMO: speed ×1")
    case .double: LocalizedText(ru: "ДЕМО: скорость ×2", en: "DEMO: speed ×2")
    case .tenfold: LocalizedText(ru: "ДЕМО: скорость ×10", en: "DEMO: speed ×10")
    case .nextArrival:
      LocalizedText(
        ru: "ДЕМО: к приходу следующего", en: "DEMO: on to the next arrival")
    }
  }
}

/// Something that a trainer lets happen; the trainee reads it where the hints stand.
package enum TrainingIncident: String, CaseIterable, Hashable, Sendable {
  case faint, complaint

  package var words: LocalizedText {
    switch self {
    case .faint:
      LocalizedText(
        ru: "В зале человеку стало плохо: посадите, позвоните 112, позовите старшего",
        en: "Somebody in the hall feels faint: offer a seat, call 112, fetch the supervisor")
    case .complaint:
      LocalizedText(
        ru: "Из министерства звонят с жалобой на ожидание: запишите суть и передайте старшему",
        en: "The ministry calls about the waiting: note what it is about and tell the supervisor")
    }
  }
}

/// What the desk asks of the trainer's thread.
package enum TrainingOrder: Hashable, Sendable {
  case speed(Int)
  case nextArrival
  /// The link to the centre breaks, or comes back.
  case link(isDown: Bool)
  case incident(TrainingIncident)
  /// A trainer says something to the trainee.
  case comment(String)
  /// A visit is in the store; it took so many keys.
  case logged(Visit.ID, keys: TrainingKeys)
}

extension TrainingOrder {
  /// What a trainer can say from another terminal.
  package static let words =
    ["pause", "x1", "x2", "x10", "next-arrival", "link-down", "link-up"]
    + TrainingIncident.allCases.map(\.rawValue)

  /// What begins a comment.
  package static let say = "say"

  package init?(word: String) {
    switch word {
    case "pause": self = .speed(0)
    case "x1": self = .speed(1)
    case "x2": self = .speed(2)
    case "x10": self = .speed(10)
    case "next-arrival": self = .nextArrival
    case "link-down": self = .link(isDown: true)
    case "link-up": self = .link(isDown: false)
    default:
      if word.hasPrefix(Self.say + " ") {
        let text = String(word.dropFirst(Self.say.count + 1))
        guard DeskMessage.isText(text) else { return nil }
        self = .comment(text)
        return
      }
      guard let incident = TrainingIncident(rawValue: word) else { return nil }
      self = .incident(incident)
    }
  }

  /// The word for it; `nil` of what only the desk itself says.
  package var word: String? {
    if case .comment(let text) = self { return "\(Self.say) \(text)" }
    return Self.words.first { TrainingOrder(word: $0) == self }
  }
}
