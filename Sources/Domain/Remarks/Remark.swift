/// What was said of a citizen at a window and outlives the visit: an answer, what became of an offer, an
/// employee's own verdict. Remarks only add; of several about one thing the last one counts.
package struct Remark: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Remark>

  package enum Content: Hashable, Sendable {
    /// An answer, as `FactValue.text` writes it.
    case fact(Fact.ID, value: String, Source)
    /// What the citizen said to an offer. `occasion` is what it was made for: of another one the
    /// answer says nothing.
    case offer(Offer.ID, OfferAnswer, reason: String, occasion: String)
    /// What an employee says of a service in place of the rule.
    case verdict(Service.ID, Judgement.Verdict, reason: String)
  }

  /// From where an answer is known.
  package enum Source: String, Codable, CaseIterable, Sendable {
    /// Nobody has looked at a paper.
    case citizen
    case document
    /// The state has said it.
    case interagency
  }

  /// The longest reason, in characters.
  package static let longestReason = 300

  package var id: ID
  package var citizen: Citizen.ID
  package var content: Content
  /// Where it holds; of an answer about the citizen absent.
  package var situation: LifeSituation.ID?
  /// In which it was said. What was said in a visit that was taken back does not count.
  package var visit: Visit.ID?
  package var told: Instant
  /// Who wrote it down; absent at a desk without accounts.
  package var employee: Employee.ID?
  package var desk: Identifier<Desk>

  package init(
    id: ID, citizen: Citizen.ID, content: Content, situation: LifeSituation.ID? = nil,
    visit: Visit.ID? = nil, told: Instant, employee: Employee.ID? = nil,
    desk: Identifier<Desk>
  ) {
    self.id = id
    self.citizen = citizen
    self.content = content
    self.situation = situation
    self.visit = visit
    self.told = told
    self.employee = employee
    self.desk = desk
  }
}

/// A remark on its way into the store, which adds who wrote it and where.
package struct RemarkDraft: Hashable, Sendable {
  package var id: Remark.ID
  package var content: Remark.Content
  package var situation: LifeSituation.ID?

  package init(id: Remark.ID, content: Remark.Content, situation: LifeSituation.ID? = nil) {
    self.id = id
    self.content = content
    self.situation = situation
  }
}

extension [Remark] {
  /// The answers that count in a case: those about the citizen, and those that were given in this
  /// situation since the case was opened. Without a case only the former.
  package func answers(in situation: LifeSituation.ID, since opened: Instant?) -> [Fact.ID: Remark]
  {
    var last: [Fact.ID: Remark] = [:]
    for remark in self where remark.counts(in: situation, since: opened) {
      guard case .fact(let fact, _, _) = remark.content else { continue }
      if last[fact].map({ $0 < remark }) ?? true { last[fact] = remark }
    }
    return last
  }

  /// The employees' verdicts that count in a case.
  package func verdicts(
    in situation: LifeSituation.ID, since opened: Instant?
  ) -> [Service.ID: Remark] {
    var last: [Service.ID: Remark] = [:]
    for remark in self
    where remark.situation != nil && remark.counts(in: situation, since: opened) {
      guard case .verdict(let service, _, _) = remark.content else { continue }
      if last[service].map({ $0 < remark }) ?? true { last[service] = remark }
    }
    return last
  }

  /// What was said last to an offer that was made for this.
  package func answer(to offer: Offer.ID, for occasion: String) -> Remark? {
    filter { remark in
      guard case .offer(offer, _, _, occasion) = remark.content else { return false }
      return true
    }.max(by: <)
  }
}

extension Remark: Comparable {
  /// By when it was told; the ids settle what two desks told in one millisecond.
  package static func < (left: Remark, right: Remark) -> Bool {
    (left.told, left.id) < (right.told, right.id)
  }

  fileprivate func counts(in situation: LifeSituation.ID, since opened: Instant?) -> Bool {
    guard let own = self.situation else { return true }
    guard let opened else { return false }
    return own == situation && told >= opened
  }
}
