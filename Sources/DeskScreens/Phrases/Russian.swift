// The Russian of the screen: plain, correct and short, as a good clerk would say it.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  package static let ru = Phrases(
    language: .ru,
    productName: "Окно",
    local: "Локально",
    weekdays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
    tooSmall: "Мало места",
    tooSmallSize: { "Нужно 60×20, сейчас \($0.columns)×\($0.rows)" },
    visitStrip: "Визит",
    anonymous: "без имени",
    marked: { "отмечено: \($0)" },
    yes: "Да",
    no: "Нет",
    later: "позже",
    choose: "выбрать",
    close: "закрыть",
    referenceData: "Справочные данные: перед приёмом сверьте с порядком вашего центра",
    searchPrompt: "Поиск",
    searchHint: "что случилось, услуга или заявитель",
    whatHappened: "Что случилось?",
    today: "Сегодня",
    visits: { russian($0, "визит", "визита", "визитов") },
    noVisits: "Визитов пока нет",
    nothingFound: "Ничего не нашлось",
    nothingFoundAdvice: "Скажите иначе или короче. Esc — очистить",
    searching: "Ищу…",
    kind: {
      switch $0 {
      case .situation: "ситуация"
      case .service: "услуга"
      case .citizen: "заявитель"
      }
    },
    reason: { reason in
      switch reason {
      case .title: "по названию"
      case .synonym(let word): "говорят: \(word)"
      case .text: "по описанию"
      case .keyboardLayout(let text): "прочитано: \(text)"
      case .transliteration(let text): "прочитано: \(text)"
      case .correctedSpelling(let text): "похоже: \(text)"
      case .name: "по имени"
      case .birthDate: "по дате рождения"
      case .phone: "по телефону"
      case .snils: "по СНИЛС"
      case .ticket(let number): "талон \(number)"
      }
    },
    ratingsToday: { summary in
      guard summary.count > 0 else { return "Оценок пока нет" }
      let count = russian(summary.count, "оценка", "оценки", "оценок")
      guard let best = summary.shareBest else {
        return "\(count), доля лучших видна с \(RatingSummary.smallestGroup)"
      }
      return "\(count), лучших \(percent(best))"
    },
    services: "Услуги",
    service: "Услуга",
    documents: "Документы",
    deadlines: "Сроки",
    allServices: "по всем услугам ситуации",
    markedServices: "по отмеченным услугам",
    questions: "Спросите",
    eventDateHint: "ДД.ММ.ГГГГ",
    origin: {
      switch $0 {
      case .bring: "Принести"
      case .copy: "Хватит копии"
      case .interagency: "Государство запросит само, не требуйте"
      }
    },
    channel: {
      switch $0 {
      case .centre: "в центре"
      case .portal: "на портале"
      case .proactive: "начинается само"
      case .body: "в ведомстве"
      }
    },
    level: {
      switch $0 {
      case .federal: "федеральная"
      case .regional: "региональная: условия зависят от региона"
      }
    },
    colloquial: "Говорят",
    body: "Кто решает",
    ways: "Где подать",
    fee: "Пошлина",
    free: "бесплатно",
    term: "Срок",
    result: "Итог",
    forWhom: "Кому",
    after: "Сначала",
    basis: "Основание",
    source: "Источник",
    reviewed: "проверено",
    note: "Важно",
    startsItself: "само",
    termLength: { term in
      switch term.unit {
      case .calendarDays: russian(term.count, "день", "дня", "дней")
      case .workingDays: russian(term.count, "рабочий день", "рабочих дня", "рабочих дней")
      case .months: russian(term.count, "месяц", "месяца", "месяцев")
      case .years: russian(term.count, "год", "года", "лет")
      }
    },
    until: { "до \($0)" },
    urgency: {
      switch $0 {
      case .unknown: ""
      case .ahead: "есть время"
      case .soon: "! скоро"
      case .passed: "!! срок прошёл"
      }
    },
    within: { "в течение: \($0)" },
    progress: {
      switch $0 {
      case .open: "не начата"
      case .consulted: "рассказали"
      case .accepted: "подано"
      case .issued: "✓ выдано"
      case .refused: "отказ"
      case .redirected: "передано"
      }
    },
    findCitizen: "Заявитель визита",
    findCitizenHint: "имя, дата рождения, телефон или СНИЛС",
    createCitizen: "＋ Завести карточку",
    newCitizen: "Новый заявитель",
    changeCitizen: "Карточка заявителя",
    field: {
      switch $0 {
      case .audience: "Кто"
      case .surname: "Фамилия"
      case .givenName: "Имя"
      case .patronymic: "Отчество"
      case .birthDate: "Дата рождения"
      case .snils: "СНИЛС"
      case .phone: "Телефон"
      }
    },
    audience: {
      switch $0 {
      case .person: "гражданин"
      case .business: "бизнес"
      case .staff: "сотрудник"
      }
    },
    problem: {
      switch $0 {
      case .date: "Нужна дата: ДД.ММ.ГГГГ"
      case .dateInFuture: "Дата ещё не наступила"
      case .snils: "Такого СНИЛС не бывает: проверьте цифры"
      case .phone: "Нужно 10–15 цифр телефона"
      case .nameMissing: "Впишите фамилию или название"
      }
    },
    samePerson: "Похоже, карточка уже есть:",
    createAnyway: "Это другой человек, завести новую",
    openCases: "Дела",
    closedCases: "завершено",
    earlierVisits: "Визиты",
    noCases: "Дел и визитов ещё не было",
    eventOn: { "событие \($0)" },
    servicesDone: { "готово \($0) из \($1)" },
    visitForm: "Запись визита",
    citizen: "Заявитель",
    situation: "Ситуация",
    visitChannelTitle: "Как обратился",
    outcome: {
      switch $0 {
      case .accepted: "принято заявление"
      case .consulted: "консультация"
      case .issued: "выдан результат"
      case .refused: "отказ в приёме"
      case .redirected: "направлен дальше"
      }
    },
    visitChannel: {
      switch $0 {
      case .counter: "у окна"
      case .phone: "по телефону"
      case .outreach: "выезд"
      case .online: "онлайн"
      }
    },
    saveHint: "F4 — сохранить и передать экран заявителю",
    chooseHint: "← → или цифра — другой итог",
    ratingQuestion: "Как вас обслужили?",
    ratingInvitation: "Нажмите цифру от 1 до 5",
    ratingWords: ["плохо", "слабо", "терпимо", "хорошо", "отлично"],
    ratingConfirm: "Enter — отправить",
    ratingDecline: "0 — не оценивать",
    ratingDeclined: "Вы не ставите оценку. Enter — подтвердить",
    ratingCriteria: "Что было важно? ↓ и пробел, можно не отмечать",
    ratingPrivacy: "Ответ хранится без вашего имени. Сотрудник его не увидит",
    ratingHandBack: { "Сотрудник: \($0)" },
    criterion: {
      switch $0 {
      case .empathy: "эмпатия"
      case .professionalism: "профессионализм"
      case .honesty: "честность"
      case .waitingTime: "время ожидания"
      case .courtesyAndCompetence: "вежливость и знания"
      case .comfort: "удобство"
      case .clarity: "понятность"
      }
    },
    helpTitle: "Клавиши",
    everywhere: "Везде",
    onThisScreen: "На этом экране",
    paletteTitle: "Команды",
    themesTitle: "Тема",
    languagesTitle: "Язык",
    languageName: {
      switch $0 {
      case .ru: "Русский"
      case .en: "English"
      }
    },
    keyTestTitle: "Проверка клавиш",
    keyTestHint: "Нажимайте клавиши. Esc дважды — выйти",
    keyName: { KeyNames.name(of: $0, enter: "Enter", space: "Пробел") },
    question: russianQuestion,
    notice: russianNotice,
    hint: {
      switch $0 {
      case .home: "Печатайте, что случилось · ↑↓ выбрать · Enter открыть"
      case .results: "↑↓ выбрать · Enter открыть · Esc очистить"
      case .situation: "Пробел отметить · F4 записать визит · Tab документы и сроки"
      case .situationPane: "Tab дальше · ↑↓ листать · Esc к услугам"
      case .eventDate: "Введите дату события · Tab дальше · Esc к услугам"
      case .finder: "↑↓ выбрать · Enter взять в визит · Esc назад"
      case .card: "Enter — обслужить по делу · Ctrl-E изменить · Esc назад"
      case .citizenForm: "Tab следующее поле · F4 сохранить · Esc назад"
      case .visitForm: "F4 сохранить · F2 заявитель · ← → итог · Tab поле · Esc назад"
      case .duplicates: "↑↓ выбрать · Enter — эта карточка · Esc к форме"
      }
    },
    helpLines: { topic in
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
      }
    }
  )
}

