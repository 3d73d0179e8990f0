// The screens of the queue that are nobody's window.

internal import Configuration
internal import DeskRuntime
internal import Domain

private let wall = OptionSpec(
  "wall", ru: "экран для зала: последние вызовы крупно, без имён и без клавиш, кроме выхода",
  en: "the screen of the hall: the last calls large, no names, no keys but those that leave")

extension CommandSpec {
  static let board = CommandSpec(
    path: ["board"],
    access: .needs(.runQueue),
    isOpenWith: wall,
    summary: LocalizedText(
      ru: "пульт старшего: окна, очередь, день центра",
      en: "the supervisor's board: windows, queue, the centre's day"),
    details: [
      LocalizedText(
        ru: "Обновляется сам, не позже чем через две секунды. Клавиши — по F1; F10 — выход.",
        en: "Brings itself up to date within two seconds. F1 shows the keys, F10 leaves.")
    ],
    options: [wall],
    isScreen: true,
    examples: ["okno board", "okno board --wall"],
    run: { session in
      let options = try DeskOptions(session)
      if let problem = session.configuredThemeProblem { throw Failure(problem) }
      do throws(DeskFailure) {
        try BoardProgram.run(options, isWall: session.invocation.has(wall))
        return .done(ExitCode.done.rawValue)
      } catch {
        throw Failure(error, folder: session.invocation.value(CommonOptions.data))
      }
    })

  static let reception = CommandSpec(
    path: ["reception"],
    access: .needs(.issueTickets),
    summary: LocalizedText(ru: "выдача талонов у входа", en: "tickets at the entrance"),
    details: [
      LocalizedText(
        ru: "Спрашивает, что случилось, и выдаёт талон: крупно на экране и на бумаге командой из "
          + "настройки queue_print. Клавиши — по F1; F10 — выход.",
        en: "Asks what happened and gives a ticket: large on the screen, and on paper through the "
          + "command of the setting queue_print. F1 shows the keys, F10 leaves.")
    ],
    isScreen: true,
    examples: ["okno reception"],
    run: { session in
      let options = try DeskOptions(session)
      if let problem = session.configuredThemeProblem { throw Failure(problem) }
      do throws(DeskFailure) {
        try ReceptionProgram.run(
          options, printCommand: session.configuration.queuePrint,
          groups: session.configuration.priorityGroups)
        return .done(ExitCode.done.rawValue)
      } catch {
        throw Failure(error, folder: session.invocation.value(CommonOptions.data))
      }
    })
}
