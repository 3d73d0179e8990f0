/// What one changed line costs at the terminal, against a program that draws the same with ncurses alone.
struct BytesBench: Bench {
  let name = "bytes"

  private static let changes = 50

  func figures(_ context: BenchContext) throws -> [Figure] {
    let ours = try bytes(["TerminalProbe", "list"])
    let peer = try bytes(["CursesPeer"])
    return [
      Figure(
        name: "terminal: bytes for one changed line, median", ours: ours.median,
        peer: peer.median, peerName: "ncurses alone", unit: "bytes", goal: .ratioAtMost(1.2)),
      Figure(
        name: "terminal: bytes for one changed line, p99", ours: ours.p99,
        peer: peer.p99, peerName: "ncurses alone", unit: "bytes", goal: .ratioAtMost(1.2)),
    ]
  }

  private func bytes(_ words: [String]) throws -> Sample {
    let terminal = try BenchTerminal(words, columns: 80, rows: 24)
    _ = terminal.answer()
    var sample = Sample()
    for _ in 0..<Self.changes {
      terminal.send("a")
      sample.add(Double(terminal.answer().bytes.count))
    }
    return sample
  }
}
