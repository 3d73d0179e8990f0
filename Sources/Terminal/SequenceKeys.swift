// Which key a sequence's last letter or number stands for, over all the terminals in use.

internal import Canvas

/// Keys held down with another, as xterm numbers them: one more than the sum.
struct Modifiers: OptionSet {
  let rawValue: Int
  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)
  /// Super, Hyper and Meta.
  static let others = Modifiers(rawValue: 8 | 16 | 32)

  init(rawValue: Int) { self.rawValue = rawValue }
  init(parameter: Int) { rawValue = max(0, parameter - 1) & 63 }

  /// A key that moves does so whatever is held; a function key with one held is another key, which has
  /// no meaning here and must not do what the bare one does.
  func applied(to key: Key) -> Key {
    guard !isEmpty else { return key }
    switch key {
    case .function(let number): return .unknown("\(prefix)F\(number)")
    case .tab where contains(.shift): return .backTab
    default: return key
    }
  }

  var prefix: String {
    var text = ""
    if contains(.control) { text += "Ctrl+" }
    if contains(.alt) { text += "Alt+" }
    if contains(.shift) { text += "Shift+" }
    if !isDisjoint(with: .others) { text += "Super+" }
    return text
  }
}

enum SequenceKeys {
  /// The last letter of a CSI sequence.
  static func byLetter(_ final: UInt8) -> Key? {
    switch Unicode.Scalar(final) {
    case "A", "a": .up  // the small letters are rxvt's, with Shift
    case "B", "b": .down
    case "C", "c": .right
    case "D", "d": .left
    case "H": .home
    case "F": .end
    case "Z": .backTab
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: nil
    }
  }

  /// The number before `~`.
  static func byNumber(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    // Shift with F1 to F8, on the Linux console and rxvt.
    case 25, 26, 28, 29: .unknown("F\(number < 27 ? number - 12 : number - 13)")
    case 31...34: .unknown("F\(number - 14)")
    default: nil
    }
  }

  /// The letter after SS3: cursor keys in application mode, the number pad, and PuTTY's VT100+ mode.
  static func afterSS3(_ final: UInt8) -> Key? {
    switch Unicode.Scalar(final) {
    case "M": .enter
    case "I": .tab
    case "T"..."Z": .function(Int(final) - 0x54 + 5)
    case "[": .function(12)
    case "j"..."y": .character(Character(Unicode.Scalar(final - 0x40)))
    case "a", "b", "c", "d", "A", "B", "C", "D", "H", "F", "P", "Q", "R", "S": byLetter(final)
    default: nil
    }
  }
}