private func russianQuestion(_ confirmation: Confirmation) -> String {
  switch confirmation {
  case .leave: "Визит не записан. Выйти? Набранное предложим в следующий раз."
  case .discardVisit: "Закончить с этим заявителем, не записывая визит?"
  case .resumeDraft: "Остался незаписанный визит. Продолжить его?"
  case .switchSituation:
    "Отмечены услуги другой ситуации. Начать визит заново с этой?"
  case .withdrawVisit: "Отменить записанный визит? Запись останется с пометкой «отменён»."
  case .dropCitizenForm: "Карточка не сохранена. Закрыть без сохранения?"
  }
}

private func russianNotice(_ notice: Notice) -> String {
  switch notice {
  case .obstacle(let obstacle): russianObstacle(obstacle)
  case .visitSaved: "✓ Визит записан"
  case .answerTaken: "✓ Визит записан, ответ принят"
  case .citizenSaved: "✓ Карточка сохранена"
  case .undone: "✓ Отменено"
  case .visitWithdrawn: "✓ Визит отменён"
  case .markFirst: "Сначала отметьте услугу: Esc, затем Пробел"
  case .badField(let problem): Phrases.ru.problem(problem)
  case .nothingFound: "Ничего не нашлось: скажите иначе или короче"
  case .entryGone: "Этой записи больше нет"
  case .failed(let error): russianFailure(error)
  case .draftKept: "Незаписанный визит подождёт: предложим при следующем запуске"
  }
}

private func russianObstacle(_ obstacle: Obstacle) -> String {
  switch obstacle {
  case .noQueue: "Очередь к этому окну не подключена"
  case .noDecisionSupport: "В этом справочнике ещё нет правил для подсказок и памятки"
  case .nothingToUndo: "Отменять нечего"
  case .noSituation: "Сначала откройте жизненную ситуацию"
  case .noVisitToRate: "Оценивать пока нечего: сначала запишите визит"
  case .noCitizen: "Сначала откройте карточку заявителя"
  }
}

private func russianFailure(_ error: StoreError) -> String {
  switch error {
  case .busy: "Не записано: базу держит другая программа. Повторите через минуту"
  case .diskFull: "Не записано: на диске нет места. Освободите место и повторите"
  case .readOnly, .notPermitted: "Не записано: нет прав на файл базы. Позовите администратора"
  case .corrupt, .notAStore: "База повреждена. Позовите администратора: okno doctor"
  case .newerSchema: "База создана новой версией программы. Обновите программу"
  case .conflict: "Карточку только что изменили. Откройте её заново"
  case .notFound: "Этой записи больше нет"
  case .badInput(let what): "Не записано: \(what)"
  default: "Не записано. Набранное цело, повторите; не поможет — okno doctor"
  }
}
