package import Domain
internal import SQLite

extension LocalStore {
  /// Looks whether the PIN is the account's. It takes some tenths of a second, in which the store is not locked.
  ///
  /// The attempt is counted before the PIN is looked at, so that neither a kill nor many programs at once give
  /// more of them than the rule allows.
  package func signIn(_ id: Employee.ID, pin: PIN, _ stamp: Stamp) throws(StoreError)
    -> SignInAnswer
  {
    let opened = try write { transaction -> Opened in
      let connection = transaction.connection
      guard let stored = try EmployeeTable.stored(id, connection) else { return .unknown }
      if stored.employee.isDisabled { return .answered(.disabled) }
      var attempts = try SignInTable.attempts(id, connection)
      let standing = attempts.standing(at: stamp.now)
      guard standing == .open else { return .answered(.refused(standing)) }
      attempts.note(at: stamp.now)
      try SignInTable.put(attempts, of: id, connection)
      return .toBeTried(stored, attempts)
    }
    switch opened {
    case .answered(let answer): return answer
    case .unknown: return .wrong(.open)
    case .toBeTried(let stored, let attempts):
      let isRight = PINHash.fits(pin, stored.pinHash)
      try write { transaction in
        if isRight { try SignInTable.forgive(id, transaction.connection) }
        var stamp = stamp
        stamp.author.employee = id
        try transaction.audit(
          isRight ? .signedIn : .signInFailed, "employee", "\(id)", purpose: "sign-in", stamp)
      }
      return isRight ? .welcome(stored.employee) : .wrong(attempts.standing(at: stamp.now))
    }
  }

  private enum Opened {
    case unknown
    case answered(SignInAnswer)
    case toBeTried(StoredEmployee, SignInAttempts)
  }
}
