// Who calls a command, and whether they may.

internal import Domain
internal import LocalStore

extension Session {
  /// The session of somebody who may call the command: as it is where the desk has no accounts, else of the
  /// employee whom `--as` names and whose PIN is right.
  func authorised(for command: CommandSpec) throws -> Session {
    if let option = command.isOpenWith, invocation.has(option) { return self }
    let isPersonal = command.isPersonalWith.map(invocation.has) ?? false
    guard case .needs(let permission) = isPersonal ? .needs(.serve) : command.access,
      let roster = try rosterToAsk(for: permission), roster.hasAccounts
    else { return self }
    guard let named = invocation.value(CommonOptions.actor) else {
      throw StoreError.forbidden(permission)
    }
    let employee = try roster.employee(named)
    let pin = try PINInput(self).ofActor()
    let store = try openForWriting()
    defer { store.close() }
    let answer = try store.signIn(employee.id, pin: pin, stamp(store))
    guard case .welcome(let welcome) = answer else { throw Failure(answer, at: now) }
    guard welcome.may(permission) else { throw StoreError.forbidden(permission) }
    var session = self
    session.actor = welcome
    return session
  }

  /// `nil` where there is no store, and so nobody to ask. What has to mend a store must work where the accounts
  /// cannot be read.
  private func rosterToAsk(for permission: Permission) throws -> StaffRoster? {
    do {
      let store = try LocalStore(
        directory: dataDirectory(), access: .readOnly, ids: newIDs(), now: now)
      defer { store.close() }
      return try store.staff()
    } catch StoreError.missing {
      return nil
    } catch  where permission == .maintain {
      return nil
    }
  }
}

extension StaffRoster {
  /// An account by its id or its name; of several with one name, the one that is open.
  func employee(_ named: String) throws(Failure) -> Employee {
    if let id = Employee.ID(named), let employee = self[id] { return employee }
    let called = employees.filter { $0.name == named }
    let open = called.filter { !$0.isDisabled }
    guard let employee = open.first ?? (called.count == 1 ? called.first : nil), open.count <= 1
    else {
      let names = active.map(\.name).joined(separator: ", ")
      throw .badData(
        "unknown_employee", ru: "нет учётной записи «\(named)». Есть: \(names)",
        en: "there is no account “\(named)”. There are: \(names)")
    }
    return employee
  }
}

extension Failure {
  /// Why somebody was not let in.
  init(_ answer: SignInAnswer, at now: Instant) {
    switch answer {
    case .welcome: self = .internal("a right PIN was refused")
    case .disabled:
      self.init(
        .notPermitted, code: "disabled", ru: "учётная запись закрыта: обратитесь к администратору",
        en: "the account is closed: ask the administrator")
    case .wrong(.locked), .refused(.locked):
      self.init(
        .notPermitted, code: "locked",
        ru: "слишком много неверных PIN. Новый даёт руководитель или администратор: "
          + "okno staff reset-pin",
        en: "too many wrong PINs. A supervisor or an administrator gives a new one: "
          + "okno staff reset-pin")
    case .refused(.waiting(let end)):
      let seconds = max(1, (end.milliseconds - now.milliseconds + 999) / 1000)
      self.init(
        .tryAgain, code: "wait", ru: "после неверного PIN подождите \(seconds) с",
        en: "after a wrong PIN wait \(seconds) s")
    case .wrong, .refused(.open):
      self.init(.notPermitted, code: "wrong_pin", ru: "неверный PIN", en: "the PIN is wrong")
    }
  }
}
