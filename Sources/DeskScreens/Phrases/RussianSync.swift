// The Russian words about the link with the centre.

internal import DeskCore
internal import Domain

extension SyncPhrases {
  static let ru = SyncPhrases(
    chip: russianChip,
    title: "Связь с центром",
    sentence: russianSentence,
    firstFill: "Первая загрузка",
    laterFill: "Загрузка",
    rows: { "\($0) из \($1)" },
    attention: { refused, conflicts, duplicates in
      let parts = [
        refused > 0 ? "не принято: \(refused)" : nil,
        conflicts > 0 ? "спорных карточек: \(conflicts)" : nil,
        duplicates > 0 ? "возможных двойников: \(duplicates)" : nil,
      ].compactMap { $0 }
      return "! \(parts.joined(separator: ", ")) — Ctrl-P, «Связь»"
    },
    tasks: { "Ждут решения: \($0)" },
    noTasks: "Решать нечего",
    tasksOfClerks: "Решает тот, кто принимает заявителей: здесь личные данные",
    syncNow: "Связаться с центром сейчас",
    refusedKind: "не принято",
    conflictKind: "спор",
    doubleKind: "двойник?",
    operation: {
      switch $0 {
      case .citizenAdded: "новая карточка"
      case .citizenChanged: "изменение карточки"
      case .citizenErased: "удаление карточки"
      case .visitLogged: "визит"
      case .visitUndone: "отмена визита"
      case .caseOpened: "новое дело"
      case .caseChanged: "изменение дела"
      case .ratingRecorded: "оценка"
      case .citizensMerged: "соединение карточек"
      case .citizensUnmerged: "разделение карточек"
      case .conflictSettled: "решение спора"
      case .ticketIssued: "новый талон"
      case .ticketStepped: "шаг талона"
      case .deskTold: "состояние окна"
      case .deskAssigned: "что обслуживает окно"
      case .messageSent: "сообщение окну"
      case .messageSeen: "сообщение прочитано"
      case .employeeAdded: "новая учётная запись"
      case .feedbackGiven: "замечание к справочнику"
      case .feedbackRead: "ответ на замечание"
      case .strengthTold: "оценки сотрудника"
      case .factTold: "ответ заявителя"
      case .offerAnswered: "ответ на предложение"
      case .ratingMonthTold: "оценки окна за месяц по часам"
      case .wordsTold: "слова заявителей"
      case .verdictOverruled: "ответ сотрудника об услуге"
      case .callbackAsked: "просьба перезвонить"
      case .callbackSettled: "итог звонка"
      case .ratingTokenIssued: "код для оценки потом"
      case .ratingTokenAnswered: "оценка по коду"
      case .employeeChanged: "изменение учётной записи"
      }
    },
    refusal: {
      switch $0 {
      case .identityReused: "под этим номером в центре другая запись"
      case .badBody: "центр не смог прочитать запись"
      case .unknownKind: "центр не знает такого действия"
      case .tooLarge: "запись слишком велика"
      case .erased: "карточка удалена в центре"
      case .unknownCitizen: "такой карточки в центре нет"
      case .notPermitted: "у сотрудника нет на это прав"
      }
    },
    refusalAdvice: {
      switch $0 {
      case .identityReused: "Запишите заново, а эту уберите. Повторится — скажите администратору."
      case .badBody: "Отправьте снова. Повторится — скажите администратору."
      case .tooLarge: "Сократите и отправьте снова."
      case .unknownKind: "Центр старее этой программы: после его обновления отправьте снова."
      case .erased: "Человек просил удалить его данные: уберите запись."
      case .unknownCitizen: "Исправьте карточку и отправьте её снова целиком."
      case .notPermitted: "Отправит тот, у кого есть права; иначе уберите запись."
      }
    },
    refusedTitle: "Центр не принял запись",
    action: {
      switch $0 {
      case .retry: "Отправить ещё раз"
      case .amend: "Исправить карточку и отправить"
      case .drop: "Убрать. Причина:"
      }
    },
    reasonHint: "почему запись не нужна",
    dropMeans: "Убрать — вернуть здесь данные центра. Причина останется в журнале.",
    conflictTitle: "Карточку изменили на двух окнах",
    conflictAdvice: "← → выбирают верное значение. Не знаете — спросите заявителя.",
    empty: "пусто",
    inCentre: "в центре",
    elsewhere: "другое",
    doubleTitle: "Похоже, это один человек",
    doubleReason: {
      switch $0 {
      case .snils: "Совпал СНИЛС"
      case .nameAndBirthDate: "Совпали имя и дата рождения"
      }
    },
    olderCard: "Первая карточка",
    newerCard: "Вторая карточка",
    visitCount: "Визитов",
    caseCount: "Дел",
    answer: {
      switch $0 {
      case .keepOlder: "Один человек: оставить первую карточку"
      case .keepNewer: "Один человек: оставить вторую карточку"
      case .different: "Разные люди: больше не предлагать"
      }
    },
    mergedKind: "влита",
    cardAttention: "! Есть спор или двойник: последние строки, клавиша End",
    done: {
      switch $0 {
      case .retried: "Запись отправится снова"
      case .dropped: "Запись убрана, здесь данные центра"
      case .settled: "Спор решён"
      case .merged: "Карточки соединены"
      case .keptApart: "Больше не предложим"
      case .unmerged: "Карточки разделены"
      }
    })
}

