// Signing in and accounts, on the store's thread: a PIN takes some tenths of a second.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  func perform(staff effect: Effect, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .signIn(let id, let pin):
      return .signInAnswered(try signIn(id, pin: pin, stamp))
    case .addFirstAccount(let employee, let pin):
      try addEmployee(employee, pin: pin, stamp)
      return .accountSaved(employee)
    case .changePIN(let id, let old, let new):
      let answer = try signIn(id, pin: old, stamp)
      guard case .welcome = answer else { return .pinRefused(answer) }
      return .accountSaved(try changeEmployee(id, .pin(new), stamp))
    default:
      return nil
    }
  }
}
