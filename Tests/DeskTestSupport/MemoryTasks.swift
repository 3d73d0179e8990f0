// What sync leaves to a person, in memory.

internal import DeskCore
internal import Domain

extension MemoryStore {
  mutating func see(to id: Operation.ID, _ done: SyncDone) -> Event {
    guard tasks.refused.contains(where: { $0.id == id }) else {
      return .failed(.notFound(kind: "operation", id: "\(id)"))
    }
    tasks.refused.removeAll { $0.id == id }
    return .syncTaskDone(done)
  }

  mutating func amend(_ id: Operation.ID, _ citizen: Citizen, basedOn base: Citizen) -> Event {
    let answer = change(citizen, basedOn: base)
    if case .citizenSaved = answer { tasks.refused.removeAll { $0.id == id } }
    return answer
  }

  mutating func settle(_ conflict: CardConflict, choosing chosen: CitizenDetails) -> Event {
    guard tasks.conflicts.contains(where: { $0.id == conflict.id }) else {
      return .failed(.notFound(kind: "conflict", id: "\(conflict.id)"))
    }
    tasks.conflicts.removeAll { $0.id == conflict.id }
    if let index = citizens.firstIndex(where: { $0.id == conflict.citizen }) {
      for field in conflict.fields { citizens[index].details.take(field, from: chosen) }
      citizens[index].version += 1
    }
    return .syncTaskDone(.settled)
  }

  mutating func merge(_ id: Citizen.ID, into kept: Citizen.ID) -> Event {
    guard let card = citizens.first(where: { $0.id == id }), id != kept else {
      return .failed(.notFound(kind: "citizen", id: "\(id)"))
    }
    citizens.removeAll { $0.id == id }
    merged[kept, default: []].append(card)
    tasks.duplicates.removeAll { $0.id == DuplicateOffer.ID(id, kept) }
    return .syncTaskDone(.merged(kept: kept, merged: id))
  }

  mutating func unmerge(_ id: Citizen.ID, from kept: Citizen.ID) -> Event {
    guard let card = merged[kept]?.first(where: { $0.id == id }) else {
      return .failed(.notFound(kind: "citizen", id: "\(id)"))
    }
    merged[kept]?.removeAll { $0.id == id }
    citizens.append(card)
    return .syncTaskDone(.unmerged(from: kept))
  }

  mutating func keepApart(_ offer: DuplicateOffer.ID) -> Event {
    tasks.duplicates.removeAll { $0.id == offer }
    return .syncTaskDone(.keptApart)
  }
}
