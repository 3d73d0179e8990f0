// What is said of citizens, in memory.

internal import DeskCore
internal import Domain

extension MemoryStore {
  mutating func keep(_ draft: RemarkDraft, of citizen: Citizen.ID, at now: Instant) -> Event {
    keep([draft], of: citizen, in: nil, at: now)
    return .remarkKept(of: citizen)
  }

  mutating func keep(
    _ drafts: [RemarkDraft], of citizen: Citizen.ID, in visit: Visit.ID?, at now: Instant
  ) {
    remarks += drafts.map {
      Remark(
        id: $0.id, citizen: citizen, content: $0.content, situation: $0.situation, visit: visit,
        told: now, desk: Sample.id(800))
    }
  }
}
