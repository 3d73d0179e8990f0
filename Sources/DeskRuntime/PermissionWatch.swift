internal import Domain
internal import LocalStore

/// Looks whether whoever has signed in at the command line still may do what the screen is for: the account may have been
/// closed, or the first one opened, since. Each look costs nothing while the store stays as it is.
struct PermissionWatch {
  private let permission: Permission
  private let actor: Employee.ID?
  private var mark: Int64?

  init(_ permission: Permission, of actor: Employee.ID?) {
    self.permission = permission
    self.actor = actor
  }

  /// - Returns: why the screen has to be left. A store that cannot be read just now takes nothing from anybody.
  mutating func loss(in store: LocalStore) -> StoreError? {
    guard let found = try? store.changeMark(), found != mark else { return nil }
    do throws(StoreError) {
      try store.check(permission, of: actor)
      mark = found
      return nil
    } catch {
      if case .forbidden = error { return error }
      return nil
    }
  }
}
