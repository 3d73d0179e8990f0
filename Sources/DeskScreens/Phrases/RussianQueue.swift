// The Russian words about the queue.

internal import DeskCore
internal import Domain

extension QueuePhrases {
  static let ru = QueuePhrases(
    ticket: { "талон \($0)" },
    called: { since, times in times > 1 ? "вызван с \(since), раз: \(times)" : "вызван в \(since)"
    },
    serving: { "приём с \($0)" },
    held: { "отложены: \($0)" },
    waited: { "ждал \($0) мин" },
    waiting: { $0 == 0 ? "никто не ждёт" : "ждут: \($0)" },
    onBreak: "перерыв",
    doubled: "талон вызвало и другое окно",
    menuTitle: { "Талон \($0)" },
    heldTitle: "Отложенные талоны",
    action: {
      switch $0 {
      case .start: "Начать приём"
      case .hold: "Отложить"
      case .putBack: "Вернуть в очередь, место сохранится"
      case .noShow: "Не явился"
      case .redirect: "Передать: окну или по ситуации"
      case .leave: "Ушёл, не дождавшись"
      case .finish: "Закончить без визита"
      case .callHeld(let held): "Вызвать \(held.ticket.number)"
      }
    },
    noShowWait: { wait in
      let parts = [
        wait.calls > 0 ? "вызовов ещё: \(wait.calls)" : nil,
        wait.minutes > 0 ? "через \(wait.minutes) мин" : nil,
      ].compactMap { $0 }
      return parts.joined(separator: ", ")
    },
    targetTitle: "Кому передать",
    holdTitle: "Почему отложен",
    redirectTitle: { "Передать: \($0)" },
    commentHint: "пояснение, можно пустым",
    comesBack: { $0 ? "[x] вернётся к этому окну" : "[ ] вернётся к этому окну" },
    menuAdvice: "Enter — сделать · Esc — назад",
    window: "окно",
    message: { "Старший, \($0): \($1)" },
    messageKey: { $0 > 1 ? "Ctrl-R — прочитать, всего \($0)" : "Ctrl-R — прочитать" },
    messageTitle: { "Сообщение старшего, \($0)" },
    messageAdvice: "Enter — прочитано · Esc — позже")
}
