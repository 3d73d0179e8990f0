// The Russian words of the board and of the wall.

internal import DeskCore
internal import Domain

extension BoardPhrases {
  static let ru = BoardPhrases(
    title: "Окно · пульт",
    pane: {
      switch $0 {
      case .windows: "Окна"
      case .waiting: "Ждут"
      case .other: "Прочие талоны"
      }
    },
    state: {
      switch $0 {
      case .closed: "закрыто"
      case .free: "свободно"
      case .serving: "приём"
      case .away: "перерыв"
      }
    },
    ticketState: {
      switch $0 {
      case .waiting: "ждёт"
      case .called: "вызван"
      case .serving: "приём"
      case .held: "отложен"
      case .noShow: "не явился"
      case .redirected: "передан"
      case .left: "ушёл"
      case .done: "закончен"
      }
    },
    waiting: { count, late in
      late > 0 ? "ждут: \(count), ! дольше 15 мин: \(late)" : "ждут: \(count)"
    },
    windows: { open, free in
      let names = free.isEmpty ? "" : " (\(free.joined(separator: ", ")))"
      return "окон открыто: \(open), свободно: \(free.count)\(names)"
    },
    minutes: { $0 < 90 ? "\($0) мин" : "\($0 / 60) ч \($0 % 60) мин" },
    underOneMinute: "<1 мин",
    means: { "ожидание \($0), приём \($1)" },
    byHour: "выдано по часам",
    ratings: { russianRatings($0) },
    left: { "ещё \($0)" },
    late: { "! больше на \($0)" },
    priority: { "важность \($0)" },
    doubled: "! вызвали два окна",
    leftOver: { "! открыт с \($0)" },
    everything: "всё",
    serves: { "ситуаций: \($0)" },
    servesTitle: { "Что обслуживает \($0)" },
    servesAdvice: "Пробел — отметить · Enter — сохранить · ничего не отмечено — всё",
    action: {
      switch $0 {
      case .raise: "Поднять в очереди"
      case .lower: "Опустить в очереди"
      case .move: "Отправить к окну или по ситуации"
      case .putBack: "Вернуть в очередь"
      case .finish: "Закрыть: приём закончен"
      case .leave: "Закрыть: заявитель ушёл"
      case .reopen: "Открыть заново"
      case .settle: "Два вызова: разобрались"
      }
    },
    targets: "Куда отправить",
    notice: {
      switch $0 {
      case .done: "Сделано"
      case .noTicket: "Здесь нечего менять: нет талона или он не ждёт"
      case .chooseWindow: "Выберите окно, которому писать"
      case .callbackSettled: CallbackPhrases.ru.settled
      case .callbackGone: CallbackPhrases.ru.gone
      case .messageSent: "Отправлено. Когда прочтут, будет видно у окна"
      case .commentShown: "Ученик видит это на своём экране"
      case .lessonOver: "Урок закончен: экрана ученика больше нет"
      case .seatTaken: "Экран ученика уже открыт у другого тренера"
      case .failed(let error): Phrases.ru.notice(.failed(error))
      }
    },
    old: { $0.map { "! Нет связи с центром: данные на \($0)" } ?? "! Нет связи с центром" },
    unreadable: "! Данные не читаются: показано то, что было",
    advice: {
      switch $0 {
      case .windows: "Enter — талон · Пробел — ситуации · F2 — написать · Tab — списки · F1 · F10"
      case .waiting: "Enter — талон · + − важность · Tab — списки · F1 — клавиши · F10 — выход"
      case .other: "Enter — талон · Tab — списки · F1 — клавиши · F10 — выход"
      }
    },
    help: [
      ("Tab", "окна, ожидающие, прочие талоны"), ("↑ ↓ PgUp PgDn", "по списку"),
      ("Enter", "что сделать с талоном"), ("+ −", "поднять или опустить в очереди"),
      ("Пробел", "что обслуживает окно"), ("F2", "написать окну"),
      ("F7", "кому перезвонить"), ("F9", "что говорят оценки"),
      ("F10, Ctrl-Q", "выход"),
    ],
    silent: { "! молчит \($0)" },
    heard: { "слышно \($0) назад" },
    neverHeard: "на связь ещё не выходило",
    behind: { "не получено изменений: \($0)" },
    unread: { "письмо в \($0) не прочитано" },
    read: { "письмо прочитано в \($0)" },
    messageTitle: { "Сообщение: \($0)" },
    messageHint: "без личных данных заявителей",
    messageAdvice: "Enter — отправить · Esc — не отправлять",
    heatTitle: { "Закончено по часам, самое тёмное — \($0)" },
    noWindows: "Ни одно окно ещё не открыто",
    nobody: "Никого",
    wallTitle: "Электронная очередь",
    window: "окно",
    noLink: "НЕТ СВЯЗИ",
    noCalls: "Ожидайте вызова")
}

private func russianRatings(_ ratings: RatingSummary) -> String {
  let asked = ratings.count + ratings.declined + ratings.skipped + ratings.timedOut
  let share = asked == 0 ? "" : ", ответили \(ratings.count * 100 / asked) %"
  let interval = ratings.bestInterval.map { " (\(RatingPicturePhrases.ru.interval($0)))" } ?? ""
  return Phrases.ru.ratingsToday(ratings) + interval + share
}
