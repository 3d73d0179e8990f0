// Pages that are read and scrolled: the own day, strengths by situation, the programme's targets, a service
// that no situation lists.

package import Domain

package struct PageScreen: Hashable, Sendable {
  /// Absent until the store has answered.
  package enum Content: Hashable, Sendable {
    case ownDay(OwnDay?)
    case strengths([StrengthLine]?)
    case targets(TargetPage?)
    case service(ServiceSheet)
  }

  package var content: Content
  package var firstLine = 0

  package init(content: Content) { self.content = content }

  /// Whether the store's answer is for this page.
  fileprivate func isSame(as other: Content) -> Bool {
    switch (content, other) {
    case (.ownDay, .ownDay), (.strengths, .strengths), (.targets, .targets): true
    case (.ownDay, _), (.strengths, _), (.targets, _), (.service, _): false
    }
  }
}

/// The targets against the figures of a month up to today.
package struct TargetPage: Hashable, Sendable {
  package var from: CalendarDate
  package var to: CalendarDate
  package var targets: TargetFigures

  package init(from: CalendarDate, to: CalendarDate, targets: TargetFigures) {
    self.from = from
    self.to = to
    self.targets = targets
  }
}

extension State {
  /// Opens a page over the screen in front; one of its kind that is open already is shown anew.
  mutating func openPage(_ content: PageScreen.Content) -> [Effect] {
    screens.removeAll { if case .page = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
    screens.append(.page(PageScreen(content: content)))
    return switch content {
    case .ownDay: [.loadOwnDay]
    case .strengths: [.loadStrengths]
    case .targets: [.loadTargets]
    case .service: []
    }
  }

  /// What the store answered, where its page is still open.
  mutating func take(page content: PageScreen.Content) -> [Effect] {
    for case (let place, .page(var page)) in screens.enumerated() where page.isSame(as: content) {
      page.content = content
      screens[place] = .page(page)
    }
    return []
  }
}
