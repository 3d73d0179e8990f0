// The terminal, while it is ours. Confined to the thread that made it, the process's first: ncurses is
// one set of globals, and signals and keys are read there too.

internal import CNcurses
internal import CPlatform
package import Canvas
internal import Glibc

package final class TerminalSession {
  package struct Options: Sendable {
    /// `--no-colour` or an option for the depth; before all else.
    package var depth: ColourDepth?
    /// The configuration's depth; after `NO_COLOR`.
    package var configuredDepth: ColourDepth?
    package var mouse = false
    /// How long a lone Esc is waited for, in milliseconds.
    package var escapeDelay: Milliseconds = 25
    /// Where standard error goes while the screen is up; `nil` leaves it.
    package var errorLog: String?
    package var environment: TerminalEnvironment

    package init(environment: TerminalEnvironment = .current()) { self.environment = environment }
  }

  /// The depth that was chosen: ask the theme for it.
  package let depth: ColourDepth
  /// The terminal's present size.
  package private(set) var size: Size

  private let modes: TerminalModes
  private let errorLog: String?
  private var errorOutput: ErrorOutput?
  private var decoder: KeyDecoder
  private var screen: Screen
  private var last: Frame?
  private var isOnScreen = false
  /// The modes are sent behind the first frame, which takes the screen by itself.
  private var areModesDue = false
  private var hasStarted = false

  /// Prepares for the terminal of standard input and output; nothing is written to it. Call
  /// `ProcessLocale.set` and make the `SignalInbox` before, and `start` after. Throws, with the
  /// terminal untouched, what keeps it from starting.
  package init(_ options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    let environment = options.environment
    let described = try Terminfo.load(environment.name)

    let colours = Int(okno_terminfo_number("colors"))
    let wanted = ColourChoice.depth(
      option: options.depth, configured: options.configuredDepth, environment: environment,
      terminfoColours: colours,
      direct: okno_terminfo_flag("RGB") || okno_terminfo_number("RGB") > 0)
    modes = TerminalModes(environment: environment, mouse: options.mouse)
    decoder = KeyDecoder(
      named: Terminfo.keySequences(), patience: .init(escape: options.escapeDelay))
    errorLog = options.errorLog
    let description = Self.description(for: wanted, terminfoColours: colours, described)
    okno_terminfo_unload()

    okno_crash_guard_install(STDOUT_FILENO)
    size = Self.currentSize()
    guard Self.startCurses(described, description, colours: wanted != .mono) else {
      throw .refused(environment.name)
    }
    okno_curses_resize(Int32(size.columns), Int32(size.rows))
    depth = ColourChoice.reached(of: wanted, colours: Int(okno_curses_colours()))
    screen = Screen(
      numbers: ColourNumbers(
        depth: depth, eightOnly: depth == .sixteen && okno_curses_colours() == 8))
  }

  deinit {
    end()
    if !hasStarted { okno_curses_abandon() }
  }

  /// The terminal is ours from the next frame on.
  package func start() throws(TerminalError) {
    errorOutput = try errorLog.flatMap { path throws(TerminalError) in
      try ErrorOutput(logPath: path)
    }
    hasStarted = true
    takeScreen()
  }

  // MARK: Showing

  /// Shows the frame: sends what differs from the last one. A frame of another size than the
  /// terminal's is cut, or leaves the rest blank.
  package func present(_ frame: Frame) {
    last = frame
    guard isOnScreen else { return }
    screen.present(frame)
    if areModesDue { Self.send(modes.on) }
    areModesDue = false
  }

  /// Sends the last frame anew, whatever the terminal shows: for Ctrl-L, and after a stop.
  package func redraw() {
    guard isOnScreen else { return }
    _ = resize()
    if let last { present(last) }
  }

  /// Asks for the size after `SignalSet.resize`; the next frame is sent whole.
  package func resize() -> Size {
    size = Self.currentSize()
    okno_curses_resize(Int32(size.columns), Int32(size.rows))
    okno_curses_repaint()
    screen.forget()
    return size
  }

  /// The window's title, where the terminal has one. Controls in it are made visible.
  package func setTitle(_ text: String) {
    guard isOnScreen, let title = modes.title else { return }
    let shown = VisibleText.sanitised(text)
    Self.send(title.before + shown + title.after)
  }

  /// The terminal's bell.
  package func ring() {
    if isOnScreen { Self.send("\u{07}") }
  }

  // MARK: Keys

  /// When `readKeys` is due although nothing came: a lone Esc is waiting to be one.
  package var keyDeadline: Milliseconds? { decoder.deadline }

  /// All keys that have come. Never waits.
  package func readKeys(at now: Milliseconds = MonotonicClock.now()) -> [Key] {
    var keys: [Key] = []
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      // A torrent of input must not keep the screen from being drawn for ever.
      for _ in 0..<256 {
        let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        keys += decoder.feed(buffer[..<count], at: now)
        if count < buffer.count { return }
      }
    }
    return keys + decoder.settle(at: now)
  }

  // MARK: Coming and going

  /// Gives the terminal back, stops the whole job as Ctrl-Z would elsewhere, and takes the terminal
  /// again when the job is continued.
  package func suspend() {
    guard isOnScreen else { return }
    leaveScreen()
    okno_stop_job()
    takeScreen()
    redraw()
  }

  /// Gives the terminal back as it was. A second call does nothing.
  package func end() {
    if isOnScreen { leaveScreen() }
  }

  private func takeScreen() {
    isOnScreen = true
    areModesDue = true
    errorOutput?.toLog()
    let restoring = Array(modes.restoring.utf8)
    restoring.withUnsafeBytes { bytes in
      okno_crash_guard_arm(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
        errorOutput?.terminal ?? -1)
    }
  }

  private func leaveScreen() {
    // Wiped, as `TerminalModes.restoring` does after a crash, and for the same reason.
    screen.forget()
    screen.present(Frame(size: size, style: .plain))
    Self.send(modes.off)
    okno_curses_end()
    okno_crash_guard_disarm()
    errorOutput?.toTerminal()
    isOnScreen = false
  }

  /// Sends what takes a terminal back to a usable state after a program that died on it.
  package static func resetTerminal() { okno_terminal_reset(STDOUT_FILENO) }

  private static func currentSize() -> Size {
    var (columns, rows) = (Int32(80), Int32(24))
    _ = okno_terminal_size(STDOUT_FILENO, &columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// The description that ncurses needs for that depth; `nil` for the terminal's own.
  private static func description(
    for depth: ColourDepth, terminfoColours: Int, _ name: String
  ) -> TerminfoEntry? {
    let colours: TerminfoEntry.Colours? =
      switch depth {
      case .truecolor: .direct
      case .twoHundredFiftySix: terminfoColours == 256 ? nil : .indexed
      case .sixteen: terminfoColours > 256 ? .indexed : nil
      case .mono: nil
      }
    return colours.map { TerminfoEntry.loaded(name: name).with($0) }
  }

  private static func startCurses(
    _ name: String, _ description: TerminfoEntry?, colours: Bool
  ) -> Bool {
    guard let description else { return okno_curses_start(name, colours) }
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", description.environmentValue(), 1)
    defer {
      // A child process has its own terminal to describe.
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return okno_curses_start(name, colours)
  }

  private static func send(_ sequence: String) {
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes.removeFirst(written)
    }
  }
}
