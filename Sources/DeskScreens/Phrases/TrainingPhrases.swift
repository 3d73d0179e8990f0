// The words of a training.

package struct TrainingPhrases: Sendable {
  /// On every screen and every paper.
  package var mark: String
  package var paused: String
  /// What the terminal's window is called.
  package var title: String
  /// The digits that move a board's clock.
  package var boardKeys: String
  /// What a visitor answers who has told everything.
  package var nothingMore: String
  /// When what the visit is about has happened.
  package var happened: @Sendable (String) -> String
  /// Beside the mark while a trainer has the keys.
  package var ledMark: String
  package var led: String
  /// What a trainer's board has besides the clock.
  package var seatKeys: String
  /// The trainee's screen on a trainer's terminal: before its picture has come, looked at, led, and larger than that
  /// terminal.
  package var seatComes: String
  package var looking: String
  package var leading: String
  package var cut: @Sendable (_ columns: Int, _ rows: Int) -> String
  /// The line that a trainer writes to the trainee.
  package var comment: String
  package var trainerSays: @Sendable (String) -> String
  /// Nothing is left of the lesson.
  package var allDone: String
  package var goal: @Sendable (String) -> String
  package var hint: @Sendable (String) -> String
  package var says: @Sendable (_ name: String, _ looks: String, _ words: String) -> String
}

extension TrainingPhrases {
  package static let ru = TrainingPhrases(
    mark: "ДЕМО", paused: "пауза", title: "ДЕМО · Окно",
    boardKeys: "часы: 0 стоп · 1 ×1 · 2 ×2 · 3 ×10 · 4 к следующему",
    nothingMore: "Больше сказать нечего.", happened: { "Это было \($0)." },
    ledMark: "ведёт тренер", led: "Клавиши у тренера: смотрите на экран, он их вернёт",
    seatKeys: "F8 экран ученика · F2 сказать · связь: 5 нет, 6 есть · 7 обморок · 8 жалоба",
    seatComes: "Экран ученика сейчас появится",
    looking: "экран ученика · F12 взять клавиши · F8 пульт",
    leading: "КЛАВИШИ У ВАС · F12 вернуть ученику", cut: { "у ученика \($0)×\($1)" },
    comment: "Сказать ученику", trainerSays: { "Тренер: \($0)" },
    allDone: "Все шаги урока сделаны. F10 — закончить и прочесть разбор",
    goal: { "Урок: \($0)" },
    hint: { "→ \($0)" }, says: { "\($0) (\($1)): «\($2)»" })

  package static let en = TrainingPhrases(
    mark: "DEMO", paused: "paused", title: "DEMO · Okno",
    boardKeys: "clock: 0 stop · 1 ×1 · 2 ×2 · 3 ×10 · 4 next arrival",
    nothingMore: "There is nothing more to tell.", happened: { "It was on \($0)." },
    ledMark: "the trainer leads", led: "The trainer has the keys: watch, you will get them back",
    seatKeys:
      "F8 trainee's screen · F2 tell them · link: 5 down, 6 up · 7 faint · 8 complaint",
    seatComes: "The trainee's screen is about to come",
    looking: "the trainee's screen · F12 take the keys · F8 board",
    leading: "THE KEYS ARE YOURS · F12 gives them back", cut: { "the trainee has \($0)×\($1)" },
    comment: "Tell the trainee", trainerSays: { "The trainer: \($0)" },
    allDone: "Every step of the lesson is done. F10 ends it with the review",
    goal: { "The lesson: \($0)" },
    hint: { "→ \($0)" }, says: { "\($0) (\($1)): “\($2)”" })
}
