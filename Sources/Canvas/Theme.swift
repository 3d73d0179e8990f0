// What a place on the screen means, and the style that a theme gives to it.

/// A semantic role. A theme that says nothing of `status.offline` uses its `status`, then its `text`.
package enum Role: Int, CaseIterable, Hashable, Sendable {
  case text, textMuted, textStrong, heading, border, borderFocus, header, headerMuted,
    selection, selectionInactive, mark, input, inputFocus, inputInvalid, keyBar,
    keyBarKey, keyBarDisabled, statusOk, statusWarning, statusError, statusInfo,
    documentBring, documentInteragency, documentCopy, deadline, deadlineSoon,
    deadlinePassed, dialog, dialogBorder, toast, toastError, rating, ratingChosen, demo

  /// As a theme's file writes it.
  package var name: String {
    switch self {
    case .text: "text"
    case .textMuted: "text.muted"
    case .textStrong: "text.strong"
    case .heading: "heading"
    case .border: "border"
    case .borderFocus: "border.focus"
    case .header: "header"
    case .headerMuted: "header.muted"
    case .selection: "selection"
    case .selectionInactive: "selection.inactive"
    case .mark: "mark"
    case .input: "input"
    case .inputFocus: "input.focus"
    case .inputInvalid: "input.invalid"
    case .keyBar: "keybar"
    case .keyBarKey: "keybar.key"
    case .keyBarDisabled: "keybar.disabled"
    case .statusOk: "status.ok"
    case .statusWarning: "status.warning"
    case .statusError: "status.error"
    case .statusInfo: "status.info"
    case .documentBring: "document.bring"
    case .documentInteragency: "document.interagency"
    case .documentCopy: "document.copy"
    case .deadline: "deadline"
    case .deadlineSoon: "deadline.soon"
    case .deadlinePassed: "deadline.passed"
    case .dialog: "dialog"
    case .dialogBorder: "dialog.border"
    case .toast: "toast"
    case .toastError: "toast.error"
    case .rating: "rating"
    case .ratingChosen: "rating.chosen"
    case .demo: "demo"
    }
  }

  /// The role whose style stands in: `a.b` falls to `a` where that is a role, everything to `text`.
  package var parent: Role? {
    guard self != .text else { return nil }
    guard let dot = name.lastIndex(of: ".") else { return .text }
    let group = name[..<dot]
    return Role.allCases.first { $0.name == group } ?? .text
  }
}

/// The characters that lines are drawn with.
package enum LineSet: String, Hashable, Sendable { case unicode, ascii }

/// A theme, resolved for one depth of colour: a style for every role.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var lines: LineSet
  package var depth: ColourDepth
  private var styles: [Style]

  /// `style` answers for each role; it is asked once a role.
  package init<Failure>(
    name: String, lines: LineSet = .unicode, depth: ColourDepth,
    style: (Role) throws(Failure) -> Style
  ) throws(Failure) {
    self.name = name
    self.lines = lines
    self.depth = depth
    styles = try Role.allCases.map(style)
  }

  package subscript(role: Role) -> Style { styles[role.rawValue] }
}
