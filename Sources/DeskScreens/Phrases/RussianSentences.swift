// The Russian sentences: questions, notices, failures, advice and help.

internal import Canvas
internal import DeskCore
internal import Domain

func russianQuestion(_ confirmation: Confirmation) -> String {
  switch confirmation {
  case .leave: "Не всё записано. Выйти? Набранное предложим снова."
  case .discardVisit: "Закончить с этим заявителем, не записывая визит?"
  case .resumeDraft(let draft) where draft.isFormAlone:
    "Осталась незаписанная карточка. Продолжить её?"
  case .resumeDraft: "Остался незаписанный визит. Продолжить его?"
  case .switchSituation:
    "Отмечены услуги другой ситуации. Начать визит заново с этой?"
  case .withdrawVisit: "Отменить записанный визит? В журнале он останется отменённым."
  case .dropCitizenForm: "Карточка не сохранена. Закрыть без сохранения?"
  case .dropFeedback: "Написанное не отправлено. Закрыть, оно не сохранится?"
  case .dropReason: "Запись не убрана. Закрыть, причина не сохранится?"
  case .settleConflict: "Сохранить выбранное на карточке? Его получат все окна центра."
  case .mergeCitizens:
    "Соединить карточки? Визиты и дела будут вместе, поля останутся от выбранной. Разделить можно из карточки."
  case .keepApart: "Это разные люди? На этом окне больше не предложим."
  case .unmergeCitizen(let merged, _):
    "Вернуть отдельную карточку: \(merged.details.fullName)? Её визиты и дела вернутся к ней."
  case .callUnverified(_, let number):
    "Нет связи с центром. Талон \(number) мог вызвать и другой сотрудник: к вам могут подойти не с ним. Вызвать всё равно?"
  }
}

func russianNotice(_ notice: Notice) -> String {
  switch notice {
  case .obstacle(let obstacle): russianObstacle(obstacle)
  case .visitSaved: "Визит записан"
  case .answerTaken: "Визит записан, ответ принят"
  case .askedOutside: "Визит записан, оценку спрашивает экран заявителя. F9 — спросить здесь"
  case .citizenScreenGone: "Экран заявителя закрылся без ответа. F9 — спросить об оценке здесь"
  case .citizenSaved: "Карточка сохранена"
  case .undone: "Отменено"
  case .visitWithdrawn: "Визит отменён"
  case .markFirst: "Сначала отметьте услугу: Esc, затем Пробел"
  case .badField(let problem): Phrases.ru.problem(problem)
  case .cardChangedMeanwhile: "Карточку изменили на другом окне: сверьте и сохраните"
  case .citizenGone: "Карточку стёрли на другом окне. F4 — записать визит без имени"
  case .visitElsewhere: "Это визит по другой ситуации, она названа вверху"
  case .chooseCard: "Выберите карточку и нажмите Enter"
  case .nothingFound: "Ничего не нашлось: скажите иначе или короче"
  case .entryGone: "Этой записи больше нет"
  case .failed(let error): russianFailure(error)
  case .draftKept: "Предложим его при следующем запуске"
  case .catalogueChanged: "Справочник обновлён"
  case .syncAsked: "Связываемся с центром"
  case .syncedElsewhere: "Обменом занята другая программа этого окна, она продолжит сама"
  case .taskDone(let done): Phrases.ru.sync.done(done)
  case .taskGone: "Это уже решено на другом окне"
  case .reasonMissing: "Впишите причину: она останется в журнале"
  case .accountReady: "Учётные записи заведены, вы вошли"
  case .pinChanged: "PIN сменён"
  case .chooseValue: "Выберите значение: ← или →"
  case .nobodyWaits: "Никто не ждёт"
  case .feedbackDone(let done): Phrases.ru.feedback.done(done)
  case .callbackSettled: CallbackPhrases.ru.settled
  case .remarkKept: "Записано, что сказал заявитель"
  case .textMissing: "Напишите хотя бы слово"
  case .calendarUnread(let problem): "Календарь центра не прочитан. Администратору: \(problem)"
  case .printing: Phrases.ru.checklist.printing
  case .printed(let result): Phrases.ru.checklist.printed(result)
  }
}

