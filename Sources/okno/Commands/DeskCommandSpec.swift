internal import Domain

extension CommandSpec {
  static let desk = CommandSpec(
    path: [],
    summary: LocalizedText(ru: "рабочее место у окна", en: "the clerk's desk"),
    details: [
      LocalizedText(
        ru:
          "Без имени команды открывает экран сотрудника. Клавиши — по F1 и в руководстве: okno man.",
        en: "Without a command's name opens the clerk's screen. Keys: F1, and the manual: okno man."
      )
    ],
    isScreen: true,
    examples: ["okno", "okno --theme night --lang en"],
    run: { session in .done(try runDesk(session)) })
}