private func russianChip(_ word: ChipWord) -> String {
  switch word {
  case .alone: "работает без центра"
  case .elsewhere: "обмен отдельно"
  case .connecting: "соединяется"
  case .linked: "связь есть"
  case .offline: "нет связи"
  case .busy: "центр занят"
  case .sending(let count): "отправляется \(count)"
  case .filling(let share): "загрузка \(share) %"
  case .stopped(let stop):
    switch stop {
    case .credentials: "! вход не принят"
    case .certificate: "! чужой сертификат"
    case .revoked: "! окно отключено"
    case .version: "! разные версии"
    case .protocolFault: "! сбой обмена"
    }
  case .data(let time): "данные \(time)"
  case .pending(let count): "ждут \(count)"
  case .refused(let count): "! не принято \(count)"
  case .conflicts(let count): "! спорных \(count)"
  case .duplicates(let count): "! двойников \(count)"
  case .both(let refused, let conflicts): "! не принято \(refused), спорных \(conflicts)"
  case .tasks(let count): "! решить \(count)"
  case .localStore: "! база не пишется"
  case .forked: "! копия окна"
  case .clock: "! проверьте часы"
  case .release: "! чужой справочник"
  case .rows: "! прочитано не всё"
  }
}

private func russianSentence(_ sentence: SyncSentence) -> String {
  switch sentence {
  case .alone:
    "Окно работает без центра: все данные хранятся здесь. Подключает администратор: okno central enrol."
  case .elsewhere:
    "Обменом занята другая программа этого окна: служба okno sync или второй экран."
  case .connecting: "Соединяемся с центром. Работать можно."
  case .linked: "Связь есть."
  case .offline(let again):
    "Связи нет. Работайте как обычно: всё хранится здесь и уйдёт само. "
      + russianAttempt(again)
  case .busy(let again):
    "Центр просит подождать. Работайте как обычно: всё уйдёт само. "
      + russianAttempt(again)
  case .stopped(let stop): russianStop(stop)
  case .data(let time): "Данные центра на \(time)."
  case .noData: "Данных центра ещё не было."
  case .sending(let count):
    "Отправляется \(russian(count, "запись", "записи", "записей"))."
  case .pending(let count):
    "Ждут отправки: \(russian(count, "запись", "записи", "записей"))."
  case .trouble(let trouble): russianTrouble(trouble)
  }
}

private func russianAttempt(_ time: String?) -> String {
  time.map { "Попробуем снова в \($0)." } ?? "Пробуем снова."
}

private func russianStop(_ stop: SyncStatus.Stop) -> String {
  let rest = "Работать можно, записи ждут здесь."
  return switch stop {
  case .credentials:
    "Центр не принял имя или пароль окна. \(rest) Администратору: новый файл доступа, okno central enrol."
  case .certificate:
    "Сертификат сервера не тот, который обещан: обмена нет, чтобы данные не ушли чужому. \(rest) Позовите администратора."
  case .revoked:
    "Администратор отключил это окно от центра. \(rest) Если это ошибка, позовите его."
  case .version:
    "Версии программы и центра не подходят друг другу. \(rest) Администратору: обновить старшую или младшую сторону."
  case .protocolFault:
    "Ответ центра не понять. \(rest) Повторится — позовите администратора: okno central status."
  }
}

private func russianTrouble(_ trouble: SyncStatus.Trouble) -> String {
  switch trouble {
  case .unreachable: "Сеть не отвечает."
  case .busy: "Центр просит подождать."
  case .localStore:
    "База окна не пишется: кончилось место или нет прав. Позовите администратора: okno doctor."
  case .forked:
    "Где-то работает копия этого окна. Ничего не потеряно. Администратору: подключить окно заново, okno central enrol."
  case .clock: "Часы окна и центра расходятся больше чем на две минуты: проверьте время и дату."
  case .release:
    "Подпись нового справочника этому окну не известна: работает прежний. Администратору: release_key в файле доступа."
  case .rows:
    "Часть данных центра эта программа прочитать не может, остальное на месте. Администратору: обновить программу."
  }
}
