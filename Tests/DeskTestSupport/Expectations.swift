// What a test says of the desk.

internal import Canvas
package import DeskCore
internal import Domain
package import Testing

extension TestDesk {
  /// The last action gave this notice, and no other.
  @discardableResult
  package func expectNotice(
    _ notice: Notice, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    let given = claimNotice()
    #expect(given == notice, sourceLocation: location)
    return self
  }

  /// Each text stands in a line of the screen.
  @discardableResult
  package func expectScreen(
    contains texts: String..., at location: SourceLocation = #_sourceLocation
  ) -> Self {
    let lines = screen
    for text in texts where !lines.contains(where: { $0.contains(text) }) {
      Issue.record(
        "«\(text)» is not on the screen:\n\(lines.joined(separator: "\n"))",
        sourceLocation: location)
    }
    return self
  }

  @discardableResult
  package func expectScreen(
    lacks texts: String..., at location: SourceLocation = #_sourceLocation
  ) -> Self {
    let lines = screen
    for text in texts where lines.contains(where: { $0.contains(text) }) {
      Issue.record(
        "«\(text)» is on the screen:\n\(lines.joined(separator: "\n"))", sourceLocation: location)
    }
    return self
  }

  /// The screens from home to the one in front are of these kinds.
  @discardableResult
  package func expectScreens(
    _ kinds: ScreenKind..., at location: SourceLocation = #_sourceLocation
  ) -> Self {
    #expect(state.screens.map(ScreenKind.init) == kinds, sourceLocation: location)
    return self
  }

  /// The desk asks a question that `matches` knows.
  @discardableResult
  package func expectQuestion(
    _ question: DeskCore.Confirmation, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    #expect(state.overlay == .confirm(question), sourceLocation: location)
    return self
  }

  @discardableResult
  package func expectNoOverlay(at location: SourceLocation = #_sourceLocation) -> Self {
    #expect(state.overlay == nil, sourceLocation: location)
    return self
  }
}

/// A screen without what is on it.
package enum ScreenKind: Hashable, Sendable {
  case home, situation, finder, card, citizenForm, visitForm, rating, keyTest
  case sync, refused, conflict, double, account
  case page, feedbackForm, feedback, feedbackAnswer, checklist, offerList, callbacks

  package init(_ screen: Screen) {
    self =
      switch screen {
      case .home: .home
      case .situation: .situation
      case .finder: .finder
      case .card: .card
      case .citizenForm: .citizenForm
      case .visitForm: .visitForm
      case .rating: .rating
      case .keyTest: .keyTest
      case .sync: .sync
      case .refused: .refused
      case .conflict: .conflict
      case .double: .double
      case .account: .account
      case .page: .page
      case .feedbackForm: .feedbackForm
      case .feedback: .feedback
      case .feedbackAnswer: .feedbackAnswer
      case .checklist: .checklist
      case .offerList: .offerList
      case .callbacks: .callbacks
      }
  }
}

extension State {
  /// The form in front, or an issue.
  package func requireCitizenForm(
    at location: SourceLocation = #_sourceLocation
  ) throws -> CitizenForm {
    var form: CitizenForm?
    if case .citizenForm(let shown) = screen { form = shown }
    return try #require(form, sourceLocation: location)
  }

  package func requireVisitForm(
    at location: SourceLocation = #_sourceLocation
  ) throws -> VisitForm {
    var form: VisitForm?
    if case .visitForm(let shown) = screen { form = shown }
    return try #require(form, sourceLocation: location)
  }

  package func requireSituation(
    at location: SourceLocation = #_sourceLocation
  ) throws -> SituationScreen {
    var situation: SituationScreen?
    if case .situation(let shown) = screen { situation = shown }
    return try #require(situation, sourceLocation: location)
  }

  package func requireFinder(
    at location: SourceLocation = #_sourceLocation
  ) throws -> FinderScreen {
    var finder: FinderScreen?
    if case .finder(let shown) = screen { finder = shown }
    return try #require(finder, sourceLocation: location)
  }

  package func requireRating(
    at location: SourceLocation = #_sourceLocation
  ) throws -> RatingForm {
    var rating: RatingForm?
    if case .rating(let shown) = screen { rating = shown.form }
    return try #require(rating, sourceLocation: location)
  }
}
