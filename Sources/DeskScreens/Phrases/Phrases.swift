// The words on the screen: one value a language, so that a missing phrase does not compile.

package import Canvas
package import DeskCore
package import Domain

package struct Phrases: Sendable {
  package var language: Language

  // The frame around every screen.
  package var productName: String
  /// In the place of the window's names, while a catalogue is looked at before it is published.
  package var preview: String
  package var shortPreview: String
  package var weekdays: [String]
  package var tooSmall: String
  package var tooSmallSize: @Sendable (_ size: Size, _ least: Size) -> String
  package var visitStrip: String
  package var anonymous: String
  package var marked: @Sendable (Int) -> String
  package var yes: String
  package var no: String
  package var later: String
  /// What «no» does to a draft.
  package var dropIt: String
  package var referenceData: String

  // Home.
  package var searchPrompt: String
  package var searchHint: String
  package var whatHappened: String
  package var today: String
  package var visits: @Sendable (Int) -> String
  package var noVisits: String
  package var nothingFound: String
  package var nothingFoundAdvice: String
  package var searching: String
  package var kind: @Sendable (SearchHit.Kind) -> String
  package var reason: @Sendable (SearchHit.Reason) -> String
  package var ratingsToday: @Sendable (RatingSummary) -> String

  // The situation.
  package var services: String
  package var service: String
  package var documents: String
  package var deadlines: String
  package var allServices: String
  package var markedServices: String
  /// In place of the notes to a document that several services need.
  package var seeServices: String
  package var questions: String
  package var care: String
  package var eventDateHint: String
  package var origin: @Sendable (Document.Origin) -> String
  package var channel: @Sendable (Service.Channel) -> String
  package var level: @Sendable (Service.Level) -> String
  package var colloquial: String
  package var body: String
  package var ways: String
  package var fee: String
  /// Of a fee or a term that the catalogue does not know.
  package var toBeAsked: String
  package var term: String
  package var result: String
  package var when: String
  package var after: String
  package var basis: String
  package var source: String
  package var reviewed: String
  package var note: String
  package var startsItself: String
  package var termLength: @Sendable (Term) -> String
  package var until: @Sendable (String) -> String
  package var urgency: @Sendable (DatedDeadline.Urgency) -> String
  package var progress: @Sendable (SituationCase.Progress) -> String

  // Citizens.
  package var findCitizen: String
  package var findCitizenHint: String
  package var createCitizen: String
  package var newCitizen: String
  package var changeCitizen: String
  package var field: @Sendable (CitizenForm.Field) -> String
  package var audience: @Sendable (Audience) -> String
  package var problem: @Sendable (Problem) -> String
  package var samePerson: String
  package var createAnyway: String
  package var businessName: String
  package var openCases: String
  package var earlierVisits: String
  package var caseKind: String
  package var visitKind: String
  package var closedCase: String
  package var noCases: String
  package var eventOn: @Sendable (String) -> String

  // The visit.
  package var visitForm: String
  package var citizen: String
  package var citizenHint: String
  package var visitNote: String
  package var visitChannelTitle: String
  package var outcome: @Sendable (Outcome) -> String
  package var visitChannel: @Sendable (VisitChannel) -> String
  package var saveHint: String

  // The rating, said to the citizen.
  package var ratingQuestion: String
  package var ratingInvitation: String
  package var ratingWords: [String]
  package var ratingConfirm: String
  package var ratingDecline: String
  package var ratingDeclined: String
  package var ratingCriteria: String
  package var ratingPrivacy: String
  package var ratingHandBack: @Sendable (String) -> String
  package var criterion: @Sendable (Criterion) -> String

  // The link with the centre.
  package var sync: SyncPhrases
  package var queue: QueuePhrases
  package var advice: AdvicePhrases
  package var checklist: ChecklistPhrases
  package var offers: OfferPhrases
  package var training: TrainingPhrases

  // Signing in and accounts.
  package var staff: StaffPhrases

  // The own day, feedback to the catalogue, strengths, targets.
  package var pages: PagePhrases
  package var targets: TargetPhrases
  package var feedback: FeedbackPhrases

  // Help, palette, key test, questions, notices.
  package var helpTitle: String
  package var everywhere: String
  package var onThisScreen: String
  package var paletteTitle: String
  package var paletteHint: String
  package var themesTitle: String
  /// The name of a theme that ships; a person's own is called as its file is.
  package var themeName: @Sendable (String) -> String
  package var languagesTitle: String
  package var languageName: @Sendable (Language) -> String
  package var keyTestTitle: String
  package var keyTestHint: String
  package var keyName: @Sendable (Key) -> String
  package var question: @Sendable (Confirmation) -> String
  package var notice: @Sendable (Notice) -> String
  package var hint: @Sendable (Hint) -> String
  package var helpLines: @Sendable (HelpTopic) -> [(key: String, meaning: String)]

  package static func of(_ language: Language) -> Phrases {
    switch language {
    case .ru: .ru
    case .en: .en
    }
  }
}

/// A line of advice above the key bar.
package enum Hint: Hashable, Sendable, CaseIterable {
  case home, results, situation, situationPane, eventDate, finder, card, citizenForm, visitForm
  case duplicates, cardTask, sync, refused, refusedReason, conflict, double, account
  case page, answers, feedbackForm, feedback, feedbackAnswer, checklist, offerList
  case callbacks
}

/// A group of keys in the help.
package enum HelpTopic: Hashable, Sendable, CaseIterable {
  case home, situation, finder, card, citizenForm, visitForm, sync, refused, conflict, double
  case checklist
}
