// The link's state as it comes in, and the screen on which a person sees to what sync leaves open.

internal import Canvas
internal import Domain

extension State {
  mutating func take(sync status: SyncStatus) -> [Effect] {
    let before = sync
    sync = status.calm(after: before)
    // The visits of other desks, without names who was erased elsewhere, and the card that is open.
    let anew = status.synced == before.synced ? [] : [.loadDay(clock.date)] + openCardAnew()
    // A second card of one person comes without any other news.
    guard hasSyncScreen else { return anew }
    for case (let place, .sync(var screen)) in screens.enumerated() {
      hold(nil, in: &screen)
      screens[place] = .sync(screen)
    }
    return anew + [.loadSyncTasks]
  }

  /// The screen, from wherever the clerk is. A form that was changed is not left without asking.
  mutating func openSync() -> [Effect] {
    if asksToDropForm(then: .sync) { return [] }
    closeFinder()
    closeCitizenForms()
    closeSync()
    screens.append(.sync(SyncScreen()))
    return [.loadSyncTasks]
  }

  /// Takes the screens of sync from the pile.
  mutating func closeSync() {
    screens.removeAll { $0.isOfSync }
    if screens.isEmpty { screens = [.home] }
  }

  private var hasSyncScreen: Bool { screens.contains(where: \.isOfSync) }

  mutating func updateSync(_ current: SyncScreen, _ key: Key) -> [Effect] {
    var current = current
    let rows = rows(of: current)
    if move(&current.selection, by: key, count: max(1, rows.count), page: page) {
      screen = .sync(current)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter:
      return rows.indices.contains(current.selection) ? open(rows[current.selection]) : []
    default:
      return leaveForSearch(key)
    }
  }

  private mutating func open(_ row: SyncRow) -> [Effect] {
    switch row {
    case .syncNow:
      guard sync.link != .elsewhere else {
        notice = .syncedElsewhere
        return []
      }
      notice = .syncAsked
      return [.syncNow]
    case .refused(let operation):
      screens.append(.refused(RefusedScreen(operation: operation)))
    case .conflict(let conflict):
      screens.append(.conflict(ConflictScreen(conflict: conflict)))
    case .duplicate(let offer):
      screens.append(.double(DoubleScreen(offer: offer)))
    }
    return []
  }

  mutating func take(tasks: SyncTasks) -> [Effect] {
    for case (let place, .sync(var screen)) in screens.enumerated() {
      let rows = rows(of: screen)
      let selected = rows.indices.contains(screen.selection) ? rows[screen.selection] : nil
      let isFirst = screen.tasks == nil
      screen.tasks = tasks
      hold(selected, in: &screen)
      // What waits for a person is what the screen is opened for.
      if isFirst, screen.selection == 0, self.rows(of: screen).count > 1, sync.link != .alone {
        screen.selection = 1
      }
      screens[place] = .sync(screen)
    }
    // An own answer that is on its way says itself what became of it.
    if waiting != .syncTask { bringInLine(with: tasks) }
    return []
  }

  /// Closes what somebody else has seen to, and shows anew what has changed meanwhile.
  private mutating func bringInLine(with tasks: SyncTasks) {
    guard let open = screens.last, open.isOfSync else { return }
    switch open {
    case .refused(var shown):
      guard let now = tasks.refused.first(where: { $0.id == shown.operation.id }) else {
        return sayTaskGone()
      }
      shown.operation = now
      screen = .refused(shown)
    case .conflict(let shown):
      guard let now = tasks.conflicts.first(where: { $0.id == shown.conflict.id }) else {
        return sayTaskGone()
      }
      guard now != shown.conflict else { return }
      // What was chosen was chosen between other values.
      closeQuestion()
      screen = .conflict(ConflictScreen(conflict: now))
    case .double(var shown):
      guard let now = tasks.duplicates.first(where: { $0.id == shown.offer.id }) else {
        return sayTaskGone()
      }
      shown.offer = now
      screen = .double(shown)
    default: break
    }
  }

  private mutating func sayTaskGone() {
    closeQuestion()
    screens.removeLast()
    notice = .taskGone
  }

  private mutating func closeQuestion() {
    if case .confirm = overlay { overlay = nil }
  }

  /// The task that the store could not find any more was seen to elsewhere.
  mutating func takeTaskNotFound() -> [Effect] {
    closeTask()
    notice = .taskGone
    return askAnew()
  }

  mutating func take(done: SyncDone) -> [Effect] {
    if waiting == .syncTask { waiting = nil }
    notice = .taskDone(done)
    closeTask()
    let effects = askAnew()
    if case .merged(let kept, let merged) = done { return effects + follow(merged, to: kept) }
    return effects
  }

  private mutating func closeTask() {
    if screen.isOfSync, !screen.isSyncList { screens.removeLast() }
  }

  /// What is shown of the tasks, on the list or on a card.
  private func askAnew() -> [Effect] {
    (hasSyncScreen ? [.loadSyncTasks] : []) + visitsCardAnew() + openCardAnew()
  }

  /// The card of whom the visit is for, which is named on every screen.
  private func visitsCardAnew() -> [Effect] {
    guard let chosen = visit.citizen, chosen == card?.citizen.id else { return [] }
    if case .card(let shown) = screen, shown.card.citizen.id == chosen { return [] }
    return [.loadCard(chosen, for: .refresh)]
  }

  private func openCardAnew() -> [Effect] {
    guard case .card(let shown) = screen else { return [] }
    return [.loadCard(shown.card.citizen.id, for: .refresh)]
  }

  /// A visit whose citizen was merged into another card goes on with that one.
  private mutating func follow(_ merged: Citizen.ID, to kept: Citizen.ID) -> [Effect] {
    undo.removeAll { if case .change = $0 { true } else { false } }
    guard visit.citizen == merged || visit.citizen == kept else { return [] }
    visit.citizen = kept
    if card?.citizen.id != kept { card = nil }
    return [.loadCard(kept, for: .draft)]
  }
}

extension Screen {
  var isOfSync: Bool {
    switch self {
    case .sync, .refused, .conflict, .double: true
    default: false
    }
  }

  fileprivate var isSyncList: Bool { if case .sync = self { true } else { false } }
}

extension SyncStatus {
  /// The status as it is shown: it stands still while nothing changes that a person would act on.
  fileprivate func calm(after before: SyncStatus) -> SyncStatus {
    var calm = self
    // The minute is enough, and a poll each few seconds redraws nothing.
    calm.synced = synced.map { Instant(milliseconds: $0.milliseconds / 60_000 * 60_000) }
    // Trying again after the link was lost is no news until it has worked.
    if link == .connecting, before.link.isDown { calm.link = before.link }
    return calm
  }
}

extension SyncStatus.Link {
  fileprivate var isDown: Bool {
    switch self {
    case .waiting, .stopped: true
    default: false
    }
  }
}
