// Keys by their code: kitty's protocol (sw.kovidgoyal.net/kitty/keyboard-protocol) and xterm's
// modifyOtherKeys. They tell which key was pressed whatever the layout: Ctrl+С is Ctrl+C.

internal import Canvas

enum KittyKeys {
  /// `Esc [ code:shifted:base ; modifiers:event ; text u`.
  static func meaning(of sequence: ControlSequence) -> ControlSequence.Meaning? {
    guard let code = sequence.parameter(0) else { return nil }
    if sequence.isRelease || isShiftKey(code) { return .keys([]) }
    let press = Press(
      code: code, shifted: sequence.parameter(0, part: 1) ?? 0,
      base: sequence.parameter(0, part: 2) ?? 0, text: sequence.parameter(2) ?? 0,
      held: sequence.modifiers)
    return press.key.map { .keys([$0]) }
  }

  /// `Esc [ 27 ; modifiers ; code ~`.
  static func meaning(ofOtherKey sequence: ControlSequence) -> ControlSequence.Meaning? {
    guard let code = sequence.parameter(2) else { return nil }
    return Press(code: code, held: sequence.modifiers).key.map { .keys([$0]) }
  }

  private static func isShiftKey(_ code: Int) -> Bool {
    (57358...57363).contains(code) || (57441...57454).contains(code)
  }
}

private struct Press {
  var code: Int
  var shifted = 0
  var base = 0
  var text = 0
  var held: Modifiers

  var key: Key? {
    if let named { return held.applied(to: named) }
    guard let plain = character(code) else { return nil }
    if !held.isDisjoint(with: .others) { return .unknown(held.prefix + String(plain)) }
    if held.contains(.control) {
      return latin.map { .control($0) } ?? .unknown(held.prefix + String(plain))
    }
    let typed = character(text) ?? shiftedCharacter ?? plain
    guard held.contains(.alt) else { return .character(typed) }
    if let digit = typed.wholeNumberValue, typed.isASCII {
      return .function(digit == 0 ? 10 : digit)
    }
    return .alt(typed)
  }

  private static let numberPadSigns: [Character] = [".", "/", "*", "-", "+"]

  private var named: Key? {
    switch code {
    case 27: .escape
    case 13, 10, 57414: .enter
    case 9: .tab
    case 127, 8: .backspace
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
    case 57409...57413: .character(Self.numberPadSigns[code - 57409])
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    default: nil
    }
  }

  private var shiftedCharacter: Character? {
    guard held.contains(.shift) else { return nil }
    if let given = character(shifted) { return given }
    let upper = character(code).map { $0.uppercased() } ?? ""
    return upper.count == 1 ? upper.first : nil
  }

  /// The Latin letter on that key: the terminal's word for it, or the place of a Russian letter.
  private var latin: Character? {
    for candidate in [base, code] {
      guard let letter = character(candidate)?.lowercased().first else { continue }
      if ("a"..."z").contains(letter) { return letter }
      if let same = RussianLayout.latin[letter] { return same }
    }
    return nil
  }

  /// Private-use codes are keys without a letter.
  private func character(_ code: Int) -> Character? {
    guard (0x20..<0xE000).contains(code) || (0xF900..<0x11_0000).contains(code),
      !(0x7F..<0xA0).contains(code)
    else { return nil }
    return Unicode.Scalar(UInt32(code)).map { Character($0) }
  }
}

enum RussianLayout {
  /// The Latin letter on the key of a Russian one.
  static let latin: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"))
}
