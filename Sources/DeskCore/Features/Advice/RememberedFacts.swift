// What was told of the citizen at earlier visits, and what of this one is kept for later ones.

package import Domain

extension State {
  /// The answers of earlier visits that count in a situation: those about the citizen, and those of the
  /// case that this visit goes on with.
  package func remembered(in sheet: SituationSheet) -> [Fact.ID: Remark] {
    let id = sheet.situation.id
    return (card?.remarks ?? []).answers(in: id, since: caseAtHand(in: id)?.opened)
  }

  /// In the situation in front, or in that of the visit.
  func remembered(of fact: Fact.ID) -> Remark? {
    adviceSheet.flatMap { remembered(in: $0)[fact] }
  }

  /// Whether the answer has to be asked for again.
  package func isStale(_ remark: Remark) -> Bool {
    guard case .fact(let id, _, _) = remark.content, let fact = advice?.fact(id) else {
      return false
    }
    return fact.isStale(said: remark.told.date(offset: clock.offset), today: clock.date)
  }

  /// What of this visit is kept for later ones: the answers of a citizen, and the employee's
  /// own, in a fixed order.
  mutating func remarksToKeep() -> [RemarkDraft] {
    guard visit.citizen != nil, let situation = visit.situation else { return [] }
    let answers = (visit.answers ?? [:]).sorted { $0.key < $1.key }.compactMap {
      id, answer -> RemarkDraft? in
      guard case .told(let text) = answer else { return nil }
      let isOfCitizen = advice?.fact(id)?.about == .citizen
      return RemarkDraft(
        id: ids.makeID(at: clock.now),
        content: .fact(id, value: text, visit.sources?[id] ?? .citizen),
        situation: isOfCitizen ? nil : situation)
    }
    return answers
      + (visit.overruled ?? [:]).sorted { $0.key < $1.key }.map { service, own in
        RemarkDraft(
          id: ids.makeID(at: clock.now),
          content: .verdict(service, own.verdict, reason: own.reason), situation: situation)
      }
  }
}
