package import Canvas
package import Domain
internal import LocalStore
internal import Training

/// What the command line and the configuration decide for the desk.
package struct DeskOptions: Sendable {
  package var dataDirectory: String
  /// The theme of the option; the clerk's last choice and the configuration come after it.
  package var theme: String?
  package var configuredTheme: String?
  package var language: Language?
  package var configuredLanguage: Language
  /// Set by `--no-colour`.
  package var depth: ColourDepth?
  package var configuredDepth: ColourDepth?
  package var mouse: Bool
  package var themeDirectories: [String]
  package var offset: TimeZoneOffset
  package var centreName: String
  package var deskName: String
  package var handBack: Key
  package var ratingTimeout: Int
  /// Where a citizen may rate later.
  package var ratingForm: RatingAddress?
  /// In how many days a citizen is called who asks for it; absent where no call is offered.
  package var callbackDays: Int?
  /// Where citizens may write a line after the rating.
  package var keyboard: CitizenKeyboard
  /// Seconds without a key until the screen locks; 0 for never.
  package var lockAfter: Int
  /// Days for which a card without an open case stays in the cache; 0 for ever.
  package var retentionDays: Int
  /// Milliseconds in which a digit after Esc makes it an F-key.
  package var escapeDelay: Int
  package var noShow: NoShowRule
  /// What satisfaction is compared with.
  package var baseline: TargetFigures.Baseline?
  package var region: String?
  /// Where the centre keeps its years of the production calendar.
  package var calendarFolders: [String]
  /// The shell's command that prints a checklist; absent where none is printed.
  package var printCommand: String?
  /// Who has signed in on the command line, for the screens that are nobody's window.
  package var actor: Employee.ID?
  package var sync: DeskSync
  /// The folder of a catalogue that is looked at before it is published.
  package var preview: String?
  /// A day of training in place of the centre's; nothing of a central store is asked then.
  package var training: TrainingSetup?
  /// The board looks at a day of training that another terminal plays.
  package var watchesTraining = false

  package init(
    dataDirectory: String, theme: String? = nil, configuredTheme: String? = nil,
    language: Language? = nil, configuredLanguage: Language = .ru, depth: ColourDepth? = nil,
    configuredDepth: ColourDepth? = nil, mouse: Bool = false, themeDirectories: [String] = [],
    offset: TimeZoneOffset = .moscow, centreName: String = "", deskName: String = "",
    handBack: Key = .function(9), ratingTimeout: Int = 60, ratingForm: RatingAddress? = nil,
    callbackDays: Int? = nil, keyboard: CitizenKeyboard = .none,
    lockAfter: Int = 600,
    retentionDays: Int = 365,
    escapeDelay: Int = 25, noShow: NoShowRule = NoShowRule(),
    baseline: TargetFigures.Baseline? = nil, region: String? = nil,
    calendarFolders: [String] = [], printCommand: String? = nil, actor: Employee.ID? = nil,
    sync: DeskSync = .alone, preview: String? = nil, training: TrainingSetup? = nil
  ) {
    self.dataDirectory = dataDirectory
    self.theme = theme
    self.configuredTheme = configuredTheme
    self.language = language
    self.configuredLanguage = configuredLanguage
    self.depth = depth
    self.configuredDepth = configuredDepth
    self.mouse = mouse
    self.themeDirectories = themeDirectories
    self.offset = offset
    self.centreName = centreName
    self.deskName = deskName
    self.handBack = handBack
    self.ratingTimeout = ratingTimeout
    self.ratingForm = ratingForm
    self.callbackDays = callbackDays
    self.keyboard = keyboard
    self.lockAfter = lockAfter
    self.retentionDays = retentionDays
    self.escapeDelay = escapeDelay
    self.noShow = noShow
    self.baseline = baseline
    self.region = region
    self.calendarFolders = calendarFolders
    self.printCommand = printCommand
    self.actor = actor
    self.sync = sync
    self.preview = preview
    self.training = training
  }

  /// What its store is for.
  var purpose: StorePurpose { training == nil && !watchesTraining ? .work : .training }
}
