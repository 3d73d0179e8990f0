// A control sequence (CSI or SS3) taken apart, and what it means.

internal import Canvas

struct ControlSequence {
  enum Meaning {
    /// None for what a person did not mean as a key: a release, a shift key alone.
    case keys([Key])
    case pasteBegins
    /// Three bytes of the mouse's old form follow.
    case mouseFollows
  }

  enum Introducer { case csi, linux, ss3 }

  let introducer: Introducer
  /// `<`, `=`, `>` or `?` in front of the parameters: not a plain key.
  let marker: UInt8?
  /// Parameters with their parts (`1089::99;5`); an empty one is zero.
  let parameters: [[Int]]
  let final: UInt8

  /// `nil` when the bytes have no such form.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 2, bytes[0] == 0x1B, let last = bytes.last else { return nil }
    let isLinux = bytes[1] == 0x5B && bytes[2] == 0x5B && bytes.count == 4
    introducer = bytes[1] == 0x4F ? .ss3 : isLinux ? .linux : .csi
    var body = bytes[2..<(bytes.count - 1)]
    if isLinux { body = [] }
    final = last
    if let first = body.first, (0x3C...0x3F).contains(first) {
      marker = first
      body.removeFirst()
    } else {
      marker = nil
    }
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    parameters = body.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    // No code or place of a key is longer; more digits would only overflow.
    digits.prefix(8).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The first byte of an answer: a number after `Esc ]`, a number or one of these after `Esc P`.
  static func mayBeginString(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x3E, 0x21, 0x24, 0x2B, 0x3D].contains(byte)
  }

  func parameter(_ index: Int, part: Int = 0) -> Int? {
    guard parameters.indices.contains(index), parameters[index].indices.contains(part) else {
      return nil
    }
    return parameters[index][part]
  }

  var modifiers: Modifiers { Modifiers(parameter: parameter(1) ?? 1) }
  /// By kitty's protocol: 1 a press, 2 a repetition, 3 a release.
  var isRelease: Bool { parameter(1, part: 1) == 3 }

  var meaning: Meaning? {
    if marker == 0x3C { return MouseKeys.meaning(of: self) }
    guard marker == nil else { return nil }
    switch introducer {
    case .linux: return linuxKey.map { .keys([$0]) }
    case .ss3: return ss3Key.map { .keys([$0]) }
    case .csi: return csiMeaning
    }
  }

  /// The Linux console's F1 to F5.
  private var linuxKey: Key? {
    (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
  }

  private var csiMeaning: Meaning? {
    if final == UInt8(ascii: "M"), parameters.allSatisfy({ $0 == [0] || $0.isEmpty }) {
      return .mouseFollows
    }
    if final == UInt8(ascii: "u") { return KittyKeys.meaning(of: self) }
    if isRelease { return .keys([]) }
    if let key = SequenceKeys.byLetter(final) { return .keys([modifiers.applied(to: key)]) }
    return byNumber
  }

  /// `Esc [ 15 ~`, and rxvt's `^`, `$`, `@` for Ctrl, Shift and both.
  private var byNumber: Meaning? {
    let held: Modifiers
    switch final {
    case UInt8(ascii: "~"): held = modifiers
    case UInt8(ascii: "^"): held = .control
    case UInt8(ascii: "$"): held = .shift
    case UInt8(ascii: "@"): held = [.control, .shift]
    default: return nil
    }
    switch parameter(0) {
    case 200 where final == UInt8(ascii: "~"): return .pasteBegins
    case 201 where final == UInt8(ascii: "~"): return .keys([])
    case 27 where parameters.count >= 3: return KittyKeys.meaning(ofOtherKey: self)
    case let number?: return SequenceKeys.byNumber(number).map { .keys([held.applied(to: $0)]) }
    case nil: return nil
    }
  }

  private var ss3Key: Key? {
    guard let key = SequenceKeys.afterSS3(final) else { return nil }
    // `Esc O 5 P` and `Esc O 1;5 P`, of older terminals.
    let held = Modifiers(parameter: parameter(1) ?? max(1, parameter(0) ?? 1))
    return held.applied(to: key)
  }
}
