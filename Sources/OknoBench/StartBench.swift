/// From the start of the program to its first frame that takes keys, on the large store, against a small
/// editor with nothing to read; and what memory it has taken after a search.
struct StartBench: Bench {
  let name = "start"

  private static let rounds = 100

  func figures(_ context: BenchContext) throws -> [Figure] {
    let desk = ["okno", "--data", context.store.directory]
    let editor = ["vim", "-u", "NONE"]
    var (ours, peer) = (Sample(), Sample())
    // The files are warm, for both.
    for round in 0..<Self.rounds + 2 {
      let times = (try start(desk), try start(editor))
      if round >= 2 {
        ours.add(times.0)
        peer.add(times.1)
      }
    }
    return [
      Figure(
        name: "start to first usable frame, median", ours: ours.median, unit: "ms",
        goal: .atMost(30)),
      Figure(
        name: "start to first usable frame, median", ours: ours.median, peer: peer.median,
        peerName: "vim -u NONE", unit: "ms", goal: .ratioAtMost(3)),
      Figure(
        name: "start to first usable frame, p99", ours: ours.p99, peer: peer.p99,
        peerName: "vim -u NONE", unit: "ms", goal: .ratioAtMost(3)),
      Figure(
        name: "memory after searches", ours: try memory(desk), unit: "MiB", goal: .atMost(60)),
    ]
  }

  private func start(_ words: [String]) throws -> Double {
    let start = milliseconds()
    let terminal = try BenchTerminal(words)
    guard let end = terminal.answer().end else {
      throw Peer.Failure(description: "\(words[0]) shows nothing")
    }
    return end - start
  }

  /// Resident memory when the search has loaded all that it keeps.
  private func memory(_ words: [String]) throws -> Double {
    let terminal = try BenchTerminal(words)
    _ = terminal.answer()
    for text in ["родился ребенок", "иванова мария петровна", "кузнецва", "89161234567"] {
      for letter in text { _ = terminal.time(of: String(letter)) }
      _ = terminal.time(of: "\u{15}")
    }
    var before = -1
    var now = terminal.status("VmRSS") ?? 0
    while now != before {
      before = now
      wait(milliseconds: 500)
      now = terminal.status("VmRSS") ?? 0
    }
    guard now > 0 else { throw Peer.Failure(description: "the desk has ended") }
    return Double(now) / 1024
  }
}
