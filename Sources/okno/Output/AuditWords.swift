internal import Domain

/// The audit's words as a person reads them; in JSON they stay what they are.
enum AuditWords {
  static func subject(_ word: String, _ language: Language) -> String {
    subjects[word]?(language) ?? word
  }

  /// A clerk's own words stay.
  static func purpose(_ word: String, _ language: Language) -> String {
    purposes[word]?(language) ?? word
  }

  static func log(_ log: ChainedLog, _ language: Language) -> String {
    switch log {
    case .audit: LocalizedText(ru: "журнал", en: "audit")(language)
    case .operation: LocalizedText(ru: "операции", en: "operations")(language)
    }
  }

  private static let subjects = [
    "citizen": LocalizedText(ru: "заявитель", en: "citizen"),
    "visit": LocalizedText(ru: "визит", en: "visit"),
    "case": LocalizedText(ru: "дело", en: "case"),
    "operation": LocalizedText(ru: "операция", en: "operation"),
    "store": LocalizedText(ru: "база", en: "store"),
    "employee": LocalizedText(ru: "сотрудник", en: "employee"),
    "message": LocalizedText(ru: "сообщение", en: "message"),
    "desk": LocalizedText(ru: "окно", en: "window"),
    "remark": LocalizedText(ru: "сведения о заявителе", en: "what was said of a citizen"),
    "feedback": LocalizedText(ru: "замечание", en: "feedback"),
    "callback": LocalizedText(ru: "обратный звонок", en: "call-back"),
    "catalogue": LocalizedText(ru: "справочник", en: "catalogue"),
  ]

  private static let purposes = [
    "visit": LocalizedText(ru: "визит", en: "visit"),
    "advise": LocalizedText(ru: "совет по услугам", en: "advice"),
    "offers": LocalizedText(ru: "список предложений", en: "list of offers"),
    "catalogue": LocalizedText(ru: "справочник", en: "catalogue"),
    "register": LocalizedText(ru: "учёт заявителей", en: "register"),
    "sync": LocalizedText(ru: "обмен с центром", en: "sync"),
    "backup": LocalizedText(ru: "резервная копия", en: "backup"),
    "import": LocalizedText(ru: "импорт", en: "import"),
    "restore": LocalizedText(ru: "восстановление", en: "restore"),
    "staff": LocalizedText(ru: "учётные записи", en: "accounts"),
    "sign-in": LocalizedText(ru: "вход", en: "sign-in"),
    "retention": LocalizedText(ru: "срок хранения", en: "retention"),
    "name": LocalizedText(ru: "имя", en: "name"),
    "roles": LocalizedText(ru: "роли", en: "roles"),
    "disable": LocalizedText(ru: "закрыта", en: "closed"),
    "enable": LocalizedText(ru: "открыта", en: "opened"),
    "reset-pin": LocalizedText(ru: "новый PIN", en: "new PIN"),
    "message": LocalizedText(ru: "сообщение окну", en: "message to a window"),
    "situations": LocalizedText(ru: "что обслуживает", en: "what it serves"),
    "won_back": LocalizedText(ru: "теперь доволен", en: "won back"),
    "not_won": LocalizedText(ru: "недоволен", en: "not won back"),
    "unreached": LocalizedText(ru: "не ответил", en: "not reached"),
    "look": LocalizedText(ru: "справка", en: "look"),
    "command-line": LocalizedText(ru: "командная строка", en: "command line"),
  ]
}

extension AuditEntry.Action {
  func name(_ language: Language) -> String {
    let words: LocalizedText =
      switch self {
      case .seen: LocalizedText(ru: "просмотр", en: "seen")
      case .added: LocalizedText(ru: "добавление", en: "added")
      case .changed: LocalizedText(ru: "изменение", en: "changed")
      case .erased: LocalizedText(ru: "стирание", en: "erased")
      case .logged: LocalizedText(ru: "запись", en: "logged")
      case .undone: LocalizedText(ru: "отмена", en: "undone")
      case .merged: LocalizedText(ru: "объединение", en: "merged")
      case .unmerged: LocalizedText(ru: "разделение", en: "unmerged")
      case .settled: LocalizedText(ru: "решение расхождения", en: "settled")
      case .retried: LocalizedText(ru: "повторная отправка", en: "sent again")
      case .dropped: LocalizedText(ru: "отказ от отправки", en: "given up")
      case .backedUp: LocalizedText(ru: "резервное копирование", en: "backed up")
      case .restored: LocalizedText(ru: "восстановление", en: "restored")
      case .retired: LocalizedText(ru: "срок хранения истёк", en: "retired")
      case .signedIn: LocalizedText(ru: "вход", en: "signed in")
      case .signInFailed: LocalizedText(ru: "неверный PIN", en: "wrong PIN")
      }
    return words(language)
  }
}

extension AuditFault.Kind {
  func name(_ language: Language) -> String {
    let words: LocalizedText =
      switch self {
      case .changed: LocalizedText(ru: "изменена", en: "changed")
      case .brokenChain: LocalizedText(ru: "цепочка разорвана", en: "broken chain")
      case .cutOff: LocalizedText(ru: "конец отрезан", en: "cut off")
      }
    return words(language)
  }
}
