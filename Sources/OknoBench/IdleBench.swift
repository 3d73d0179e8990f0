/// What the desk does while nobody touches it: nothing, but for the clock's minute.
struct IdleBench: Bench {
  let name = "idle"

  private static let seconds = 5

  func figures(_ context: BenchContext) throws -> [Figure] {
    let desk = try BenchTerminal(["okno", "--data", context.store.directory])
    _ = desk.answer()
    let hasPeer = Peer.isInstalled("htop")
    let peer = hasPeer ? try BenchTerminal(["htop"]) : nil
    _ = peer?.answer()
    // The words for misspelt names are loaded first.
    wait(milliseconds: 4000)
    waitForTheMiddleOfAMinute()
    let start = (wakes(desk), peer.map(wakes))
    wait(milliseconds: Self.seconds * 1000)
    let counted = wakes(desk) - start.0
    var figure = Figure(
      name: "idle: wake-ups in \(Self.seconds) s", ours: Double(counted), unit: "wake-ups",
      goal: .atMost(0))
    if let peer, let before = start.1 {
      figure.peer = Double(wakes(peer) - before)
      figure.peerName = "htop"
    }
    return [figure]
  }

  /// Each time a thread went to sleep of its own will, it had been woken before.
  private func wakes(_ terminal: BenchTerminal) -> Int {
    terminal.statusOfThreads("voluntary_ctxt_switches")
  }

  /// So that no minute ends while we count.
  private func waitForTheMiddleOfAMinute() {
    while !(2...50).contains(secondOfTheMinute()) { wait(milliseconds: 500) }
  }
}
