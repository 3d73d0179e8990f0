// The screen that waits for a sign-in: who, then the PIN.

internal import Canvas
package import Domain
internal import SearchText

package struct LockScreen: Hashable, Sendable {
  package enum Message: Hashable, Sendable {
    case wrong
    case wait(until: Instant)
    case locked
    /// The account was closed.
    case closed
  }

  /// Who is at work behind it; nobody at the start and after a sign-out.
  package var owner: Employee.ID?
  /// The beginning of a name, or a number of the list.
  package var query = TextField(room: 80)
  package var selection = 0
  /// Whose PIN is asked for.
  package var chosen: Employee.ID?
  package var pin = PIN()
  package var message: Message?

  init(of owner: Employee.ID? = nil) {
    self.owner = owner
    chosen = owner
  }

  /// Somebody's account may have gone meanwhile.
  mutating func hold(in roster: StaffRoster) {
    if let chosen, roster[chosen]?.isDisabled != false {
      (self.chosen, pin) = (nil, PIN())
      message = .closed
    }
  }

  mutating func take(refusal answer: SignInAnswer) {
    pin = PIN()
    switch answer {
    case .welcome: break
    case .disabled: (chosen, message) = (nil, .closed)
    case .wrong(.locked), .refused(.locked): message = .locked
    case .wrong(.waiting(let end)), .refused(.waiting(let end)): message = .wait(until: end)
    case .wrong(.open), .refused(.open): message = .wrong
    }
  }
}

extension State {
  /// Who can be chosen, each with the number that stands before the name.
  package func rows(of lock: LockScreen) -> [(number: Int, employee: Employee)] {
    let all = (staff?.roster.active ?? []).enumerated().map { ($0 + 1, $1) }
    let query = lock.query.text
    if query.isEmpty { return all }
    if query.allSatisfy(\.isNumber) { return all.filter { "\($0.0)".hasPrefix(query) } }
    let readings = [query, KeyboardLayout.russian(query)].map(nameWords)
    return all.filter { row in
      let words = nameWords(row.1.name)
      return readings.contains { $0.allSatisfy { typed in words.contains { $0.hasPrefix(typed) } } }
    }
  }

  mutating func updateLock(_ key: Key) -> [Effect] {
    guard var lock else { return [] }
    if Command.leave.keys.contains(key) { return [.quit] }
    lock.message = nil
    defer { self.lock = lock }
    return lock.chosen == nil ? choose(&lock, key) : enterPIN(&lock, key)
  }

  private func choose(_ lock: inout LockScreen, _ key: Key) -> [Effect] {
    let rows = rows(of: lock)
    if move(&lock.selection, by: key, count: rows.count, page: page) { return [] }
    switch key {
    case .enter:
      if rows.indices.contains(lock.selection) {
        lock.chosen = rows[lock.selection].employee.id
        lock.query = TextField(room: 80)
      }
    case .escape: lock.query = TextField(room: 80)
    default: if lock.query.take(key) { lock.selection = 0 }
    }
    return []
  }

  private mutating func enterPIN(_ lock: inout LockScreen, _ key: Key) -> [Effect] {
    switch key {
    case .backspace: lock.pin.removeLast()
    case .escape: (lock.chosen, lock.pin, lock.selection) = (nil, PIN(), 0)
    case .enter:
      guard let chosen = lock.chosen, lock.pin.isWhole else { return [] }
      let pin = lock.pin
      lock.pin = PIN()
      waiting = .signIn
      return [.signIn(chosen, pin)]
    default: lock.pin.take(key)
    }
    return []
  }
}

extension PIN {
  /// Takes the digits of a key or a paste.
  mutating func take(_ key: Key) {
    switch key {
    case .character(let character): append(character)
    case .paste(let text): text.forEach { append($0) }
    default: break
    }
  }

  private mutating func append(_ character: Character) {
    guard let digit = character.asciiValue, (48...57).contains(digit) else { return }
    append(digit - 48)
  }
}

private func nameWords(_ text: String) -> [String] {
  String(text.lowercased().map { $0 == "ё" ? "е" : $0 }).split { " .".contains($0) }
    .map(String.init)
}
