/// From a key to the last byte of the frame with its answer, at the terminal of the real program on the
/// large store.
struct KeystrokeBench: Bench {
  let name = "key"

  /// So many texts are typed, spread over all.
  private static let texts = 45
  private static let rounds = 3
  private static let eraseLine = "\u{15}"

  func figures(_ context: BenchContext) throws -> [Figure] {
    let terminal = try BenchTerminal(["okno", "--data", context.store.directory])
    _ = terminal.answer()
    // Words for misspelt names are loaded while nobody types.
    wait(milliseconds: 3000)
    let times = try Self.measure(Self.texts(context), terminal, isVerbose: context.isVerbose)
    return [
      Figure(
        name: "key to frame, median, \(times.values.count) keys", ours: times.median, unit: "ms",
        goal: .none),
      Figure(name: "key to frame, p99", ours: times.p99, unit: "ms", goal: .atMost(16)),
      Figure(name: "key to frame, the worst", ours: times.worst, unit: "ms", goal: .none),
    ]
  }

  /// The list is typed three times and the middle time of each keystroke counts: other programs on the
  /// machine are not what is measured.
  static func measure(
    _ texts: [String], _ terminal: BenchTerminal, isVerbose: Bool
  ) throws -> Sample {
    var times: [[Double]] = []
    for _ in 0..<rounds { times.append(try texts.flatMap { try type($0, terminal) }) }
    let middle = times[0].indices.map { key in times.map { $0[key] }.sorted()[rounds / 2] }
    if isVerbose { tellSlowest(middle, texts) }
    var sample = Sample()
    middle.forEach { sample.add($0) }
    return sample
  }

  /// The times of a text's letters.
  private static func type(_ text: String, _ terminal: BenchTerminal) throws -> [Double] {
    let times = try text.map { letter in
      guard let time = terminal.time(of: String(letter)) else {
        throw Peer.Failure(description: "no answer to «\(letter)» of «\(text)»")
      }
      return time
    }
    _ = terminal.time(of: eraseLine)
    return times
  }

  private static func tellSlowest(_ times: [Double], _ texts: [String]) {
    let typed = texts.flatMap { text in text.indices.map { text[...$0] } }
    for slow in zip(times, typed).sorted(by: { $0.0 > $1.0 }).prefix(15) {
      note("\(rounded(slow.0)) ms  \(slow.1)")
    }
  }

  /// Whole texts, without those that are the beginning of the next.
  static func texts(_ context: BenchContext) throws -> [String] {
    let all = try TypedQueries(context).all
    let whole = zip(all, all.dropFirst() + [""]).filter { !$1.hasPrefix($0) }.map(\.0)
    let step = max(1, whole.count / texts)
    return stride(from: 0, to: whole.count, by: step).map { whole[$0] }
  }
}
