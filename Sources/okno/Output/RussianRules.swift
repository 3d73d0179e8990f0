internal import Domain

extension Failure {
  /// What the store, SQLite and the system say in English of why something was refused.
  static let russian = Rewording([
    "% is the store itself": "%: это сама база, а копии нужно другое имя",
    "what the operation said was erased": "то, что было в операции, стёрто",
    "a reason is needed": "нужна причина",
    "the cards are one already": "карточки уже объединены",
    "a PIN has 6 to 12 digits": "PIN — от 6 до 12 цифр",
    "this PIN is among the first that anybody would try":
      "такой PIN угадают первым: возьмите другой",
    "an account needs a role": "нужна хотя бы одна роль",
    "an account with this id is there already": "учётная запись с этим номером уже есть",
    "an account of this name is there already": "учётная запись с таким именем уже есть",
    "the first account has to be an administrator's":
      "первой заводится учётная запись администратора",
    "the last administrator stays: add another one first":
      "это последний администратор: сначала заведите другого",
    "a name of 1 to 80 characters is wanted, without blanks at its ends":
      "нужно имя от 1 до 80 знаков без пробелов по краям",
    "no memory to hash a PIN": "не хватает памяти, чтобы проверить PIN",
    "a priority is 0 to 9": "срочность — от 0 до 9",
    "the number of an appointment is 1 to 40 characters": "номер записи — от 1 до 40 знаков",
    "a comment has more than % characters": "пояснение длиннее % знаков",
    "a rating is 1 to 5": "оценка — от 1 до 5",
    "a citizen with this id is there already": "заявитель с этим номером уже есть",
    "a citizen needs a name": "у заявителя должно быть имя",
    "a name has more than % characters": "имя длиннее % знаков",
    "another visit has this id": "этот номер у другого визита",
    "the visit is undone already": "визит уже отменён",
    "a visit ends before it begins": "визит кончается раньше, чем начался",
    "a service is named twice": "услуга названа дважды",
    "a note has more than % characters": "заметка длиннее % знаков",
    "the verdicts are not those of what was sent": "ответы не к тому, что отправлено",
    "no snapshot is coming in": "снимок центра не загружается",
    "not a regular file": "не обычный файл",
    "is a folder": "это папка",
    "the desk has no id": "у окна нет номера",
    "a stored JSON text cannot be read": "сохранённый текст JSON не читается",
    "no answer": "нет ответа",
    "file is not a database": "это не файл базы",
    "database disk image is malformed": "содержимое файла повреждено",
    "disk I/O error": "ошибка диска",
    "unable to open database file": "файл не открывается",
    "No such file or directory": "нет такого файла или папки",
    "Permission denied": "нет прав",
    "Operation not permitted": "нет прав",
    "Is a directory": "это папка",
    "Not a directory": "это не папка",
    "No space left on device": "на диске нет места",
    "Disk quota exceeded": "превышена квота диска",
    "Read-only file system": "диск только для чтения",
    "Input/output error": "ошибка диска",
    "File name too long": "слишком длинное имя файла",
    "Too many levels of symbolic links": "ссылки ведут по кругу",
    "Broken pipe": "читающая программа закрылась",
  ])
}

/// What `okno doctor` found, for a person; in JSON the details stay the system's.
enum DoctorWords {
  static func detail(_ detail: String, _ language: Language) -> String {
    if let refusal = refusals[detail] { return refusal(language) }
    let sized = withSize(detail, language)
    return language == .ru ? russian(Failure.russian(sized)) : sized
  }

  /// What keeps a store from being looked at, by the code of the error.
  private static let refusals = [
    "training_store": LocalizedText(
      ru: "учебная база, для работы не годится; открыть её: okno demo",
      en: "a training store, not for work; open it with: okno demo"),
    "not_a_store": LocalizedText(ru: "это не база Окна", en: "no store of Okno"),
    "missing": LocalizedText(ru: "файла нет", en: "there is no file"),
    "not_permitted": LocalizedText(ru: "нет прав", en: "no permission"),
    "disk_full": LocalizedText(ru: "на диске нет места", en: "the disk is full"),
  ]

  private static let russian = Rewording([
    "nobody": "никто",
    "unknown": "неизвестно кто",
    "process %": "процесс %",
    "number %, pending %, refused %, unreadable %":
      "номер %, ждут отправки: %, отклонено: %, не прочитано: %",
    "changed %": "запись % изменена",
    "broken_chain %": "цепочка разорвана на записи %",
    "cut_off %": "после записи % конец отрезан",
    "ok": "в порядке",
    "%: No such file or directory": "%: нет такого файла или папки",
    "%: Not a directory": "%: это не папка",
    "%: Permission denied": "%: нет прав",
  ])

  /// `…, 83156054016 bytes` as `…, 77,4 ГБ`.
  private static func withSize(_ detail: String, _ language: Language) -> String {
    let ending = " bytes"
    guard detail.hasSuffix(ending) else { return detail }
    let digits = detail.dropLast(ending.count).reversed().prefix(while: \.isNumber).reversed()
    guard let bytes = UInt64(String(digits)) else { return detail }
    return detail.dropLast(ending.count + digits.count) + size(bytes, language)
  }

  static func size(_ bytes: UInt64, _ language: Language) -> String {
    let units =
      language == .ru ? ["Б", "КБ", "МБ", "ГБ", "ТБ"] : ["bytes", "KB", "MB", "GB", "TB"]
    var tenths = bytes * 10
    var unit = 0
    while tenths >= 10_240, unit + 1 < units.count {
      tenths = (tenths + 512) / 1024
      unit += 1
    }
    let isExact = unit == 0 || tenths % 10 == 0
    let point = language == .ru ? "," : "."
    return "\(tenths / 10)" + (isExact ? "" : "\(point)\(tenths % 10)") + " " + units[unit]
  }
}
