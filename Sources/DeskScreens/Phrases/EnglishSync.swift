// The English words about the link with the centre.

internal import DeskCore
internal import Domain

extension SyncPhrases {
  static let en = SyncPhrases(
    chip: englishChip,
    title: "Link with the centre",
    sentence: englishSentence,
    firstFill: "First fill",
    laterFill: "Loading",
    rows: { "\($0) of \($1)" },
    attention: { refused, conflicts, duplicates in
      let parts = [
        refused > 0 ? "refused: \(refused)" : nil,
        conflicts > 0 ? "disputed cards: \(conflicts)" : nil,
        duplicates > 0 ? "possible doubles: \(duplicates)" : nil,
      ].compactMap { $0 }
      return "! \(parts.joined(separator: ", ")) — Ctrl-P, Link"
    },
    tasks: { "To settle: \($0)" },
    noTasks: "Nothing to settle",
    tasksOfClerks: "For whoever serves citizens: these are personal data",
    syncNow: "Link with the centre now",
    refusedKind: "refused",
    conflictKind: "dispute",
    doubleKind: "double?",
    operation: {
      switch $0 {
      case .citizenAdded: "new card"
      case .citizenChanged: "change of a card"
      case .citizenErased: "erasure of a card"
      case .visitLogged: "visit"
      case .visitUndone: "withdrawal of a visit"
      case .caseOpened: "new case"
      case .caseChanged: "change of a case"
      case .ratingRecorded: "rating"
      case .citizensMerged: "merging of cards"
      case .citizensUnmerged: "separating of cards"
      case .conflictSettled: "settling of a dispute"
      case .ticketIssued: "new ticket"
      case .ticketStepped: "step of a ticket"
      case .deskTold: "state of a window"
      case .deskAssigned: "what a window serves"
      case .messageSent: "message to a window"
      case .messageSeen: "message read"
      case .employeeAdded: "new account"
      case .feedbackGiven: "feedback on the catalogue"
      case .feedbackRead: "answer to feedback"
      case .strengthTold: "ratings of an employee"
      case .factTold: "answer of a citizen"
      case .offerAnswered: "answer to an offer"
      case .ratingMonthTold: "a window's ratings of a month by hour"
      case .wordsTold: "citizens' words"
      case .verdictOverruled: "an employee's answer about a service"
      case .callbackAsked: "a wish to be called"
      case .callbackSettled: "what came of a call"
      case .ratingTokenIssued: "a code for a rating later"
      case .ratingTokenAnswered: "a rating by its code"
      case .employeeChanged: "change of an account"
      }
    },
    refusal: {
      switch $0 {
      case .identityReused: "the centre has another entry under this number"
      case .badBody: "the centre could not read it"
      case .unknownKind: "the centre does not know this action"
      case .tooLarge: "the entry is too large"
      case .erased: "the card was erased in the centre"
      case .unknownCitizen: "the centre has no such card"
      case .notPermitted: "the employee may not do this"
      }
    },
    refusalAdvice: {
      switch $0 {
      case .identityReused:
        "Enter it anew and drop this one. If it happens again, tell the administrator."
      case .badBody: "Send it again. If it is refused again, tell the administrator."
      case .tooLarge: "Shorten it and send it again."
      case .unknownKind: "The centre is older than this program: send it again once it is updated."
      case .erased: "The person asked for their data to be erased: drop the entry."
      case .unknownCitizen: "Correct the card and send the whole of it again."
      case .notPermitted: "Somebody who may sends it again; otherwise drop the entry."
      }
    },
    refusedTitle: "The centre refused an entry",
    action: {
      switch $0 {
      case .retry: "Send it again"
      case .amend: "Correct the card and send it"
      case .drop: "Drop it. Why:"
      }
    },
    reasonHint: "why the entry is not needed",
    dropMeans: "Dropping brings the centre's data back here. The reason stays in the audit.",
    conflictTitle: "A card was changed at two windows",
    conflictAdvice: "← → choose the right value. If in doubt, ask the citizen.",
    empty: "empty",
    inCentre: "in the centre",
    elsewhere: "the other",
    doubleTitle: "This may be one person",
    doubleReason: {
      switch $0 {
      case .snils: "The SNILS is the same"
      case .nameAndBirthDate: "Name and birth date are the same"
      }
    },
    olderCard: "First card",
    newerCard: "Second card",
    visitCount: "Visits",
    caseCount: "Cases",
    answer: {
      switch $0 {
      case .keepOlder: "One person: keep the first card"
      case .keepNewer: "One person: keep the second card"
      case .different: "Different people: do not offer again"
      }
    },
    mergedKind: "merged",
    cardAttention: "! A dispute or a double: the last rows, key End",
    done: {
      switch $0 {
      case .retried: "The entry is sent again"
      case .dropped: "Entry dropped, the centre's data are shown"
      case .settled: "Dispute settled"
      case .merged: "Cards merged"
      case .keptApart: "Not offered again"
      case .unmerged: "Cards separated"
      }
    })
}

