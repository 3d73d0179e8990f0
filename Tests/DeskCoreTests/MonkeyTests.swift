// A monkey at the keyboard: random keys, answers, sizes and failures, the same ones each time.

import Canvas
import DeskCore
import DeskScreens
import DeskTestSupport
import Domain
import Testing

@Suite struct MonkeyTests {
  /// 40 monkeys of 2,500 events. What must hold after each event is in `Monkey.expectSound`; the
  /// screen is drawn after each 25th, at a size from 1×1 to 300×100.
  @Test(arguments: 0..<40)
  func aHundredThousandEventsLeaveASoundState(seed: Int) {
    var monkey = Monkey(seed: UInt64(seed))
    for step in 0..<2_500 {
      monkey.act()
      if let fault = monkey.fault {
        Issue.record("seed \(seed), step \(step): \(fault)")
        return
      }
      if step.isMultiple(of: 25) { monkey.expectDrawn() }
    }
    // A monkey that has seen one screen only has tested nothing.
    #expect(monkey.seen.count >= 4)
  }
}

private struct Monkey {
  private var random: IDSource
  private var state: State
  private var store = MemoryStore()
  /// Effects whose answer is still to come, in an order of the monkey's choice.
  private var owed: [Effect] = []
  private var now = Sample.now
  private(set) var seen: Set<ScreenKind> = []
  private let theme = ScreenProfile.mono.theme

  init(seed: UInt64) {
    random = IDSource(seed: seed)
    state = Sample.state()
    if !seed.isMultiple(of: 2) { store.roster = Sample.roster }
    send(.started(situations: SampleCatalogue.summaries, draft: nil))
    send(.staffLoaded(store.roster))
  }

  mutating func act() {
    now = now + Int64.random(in: 0...20, using: &random)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60: send(.key(key()))
    case 60, 61: openSync()
    case 62, 63: signIn()
    case 64..<90: answer()
    case 90..<93: send(.resized(size()))
    case 93: send(.tick)
    case 94: beIdle()
    case 95: send(.failed(failure()))
    case 96: send(.searchAnswered(generation: state.searches, hits: []))
    case 97: send(.situationLoaded(SampleCatalogue.all.randomElement(using: &random), select: nil))
    case 98: send(.cardLoaded(Bool.random(using: &random) ? Sample.mariasCard : nil, for: use()))
    case 99: Bool.random(using: &random) ? beSynced() : beQueued()
    default: restart()
    }
  }

  private mutating func send(_ event: Event) {
    owed += update(&state, event, Facts(now: now, offset: .moscow))
    holdScroll(in: &state)
    seen.insert(ScreenKind(state.screen))
  }

  /// The queue changes under the window.
  private mutating func beQueued() {
    store.queue = MemoryQueue(situations: ["birth-of-child", nil, "marriage", "no-such-entry"])
    if let queue = store.queue { send(.queueLoaded(queue.window)) }
  }

  /// The palette's way, which a monkey would rarely find letter by letter.
  private mutating func openSync() {
    for key in [Key.control("p"), .paste("связь"), .enter] { send(.key(key)) }
  }

  /// Long enough for the screen to lock, upon which somebody else may come.
  private mutating func beIdle() {
    now = now + (state.settings.lockAfter + 1)
    send(.tick)
  }

  /// Nobody finds a PIN by chance: an administrator has just set it again.
  private mutating func signIn() {
    guard state.isLocked, !store.roster.active.isEmpty else { return }
    let place = Int.random(in: 0..<store.roster.active.count, using: &random)
    store.pins[store.roster.active[place].id] = Sample.pin
    let typed = "\(place + 1)\n\(Sample.digits)\n"
    for key in [.escape, .escape] + typed.map({ $0 == "\n" ? Key.enter : .character($0) }) {
      send(.key(key))
    }
  }

  /// The link changes, and with it what waits for a person.
  private mutating func beSynced() {
    if Bool.random(using: &random) {
      store.tasks = Bool.random(using: &random) ? Sample.tasks : .none
    }
    let states = [Sample.linked, Sample.unlinked, SyncStatus(link: .connecting), SyncStatus()]
    send(.syncChanged(states.randomElement(using: &random) ?? SyncStatus()))
  }

  private mutating func answer() {
    guard !owed.isEmpty else { return }
    let place = Bool.random(using: &random) ? 0 : Int.random(in: 0..<owed.count, using: &random)
    if let event = store.answer(to: owed.remove(at: place), at: now) { send(event) }
  }

  /// A crash: what was not answered is lost, the draft is not.
  private mutating func restart() {
    state = Sample.state(size: state.size)
    owed = []
    send(.started(situations: SampleCatalogue.summaries, draft: store.draft))
    send(.staffLoaded(store.roster))
  }

  private mutating func key() -> Key {
    let keys: [Key] = [
      .enter, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown, .character(" "), .character(" "),
      .character("и"), .character("р"), .character("1"), .character("5"), .character("."),
      .character("д"), .character("н"), .character("0"), .character("👨‍👩‍👧‍👦"),
      .character("\u{301}"), .paste("11223344595"), .paste("\u{202E}\u{0}\u{1B}"),
      .control("p"), .control("z"), .control("e"), .control("u"), .control("w"), .control("l"),
      .function(1), .function(2), .function(2), .function(3), .function(4), .function(4),
      .function(4), .function(5), .function(7), .function(7), .function(9), .function(10),
      .wheel(1), .wheel(-1),
      .press(Point(column: 3, row: 3)), .unknown("\u{1B}[9"), .alt("x"), .control("q"),
    ]
    return keys.randomElement(using: &random) ?? .enter
  }

  private mutating func size() -> Size {
    Size(
      columns: Int.random(in: 50...300, using: &random),
      rows: Int.random(in: 18...100, using: &random))
  }

  private mutating func failure() -> StoreError {
    let failures: [StoreError] = [
      .busy(holder: nil), .diskFull(path: "/x"), .interrupted, .conflict(current: Sample.maria),
      .corrupt(path: "/x", detail: "y"), .badInput(String(repeating: "длинно ", count: 40)),
    ]
    return failures.randomElement(using: &random) ?? .interrupted
  }

  private mutating func use() -> CardUse {
    [CardUse.look, .visit, .draft, .refresh].randomElement(using: &random) ?? .look
  }
}

