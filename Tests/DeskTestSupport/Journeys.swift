// The ways to the screens, as a clerk goes them.

internal import Canvas
package import DeskCore
internal import Domain
package import Testing

extension TestDesk {
  /// Goes from home to a screen. Nothing is marked, typed into a form or logged on the way.
  @discardableResult
  package func go(to kind: ScreenKind, at location: SourceLocation = #_sourceLocation) -> Self {
    switch kind {
    case .home: break
    case .situation: type("родился", at: location).press(.enter, at: location)
    case .finder: go(to: .situation, at: location).press(.function(2), at: location)
    case .card: type("Мария", at: location).press(.enter, at: location)
    case .citizenForm: go(to: .card, at: location).press(.control("e"), at: location)
    case .visitForm: go(to: .situation, at: location).press(.function(4), at: location)
    case .rating:
      go(to: .situation, at: location)
        .press(.character(" "), .function(4), .function(4), at: location)
    case .keyTest:
      press(.control("p"), at: location).type("проверка", at: location).press(.enter, at: location)
    case .sync:
      // The list begins on what waits, not on «now».
      if store.tasks.isEmpty { store.tasks = Sample.tasks }
      receive(.syncChanged(Sample.linked), at: location)
      press(.control("p"), at: location).type("связь", at: location).press(.enter, at: location)
    case .account:
      press(.control("p"), at: location).type("записи", at: location).press(.enter, at: location)
    case .page:
      press(.control("p"), at: location).type("мой день", at: location).press(.enter, at: location)
    case .feedbackForm:
      go(to: .situation, at: location).press(.control("p"), at: location)
        .type("в справочнике", at: location).press(.enter, at: location)
    case .feedback:
      if store.feedback.isEmpty { store.feedback = Sample.feedback }
      press(.control("p"), at: location).type("замечания", at: location).press(.enter, at: location)
    case .feedbackAnswer: go(to: .feedback, at: location).press(.enter, at: location)
    case .checklist: go(to: .situation, at: location).press(.function(7), at: location)
    case .offerList:
      if store.offerLines.isEmpty { store.offerLines = SampleAdvice.offerLines }
      receive(.offersLoaded(SampleAdvice.offers), at: location)
      press(.control("p"), at: location).type("кому что", at: location).press(.enter, at: location)
    case .callbacks:
      if store.callbacks.isEmpty { store.callbacks = Sample.callbacks }
      press(.control("p"), at: location).type("перезвонить", at: location)
        .press(.enter, at: location)
    case .refused: go(to: .sync, at: location).press(.enter, at: location)
    case .conflict: go(to: .sync, at: location).press(.down, .enter, at: location)
    case .double: go(to: .sync, at: location).press(.down, .down, .enter, at: location)
    }
    #expect(state.screens.last.map(ScreenKind.init) == kind, sourceLocation: location)
    #expect(state.overlay == nil, sourceLocation: location)
    return self
  }
}

extension TestDesk {
  /// Goes to a field of the citizen's form with Tab.
  @discardableResult
  package func focus(
    on field: CitizenForm.Field, at location: SourceLocation = #_sourceLocation
  ) -> Self {
    for _ in CitizenForm.Field.allCases {
      if case .citizenForm(let form) = state.screen, form.field == field { return self }
      press(.tab, at: location)
    }
    Issue.record("no field \(field)", sourceLocation: location)
    return self
  }
}

extension ScreenKind: CaseIterable {
  package static let allCases: [ScreenKind] = [
    .home, .situation, .finder, .card, .citizenForm, .visitForm, .rating, .keyTest, .sync, .refused,
    .conflict, .double, .account, .page, .feedbackForm, .feedback, .feedbackAnswer,
    .checklist,
    .offerList,
  ]
  /// The screens on which the clerk's keys work.
  package static let clerks = allCases.filter { $0 != .rating && $0 != .keyTest }
}
