// A form for the first account, and for a new PIN of one's own.

internal import Canvas
package import Domain

package struct AccountForm: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// The first account of the centre, an administrator's.
    case first
    case ownPIN
  }

  package enum Field: Hashable, Sendable, CaseIterable { case name, old, pin, again }

  package enum Fault: Hashable, Sendable {
    case name
    case pin(PINFault)
    /// The two new PINs differ.
    case again
    /// The old PIN is not right.
    case old
  }

  package var purpose: Purpose
  package var field: Field
  package var name = TextField(room: 80)
  package var old = PIN()
  package var pin = PIN()
  package var again = PIN()
  package var fault: Fault?

  init(_ purpose: Purpose) {
    self.purpose = purpose
    field = purpose == .first ? .name : .old
  }

  package var fields: [Field] {
    purpose == .first ? [.name, .pin, .again] : [.old, .pin, .again]
  }

  package subscript(field: Field) -> PIN {
    get {
      switch field {
      case .old: old
      case .again: again
      case .pin, .name: pin
      }
    }
    set {
      switch field {
      case .old: old = newValue
      case .again: again = newValue
      case .pin: pin = newValue
      case .name: break
      }
    }
  }

  /// The first thing that is wrong, with its field.
  var found: (Fault, Field)? {
    if purpose == .first, !Employee.isName(trimmedName) { return (.name, .name) }
    if purpose == .ownPIN, !old.isWhole { return (.pin(.length), .old) }
    if let fault = pin.fault { return (.pin(fault), .pin) }
    return again == pin ? nil : (.again, .again)
  }

  var trimmedName: String {
    name.text.split(separator: " ").joined(separator: " ")
  }
}

extension State {
  /// A PIN that was being typed is not kept for anybody.
  mutating func closeAccountForm() {
    screens.removeAll { if case .account = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
  }

  mutating func openAccountForm(_ purpose: AccountForm.Purpose) {
    screens.append(.account(AccountForm(purpose)))
  }

  mutating func updateAccountForm(_ current: AccountForm, _ key: Key) -> [Effect] {
    var form = current
    form.fault = nil
    defer { if case .account = screen { screen = .account(form) } }
    let place = form.fields.firstIndex(of: form.field) ?? 0
    switch key {
    case .tab, .down: form.field = form.fields[(place + 1) % form.fields.count]
    case .backTab, .up:
      form.field = form.fields[(place + form.fields.count - 1) % form.fields.count]
    case .escape: screens.removeLast()
    case .enter where place + 1 < form.fields.count: form.field = form.fields[place + 1]
    case .enter: return save(&form)
    case .backspace where form.field != .name: form[form.field].removeLast()
    default:
      if form.field == .name { _ = form.name.take(key) } else { form[form.field].take(key) }
    }
    return []
  }

  private mutating func save(_ form: inout AccountForm) -> [Effect] {
    if let (fault, field) = form.found {
      (form.fault, form.field) = (fault, field)
      return []
    }
    switch form.purpose {
    case .first:
      let employee = Employee(
        id: ids.makeID(at: clock.now), name: form.trimmedName,
        roles: [.administrator, .supervisor])
      waiting = .signIn
      return [.addFirstAccount(employee, form.pin)]
    case .ownPIN:
      guard let employee else { return [] }
      waiting = .signIn
      return [.changePIN(employee.id, old: form.old, new: form.pin)]
    }
  }

  /// An account is in the store: whoever made it is at work with it.
  mutating func take(account employee: Employee) -> [Effect] {
    if waiting == .signIn { waiting = nil }
    let isFirst = staff?.signedIn == nil
    closeAccountForm()
    if staff?.roster[employee.id] == nil { staff?.roster.employees.append(employee) }
    staff?.signedIn = employee.id
    lock = nil
    notice = isFirst ? .accountReady : .pinChanged
    return touchAfterSignIn()
  }

  /// The old PIN was not right.
  mutating func take(pinRefusal answer: SignInAnswer) {
    if waiting == .signIn { waiting = nil }
    guard case .account(var form) = screen else { return }
    (form.old, form.field, form.fault) = (PIN(), .old, .old)
    screen = .account(form)
    // After too many the account itself is locked, and so is its screen.
    if case .refused(.locked) = answer { lockScreen() }
    if case .wrong(.locked) = answer { lockScreen() }
  }
}
