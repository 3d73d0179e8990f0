internal import Canvas
internal import DeskCore
internal import Domain
internal import FoundationEssentials

/// From a key to its frame on the desk of a training whose day runs ten times as fast, and of a desk that works on a
/// store of the same size, in the same run.
struct TrainingKeyBench: Bench {
  let name = "training-key"

  func figures(_ context: BenchContext) throws -> [Figure] {
    let folder = context.store.directory + "/../training"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let texts = try KeystrokeBench.texts(context)
    let work = try measure(["okno", "--data", folder + "/work"], texts, context)
    // A morning with thirty at the door: three windows call and serve while the trainee types.
    let training = try measure(
      [
        "okno", "demo", "--lesson", "queue-of-thirty", "--speed", "10", "--data",
        folder + "/training",
      ], texts, context)
    let size = Size(columns: 132, rows: 43)
    let own = try FrameBench.measure(size, context, Self.scene)
    let ownOfWork = try FrameBench.measure(size, context)
    let peer = "desk at work"
    return [
      Figure(
        name: "training at ×10: key to frame, median", ours: training.median, peer: work.median,
        peerName: peer, unit: "ms", goal: .none),
      Figure(
        name: "training at ×10: key to frame, p99", ours: training.p99, peer: work.p99,
        peerName: peer, unit: "ms", goal: .atMost(16)),
      Figure(
        name: "training: keystroke's own work, p99", ours: own.p99, peer: ownOfWork.p99,
        peerName: peer, unit: "ms", goal: .atMost(2)),
    ]
  }

  private func measure(
    _ program: [String], _ texts: [String], _ context: BenchContext
  ) throws -> Sample {
    let terminal = try BenchTerminal(program)
    _ = terminal.answer()
    // Words for misspelt names are loaded while nobody types.
    wait(milliseconds: 3000)
    terminal.readWhatIsThere()
    return try KeystrokeBench.measure(texts, terminal, isVerbose: context.isVerbose)
  }

  /// As full as the strip gets.
  private static let scene = TrainingScene(
    lesson: LocalizedText(ru: "Очередь в тридцать человек"), speed: 10,
    visitor: TrainingScene.Visitor(
      ticket: Ticket.ID(UUIDv7(high: 0x7000, low: 1 << 63)), name: "Ромашкина Ольга Сергеевна",
      looks: LocalizedText(ru: "спокойно"),
      says: LocalizedText(ru: String(repeating: "Мне сказали, паспорт надо менять. ", count: 6)),
      leavesOut: nil),
    comment: LocalizedText(ru: "Не спешите"), word: LocalizedText(ru: "Вызов — F5."))
}
