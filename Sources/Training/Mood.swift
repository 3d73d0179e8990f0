package import Domain

/// How somebody comes to the window.
package enum Mood: String, Codable, CaseIterable, Hashable, Sendable {
  case calm, hurried, anxious, grieving, angry, tired

  /// How it shows, for the one who sits opposite.
  package var looks: LocalizedText {
    switch self {
    case .calm: LocalizedText(ru: "спокойно", en: "calm")
    case .hurried: LocalizedText(ru: "торопится", en: "in a hurry")
    case .anxious: LocalizedText(ru: "волнуется", en: "anxious")
    case .grieving: LocalizedText(ru: "в горе", en: "grieving")
    case .angry: LocalizedText(ru: "сердится", en: "angry")
    case .tired: LocalizedText(ru: "без сил", en: "worn out")
    }
  }

  /// Of sixteen waits that a calm person bears, how many this one does.
  var patience: Int {
    switch self {
    case .calm, .grieving: 16
    case .anxious, .tired: 12
    case .hurried: 8
    case .angry: 6
    }
  }

  /// How long the talk takes of sixteen parts of a calm one's.
  var talk: Int {
    switch self {
    case .calm, .tired: 16
    case .hurried: 12
    case .anxious: 20
    case .angry: 22
    case .grieving: 24
    }
  }
}
