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
    /// What is said only when somebody asks.
    package var leavesOut: LocalizedText?

    package init(
      ticket: Ticket.ID, name: String, looks: LocalizedText, says: LocalizedText,
      leavesOut: LocalizedText?
    ) {
      self.ticket = ticket
      self.name = name
      self.looks = looks
      self.says = says
      self.leavesOut = leavesOut
    }
  }

  package var lesson: LocalizedText
  /// How many times faster than life the clock goes; 0 while it stands.
  package var speed: Int
  package var visitor: Visitor?
  /// A hint, or what has happened to the centre.
  package var word: LocalizedText?

  package init(
    lesson: LocalizedText, speed: Int, visitor: Visitor? = nil, word: LocalizedText? = nil
  ) {
    self.lesson = lesson
    self.speed = speed
    self.visitor = visitor
    self.word = word
  }
}

package struct TrainingState: Hashable, Sendable {
  package var scene: TrainingScene
  /// Keys pressed since the last visit was logged.
  package var keys = 0
  /// The visitor who was asked what was left out.
  package var asked: Ticket.ID?

  package init(scene: TrainingScene) { self.scene = scene }

  package var hasAsked: Bool { asked != nil && asked == scene.visitor?.ticket }
}

/// What the trainee asks of the day; the palette offers it.
package enum TrainingCommand: String, CaseIterable, Hashable, Sendable {
  case ask, pause
  case lifeSpeed = "x1"
  case double = "x2"
  case tenfold = "x10"
  case nextArrival = "next-arrival"

  package func explanation(_ language: Language) -> String { wording(language) }

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
  /// A visit is in the store; it took so many keys.
  case logged(Visit.ID, keys: Int)
}

extension TrainingOrder {
  /// What a trainer can say from another terminal.
  package static let words =
    ["pause", "x1", "x2", "x10", "next-arrival", "link-down", "link-up"]
    + TrainingIncident.allCases.map(\.rawValue)

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
      guard let incident = TrainingIncident(rawValue: word) else { return nil }
      self = .incident(incident)
    }
  }

  /// The word for it; `nil` of what only the desk itself says.
  package var word: String? { Self.words.first { TrainingOrder(word: $0) == self } }
}
