// The accounts as the desk knows them, who is signed in, and what that one may.

package import Domain

package struct StaffState: Hashable, Sendable {
  package var roster: StaffRoster
  /// Nobody where the screen waits for a sign-in, and where there are no accounts.
  package var signedIn: Employee.ID?
  /// When the employee last pressed a key: the screen locks on silence.
  var touched: Instant
  /// When the desk asked to be woken to look at that.
  var wakes: Instant?

  init(roster: StaffRoster, touched: Instant) {
    self.roster = roster
    self.touched = touched
  }
}

extension State {
  /// Whether one has to sign in.
  package var hasAccounts: Bool { staff?.roster.hasAccounts == true }

  /// Who is signed in.
  package var employee: Employee? {
    guard let staff, hasAccounts else { return nil }
    return staff.signedIn.flatMap { staff.roster[$0] }
  }

  /// Until there are accounts everybody may everything, as the desk always worked.
  package func may(_ permission: Permission) -> Bool {
    !hasAccounts || employee?.may(permission) == true
  }

  /// A screen of the clerk's is in front that waits for a sign-in. The citizen's rating comes first.
  package var isLocked: Bool {
    if case .rating = screen { return false }
    return lock != nil
  }

  mutating func refuse() -> [Effect] {
    notice = .obstacle(.notPermitted)
    return []
  }

  /// What of the catalogue and the register the search may find.
  var searchKinds: Set<SearchHit.Kind> {
    may(.serve) ? Set(SearchHit.Kind.allCases) : [.situation, .service]
  }
}

extension State {
  /// Takes what the store knows of accounts: at the start, and whenever that has changed here or elsewhere.
  mutating func take(roster: StaffRoster) -> [Effect] {
    if staff == nil { staff = StaffState(roster: roster, touched: clock.now) }
    staff?.roster = roster
    guard roster.hasAccounts else {
      staff?.signedIn = nil
      lock = nil
      return []
    }
    if let id = staff?.signedIn, roster[id]?.isDisabled != false {
      signOut()
      lock?.message = .closed
    } else if staff?.signedIn == nil, lock == nil {
      lock = LockScreen()
    }
    lock?.hold(in: roster)
    return []
  }

  /// Covers the screen; whoever was at it goes on where they were.
  mutating func lockScreen() {
    guard let employee else { return }
    lock = LockScreen(of: employee.id)
  }

  /// Ends the sign-in; what was not saved is offered to whoever comes next.
  mutating func signOut() {
    putAsideWork()
    staff?.signedIn = nil
    lock = LockScreen()
  }

  /// Nothing of one employee's work stays on the screen for another, and nothing of it is lost.
  private mutating func putAsideWork() {
    if let unsaved { putOff.append(unsaved) }
    discardVisit()
    undo = []
    lastLogged = nil
    search = SearchState()
    overlay = nil
    (waiting, typedAhead) = (nil, [])
  }

  /// Takes what became of an attempt to sign in.
  mutating func take(signIn answer: SignInAnswer) -> [Effect] {
    if waiting == .signIn { waiting = nil }
    guard var lock else { return [] }
    guard case .welcome(let employee) = answer else {
      typedAhead = []
      lock.take(refusal: answer)
      self.lock = lock
      return []
    }
    let isAnother = staff?.signedIn.map { $0 != employee.id } ?? false
    if isAnother { putAsideWork() }
    self.lock = nil
    staff?.signedIn = employee.id
    // Whoever goes on where they were has been asked already.
    if overlay == nil, isAnother || lock.owner == nil { offerDraft() }
    return takeOverWindow(employee) + touchAfterSignIn()
  }

  /// From now on silence counts.
  mutating func touchAfterSignIn() -> [Effect] {
    staff?.touched = clock.now
    staff?.wakes = nil
    return watchSilence()
  }

  /// Locks the screen when nobody has touched it for long enough; asks to be woken for that otherwise.
  mutating func watchSilence() -> [Effect] {
    guard settings.lockAfter > 0, let staff, employee != nil, lock == nil else { return [] }
    let end = staff.touched + settings.lockAfter
    if clock.now >= end {
      // A citizen who is rating is not disturbed.
      if case .rating = screen { return [] }
      lockScreen()
      return []
    }
    if let wakes = staff.wakes, clock.now < wakes { return [] }
    self.staff?.wakes = end
    return [.wake(afterSeconds: max(1, (end.milliseconds - clock.now.milliseconds + 999) / 1000))]
  }
}
