// F7: what the citizen has to bring, to do and to pay, on one list.

package import Domain

package struct ChecklistScreen: Hashable, Sendable {
  /// Whose list it is, and from which day its deadlines count.
  package enum Subject: Hashable, Sendable {
    /// The visit at the window, as it is now.
    case visit
    /// A situation that is only looked at, with the date that was typed there.
    case look(CalendarDate?)
    /// A case on a citizen's card.
    case ofCase(SituationCase, CitizenCard)
  }

  package var sheet: SituationSheet
  package var subject: Subject
  package var firstLine = 0
  /// The same list as a code for a telephone, instead of the words.
  package var codes: ChecklistCodes?
  /// Where the citizen may rate later; absent where there is no such place, or its word is on its way.
  package var rateAt: String?

  package init(sheet: SituationSheet, subject: Subject) {
    self.sheet = sheet
    self.subject = subject
  }
}

/// What opens a list once its situation is loaded.
package struct ChecklistRequest: Hashable, Sendable {
  package var situation: LifeSituation.ID
  package var subject: ChecklistScreen.Subject
}

extension State {
  /// The list that a screen shows, from what is known now.
  package func checklist(_ screen: ChecklistScreen) -> Checklist {
    let state = ofSubject(screen)
    var list = screen.sheet.checklist(
      of: wanted(screen), verdicts: state.verdicts(screen.sheet),
      overruled: Set(state.overrulings(screen.sheet).keys), eventDate: eventDate(screen),
      today: clock.date, in: calendar)
    list.rateAt = screen.rateAt
    return list
  }

  /// Whether nothing was chosen, so that the list is for everything in the situation.
  package func isForAll(_ screen: ChecklistScreen) -> Bool {
    switch screen.subject {
    case .visit: visit.services.isEmpty
    case .look: true
    case .ofCase: false
    }
  }

  /// Of a case what has not been handed in.
  private func wanted(_ screen: ChecklistScreen) -> Set<Service.ID> {
    if isForAll(screen) { return Set(screen.sheet.services.map(\.id)) }
    guard case .ofCase(let known, _) = screen.subject else {
      return Set(visit.services.map(\.id))
    }
    return Set(known.services.filter { $0.value == .open || $0.value == .consulted }.keys)
  }

  private func eventDate(_ screen: ChecklistScreen) -> CalendarDate? {
    switch screen.subject {
    case .visit: visit.eventDate
    case .look(let date): date
    case .ofCase(let known, _): known.eventDate
    }
  }

  /// With whose rules and answers the list is made.
  private func ofSubject(_ screen: ChecklistScreen) -> State {
    guard case .ofCase(let known, let card) = screen.subject else { return self }
    return with(known, card)
  }
}
