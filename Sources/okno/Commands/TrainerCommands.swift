internal import DeskCore
internal import DeskRuntime
internal import Domain
internal import Training

extension CommandSpec {
  static let demoWatch = CommandSpec(
    path: ["demo", "watch"],
    access: .anyone,
    summary: LocalizedText(
      ru: "смотреть урок со второго терминала: пульт учебного дня",
      en: "watch a lesson from a second terminal: the board of the day"),
    details: [
      LocalizedText(
        ru:
          "Очередь и окна учебного дня, который идёт на другом терминале. Цифры ведут часы, F2 пишет ученику, "
          + "Enter вмешивается в очередь.",
        en:
          "The queue and the windows of the day that another terminal plays. Digits move the clock, F2 "
          + "writes to the trainee, Enter changes the queue.")
    ],
    isScreen: true, examples: ["okno demo watch"],
    run: { session in
      let directory = try session.trainingDirectory()
      do throws(DeskFailure) {
        try BoardProgram.run(DeskOptions(session, watching: directory), isWall: false)
        return .done(ExitCode.done.rawValue)
      } catch {
        throw Failure(error, folder: directory)
      }
    })

  static let demoTell = CommandSpec(
    path: ["demo", "tell"],
    access: .anyone,
    summary: LocalizedText(
      ru: "сказать идущему уроку: пауза, скорость, связь",
      en: "tell the lesson under way: pause, speed, the link"),
    operands: [
      OperandSpec(.text, isRepeated: true, ru: "одно из: " + orders, en: "one of: " + orders)
    ],
    shape: #"{"told"}"#,
    examples: [
      "okno demo tell pause", "okno demo tell link-down", "okno demo tell say Не спешите",
    ],
    run: { session in
      let word = session.invocation.operands.joined(separator: " ")
      guard let order = TrainingOrder(word: word) else { throw unknownOrder(word) }
      guard try TrainingWatch.say(order, in: try session.trainingDirectory()) else {
        throw Failure(
          .tryAgain, code: "no_lesson",
          ru: "урок сейчас не идёт: сначала откройте его — okno demo",
          en: "no lesson is under way: open one first with okno demo")
      }
      return Reply(json: ["told": .string(word)], text: session.words("сказано", "told"))
    })
}

private let orders =
  TrainingOrder.words.joined(separator: ", ") + ", \(TrainingOrder.say) …"

private func unknownOrder(_ word: String) -> Failure {
  .usage(
    .demoTell, ru: "«\(word)» уроку не скажешь. Можно: \(orders)",
    en: "a lesson cannot be told “\(word)”. There are: \(orders)")
}

extension Session {
  /// Where days of training have their store: the folder that is named, else one beside the centre's.
  func trainingDirectory() throws(Failure) -> String {
    if let named = invocation.value(CommonOptions.data) { return named }
    return try dataDirectory() + "-demo"
  }
}
