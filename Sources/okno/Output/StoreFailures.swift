// What the store, the catalogue and the search say, in a person's words: what happened, what to do.

internal import Canvas
internal import Catalogue
internal import DeskScreens
internal import Domain
internal import JSON5

extension Failure {
  /// - Parameter folder: the `--data` of the command line, which the advised commands need too.
  init(_ error: StoreError, folder: String? = nil) {
    let words = Self.words(error, folder.map { " --data \(ShellWord.quoted($0))" } ?? "")
    self.init(
      ExitCode(rawValue: error.exitCode) ?? .internal, code: error.code, ru: words.ru,
      en: words.en ?? words.ru)
  }

  init(_ error: CatalogueError) {
    self.init(
      .badData, code: "catalogue", ru: "справочник: \(Self.wording(error))",
      en: "catalogue: \(error.description)")
  }

  private static func wording(_ error: CatalogueError) -> String {
    switch error {
    case .unreadable(let path, let reason): "\(path): не читается: \(russian(reason))"
    case .malformed(let mistake): mistake.text(.ru)
    }
  }

  /// The message with the controls of data made visible, for a terminal.
  func visibleMessage(_ language: Language) -> String {
    message(language).split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.sanitised(String($0)) }.joined(separator: "\n")
  }

  private static func words(_ error: StoreError, _ data: String) -> LocalizedText {
    switch error {
    case .missing(let path):
      LocalizedText(
        ru: "нет файла \(path). Проверьте путь", en: "there is no file \(path). Check the path")
    case .lost(let path): lost(path, data)
    case .cannotCreate(let path, let reason):
      LocalizedText(
        ru: "не удалось создать \(path): \(russian(reason)). Укажите другое место",
        en: "\(path) cannot be created: \(reason). Name another place")
    case .notPermitted(let path):
      LocalizedText(
        ru: "нет прав на \(path). Проверьте владельца и права (ls -l)",
        en: "no permission for \(path). Check its owner and mode (ls -l)")
    case .readOnly(let path):
      LocalizedText(
        ru: "\(path) открыт только для чтения. Проверьте права на файл, папку и диск",
        en: "\(path) can only be read. Check the modes of the file, its folder and the disk")
    case .busy(let holder): busy(holder)
    case .corrupt(let path, let detail):
      LocalizedText(
        ru: "\(path) повреждён: \(russian(detail)). Проверьте: okno doctor\(data); "
          + "восстановите: okno restore\(data) ФАЙЛ",
        en:
          "\(path) is damaged: \(detail). Look: okno doctor\(data); repair: okno restore\(data) FILE"
      )
    case .notAStore(let path):
      LocalizedText(
        ru: "\(path) — не база Окна. Проверьте путь",
        en: "\(path) is no store of Okno. Check the path")
    case .newerSchema(let found, let known):
      LocalizedText(
        ru: "базу записала новая версия программы (схема \(found), эта знает \(known)). "
          + "Данные целы; обновите программу",
        en: "a newer Okno has written the store (schema \(found), this one knows \(known)). "
          + "The data are untouched; update the program")
    case .training(let path):
      LocalizedText(
        ru: "\(path) — учебная база, для работы она не годится. Откройте её так: okno demo",
        en: "\(path) is a training store and not for work. Open it with: okno demo")
    case .notTraining(let path):
      LocalizedText(
        ru:
          "\(path) — рабочая база центра, учиться на ней нельзя. Укажите другую папку: --data ПАПКА",
        en: "\(path) is a centre's own store and not for training. Name another folder: --data DIR")
    case .diskFull(let path):
      LocalizedText(
        ru: "на диске нет места для \(path). Прежние данные целы; освободите место и повторите",
        en: "the disk is full: \(path). The earlier data are untouched; make room and try again")
    case .inputOutput(let path, let detail):
      LocalizedText(
        ru:
          "ошибка чтения или записи \(path): \(russian(detail)). Проверьте диск: okno doctor\(data)",
        en: "reading or writing \(path) failed: \(detail). Check the disk: okno doctor\(data)")
    case .conflict:
      LocalizedText(
        ru:
          "карточку только что изменили в другом окне. Посмотрите её ещё раз: "
          + "okno citizen show\(data) ID",
        en: "the card has just been changed elsewhere. Look again: okno citizen show\(data) ID")
    case .notFound(let kind, let id): notFound(kind, id, data)
    case .ticketState(let number, let state):
      LocalizedText(
        ru: "с талоном \(number) этого сейчас сделать нельзя: он \(state.words(.ru)). "
          + "Посмотрите очередь: okno ticket list\(data)",
        en: "this cannot be done with ticket \(number) now: it is \(state.words(.en)). "
          + "Look at the queue: okno ticket list\(data)")
    case .badInput(let rule):
      LocalizedText(ru: "данные не подходят: \(russian(rule))", en: "the data do not fit: \(rule)")
    case .forbidden(let permission): forbidden(permission)
    case .interrupted:
      LocalizedText(
        ru: "работа прервана. Повторите", en: "the work was interrupted. Try again")
    case .internal(let detail): Failure.internal(detail).message
    }
  }

  /// Of somebody who has not said who they are; whoever has is told by `forbidden(_:of:)`.
  static func forbidden(_ permission: Permission) -> LocalizedText {
    LocalizedText(
      ru: "нет прав. Это могут: \(permission.holders(.ru)). Назовите себя: --as СОТРУДНИК",
      en: "not permitted. These may: \(permission.holders(.en)). Say who you are: --as EMPLOYEE")
  }

  /// Of somebody who is known, and may not.
  ///
  /// - Parameter named: as the command line has it.
  static func forbidden(_ permission: Permission, of named: String) -> Failure {
    Failure(
      .notPermitted, code: StoreError.forbidden(permission).code,
      ru: "у сотрудника «\(named)» на это нет прав. Это могут: \(permission.holders(.ru))",
      en: "“\(named)” may not do this. These may: \(permission.holders(.en))")
  }

  private static func lost(_ path: String, _ data: String) -> LocalizedText {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    return LocalizedText(
      ru: "базы \(path) нет или она пуста, а раньше была. Верните её из копии: "
        + "okno restore\(data) ФАЙЛ; чтобы начать с пустой, сначала переименуйте папку \(folder)",
      en: "the store \(path) is gone or empty, and was there before. Put a copy in its place: "
        + "okno restore\(data) FILE; to begin with an empty one, first rename the folder \(folder)")
  }

  private static func busy(_ holder: StoreError.LockHolder?) -> LocalizedText {
    let ru = holder.map { " (процесс \($0.process))" } ?? ""
    let en = holder.map { " (process \($0.process))" } ?? ""
    return LocalizedText(
      ru: "базу держит другая программа\(ru). Повторите через минуту",
      en: "another program holds the store\(en). Try again in a minute")
  }

  private static func notFound(_ kind: String, _ id: String, _ data: String) -> LocalizedText {
    switch kind {
    case "situation":
      LocalizedText(
        ru: "нет жизненной ситуации «\(id)». Список: okno situation list\(data)",
        en: "there is no life situation “\(id)”. List: okno situation list\(data)")
    case "service":
      LocalizedText(
        ru: "нет услуги «\(id)». Услуги ситуации: okno situation show\(data) ID",
        en: "there is no service “\(id)”. Services of a situation: okno situation show\(data) ID")
    case "citizen":
      LocalizedText(
        ru: "нет заявителя \(id). Найти: okno citizen find\(data) ТЕКСТ",
        en: "there is no citizen \(id). Find: okno citizen find\(data) TEXT")
    case "ticket": LocalizedText(ru: "нет талона \(id)", en: "there is no ticket \(id)")
    case "visit":
      LocalizedText(
        ru: "нет визита \(id). Список: okno visit list\(data)",
        en: "there is no visit \(id). List: okno visit list\(data)")
    default: LocalizedText(ru: "нет записи \(kind) \(id)", en: "there is no \(kind) \(id)")
    }
  }
}

extension Permission {
  /// The roles that have it.
  fileprivate func holders(_ language: Language) -> String {
    Employee.Role.allCases.filter(roles.contains).map(Phrases.of(language).staff.role)
      .joined(separator: ", ")
  }
}
