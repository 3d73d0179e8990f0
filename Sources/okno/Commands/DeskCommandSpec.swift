internal import Domain
internal import Terminal

private let resetTerminal = OptionSpec(
  "reset-terminal",
  ru: "не открывать экран, а привести терминал в порядок после того, как программу убили",
  en: "open no screen, but put the terminal in order after the program was killed")

extension CommandSpec {
  static let desk = CommandSpec(
    path: [],
    access: .anyone,
    summary: LocalizedText(ru: "рабочее место у окна", en: "the clerk's desk"),
    details: [
      LocalizedText(
        ru:
          "Без имени команды открывает экран сотрудника. Клавиши — по F1 и в руководстве: okno man.",
        en: "Without a command's name opens the clerk's screen. Keys: F1, and the manual: okno man."
      )
    ],
    options: [.preview, resetTerminal],
    isScreen: true,
    examples: ["okno", "okno --theme night --lang en", "okno --catalogue ./catalogue"],
    run: { session in
      if session.invocation.has(resetTerminal) {
        TerminalSession.resetTerminal()
        return .done(ExitCode.done.rawValue)
      }
      return .done(try runDesk(session))
    })
}
