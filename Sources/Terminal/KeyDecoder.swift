// Bytes from a terminal into keys: a state machine without a clock, a terminal or C.
//
// It knows what xterm, rxvt, PuTTY, the Linux console, tmux, screen and kitty send, whatever `TERM` says,
// and the terminal's own sequences on top. What it does not know becomes `.unknown`, so that a person can
// see it; text before and after is never lost.

package import Canvas

package struct KeyDecoder: Sendable {
  /// How long an unfinished sequence may stay so, in milliseconds.
  package struct Patience: Sendable {
    /// After Esc: a person's Esc is alone, a terminal's sequence follows at once. A longer one lets slow
    /// fingers type `Esc` and a digit for a function key.
    package var escape: Milliseconds = 25
    /// After `Esc [` and `Esc O`, and within a letter of several bytes.
    var introducer: Milliseconds = 100
    /// Within a sequence: nobody types one, so a slow line is the reason.
    var sequence: Milliseconds = 500
    /// Within a paste whose end does not come.
    var paste: Milliseconds = 2000

    package init(escape: Milliseconds = 25) { self.escape = escape }
  }

  private enum State {
    case ground, escape, csi, csiLinux, ss3, utf8, mouse, string, stringEscape, tooLong, paste
  }

  private static let longestSequence = 64
  private static let longestString = 4096

  private let patience: Patience
  private let named: [(bytes: [UInt8], key: Key)]
  private var state = State.ground
  /// The unfinished sequence. Of two Esc in front, the first is only counted.
  private var pending: [UInt8] = []
  private var doubled = false
  private var paste: PasteCollector
  private var keys: [Key] = []

  /// When `settle` has something to say, in the time that `feed` was given.
  package private(set) var deadline: Milliseconds?

  /// `named` are the terminal's own sequences; each begins with Esc. `pasteLimit` is in bytes.
  package init(
    named: [(bytes: [UInt8], key: Key)] = [], patience: Patience = Patience(),
    pasteLimit: Int = 1 << 20
  ) {
    self.named = named
    self.patience = patience
    paste = PasteCollector(limit: pasteLimit)
  }

  /// The keys that these bytes complete. `now` is any clock's time in milliseconds.
  package mutating func feed(_ bytes: some Sequence<UInt8>, at now: Milliseconds) -> [Key] {
    var isFirst = true
    for byte in bytes {
      // Late bytes complete a sequence that a slow line has torn, but an old Esc was a person's.
      let isLate = isFirst && deadline.map { now >= $0 } ?? false
      if isLate, case .escape = state, byte != 0x5B, byte != 0x4F { giveUp() }
      isFirst = false
      accept(byte)
    }
    if !isFirst { deadline = currentPatience.map { now + $0 } }
    return taken()
  }

  /// What the bytes so far mean when nothing more has come until the deadline.
  package mutating func settle(at now: Milliseconds) -> [Key] {
    guard let deadline, now >= deadline else { return [] }
    giveUp()
    self.deadline = nil
    return taken()
  }

  private mutating func taken() -> [Key] {
    defer { keys = [] }
    return keys
  }

  private var currentPatience: Milliseconds? {
    switch state {
    case .ground: nil
    case .escape: patience.escape
    case .csi, .ss3, .utf8: pending.count <= 2 ? patience.introducer : patience.sequence
    case .csiLinux, .mouse, .string, .stringEscape, .tooLong: patience.sequence
    case .paste: patience.paste
    }
  }

  private mutating func accept(_ byte: UInt8) {
    switch state {
    case .ground: acceptInGround(byte)
    case .escape: acceptAfterEscape(byte)
    case .csi: acceptInCSI(byte)
    case .csiLinux: acceptLast(byte, in: 0x40...0x7E)
    case .ss3: acceptInSS3(byte)
    case .utf8: acceptInCharacter(byte)
    case .mouse: acceptInMouse(byte)
    case .string, .stringEscape: acceptInString(byte)
    case .tooLong: acceptInTooLong(byte)
    case .paste:
      guard let text = paste.accept(byte) else { return }
      endPaste(text)
    }
  }

  // MARK: Ground and Esc

  private mutating func acceptInGround(_ byte: UInt8) {
    switch byte {
    case 0x1B: begin(.escape, with: byte)
    case 0x20...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
    case 0x00...0x1F, 0x7F: keys.append(ControlKeys.key(byte))
    case 0xC2...0xF4: begin(.utf8, with: byte)
    default: keys.append(.unknown(VisibleBytes.text([byte])))
    }
  }

  private mutating func begin(_ next: State, with byte: UInt8) {
    state = next
    pending = [byte]
    doubled = false
  }

  private mutating func acceptAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      if doubled { keys.append(.escape) }
      doubled = true
    case 0x5B: advance(to: .csi, byte)
    case 0x4F: advance(to: .ss3, byte)
    case 0x5D, 0x50: advance(to: .string, byte)
    case 0xC2...0xF4:
      emitFirstOfTwo()
      advance(to: .utf8, byte)
    default:
      emitFirstOfTwo()
      reset()
      acceptAfterSingleEscape(byte)
    }
  }

  /// `Esc` and a digit is a function key, and with a letter Alt; before a control key it is itself.
  private mutating func acceptAfterSingleEscape(_ byte: UInt8) {
    switch byte {
    case 0x30: keys.append(.function(10))
    case 0x31...0x39: keys.append(.function(Int(byte - 0x30)))
    case 0x20...0x7E: keys.append(.alt(Character(Unicode.Scalar(byte))))
    // Not a step back and a letter less: it is the habit of those who delete words.
    case 0x7F, 0x08: keys.append(.unknown("Alt+Backspace"))
    default:
      keys.append(.escape)
      accept(byte)
    }
  }

  private mutating func emitFirstOfTwo() {
    if doubled { keys.append(.escape) }
    doubled = false
  }

  private mutating func advance(to next: State, _ byte: UInt8) {
    state = next
    pending.append(byte)
  }

  private mutating func reset() {
    state = .ground
    pending = []
    doubled = false
  }

  // MARK: Control sequences

  private mutating func acceptInCSI(_ byte: UInt8) {
    if byte == 0x5B, pending.count == 2 { return advance(to: .csiLinux, byte) }
    let endsRxvtKey = byte == 0x24 && ControlSequence.isNumber(pending.dropFirst(2))
    switch byte {
    case 0x20...0x3F where !endsRxvtKey:
      pending.append(byte)
      if pending.count > Self.longestSequence { state = .tooLong }
    case 0x20...0x7E:
      pending.append(byte)
      finishSequence()
    default: abandon(before: byte)
    }
  }

  private mutating func acceptInTooLong(_ byte: UInt8) {
    switch byte {
    case 0x20...0x3F: break
    case 0x40...0x7E: giveUp()
    default: abandon(before: byte)
    }
  }

  private mutating func acceptInSS3(_ byte: UInt8) {
    switch byte {
    case 0x30...0x3B where pending.count < 8: pending.append(byte)
    case 0x20...0x7E:
      pending.append(byte)
      finishSequence()
    default: abandon(before: byte)
    }
  }

  private mutating func acceptLast(_ byte: UInt8, in range: ClosedRange<UInt8>) {
    guard range.contains(byte) else { return abandon(before: byte) }
    pending.append(byte)
    finishSequence()
  }

  private mutating func acceptInMouse(_ byte: UInt8) {
    guard byte >= 0x20 else { return abandon(before: byte) }
    pending.append(byte)
    if pending.count == 6 {
      keys += MouseKeys.oldStyle(pending.suffix(3))
      reset()
    }
  }

  private mutating func finishSequence() {
    let bytes = pending
    if let key = named.last(where: { $0.bytes == bytes })?.key {
      keys.append(key)
      return reset()
    }
    switch ControlSequence(bytes)?.meaning {
    case .keys(let meant): keys += meant
    case .mouseFollows: return state = .mouse
    case .pasteBegins:
      reset()
      return state = .paste
    case nil: keys.append(.unknown(VisibleBytes.text(bytes)))
    }
    reset()
  }

  // MARK: Characters of several bytes

  private mutating func acceptInCharacter(_ byte: UInt8) {
    let bytes = pending.first == 0x1B ? pending.dropFirst() : pending[...]
    guard UTF8Shape.mayFollow(bytes, byte) else { return abandon(before: byte) }
    pending.append(byte)
    guard let scalar = UTF8Shape.scalar(bytes + [byte]) else { return }
    let isControl = (0x80..<0xA0).contains(scalar.value)
    if isControl {
      keys.append(.unknown(VisibleBytes.text(pending)))
    } else {
      keys.append(pending.first == 0x1B ? .alt(Character(scalar)) : .character(Character(scalar)))
    }
    reset()
  }

  // MARK: Strings: answers of the terminal to questions that somebody else has asked

  private mutating func acceptInString(_ byte: UInt8) {
    if pending.count == 2, !ControlSequence.mayBeginString(byte) { return abandon(before: byte) }
    switch (state, byte) {
    case (.stringEscape, 0x5C), (.string, 0x07):
      pending.append(byte)
      giveUp()
    case (.stringEscape, _):
      pending.removeLast()
      giveUp()
      begin(.escape, with: 0x1B)
      accept(byte)
    case (_, 0x1B): advance(to: .stringEscape, byte)
    case (_, 0x00...0x1F), (_, 0x7F): abandon(before: byte)
    default:
      pending.append(byte)
      if pending.count > Self.longestString { giveUp() }
    }
  }

  // MARK: What does not end

  private mutating func abandon(before byte: UInt8) {
    giveUp()
    accept(byte)
  }

  /// Says what is pending as well as possible and begins anew.
  private mutating func giveUp() {
    let (bytes, wasPaste) = (pending, state == .paste)
    emitFirstOfTwo()
    reset()
    if wasPaste { return endPaste(paste.finish()) }
    switch bytes {
    case []: break
    case [0x1B]: keys.append(.escape)
    case [0x1B, 0x5B], [0x1B, 0x4F], [0x1B, 0x5D], [0x1B, 0x50]:
      keys.append(.alt(Character(Unicode.Scalar(bytes[1]))))
    default: keys.append(.unknown(VisibleBytes.text(bytes)))
    }
  }

  private mutating func endPaste(_ text: String) {
    reset()
    if !text.isEmpty { keys.append(.paste(text)) }
  }
}
