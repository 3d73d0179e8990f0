// What reaches the desk from outside, and what it asks of the outside.

package import Canvas
package import Domain

package enum Event: Hashable, Sendable {
  /// The situations are in the order in which they are to be listed.
  case started(situations: [SituationSummary], draft: Draft?)
  case key(Key)
  case resized(Size)
  /// The minute's clock, or a deadline that was asked for.
  case tick
  case searchAnswered(generation: Int, hits: [SearchHit])
  /// The situation with the service on which to stand; no sheet when the catalogue lost the entry.
  case situationLoaded(SituationSheet?, select: Service.ID?)
  /// A service that no situation lists; no sheet when the catalogue lost the entry.
  case serviceLoaded(ServiceSheet?)
  /// The rules, once a situation is open.
  case adviceLoaded(AdviceBook)
  /// The working days, and what is wrong with the centre's own years.
  case calendarLoaded(ProductionCalendar, problem: String?)
  case offersLoaded(OfferBook)
  case offerListLoaded([OfferLine])
  case cardLoaded(CitizenCard?, for: CardUse)
  case dayLoaded(DaySummary)
  case duplicatesFound([Citizen])
  case citizenSaved(Citizen)
  case visitLogged(LoggedVisit)
  case visitWithdrawn(Visit.ID)
  case ratingRecorded(RatingResult)
  /// The citizen's own screen has come or gone.
  case citizenScreen(isUp: Bool)
  /// It was not there to ask about this visit.
  case notAsked(LoggedVisit)
  /// What came of asking there, in the store.
  case answeredOutside(RatingResult, about: LoggedVisit?)
  /// A word with which a citizen may rate later.
  case ratingTokenIssued(RatingToken)
  /// The store keeps or has another catalogue than the one on screen.
  case catalogueWaits
  case catalogueChanged([SituationSummary])
  case syncChanged(SyncStatus)
  case syncTasksLoaded(SyncTasks)
  case syncTaskDone(SyncDone)
  /// The accounts, at the start and after each change of them.
  case staffLoaded(StaffRoster)
  case signInAnswered(SignInAnswer)
  /// The old PIN given for a new one was not taken.
  case pinRefused(SignInAnswer)
  case accountSaved(Employee)
  case queueLoaded(WindowQueue)
  case callAnswered(CallResult)
  case pageLoaded(PageScreen.Content)
  case feedbackLoaded([FeedbackLine])
  case feedbackDone(FeedbackDone)
  case callbacksLoaded([Callback])
  case callbackSettled(Callback.ID, Callback.Outcome)
  /// The codes of the list in front, for the size and the language that the screen had; `nil` where
  /// nothing makes codes.
  case codesMade([DotMatrix]?)
  case printed(number: Int, PrintResult)
  /// What was said of the citizen outside a visit.
  case remarkKept(of: Citizen.ID)
  /// How the day of training stands.
  case trainingChanged(TrainingScene)
  /// A trainer at another terminal has taken the keys, or given them back.
  case trainerLeads(Bool)
  case trainerKey(Key)
  /// On a trainer's own terminal: what is on the trainee's screen; that there is none any more; that another trainer has
  /// it.
  case traineeDrew(Frame)
  case traineeGone
  case seatTaken
  /// A simulated visitor rates.
  case simulatedAnswer(SimulatedAnswer)
  case failed(StoreError)
  /// The terminal is going away or the system asks to stop.
  case interrupted
}

/// What a loaded card is for.
package enum CardUse: Hashable, Sendable {
  /// To be read.
  case look
  /// Chosen for the visit at the window.
  case visit
  /// The draft's citizen, after a crash.
  case draft
  /// In place of the card that is shown, where it is.
  case refresh
}

