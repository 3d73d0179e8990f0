/// From a key to the last byte of the frame with its answer, at the terminal of the real program on the
/// large store.
struct KeystrokeBench: Bench {
  let name = "key"

  /// So many texts are typed, spread over all.
  private static let texts = 90
  private static let eraseLine = "\u{15}"

  func figures(_ context: BenchContext) throws -> [Figure] {
    let terminal = try BenchTerminal(["okno", "--data", context.store.directory])
    _ = terminal.answer()
    // Words for misspelt names are loaded while nobody types.
    wait(milliseconds: 3000)
    var times = Sample()
    var slowest: [(time: Double, text: String)] = []
    for text in try texts(context) {
      var typed = ""
      for letter in text {
        typed.append(letter)
        guard let time = terminal.time(of: String(letter)) else {
          throw Peer.Failure(description: "no answer to «\(typed)»")
        }
        times.add(time)
        slowest.append((time, typed))
      }
      _ = terminal.time(of: Self.eraseLine)
    }
    if context.isVerbose {
      for slow in slowest.sorted(by: { $0.time > $1.time }).prefix(15) {
        note("\(rounded(slow.time)) ms  \(slow.text)")
      }
    }
    return [
      Figure(
        name: "key to frame, median, \(times.values.count) keys", ours: times.median, unit: "ms",
        goal: .none),
      Figure(name: "key to frame, p99", ours: times.p99, unit: "ms", goal: .atMost(16)),
      Figure(name: "key to frame, the worst", ours: times.worst, unit: "ms", goal: .none),
    ]
  }

  /// Whole texts, without those that are the beginning of the next.
  private func texts(_ context: BenchContext) throws -> [String] {
    let all = try TypedQueries(context).all
    let whole = zip(all, all.dropFirst() + [""]).filter { !$1.hasPrefix($0) }.map(\.0)
    let step = max(1, whole.count / Self.texts)
    return stride(from: 0, to: whole.count, by: step).map { whole[$0] }
  }
}
