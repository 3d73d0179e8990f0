// Sync as a clerk sees it: the state of the link, and what sync leaves to a person.

internal import Canvas
package import Domain

package struct SyncScreen: Hashable, Sendable {
  /// Absent until the store has answered.
  package var tasks: SyncTasks?
  package var selection = 0

  package init() {}
}

/// A row of the screen's list.
package enum SyncRow: Hashable, Sendable {
  case syncNow
  case refused(RefusedOperation)
  case conflict(CardConflict)
  case duplicate(DuplicateOffer)

  /// What the row is about, whatever has changed in it.
  fileprivate enum Identity: Hashable {
    case syncNow
    case refused(Operation.ID)
    case conflict(CardConflict.ID)
    case duplicate(DuplicateOffer.ID)
  }

  fileprivate var identity: Identity {
    switch self {
    case .syncNow: .syncNow
    case .refused(let operation): .refused(operation.id)
    case .conflict(let conflict): .conflict(conflict.id)
    case .duplicate(let offer): .duplicate(offer.id)
    }
  }
}

extension State {
  /// The rows of the screen: the asking, where there is a centre to ask, then what waits for a person.
  package func rows(of screen: SyncScreen) -> [SyncRow] {
    let tasks = screen.tasks ?? .none
    return (sync.link == .alone ? [] : [.syncNow])
      + tasks.refused.map(SyncRow.refused) + tasks.conflicts.map(SyncRow.conflict)
      + tasks.duplicates.map(SyncRow.duplicate)
  }

  /// Puts the cursor back on the row on which it stood, after the rows have changed.
  mutating func hold(_ selected: SyncRow?, in screen: inout SyncScreen) {
    let rows = rows(of: screen)
    if let selected, let place = rows.firstIndex(where: { $0.identity == selected.identity }) {
      screen.selection = place
    }
    screen.selection = max(0, min(screen.selection, rows.count - 1))
  }
}

/// A refused operation, and what to do with it.
package struct RefusedScreen: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case retry
    /// Opens the card's form with the values that were refused.
    case amend
    /// The reason for dropping it is typed here.
    case drop
  }

  package var operation: RefusedOperation
  package var selection = 0
  package var reason = TextField()

  package init(operation: RefusedOperation) { self.operation = operation }

  package var actions: [Action] {
    let isOfCard = operation.kind == .citizenAdded || operation.kind == .citizenChanged
    // An erased card would be refused again, whatever is on it.
    let canAmend = isOfCard && operation.citizen != nil && operation.refusal != .erased
    return canAmend ? [.retry, .amend, .drop] : [.retry, .drop]
  }

  package var action: Action { actions[max(0, min(selection, actions.count - 1))] }

  /// The reason without outer spaces; empty while there is none.
  package var trimmedReason: String {
    reason.text.split(separator: " ").joined(separator: " ")
  }
}

/// A conflict of two desks: for each field one of two values.
package struct ConflictScreen: Hashable, Sendable {
  package enum Side: Hashable, Sendable {
    /// The value that the card has in the centre.
    case current
    /// The value that the other desk wanted.
    case wanted
  }

  package var conflict: CardConflict
  /// What was chosen; nothing is chosen beforehand.
  package var choices: [CardField: Side] = [:]
  /// The place of the field in focus.
  package var selection = 0

  package init(conflict: CardConflict) { self.conflict = conflict }

  package var field: CardField? {
    conflict.fields.indices.contains(selection) ? conflict.fields[selection] : nil
  }

  /// The first field for which nothing is chosen.
  package var firstOpen: Int? {
    conflict.fields.firstIndex { choices[$0] == nil }
  }

  /// The card with what was chosen.
  package var chosen: CitizenDetails {
    var details = conflict.current
    for field in conflict.fields where choices[field] == .wanted {
      details.take(field, from: conflict.wanted)
    }
    return details
  }
}

/// Two cards that may be one person's.
package struct DoubleScreen: Hashable, Sendable {
  package enum Answer: CaseIterable, Hashable, Sendable {
    /// One person: the card that was made first is kept, or the other one.
    case keepOlder, keepNewer
    case different
  }

  package var offer: DuplicateOffer
  package var selection = 0

  package init(offer: DuplicateOffer) { self.offer = offer }

  package var answer: Answer {
    Answer.allCases[max(0, min(selection, Answer.allCases.count - 1))]
  }
}

/// What a person did about a task of sync, once it is stored.
package enum SyncDone: Hashable, Sendable {
  case retried, dropped, settled, keptApart
  case merged(kept: Citizen.ID, merged: Citizen.ID)
  /// The card from which one was taken out.
  case unmerged(from: Citizen.ID)
}