package enum Effect: Hashable, Sendable {
  case search(SearchRequest)
  case loadSituation(LifeSituation.ID, select: Service.ID?)
  /// Loads a situation in which the service stands, `preferring` the first of those that does; else
  /// the one that is most about it.
  case loadService(Service.ID, preferring: [LifeSituation.ID])
  case loadCard(Citizen.ID, for: CardUse)
  case loadDay(CalendarDate)
  case findDuplicates(CitizenDetails)
  case addCitizen(Citizen)
  case changeCitizen(Citizen, basedOn: Citizen)
  /// Logs the visit with what was said in it; in the same breath `draft` takes the place of the one kept
  /// until now.
  case logVisit(Visit, eventDate: CalendarDate?, remarks: [RemarkDraft] = [], draft: Draft?)
  case withdrawVisit(Visit.ID)
  /// With what the citizen has written beside it, which the two never tell of each other.
  case recordRating(RatingEntry, words: CitizenWords? = nil)
  /// Tells the citizen's own screen that a visit has begun, or that nobody is at the window.
  case greet(Bool)
  /// Asks there about the visit.
  case ask(LoggedVisit)
  /// The question that is there is not asked any more.
  case withdrawQuestion
  case issueRatingToken
  /// Looks at the link at once.
  case syncNow
  case loadSyncTasks
  case retryRefused(Operation.ID)
  /// Gives the refused change up: this desk shows the server's values again.
  case dropRefused(Operation.ID, reason: String)
  /// Sends the card as it is now in place of the refused change.
  case amendRefused(Operation.ID, Citizen, basedOn: Citizen)
  /// In the conflict's fields the card shall say what `choosing` says.
  case settleConflict(CardConflict, choosing: CitizenDetails)
  case mergeCitizens(kept: Citizen.ID, merged: Citizen.ID)
  /// These two are different people: never offered again on this desk.
  case keepApart(DuplicateOffer.ID)
  case unmergeCitizen(Citizen.ID, from: Citizen.ID)
  case signIn(Employee.ID, PIN)
  /// Begins to use accounts.
  case addFirstAccount(Employee, PIN)
  case changePIN(Employee.ID, old: PIN, new: PIN)
  case loadQueue
  case callNext(CallRequest)
  /// Calls although nobody can say whether another window has the ticket.
  case callUnverified(CallRequest)
  case stepTicket(Ticket.ID, TicketEvent)
  /// What this window is at, and what it is called.
  case tellPresence(DeskPresence.State, name: String)
  /// The clerk has read it.
  case readMessage(DeskMessage.ID)
  case loadOwnDay, loadStrengths, loadTargets, loadFeedback
  case giveFeedback(FeedbackDraft)
  case answerFeedback(Feedback.ID, FeedbackAnswer)
  /// Whom to call after a low rating.
  case loadCallbacks
  /// Notes what came of the call; the number goes.
  case settleCallback(Callback.ID, Callback.Outcome)
  /// Everybody to whom something stands, by the region's figures.
  case loadOfferList(region: String?)
  /// Keeps what was said of the citizen outside a visit.
  case tell(RemarkDraft, of: Citizen.ID)
  /// Whoever they are for has read them.
  case noteAnswers([FeedbackAnswer.ID])
  case printChecklist(Checklist, number: Int)
  /// Makes QR codes of the list that the screen has room for.
  case makeCodes(Checklist)
  case saveDraft(Draft?)
  /// Brings the newest catalogue into use; unanswered where another screen has a client.
  case changeCatalogue
  case remember(Preference)
  /// Wake the desk with a tick after so many seconds.
  case wake(afterSeconds: Int64)
  case train(TrainingOrder)
  case redraw
  case suspend
  case quit
}

package struct SearchRequest: Hashable, Sendable {
  package var generation: Int
  package var text: String
  package var kinds: Set<SearchHit.Kind>
  /// Of the titles in the answer.
  package var language: Language

  package init(
    generation: Int, text: String, kinds: Set<SearchHit.Kind>, language: Language = .ru
  ) {
    self.generation = generation
    self.text = text
    self.kinds = kinds
    self.language = language
  }
}

/// What the desk keeps of a person's taste.
package enum Preference: Hashable, Sendable {
  case theme(String)
  case language(Language)
}

/// The clock and the time zone, handed in with each event.
package struct Facts: Hashable, Sendable {
  package var now: Instant
  package var offset: TimeZoneOffset
  package init(now: Instant, offset: TimeZoneOffset) {
    self.now = now
    self.offset = offset
  }
}