private func russianObstacle(_ obstacle: Obstacle) -> String {
  switch obstacle {
  case .noTicket: "У окна нет талона. F5 — вызвать"
  case .noMessage: "Сообщений этому окну нет"
  case .citizenAtWindow: "Сначала закончите с тем, кто у окна: F4 или F6"
  case .visitBegun: "Сначала запишите визит или сбросьте его: F4, Esc"
  case .nothingToOffer: "Заявителю сейчас нечего предложить"
  case .nothingAnswered: "Ответов ещё нет: F8 — вопрос"
  case .nothingToAsk: "Спрашивать больше нечего: ответы ничего не изменят"
  case .noDecisionSupport: "В справочнике нет правил для подсказок"
  case .nothingToUndo: "Отменять нечего"
  case .noSituation: "Сначала откройте жизненную ситуацию"
  case .noVisitToRate: "Оценивать пока нечего: сначала запишите визит"
  case .notPermitted: "Для этого нужна другая роль"
  case .noAccounts: "Окно работает без учётных записей"
  case .accountsAreThere: "Учётные записи уже есть; новую заводит okno staff add"
  case .noService: "Сначала откройте ситуацию и встаньте на услугу"
  case .noCitizen: "Сначала откройте карточку заявителя"
  }
}

private func russianFailure(_ error: StoreError) -> String {
  switch error {
  case .busy: "Не записано: база занята. Повторите через минуту"
  case .diskFull: "Не записано: на диске нет места"
  case .readOnly, .notPermitted: "Не записано: нет прав на файл базы"
  case .corrupt, .notAStore: "База повреждена. Администратору: okno doctor"
  case .forbidden: "Нет прав: нужна другая учётная запись"
  case .newerSchema: "База новее программы: обновите программу"
  case .training: "Это учебная база: откройте её командой okno demo"
  case .notTraining: "Это рабочая база: учиться на ней нельзя"
  case .conflict: "Карточку только что изменили. Откройте её заново"
  case .notFound: "Этой записи больше нет"
  case .ticketState(let number, _): "Талон \(number) уже не в том состоянии: посмотрите очередь"
  case .badInput(let what): "Не записано: \(what)"
  default: "Не записано, набранное цело. Повторите"
  }
}

func russianHint(_ hint: Hint) -> String {
  switch hint {
  case .home: "Печатайте, что случилось · ↑↓ выбрать · Enter открыть"
  case .results: "↑↓ выбрать · Enter открыть · Esc очистить"
  case .situation: "Пробел отметить · F4 визит · Tab документы, сроки · Esc"
  case .situationPane: "Tab дальше · ↑↓ листать · Esc к услугам"
  case .eventDate: "Введите дату события · Tab дальше · Esc к услугам"
  case .finder: "↑↓ выбрать · Enter взять в визит · Esc назад"
  case .card: "Enter взять в визит · Ctrl-E изменить · Esc назад"
  case .citizenForm: "Tab следующее поле · F4 сохранить · Esc назад"
  case .visitForm: "F4 сохранить · F2 заявитель · ← → итог · Esc назад"
  case .cardTask: "Enter открыть · Ctrl-E изменить · Esc назад"
  case .sync: "↑↓ выбрать · Enter открыть · Esc назад"
  case .refused: "↑↓ выбрать · Enter сделать · Esc назад"
  case .refusedReason: "Впишите причину · Enter убрать · Esc назад"
  case .conflict: "↑↓ поле · ← → значение · F4 сохранить · Esc позже"
  case .double: "↑↓ выбрать · Enter ответить · Esc позже"
  case .account: "Tab следующее поле · Enter дальше, в конце сохранить · Esc"
  case .page: "↑↓ PgUp PgDn листать · Esc назад"
  case .answers: "Enter — ответы прочитаны · ↑↓ листать · Esc назад"
  case .feedbackForm: "Напишите, что не так · Enter отправить · Esc назад"
  case .feedback: "↑↓ выбрать · Enter прочитать и ответить · Esc назад"
  case .callbacks: "↑↓ выбрать · Enter записать итог звонка · Esc назад"
  case .offerList: "↑↓ выбрать · Enter карточка, там Ctrl-O — предложить · Esc"
  case .feedbackAnswer: "Впишите ответ · Enter отправить · ↑↓ листать · Esc"
  case .checklist: "Enter напечатать · F7 QR-код · ↑↓ листать · Esc назад"
  case .duplicates: "↑↓ выбрать · Enter — эта карточка · Esc к форме"
  }
}

