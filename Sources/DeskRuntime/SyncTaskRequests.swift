// What a person decides about the tasks of sync, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  func perform(task effect: Effect, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .loadSyncTasks:
      return .syncTasksLoaded(try syncTasks())
    case .retryRefused(let id):
      try retryRefused(id, stamp)
      return .syncTaskDone(.retried)
    case .dropRefused(let id, let reason):
      try dropRefused(id, reason: reason, stamp)
      return .syncTaskDone(.dropped)
    case .amendRefused(let id, let citizen, let seen):
      return .citizenSaved(try amendRefused(id, as: citizen, basedOn: seen, stamp))
    case .settleConflict(let conflict, let chosen):
      try settleConflict(conflict, choosing: chosen, stamp)
      return .syncTaskDone(.settled)
    case .mergeCitizens(let kept, let merged):
      try mergeCitizens(kept: kept, merged: merged, stamp)
      return .syncTaskDone(.merged(kept: kept, merged: merged))
    case .keepApart(let pair):
      try dismissDuplicate(pair)
      return .syncTaskDone(.keptApart)
    case .unmergeCitizen(let merged, let kept):
      try unmergeCitizen(merged, stamp)
      return .syncTaskDone(.unmerged(from: kept))
    default:
      return nil
    }
  }
}
