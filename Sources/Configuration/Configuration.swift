// What an administrator sets for a desk.

package import Canvas
package import Domain

/// The values of the configuration file, each with its default.
package struct Configuration: Hashable, Sendable {
  /// The centre's name in the header; empty for none.
  package var centre = ""
  /// This window's name in the header; empty for none.
  package var desk = ""
  /// The region's code, as the catalogue's fact `region` has it; `nil` where none is set.
  package var region: String?
  /// An IANA name; `nil` for the system's time zone.
  package var timeZone: String?
  /// The theme's name; `nil` lets the desk choose by the terminal's colours.
  package var theme: String?
  package var language: Language = .ru
  package var colour = true
  /// Whether the desk listens to the mouse. It never needs one.
  package var mouse = true
  /// The key that gives the screen back to the clerk while a citizen rates.
  package var handBack: Key = .function(9)
  /// Seconds until an unanswered rating screen gives up.
  package var ratingTimeout = 60
  /// The languages of the citizen's own screen, the first one for whoever comes next.
  package var ratingLanguages: [Language] = Language.allCases
  /// What has to be typed to leave that screen; `nil` where its key pressed again does.
  package var ratingLeaveCode: String?
  /// The region's form for a rating that comes later; `nil` where there is none.
  package var ratingForm: RatingAddress?
  /// In how many days a citizen is called who asks for it after a low rating; `nil` where no call is offered.
  package var callbackDays: Int?
  /// Where citizens may write a line after the rating.
  package var ratingKeyboard = CitizenKeyboard.none
  /// Seconds without a key until the screen locks, where there are accounts; 0 for never.
  package var lockAfter = 600
  /// Days for which a desk keeps a card without an open case that the central store has; 0 for ever.
  package var retentionDays = 365
  /// Milliseconds in which a digit after Esc makes it an F-key: more for slow fingers at a terminal
  /// without F-keys, at the price of an Esc that takes that long.
  package var escapeDelay = 25
  /// Citizens who go first by law or by the centre's own rules.
  package var priorityGroups = PriorityGroup.usual
  /// When a citizen who was called and does not come counts as gone.
  package var noShow = NoShowRule()
  /// The desk's credentials for the central store; `nil` for the usual places.
  package var syncCredentials: String?
  /// The shell's command that prints a ticket from its standard input; `nil` where none is printed.
  package var queuePrint: String? = "lp"
  /// The same for a citizen's checklist, on a whole sheet.
  package var checklistPrint: String? = "lp"
  /// Whether the central store may be reached over a network without TLS.
  package var allowPlainConnection = false
  /// The year with which satisfaction is compared; `nil` where none is set.
  package var baseline: TargetFigures.Baseline?

  package init() {}
}

/// What is wrong in a configuration file, or with it.
package struct ConfigurationError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; 0 where the fault has no place in the file.
  package var line: Int
  /// Empty where the fault is not about one key.
  package var key: String
  /// A sentence without the place.
  package var problem: LocalizedText

  package init(file: String, line: Int, key: String, problem: LocalizedText) {
    self.file = file
    self.line = line
    self.key = key
    self.problem = problem
  }

  /// `/etc/okno/config.json5:4: theme: …`, the form that editors can jump to.
  package func message(_ language: Language) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    let parts = [place] + (key.isEmpty ? [] : [key]) + [problem(language)]
    return parts.joined(separator: ": ")
  }
}