func russianHelp(_ topic: HelpTopic) -> [(key: String, meaning: String)] {
  switch topic {
  case .home:
    [
      ("буквы", "поиск: ситуации, услуги, заявители"), ("↑ ↓ PgUp PgDn", "по списку"),
      ("Enter", "открыть"), ("Esc", "очистить поиск; ещё раз — закончить с заявителем"),
    ]
  case .situation:
    [
      ("Пробел", "отметить услугу для визита"), ("Tab", "услуга, документы, сроки"),
      ("цифры в «Сроках»", "дата события"), ("Enter", "подробно об услуге"),
      ("буквы", "новый поиск"), ("Esc", "назад"),
    ]
  case .finder:
    [
      ("буквы, цифры", "имя, дата рождения, телефон, СНИЛС"),
      ("Enter", "взять в визит или завести карточку"), ("Esc", "назад"),
    ]
  case .card:
    [
      ("Enter", "взять в визит и открыть дело"), ("Ctrl-E", "изменить карточку"),
      ("Esc", "назад"),
    ]
  case .citizenForm:
    [
      ("Tab, ↑ ↓", "между полями"), ("← →", "кто это: гражданин, бизнес, сотрудник"),
      ("F4", "сохранить"), ("Esc", "назад; о несохранённом спросит"),
    ]
  case .visitForm:
    [
      ("Tab, ↑ ↓", "между полями"), ("← →, 1–5", "итог услуги, способ обращения"),
      ("Delete", "убрать услугу или заявителя"), ("F2", "выбрать заявителя"),
      ("F4", "сохранить визит"), ("Esc", "назад, набранное останется"),
    ]
  case .sync:
    [
      ("↑ ↓ PgUp PgDn", "по списку"), ("Enter", "связаться сейчас или открыть запись"),
      ("буквы", "новый поиск"), ("Esc", "назад"),
    ]
  case .refused:
    [
      ("↑ ↓, Tab", "что сделать с записью"),
      ("Enter", "отправить снова, исправить, убрать с причиной"),
      ("Esc", "назад, запись подождёт"),
    ]
  case .conflict:
    [
      ("↑ ↓, Tab", "между полями"), ("← →, Пробел", "выбрать одно из двух значений"),
      ("Enter", "следующее поле, в конце — сохранить"), ("F4", "сохранить"),
      ("Esc", "назад, спор подождёт"),
    ]
  case .double:
    [
      ("↑ ↓", "ответы"), ("Enter", "ответить; о важном спросит"),
      ("Esc", "назад, предложим позже"),
    ]
  case .checklist:
    [
      ("↑ ↓ PgUp PgDn", "листать"), ("Enter", "напечатать"),
      ("F7", "QR-код: текст памятки в телефон; ещё раз — к списку"),
      ("← →", "следующий и предыдущий код"), ("Tab", "поменять чёрное и белое в коде"),
      ("Esc", "назад"),
    ]
  }
}
