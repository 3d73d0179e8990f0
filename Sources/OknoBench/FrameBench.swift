internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore
internal import Themes

/// A keystroke's own work apart from the search: the update, the whole frame, and what of it changed.
struct FrameBench: Bench {
  let name = "frame"

  private static let rounds = 30

  func figures(_ context: BenchContext) throws -> [Figure] {
    let sizes = [Size(columns: 132, rows: 43), Size(columns: 300, rows: 100)]
    return try sizes.flatMap { size in
      let times = try Self.measure(size, context)
      let place = "\(size.columns)×\(size.rows)"
      return [
        Figure(
          name: "keystroke's own work at \(place), median", ours: times.median, unit: "ms",
          goal: .none),
        Figure(
          name: "keystroke's own work at \(place), p99", ours: times.p99, unit: "ms",
          goal: .atMost(2)),
      ]
    }
  }

  /// - Parameter scene: what a training shows besides.
  static func measure(
    _ size: Size, _ context: BenchContext, _ scene: TrainingScene? = nil
  ) throws -> Sample {
    let store = try LocalStore(
      directory: context.store.directory, access: .readOnly, ids: IDSource(seed: 1),
      now: Instant(milliseconds: 0))
    defer { store.close() }
    let themes = ThemeLibrary(directories: [])
    var desk = FrameDesk(
      store: store, searcher: try context.searcher(), size: size,
      theme: try themes.theme(named: "day", depth: .truecolor),
      today: context.today ?? CalendarDate(dayNumber: 20_000), notesSteps: context.isVerbose)
    try desk.start(scene)
    // Once for everything that is made at its first use.
    try desk.play()
    desk.times = Sample()
    for _ in 0..<rounds { try desk.play() }
    desk.tellSlowest()
    return desk.times
  }
}

/// The desk without a terminal: answers come from the store at once and are not timed.
private struct FrameDesk {
  let store: LocalStore
  let searcher: Searcher
  let theme: Theme
  let facts: Facts
  var state: State
  var shown: Grid?
  var times = Sample()
  /// Their texts take the processor's caches from the next step: only where somebody wants to read them.
  private let notesSteps: Bool
  private var steps: [Step] = []

  private struct Step {
    let time: Double
    let event: String
    let screen: String
  }

  init(
    store: LocalStore, searcher: Searcher, size: Size, theme: Theme, today: CalendarDate,
    notesSteps: Bool
  ) {
    self.store = store
    self.notesSteps = notesSteps
    self.searcher = searcher
    self.theme = theme
    let noon = Instant(milliseconds: Int64(today.dayNumber) * 86_400_000 + 43_200_000)
    facts = Facts(now: noon, offset: .moscow)
    state = State(
      size: size, settings: Settings(themes: ["day"]), clock: Clock(now: noon, offset: .moscow),
      ids: IDSource(seed: 1))
  }

  func tellSlowest() {
    for step in steps.sorted(by: { $0.time > $1.time }).prefix(20) {
      note("\(rounded(step.time)) ms  \(step.event.prefix(60))  on \(step.screen.prefix(30))")
    }
  }

  mutating func start(_ scene: TrainingScene?) throws {
    if let scene { try take(.trainingChanged(scene)) }
    try take(.started(situations: store.situations(), draft: nil))
  }

  /// A clerk's way through all kinds of screens, and back to an empty home.
  mutating func play() throws {
    for letter in "родился ребенок" { try take(.key(.character(letter))) }
    try take(
      .key(.down), .key(.up), .key(.enter), .key(.character(" ")), .key(.down), .key(.down),
      .key(.character(" ")), .key(.pageDown), .key(.tab), .key(.pageDown), .key(.tab),
      .key(.pageDown), .key(.tab))
    for letter in "31.01.2026" { try take(.key(.character(letter))) }
    try take(.key(.function(1)), .key(.down), .key(.escape), .key(.control("p")))
    for letter in "тема" { try take(.key(.character(letter))) }
    try take(.key(.escape), .key(.function(4)), .key(.tab), .key(.right), .key(.tab), .key(.tab))
    for letter in "придёт ещё раз" { try take(.key(.character(letter))) }
    try take(.key(.function(3)), .key(.control("u")))
    for letter in "иванова мария" { try take(.key(.character(letter))) }
    // The question whether to end with this citizen, and yes.
    try take(.key(.control("u")), .key(.escape), .key(.character("д")))
  }

  private mutating func take(_ events: Event...) throws {
    for event in events { try take(event) }
  }

  private mutating func take(_ event: Event) throws {
    let step = timed {
      let effects = update(&state, event, facts)
      holdScroll(in: &state)
      let grid = view(state, theme: theme).grid
      let runs = GridDiff.runs(from: shown, to: grid)
      shown = grid
      return (effects, runs.count)
    }
    times.add(step.milliseconds)
    if notesSteps {
      steps.append(Step(time: step.milliseconds, event: "\(event)", screen: "\(state.screen)"))
    }
    for effect in step.result.0 {
      if let answer = try answer(effect) { try take(answer) }
    }
  }

  private func answer(_ effect: Effect) throws -> Event? {
    switch effect {
    case .search(let request):
      let hits = try searcher.search(
        request.text, kinds: request.kinds, limit: 60, today: facts.now.date(offset: .moscow))
      return .searchAnswered(generation: request.generation, hits: hits)
    case .loadSituation(let id, let select):
      return .situationLoaded(try store.sheet(of: id), select: select)
    case .loadDay:
      return .dayLoaded(.empty)
    default:
      return nil
    }
  }
}
