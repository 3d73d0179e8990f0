// An employee's own answer about a service, in place of the rule's.

internal import Canvas
package import Domain

/// What an employee says of a service, and why.
package struct Overruling: Hashable, Sendable, Codable {
  package var verdict: Judgement.Verdict
  package var reason: String

  package init(verdict: Judgement.Verdict, reason: String) {
    self.verdict = verdict
    self.reason = reason
  }

  /// What was said at an earlier visit.
  package init?(_ remark: Remark?) {
    guard case .verdict(_, let verdict, let reason) = remark?.content else { return nil }
    self.init(verdict: verdict, reason: reason)
  }
}

package struct OverruleForm: Hashable, Sendable {
  package var service: Service
  /// What the rule says.
  package var judged: Judgement.Verdict
  package var selection: Int
  /// Absent until an answer is chosen.
  package var reason: TextField?

  /// The other answers.
  package var verdicts: [Judgement.Verdict] {
    Judgement.Verdict.allCases.filter { $0 != judged }
  }

  init(_ service: Service, judged: Judgement.Verdict) {
    self.service = service
    self.judged = judged
    selection = 0
  }
}

extension State {
  /// An employee's answer that stands for a service of a situation: of this visit, else of its case.
  package func overruling(of service: Service.ID, in sheet: SituationSheet) -> Overruling? {
    let id = sheet.situation.id
    if visit.situation == id, let own = visit.overruled?[service] { return own }
    return Overruling(
      (card?.remarks ?? []).verdicts(in: id, since: caseAtHand(in: id)?.opened)[service])
  }

  var overruleObstacle: Obstacle? {
    guard let (service, sheet) = serviceAtHand else { return .noService }
    guard let book = advice else { return .noDecisionSupport }
    guard book.rule(for: service.id) != nil else { return .noService }
    return visit.situation == sheet.situation.id ? nil : .noSituation
  }

  mutating func openOverruling() {
    guard let (service, sheet) = serviceAtHand, let judged = judgements(sheet)[service.id] else {
      return
    }
    overlay = .overrule(OverruleForm(service, judged: judged.verdict))
  }

  mutating func updateOverruling(_ current: OverruleForm, _ key: Key) -> [Effect] {
    var form = current
    if form.reason != nil {
      if let reason = take(key, reason: &form.reason) { return overrule(form, because: reason) }
      overlay = .overrule(form)
      return []
    }
    if move(&form.selection, by: key, count: form.verdicts.count, page: page) {
      overlay = .overrule(form)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .enter:
      form.reason = TextField(room: Remark.longestReason)
      overlay = .overrule(form)
    case .character(let character):
      guard let digit = character.wholeNumberValue, form.verdicts.indices.contains(digit - 1)
      else { return [] }
      form.selection = digit - 1
      form.reason = TextField(room: Remark.longestReason)
      overlay = .overrule(form)
    default: break
    }
    return []
  }

  /// Keeps it with the visit, and tells whoever owns the catalogue at once: what was said of the citizen
  /// stays here.
  private mutating func overrule(_ form: OverruleForm, because reason: String) -> [Effect] {
    overlay = nil
    rememberForUndo()
    let verdict = form.verdicts[form.selection]
    visit.overruled = (visit.overruled ?? [:]).merging([
      form.service.id: Overruling(verdict: verdict, reason: reason)
    ]) { $1 }
    guard let (_, sheet) = serviceAtHand else { return [] }
    let seen = [
      "\(form.judged.rawValue) → \(verdict.rawValue)",
      sheet.seen(of: form.service, in: settings.language),
    ]
    return [
      .giveFeedback(
        FeedbackDraft(
          id: ids.makeID(at: clock.now), kind: .overruled, service: form.service.id,
          situation: sheet.situation.id, text: reason, seen: seen.joined(separator: "\n")))
    ]
  }
}