private func englishChip(_ word: ChipWord) -> String {
  switch word {
  case .alone: "works alone"
  case .elsewhere: "synced apart"
  case .connecting: "connecting"
  case .linked: "linked"
  case .offline: "no link"
  case .busy: "centre busy"
  case .sending(let count): "sending \(count)"
  case .filling(let share): "loading \(share) %"
  case .stopped(let stop):
    switch stop {
    case .credentials: "! sign-in refused"
    case .certificate: "! wrong certificate"
    case .revoked: "! window disabled"
    case .version: "! versions differ"
    case .protocolFault: "! sync fault"
    }
  case .data(let time): "data \(time)"
  case .pending(let count): "\(count) wait"
  case .refused(let count): "! refused \(count)"
  case .conflicts(let count): "! disputed \(count)"
  case .duplicates(let count): "! doubles \(count)"
  case .both(let refused, let conflicts): "! refused \(refused), disputed \(conflicts)"
  case .tasks(let count): "! settle \(count)"
  case .localStore: "! store not writable"
  case .forked: "! copied window"
  case .clock: "! check the clock"
  case .release: "! foreign catalogue"
  case .rows: "! not all readable"
  }
}

private func englishSentence(_ sentence: SyncSentence) -> String {
  switch sentence {
  case .alone:
    "This window works without a centre: all data are kept here. An administrator links it: okno central enrol."
  case .elsewhere:
    "Another program of this window keeps the link: the service okno sync or a second screen."
  case .connecting: "Connecting to the centre. Work can go on."
  case .linked: "Linked."
  case .offline(let again):
    "No link. Work as usual: everything is kept here and goes out by itself. "
      + englishAttempt(again)
  case .busy(let again):
    "The centre asks to wait. Work as usual: everything goes out by itself. "
      + englishAttempt(again)
  case .stopped(let stop): englishStop(stop)
  case .data(let time): "The centre's data as of \(time)."
  case .noData: "No data of the centre yet."
  case .sending(let count): "Sending \(english(count, "entry", "entries"))."
  case .pending(let count): "Waiting to be sent: \(english(count, "entry", "entries"))."
  case .trouble(let trouble): englishTrouble(trouble)
  }
}

private func englishAttempt(_ time: String?) -> String {
  time.map { "Next attempt at \($0)." } ?? "Trying again."
}

private func englishStop(_ stop: SyncStatus.Stop) -> String {
  let rest = "Work can go on, entries wait here."
  return switch stop {
  case .credentials:
    "The centre refused this window's name or password. \(rest) Administrator: a new credentials file, okno central enrol."
  case .certificate:
    "The server's certificate is not the promised one: no sync, so that no data go to a stranger. \(rest) Call the administrator."
  case .revoked:
    "The administrator has disabled this window's link. \(rest) If that is a mistake, call them."
  case .version:
    "The versions of program and centre do not fit. \(rest) Administrator: update one of the two."
  case .protocolFault:
    "The centre's answer makes no sense. \(rest) If it happens again, call the administrator: okno central status."
  }
}

private func englishTrouble(_ trouble: SyncStatus.Trouble) -> String {
  switch trouble {
  case .unreachable: "The network does not answer."
  case .busy: "The centre asks to wait."
  case .localStore:
    "This window's store cannot be written: no space or no right. Call the administrator: okno doctor."
  case .forked:
    "A copy of this window is at work somewhere. Nothing is lost. Administrator: enrol the window again, okno central enrol."
  case .clock:
    "The clocks of window and centre differ by more than two minutes: check time and date."
  case .release:
    "This window does not know the new catalogue's signature: the earlier one stays. Administrator: release_key in the credentials."
  case .rows:
    "Some of the centre's data cannot be read by this program, everything else is here. Administrator: update the program."
  }
}
