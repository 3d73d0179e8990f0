// The citizen's own screen.

internal import Domain
internal import JSON5

extension ConfigurationKey {
  static let ratingLanguages = ConfigurationKey(
    name: "rating_languages",
    meaning: LocalizedText(
      ru: "языки экрана заявителя (okno rate); первый — для каждого следующего, остальные — "
        + "по клавише 7",
      en:
        "the languages of the citizen's screen (okno rate); the first for everyone who comes, the "
        + "others by the key 7"),
    allowed: LocalizedText(
      ru: "список без повторов, например [\"ru\", \"en\"]",
      en: "a list without repetitions, such as [\"ru\", \"en\"]"),
    standard: "[\"ru\", \"en\"]",
    read: { value, configuration in
      guard case .list(let nodes) = value, !nodes.isEmpty else { return false }
      let languages = nodes.compactMap { node -> Language? in
        if case .text(let name) = node.content { Language(rawValue: name) } else { nil }
      }
      guard languages.count == nodes.count, Set(languages).count == nodes.count else {
        return false
      }
      configuration.ratingLanguages = languages
      return true
    })

  static let ratingLeaveCode = ConfigurationKey(
    name: "rating_leave_code",
    meaning: LocalizedText(
      ru:
        "код, без которого не выйти с экрана заявителя (okno rate); null — выход по Ctrl-Q два раза",
      en: "the code without which the citizen's screen (okno rate) is not left; null: Ctrl-Q twice "
        + "leaves it"),
    allowed: LocalizedText(
      ru: "от 4 до 40 букв и цифр в кавычках или null",
      en: "4 to 40 letters and digits in quotes, or null"),
    standard: "null",
    read: { value, configuration in
      if case .null = value {
        configuration.ratingLeaveCode = nil
        return true
      }
      guard case .text(let code) = value, (4...40).contains(code.count),
        code.allSatisfy({ $0.isLetter || $0.isNumber })
      else { return false }
      configuration.ratingLeaveCode = code
      return true
    })
  static let ratingForm = ConfigurationKey(
    name: "rating_form",
    meaning: LocalizedText(
      ru: "адрес своей формы, где можно оценить обслуживание позже: на место {token} встаёт "
        + "одноразовое случайное слово; код QR — на экране заявителя и в памятке (F7)",
      en:
        "the address of a form in which a citizen may rate later: a one-time random word takes the "
        + "place of {token}; the QR code is on the citizen's screen and on the checklist (F7)"),
    allowed: LocalizedText(
      ru: "адрес с https:// и одним {token}, не длиннее 200 знаков, или null",
      en: "an address with https:// and one {token}, of at most 200 characters, or null"),
    standard: "null",
    read: { value, configuration in
      if case .null = value {
        configuration.ratingForm = nil
        return true
      }
      guard case .text(let text) = value, let address = RatingAddress(text) else { return false }
      configuration.ratingForm = address
      return true
    })
  static let callbackDays = ConfigurationKey(
    name: "callback_days",
    meaning: LocalizedText(
      ru: "за сколько дней перезвонить тому, кто после оценки 1 или 2 оставил телефон на экране "
        + "заявителя; null — не предлагать",
      en: "in how many days to call whoever leaves a number on the citizen's screen after a rating "
        + "of 1 or 2; null offers no call"),
    allowed: LocalizedText(
      ru: "целое число от 1 до 30 или null", en: "a whole number from 1 to 30, or null"),
    standard: "null",
    read: { value, configuration in
      if case .null = value {
        configuration.callbackDays = nil
        return true
      }
      guard case .number(let text) = value, let days = Int(text), (1...30).contains(days) else {
        return false
      }
      configuration.callbackDays = days
      return true
    })

  static let ratingKeyboard = ConfigurationKey(
    name: "rating_keyboard",
    meaning: LocalizedText(
      ru:
        "где у заявителя есть клавиатура, чтобы после оценки написать строку своими словами: none — "
        + "нигде, screen — у экрана okno rate, everywhere — и у экрана окна, когда оценку спрашивает он "
        + "(там после цифры нужен ещё один Enter)",
      en:
        "where citizens have a keyboard, to write a line in their own words after the rating: none, "
        + "screen for that of okno rate, everywhere for the desk's own too when it asks (there another "
        + "Enter follows the digit's)"),
    allowed: LocalizedText(
      ru: "\"none\", \"screen\" или \"everywhere\"", en: "\"none\", \"screen\" or \"everywhere\""),
    standard: "\"none\"",
    read: { value, configuration in
      guard case .text(let name) = value, let keyboard = CitizenKeyboard(rawValue: name) else {
        return false
      }
      configuration.ratingKeyboard = keyboard
      return true
    })
}
