// A person at a terminal: starts a program, presses keys, looks at the screen, waits for what should come.
//
//     let desk = try Robot("okno", ["--data", directory], size: Size(columns: 80, rows: 24))
//     try desk.waitFor("Поиск")
//     try desk.type("родился ребенок")
//     try desk.press(.enter, .character(" "), .function(4))
//     #expect(try desk.waitForExit() == .exited(0))
//
// It never sleeps: each wait ends as soon as the screen shows what was waited for and the program is at
// rest. A wait that ends otherwise throws an error that prints the screen.

package import Canvas
internal import Glibc

package final class Robot {
  package static let usualSize = Size(columns: 80, rows: 24)
  /// Long, for busy machines: only a failing test ever waits so long.
  package static let usualPatience = Duration.seconds(90)

  private let line: PseudoTerminal
  private let terminal: VirtualTerminal
  private var status: ExitStatus?
  /// All that the program has written.
  package private(set) var output: [UInt8] = []

  /// Starts a program: a path, or the name of a product that was built with the tests. The
  /// environment holds PATH, HOME and the library path of this process, `TERM=xterm-256color` and a
  /// UTF-8 locale; `environment` comes on top.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    directory: String? = nil, size: Size = Robot.usualSize
  ) throws {
    terminal = VirtualTerminal(size: size)
    let launch = PseudoTerminal.Launch(
      program: program.contains("/") ? program : BuiltProduct.path(program), arguments: arguments,
      environment: Self.usualEnvironment.merging(environment) { $1 }, directory: directory,
      size: size)
    do { line = try PseudoTerminal(launch) } catch {
      throw RobotError(
        fault: .system(call: error.call, code: error.code), what: "the start", screen: [])
    }
  }

  deinit {
    guard status == nil else { return }
    kill(line.process, SIGKILL)
    _ = line.reap()
  }

  private static var usualEnvironment: [String: String] {
    var environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }

  // MARK: Looking

  /// The rows, without the blanks at their ends, as far as the program's output was read: after a wait.
  package var screen: [String] { (0..<terminal.size.rows).map { terminal.text(row: $0) } }

  /// The first row that holds the text.
  package func row(of text: String) -> Int? { screen.firstIndex { $0.contains(text) } }

  package func cell(column: Int, row: Int) -> ShownCell { terminal.cell(column: column, row: row) }

  /// Where the cursor stands; `nil` when it is hidden.
  package var cursor: Point? { terminal.cursor }
  package var title: String { terminal.title }
  package var size: Size { terminal.size }
  /// The program has switched to the terminal's second screen.
  package var showsSecondScreen: Bool { terminal.showsSecondScreen }
  package var reportsMouse: Bool { terminal.reportsMouse }
  /// How the line is set; `nil` after `hangUp`.
  package var lineModes: LineModes? { line.modes }
  package var process: Int32 { line.process }
  /// The process group in the terminal's foreground: a shell's job.
  package var foregroundGroup: Int32 { line.foregroundGroup }

  // MARK: Acting

  /// Presses keys as xterm sends them. After `.escape` wait for its effect: what follows at once
  /// would make a sequence of it.
  package func press(_ keys: Key...) throws {
    for key in keys { try send(KeyBytes.bytes(of: key)) }
  }

  package func type(_ text: String) throws { try send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + Self.usualPatience
    while !rest.isEmpty {
      let ready = line.wait(milliseconds: left(until: deadline), alsoToWrite: true)
      if ready.canRead { look() }
      if ready.ended { throw ended(before: "room for keys") }
      if ready.canWrite { rest = rest.dropFirst(max(0, line.write(rest))) }
      if ContinuousClock.now >= deadline { throw fault(.timedOut, "room for keys") }
    }
  }

  package func resize(_ size: Size) {
    terminal.resize(size)
    line.resize(size)
  }

  /// Sends the program a signal, `SIGTERM` for instance.
  package func signal(_ number: Int32) { kill(line.process, number) }

  /// Takes the terminal away, as when its window is closed.
  package func hangUp() { line.hangUp() }

  // MARK: Waiting

  /// Waits until a row holds the text; answers the row.
  @discardableResult
  package func waitFor(_ text: String, patience: Duration = Robot.usualPatience) throws -> Int {
    try wait(until: "«\(text)»", patience: patience) { $0.row(of: text) }
  }

  /// Waits until no row holds the text.
  package func waitForNo(_ text: String, patience: Duration = Robot.usualPatience) throws {
    try wait(until: "a screen without «\(text)»", patience: patience) {
      $0.row(of: text) == nil ? () : nil
    }
  }

  /// Waits until the condition gives something; answers it.
  @discardableResult
  package func wait<Result>(
    until what: String, patience: Duration = Robot.usualPatience,
    _ condition: (Robot) throws -> Result?
  ) throws -> Result {
    let deadline = ContinuousClock.now + patience
    while true {
      if let result = try condition(self) {
        settle(until: deadline)
        return try condition(self) ?? result
      }
      guard status == nil else { throw ended(before: what) }
      guard ContinuousClock.now < deadline else { throw fault(.timedOut, what) }
      let ready = line.wait(milliseconds: left(until: deadline))
      if ready.canRead { look() } else if ready.ended { end() }
    }
  }

  /// Waits until the program has ended; the screen is then the last.
  package func waitForExit(patience: Duration = Robot.usualPatience) throws -> ExitStatus {
    try wait(until: "the program's end", patience: patience) { $0.status }
  }

  /// Reads on until the program waits for something else than us, so that the screen is a whole frame.
  private func settle(until deadline: ContinuousClock.Instant) {
    while status == nil, ContinuousClock.now < deadline {
      let wasBusy = line.isBusy
      if line.wait(milliseconds: wasBusy ? 1 : 0).canRead { look() } else if !wasBusy { return }
    }
  }

  private func look() {
    let bytes = line.read()
    output += bytes
    let answer = terminal.show(bytes[...])
    if !answer.isEmpty { _ = line.write(answer[...]) }
  }

  private func end() {
    while line.wait(milliseconds: 0).canRead { look() }
    if status == nil { status = line.reap() }
  }

  private func left(until deadline: ContinuousClock.Instant) -> Int64 {
    let (seconds, attoseconds) = (deadline - .now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
  }

  private func fault(_ fault: RobotError.Fault, _ what: String) -> RobotError {
    RobotError(fault: fault, what: what, screen: screen)
  }

  private func ended(before what: String) -> RobotError {
    end()
    return fault(.ended(status ?? .exited(-1)), what)
  }
}
