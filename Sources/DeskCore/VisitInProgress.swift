// The visit at the window that has not been logged: what a crash must not lose.

package import Domain

/// What the clerk has put together for one citizen. Kept in the store as a draft at each change.
package struct VisitInProgress: Hashable, Sendable, Codable {
  /// A service chosen for this visit.
  package struct Marked: Hashable, Sendable, Codable {
    package var id: Service.ID
    /// Chosen by the clerk; absent while the usual outcome stands.
    package var outcome: Outcome?

    package init(id: Service.ID, outcome: Outcome? = nil) {
      self.id = id
      self.outcome = outcome
    }
  }

  package var situation: LifeSituation.ID?
  package var citizen: Citizen.ID?
  package var eventDate: CalendarDate?
  /// What was answered to the questions of the decision support; absent in drafts of older programs.
  package var answers: [Fact.ID: Answer]?
  /// From where those answers are known that are not the citizen's word.
  package var sources: [Fact.ID: Remark.Source]?
  /// Employees' own answers in place of the rules'; absent in drafts of older programs.
  package var overruled: [Service.ID: Overruling]?
  package var services: [Marked] = []
  package var channel: VisitChannel = .counter
  package var note = ""
  /// When the situation was opened.
  package var started: Instant?
  /// Whether the form is open.
  package var isInForm = false

  package init() {}

  /// Whether leaving would lose something a person entered.
  package var isEmpty: Bool {
    services.isEmpty && note.isEmpty && eventDate == nil && answers == nil
      && overruled == nil && !isInForm
  }

  /// Without a citizen a visit is a consultation; with one, an application is taken in.
  package var usualOutcome: Outcome { citizen == nil ? .consulted : .accepted }

  package func isMarked(_ id: Service.ID) -> Bool { services.contains { $0.id == id } }

  package func outcome(of id: Service.ID) -> Outcome {
    services.first { $0.id == id }?.outcome ?? usualOutcome
  }

  package mutating func toggle(_ id: Service.ID) {
    if let index = services.firstIndex(where: { $0.id == id }) {
      services.remove(at: index)
    } else {
      services.append(Marked(id: id))
    }
  }
}

/// What a crash must not lose: the visit, and a citizen's form that was being filled in.
package struct Draft: Hashable, Sendable, Codable {
  package struct Form: Hashable, Sendable, Codable {
    package var entries: CitizenForm.Entries
    /// The card that was being changed; absent for a new one.
    package var editing: Citizen?

    package init(entries: CitizenForm.Entries, editing: Citizen? = nil) {
      self.entries = entries
      self.editing = editing
    }
  }

  package var visit: VisitInProgress
  package var citizenForm: Form?
  /// Drafts that were offered and put off, the oldest first.
  package var earlier: [Draft] = []

  package init(visit: VisitInProgress, citizenForm: Form? = nil) {
    self.visit = visit
    self.citizenForm = citizenForm
  }

  package var isEmpty: Bool { visit.isEmpty && citizenForm == nil }
  /// A card was being filled in, and no visit.
  package var isFormAlone: Bool { visit.isEmpty && citizenForm != nil }
}

extension State {
  /// What the clerk is at and has not saved; `nil` when there is nothing to lose.
  package var unsaved: Draft? {
    var unsaved: Draft.Form?
    for case .citizenForm(let form) in screens where form.entries != form.original {
      unsaved = Draft.Form(entries: form.entries, editing: form.editing)
    }
    let draft = Draft(visit: visit, citizenForm: unsaved)
    return draft.isEmpty ? nil : draft
  }

  /// What to keep for the case of a crash: new work must not push out a draft that was put off.
  package var draft: Draft? { draft(with: unsaved) }

  /// What is left to keep once nothing is unsaved.
  var draftPutOff: Draft? { draft(with: nil) }

  private func draft(with unsaved: Draft?) -> Draft? {
    var earlier = putOff
    guard var draft = unsaved ?? earlier.popLast() else { return nil }
    draft.earlier = earlier
    return draft
  }
}
