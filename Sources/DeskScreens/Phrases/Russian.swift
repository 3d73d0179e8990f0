// The Russian of the screen: plain, correct and short, as a good clerk would say it.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  package static let ru = Phrases(
    language: .ru,
    productName: "Окно",
    preview: "ПРОСМОТР СПРАВОЧНИКА",
    shortPreview: "ПРОСМОТР",
    weekdays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
    tooSmall: "Мало места",
    tooSmallSize: { "Нужно \($1.columns)×\($1.rows), сейчас \($0.columns)×\($0.rows)" },
    visitStrip: "Визит",
    anonymous: "без имени",
    marked: { "отмечено: \($0)" },
    yes: "Да",
    no: "Нет",
    later: "позже",
    dropIt: "больше не предлагать",
    referenceData: "Справочные данные: сверьте с порядком вашего центра",
    searchPrompt: "Поиск",
    searchHint: "что случилось, услуга или заявитель",
    whatHappened: "Что случилось?",
    today: "Сегодня",
    visits: { russian($0, "визит", "визита", "визитов") },
    noVisits: "визитов пока нет",
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
      let of = summary.shareCount == summary.count ? "" : " из \(summary.shareCount)"
      return "\(count), лучших \(percent(best))\(of)"
    },
    services: "Услуги",
    service: "Услуга",
    documents: "Документы",
    deadlines: "Сроки",
    allServices: "по всем услугам ситуации",
    markedServices: "по отмеченным услугам",
    seeServices: "условия — в каждой услуге",
    questions: "Спросите",
    care: "С чего начать",
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
      case .federal: "федеральная услуга"
      case .regional: "региональная услуга: условия зависят от региона"
      }
    },
    colloquial: "Говорят",
    body: "Кто решает",
    ways: "Где подать",
    fee: "Плата",
    toBeAsked: "уточните",
    term: "Срок",
    result: "Итог",
    when: "Когда",
    after: "Если ещё нет, сначала",
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
    until: { "до\u{00A0}\($0)" },
    urgency: {
      switch $0 {
      case .unknown: ""
      case .ahead: "есть время"
      case .soon: "! скоро"
      case .passed: "!! срок прошёл"
      }
    },
    progress: {
      switch $0 {
      case .open: "не начата"
      case .consulted: "рассказали"
      case .accepted: "подано"
      case .issued: "выдано"
      case .refused: "отказ"
      case .redirected: "передано"
      }
    },
    findCitizen: "Заявитель визита",
    findCitizenHint: "имя, дата рождения, телефон или СНИЛС",
    createCitizen: "+ Завести карточку",
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
      case .snils: "Проверьте цифры СНИЛС"
      case .phone: "Нужно 10–15 цифр"
      case .nameMissing: "Впишите фамилию или название"
      case .digitInName: "В имени не бывает цифр"
      case .changedMeanwhile(let theirs): "Уже исправлено на: \(theirs.isEmpty ? "пусто" : theirs)"
      }
    },
    samePerson: "Похоже, карточка уже есть:",
    createAnyway: "Это другой человек, завести новую",
    businessName: "Название",
    openCases: "Дела",
    earlierVisits: "Визиты",
    caseKind: "дело",
    visitKind: "визит",
    closedCase: "всё начатое завершено",
    noCases: "Дел и визитов ещё не было",
    eventOn: { "событие \($0)" },
    visitForm: "Запись визита",
    citizen: "Заявитель",
    citizenHint: "F2 или первые буквы имени — найти, Delete — без имени",
    visitNote: "Заметка",
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
    sync: .ru,
    queue: .ru,
    advice: .ru,
    checklist: .ru,
    offers: .ru,
    training: .ru,
    staff: .ru,
    pages: .ru,
    targets: .ru,
    feedback: .ru,
    helpTitle: "Клавиши",
    everywhere: "Везде",
    onThisScreen: "На этом экране",
    paletteTitle: "Команды",
    paletteHint: "что сделать",
    themesTitle: "Тема",
    themeName: {
      switch $0 {
      case "day": "День"
      case "night": "Ночь"
      case "contrast": "Контрастная"
      case "colour-blind": "Для дальтоников"
      case "mono": "Без цвета"
      case "console-16": "Консоль, 16 цветов"
      case "training": "Учебная"
      default: $0
      }
    },
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
    hint: russianHint,
    helpLines: russianHelp
  )
}