extension Monkey {
  /// What is wrong with the state, if anything is.
  var fault: String? {
    let kinds = state.screens.map(ScreenKind.init)
    let single: [ScreenKind] = [
      .finder, .visitForm, .citizenForm, .rating, .sync, .refused, .conflict, .double,
      .checklist,
    ]
    return if kinds.first != .home {
      "home is not behind everything: \(kinds)"
    } else if kinds.count > 6 {
      "the pile of screens grows: \(kinds)"
    } else if single.contains(where: { kind in kinds.count { $0 == kind } > 1 }) {
      "a screen is there twice: \(kinds)"
    } else if state.waiting == nil, !state.typedAhead.isEmpty {
      "keys wait and nothing is waited for: \(state.typedAhead)"
    } else if state.visit.isInForm != kinds.contains(.visitForm), state.waiting != .situation {
      "the draft says \(state.visit.isInForm) of the form: \(kinds)"
    } else if state.visit.citizen != state.card?.citizen.id, !isLoadingCard {
      "the visit of \(String(describing: state.visit.citizen)) shows another card"
    } else {
      faultOfForm
    }
  }

  private var faultOfForm: String? {
    switch state.screen {
    case .visitForm(let form) where !state.visitFields.contains(form.field):
      "no such field: \(form.field)"
    case .visitForm(let form) where form.note.text != state.visit.note:
      "the note on the screen is not the visit's"
    case .citizenForm(let form)
    where form.field != .audience && form.text.text != form.entries[form.field]:
      "the text on the screen is not the form's"
    default: nil
    }
  }

  private var isLoadingCard: Bool {
    owed.contains { if case .loadCard = $0 { true } else { false } }
  }

  func expectDrawn(at location: SourceLocation = #_sourceLocation) {
    let frame = view(state, theme: theme)
    #expect(frame.size == state.size, sourceLocation: location)
    #expect(
      frame.grid.cells.count == state.size.columns * state.size.rows, sourceLocation: location)
    if let cursor = frame.cursor {
      #expect(frame.grid.bounds.contains(cursor), sourceLocation: location)
    }
    for row in 0..<frame.size.rows {
      let columns = frame.grid.row(row).reduce(0) { $0 + Int($1.width) }
      #expect(columns == frame.size.columns, "row \(row) is straight", sourceLocation: location)
    }
  }
}
