// The names of the commands in both languages: on the bar, in the palette, the help and the manual.

package import Domain

extension Command {
  /// A word for the key bar.
  package func label(_ language: Language) -> String {
    let labels = wording
    return language == .ru ? labels.label.ru : labels.label.en ?? labels.label.ru
  }

  /// A sentence for the help and the palette.
  package func explanation(_ language: Language) -> String { wording.explanation(language) }

  /// Everything the palette finds the command by.
  package var names: [String] {
    Language.allCases.flatMap { [label($0), explanation($0)] } + [rawValue]
  }

  private var wording: (label: LocalizedText, explanation: LocalizedText) {
    func words(
      _ ru: String, _ en: String, _ longRu: String, _ longEn: String
    ) -> (LocalizedText, LocalizedText) {
      (LocalizedText(ru: ru, en: en), LocalizedText(ru: longRu, en: longEn))
    }
    return switch self {
    case .help: words("Помощь", "Help", "Клавиши этого экрана", "Keys of this screen")
    case .citizen:
      words(
        "Заявитель", "Citizen", "Найти или завести заявителя для визита",
        "Find or create the citizen of the visit")
    case .home: words("Начало", "Home", "К строке поиска", "To the search line")
    case .logVisit:
      words(
        "Визит", "Visit", "Записать визит: форма, ещё раз — сохранить",
        "Log the visit: the form, and again to save it")
    case .callNext:
      words("Вызов", "Call", "Вызвать следующий талон", "Call the next ticket")
    case .ticket:
      words(
        "Талон", "Ticket", "Талон: отложить, вернуть, не явился, передать",
        "Ticket: hold, return, no-show, redirect")
    case .checklist:
      words(
        "Памятка", "List", "Памятка заявителю: экран, печать, QR-код",
        "Checklist for the citizen: screen, print, QR code")
    case .question:
      words(
        "Вопрос", "Ask", "Ответить на следующий вопрос подсказки",
        "Answer the next question of the decision support")
    case .answers:
      words(
        "Ответы", "Answers", "Ответы заявителя: посмотреть и изменить",
        "Answers of the citizen: look and change")
    case .offerList:
      words(
        "Кому предложить", "Offer list", "Кому что предложить: список на спокойное время",
        "To whom to offer what: a list for a quiet time")
    case .callbacks:
      words(
        "Перезвонить", "Calls", "Перезвонить тем, кто просил: номера и итог звонка",
        "Call those who asked for it: numbers, and what came of it")
    case .overrule:
      words(
        "Иначе", "Overrule", "Услуга: свой ответ вместо подсказки, с причиной",
        "Service: your own answer in place of the advice, with a reason")
    case .offers:
      words(
        "Предложить", "Offers", "Что предложить заявителю: ответ, отказ с причиной",
        "What to offer the citizen: the answer, a refusal with its reason")
    case .rate:
      words(
        "Оценка", "Rating", "Передать экран заявителю для оценки",
        "Hand the screen over for a rating")
    case .leave: words("Выход", "Leave", "Выйти из программы", "Leave the program")
    case .palette: words("Команды", "Commands", "Все команды по названию", "All commands by name")
    case .undo: words("Отмена", "Undo", "Отменить последнее действие", "Undo the last step")
    case .redraw: words("Обновить", "Redraw", "Перерисовать экран", "Redraw the screen")
    case .mark:
      words("Отметить", "Mark", "Отметить услугу для визита", "Mark a service for this visit")
    case .editCitizen:
      words("Изменить", "Edit", "Изменить карточку заявителя", "Change the citizen's card")
    case .sync:
      words(
        "Связь", "Link", "Связь с центром: состояние, непринятое, споры, двойники",
        "Link with the centre: state, refusals, disputes, doubles")
    case .pause:
      words(
        "Перерыв", "Break", "Перерыв окна: начать или закончить",
        "A break of this window: begin or end it")
    case .readMessage:
      words(
        "Сообщение", "Message", "Прочитать сообщение окну", "Read the message to this window")
    case .theme:
      words("Тема", "Theme", "Выбрать цвета экрана", "Choose the colours of the screen")
    case .language:
      words("Язык", "Language", "Выбрать язык экрана", "Choose the language of the screen")
    case .keyTest:
      words(
        "Проверка клавиш", "Key test", "Показать, какая клавиша приходит от терминала",
        "Show which key the terminal sends")
    case .suspend:
      words(
        "В фон", "Suspend", "Приостановить программу и вернуться в оболочку",
        "Suspend the program and return to the shell")
    case .lock:
      words(
        "Закрыть", "Lock", "Закрыть экран: дальше по PIN", "Lock the screen: the PIN opens it")
    case .signOut:
      words(
        "Смена", "Sign out", "Закончить смену: у окна другой", "Sign out: somebody else comes")
    case .accounts:
      words(
        "Записи", "Accounts", "Завести учётные записи…", "Begin to use accounts…")
    case .changePIN: words("PIN", "PIN code", "Сменить свой PIN", "Change your own PIN")
    case .ownDay:
      words(
        "Мой день", "My day", "Мой день: визиты, время, оценки, ответы руководителя",
        "My day: visits, times, ratings, answers of the supervisor")
    case .wrongEntry:
      words(
        "Замечание", "Wrong entry", "В справочнике ошибка: написать об этой услуге",
        "The catalogue is wrong here: write about this service")
    case .feedback:
      words(
        "Замечания", "Feedback", "Замечания к справочнику: прочитать и ответить",
        "Feedback on the catalogue: read and answer")
    case .strengths:
      words(
        "Сильные стороны", "Strengths", "Сильные стороны сотрудников по ситуациям",
        "Strengths of employees by situation")
    case .targets:
      words(
        "Цели", "Targets", "Цели программы до 2030 года и свои показатели",
        "The programme's targets for 2030 and the centre's own figures")
    case .discardVisit:
      words(
        "Сбросить визит", "Drop visit", "Закончить с заявителем, не записывая визит",
        "End with this citizen without logging a visit")
    }
  }
}
