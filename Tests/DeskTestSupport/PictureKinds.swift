// What can be in front on each of the programs' screens. The switches have no default, so that nobody adds a picture
// without the tests that go through all of them hearing of it.

package import DeskCore

package enum OverlayKind: Hashable, Sendable, CaseIterable {
  case help, palette, confirm, ticket, message, question, answers, offers, offer, overrule

  package init(_ overlay: Overlay) {
    self =
      switch overlay {
      case .help: .help
      case .palette: .palette
      case .confirm: .confirm
      case .ticket: .ticket
      case .message: .message
      case .question: .question
      case .answers: .answers
      case .offers: .offers
      case .offer: .offer
      case .overrule: .overrule
      }
  }
}

package enum BoardOverlayKind: Hashable, Sendable, CaseIterable {
  case help, actions, targets, serves, message, comment, ratings, callbacks

  package init(_ overlay: BoardOverlay) {
    self =
      switch overlay {
      case .help: .help
      case .actions: .actions
      case .targets: .targets
      case .serves: .serves
      case .message: .message
      case .comment: .comment
      case .ratings: .ratings
      case .callbacks: .callbacks
      }
  }
}

package enum CitizenStageKind: Hashable, Sendable, CaseIterable {
  case idle, greeting, asking, writing, offering, thanks

  package init(_ stage: CitizenScreenState.Stage) {
    self =
      switch stage {
      case .idle: .idle
      case .greeting: .greeting
      case .asking: .asking
      case .writing: .writing
      case .offering: .offering
      case .thanks: .thanks
      }
  }
}
