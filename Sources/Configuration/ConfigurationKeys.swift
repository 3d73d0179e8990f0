// The table of keys: reading, messages and the manual are made from it.

internal import Canvas
package import Domain
internal import JSON5

/// One key of the configuration file.
package struct ConfigurationKey: Sendable {
  package let name: String
  package let meaning: LocalizedText
  /// What may stand there, as a message says it.
  package let allowed: LocalizedText
  /// The default, as the file would say it.
  package let standard: String
  /// Puts a value in its place; `false` where it may not stand there.
  let read: @Sendable (JSON5Node.Content, inout Configuration) -> Bool

  package static let all: [ConfigurationKey] = [
    ConfigurationKey(
      name: "centre",
      meaning: LocalizedText(
        ru: "название центра в верхней строке", en: "the centre's name in the top line"),
      allowed: text, standard: "\"\"", read: name(\.centre)),
    ConfigurationKey(
      name: "desk",
      meaning: LocalizedText(
        ru: "название окна в верхней строке", en: "the window's name in the top line"),
      allowed: text, standard: "\"\"", read: name(\.desk)),
    ConfigurationKey(
      name: "region",
      meaning: LocalizedText(
        ru: "код региона: по нему подсказки берут прожиточный минимум и другие величины",
        en: "the region's code, by which advice takes the subsistence minimum and other figures"),
      allowed: LocalizedText(
        ru: "две цифры в кавычках, например \"78\", или null",
        en: "two digits in quotes, such as \"78\", or null"),
      standard: "null",
      read: { value, configuration in
        if case .null = value {
          configuration.region = nil
          return true
        }
        guard case .text(let code) = value, code.utf8.count == 2,
          code.utf8.allSatisfy({ (48...57).contains($0) })
        else { return false }
        configuration.region = code
        return true
      }),
    ConfigurationKey(
      name: "time_zone",
      meaning: LocalizedText(
        ru: "часовой пояс центра; без него — пояс системы",
        en: "the centre's time zone; the system's where it is left out"),
      allowed: LocalizedText(
        ru: "имя из базы IANA, например \"Asia/Yekaterinburg\"",
        en: "a name of the IANA database, such as \"Asia/Yekaterinburg\""),
      standard: "null",
      read: { value, configuration in
        if case .null = value {
          configuration.timeZone = nil
          return true
        }
        guard case .text(let name) = value, TimeZone.exists(name) else { return false }
        configuration.timeZone = name
        return true
      }),
    ConfigurationKey(
      name: "theme",
      meaning: LocalizedText(ru: "цвета экрана", en: "the colours of the screen"),
      allowed: LocalizedText(
        ru: "имя темы: строчные латинские буквы, цифры и дефисы",
        en: "a theme's name: lower-case Latin letters, digits and hyphens"),
      standard: "null",
      read: { value, configuration in
        if case .null = value {
          configuration.theme = nil
          return true
        }
        guard case .text(let name) = value, isThemeName(name) else { return false }
        configuration.theme = name
        return true
      }),
    ConfigurationKey(
      name: "language",
      meaning: LocalizedText(
        ru: "язык экрана и сообщений", en: "the language of the screen and of messages"),
      allowed: LocalizedText(ru: "\"ru\" или \"en\"", en: "\"ru\" or \"en\""), standard: "\"ru\"",
      read: { value, configuration in
        guard case .text(let name) = value, let language = Language(rawValue: name) else {
          return false
        }
        configuration.language = language
        return true
      }),
    ConfigurationKey(
      name: "colour",
      meaning: LocalizedText(ru: "цвет на экране", en: "colour on the screen"),
      allowed: truth, standard: "true", read: truth(\.colour)),
    ConfigurationKey(
      name: "mouse",
      meaning: LocalizedText(
        ru: "принимать мышь; она никогда не обязательна",
        en: "listen to the mouse; it is never needed"),
      allowed: truth, standard: "true", read: truth(\.mouse)),
    ConfigurationKey(
      name: "hand_back",
      meaning: LocalizedText(
        ru: "клавиша, которая возвращает экран сотруднику во время оценки",
        en: "the key that gives the screen back to the clerk during a rating"),
      allowed: LocalizedText(
        ru: "\"F1\"…\"F12\" или \"Ctrl-A\"…\"Ctrl-Z\", кроме C, H, I, J, M, Q, S, Z",
        en: "\"F1\"…\"F12\" or \"Ctrl-A\"…\"Ctrl-Z\", without C, H, I, J, M, Q, S, Z"),
      standard: "\"F9\"",
      read: { value, configuration in
        guard case .text(let name) = value, let key = handBackKey(name) else { return false }
        configuration.handBack = key
        return true
      }),
    ConfigurationKey(
      name: "rating_timeout",
      meaning: LocalizedText(
        ru: "через сколько секунд экран оценки закрывается без ответа",
        en: "seconds until a rating screen without an answer closes"),
      allowed: LocalizedText(
        ru: "целое число от 5 до 3600", en: "a whole number from 5 to 3600"),
      standard: "60",
      read: { value, configuration in
        guard case .number(let text) = value, let seconds = Int(text), (5...3600).contains(seconds)
        else { return false }
        configuration.ratingTimeout = seconds
        return true
      }),
    .ratingLanguages, .ratingLeaveCode, .ratingForm, .callbackDays, .ratingKeyboard,
    ConfigurationKey(
      name: "lock_after",
      meaning: LocalizedText(
        ru: "через сколько минут без клавиш экран закрывается до ввода PIN; 0 — никогда",
        en: "minutes without a key until the screen locks; 0 for never"),
      allowed: LocalizedText(
        ru: "число от 0.05 до 480 или 0", en: "a number from 0.05 to 480, or 0"),
      standard: "10",
      read: { value, configuration in
        guard case .number(let text) = value, let minutes = Double(text),
          minutes == 0 || (0.05...480).contains(minutes)
        else { return false }
        configuration.lockAfter = Int((minutes * 60).rounded())
        return true
      }),
    ConfigurationKey(
      name: "retention_days",
      meaning: LocalizedText(
        ru: "сколько дней окно хранит карточку без открытого дела, которая есть в центре; "
          + "0 — всегда",
        en: "days for which the desk keeps a card without an open case that the central store has; "
          + "0 for ever"),
      allowed: LocalizedText(
        ru: "целое число от 30 до 36500 или 0", en: "a whole number from 30 to 36500, or 0"),
      standard: "365",
      read: { value, configuration in
        guard case .number(let text) = value, let days = Int(text),
          days == 0 || (30...36_500).contains(days)
        else { return false }
        configuration.retentionDays = days
        return true
      }),
    ConfigurationKey(
      name: "escape_delay",
      meaning: LocalizedText(
        ru: "сколько миллисекунд после Esc ждать цифру, с которой он заменяет клавишу F",
        en: "milliseconds after Esc in which a digit makes it an F-key"),
      allowed: LocalizedText(
        ru: "целое число от 10 до 2000", en: "a whole number from 10 to 2000"),
      standard: "25",
      read: { value, configuration in
        guard case .number(let text) = value, let delay = Int(text), (10...2000).contains(delay)
        else { return false }
        configuration.escapeDelay = delay
        return true
      }),
    .priorityGroups,
    number(
      "no_show_calls", 1...20, "3", \.noShow.calls,
      LocalizedText(
        ru: "после скольких вызовов талон можно считать неявкой",
        en: "calls after which a ticket may count as a no-show")),
    number(
      "no_show_minutes", 1...60, "3", \.noShow.minutes,
      LocalizedText(
        ru: "и через сколько минут после первого вызова",
        en: "and minutes after the first of them")),
    ConfigurationKey(
      name: "sync_credentials",
      meaning: LocalizedText(
        ru: "файл, по которому окно входит в центральное хранилище; без него — "
          + "$XDG_CONFIG_HOME/okno/credentials.json5, затем /etc/okno/credentials.json5",
        en: "the file with which the desk enters the central store; without it "
          + "$XDG_CONFIG_HOME/okno/credentials.json5, then /etc/okno/credentials.json5"),
      allowed: LocalizedText(
        ru: "путь к файлу, с начала: \"/etc/okno/window-5.json5\"",
        en: "a whole path of a file, such as \"/etc/okno/window-5.json5\""),
      standard: "null",
      read: { value, configuration in
        if case .null = value {
          configuration.syncCredentials = nil
          return true
        }
        guard case .text(let path) = value, path.hasPrefix("/"), path.utf8.count <= 4096 else {
          return false
        }
        configuration.syncCredentials = path
        return true
      }),
    .printing(
      "queue_print", \.queuePrint,
      LocalizedText(
        ru: "команда оболочки, которая печатает талон: его текст приходит на её ввод; "
          + "null — не печатать",
        en: "the shell's command that prints a ticket: the text comes on its standard input; "
          + "null prints none")),
    .printing(
      "checklist_print", \.checklistPrint,
      LocalizedText(
        ru: "команда оболочки, которая печатает памятку заявителю: её текст приходит на ввод "
          + "команды; null — не печатать",
        en: "the shell's command that prints a citizen's checklist: the text comes on its standard "
          + "input; null prints none")),
    ConfigurationKey(
      name: "allow_plain_connection",
      meaning: LocalizedText(
        ru: "разрешить связь с центральным хранилищем по сети без шифрования; "
          + "так персональные данные видны всем на пути",
        en: "allow a connection to the central store over a network without encryption; "
          + "everyone on the way can then see personal data"),
      allowed: truth, standard: "false", read: truth(\.allowPlainConnection)),
    targets,
  ]

  private static let text = LocalizedText(
    ru: "текст в кавычках, не длиннее 80 знаков", en: "a text in quotes of at most 80 characters")
  private static let truth = LocalizedText(ru: "true или false", en: "true or false")

  private static func name(
    _ path: any WritableKeyPath<Configuration, String> & Sendable
  ) -> @Sendable (JSON5Node.Content, inout Configuration) -> Bool {
    { value, configuration in
      guard case .text(let text) = value, text.count <= 80 else { return false }
      configuration[keyPath: path] = text
      return true
    }
  }

  private static func truth(
    _ path: any WritableKeyPath<Configuration, Bool> & Sendable
  ) -> @Sendable (JSON5Node.Content, inout Configuration) -> Bool {
    { value, configuration in
      guard case .truth(let truth) = value else { return false }
      configuration[keyPath: path] = truth
      return true
    }
  }

  private static func number(
    _ name: String, _ range: ClosedRange<Int>, _ standard: String,
    _ path: any WritableKeyPath<Configuration, Int> & Sendable, _ meaning: LocalizedText
  ) -> ConfigurationKey {
    ConfigurationKey(
      name: name, meaning: meaning,
      allowed: LocalizedText(
        ru: "целое число от \(range.lowerBound) до \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"),
      standard: standard,
      read: { value, configuration in
        guard case .number(let text) = value, let number = Int(text), range.contains(number) else {
          return false
        }
        configuration[keyPath: path] = number
        return true
      })
  }

  private static func isThemeName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 64
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// Digits and Enter are the citizen's, and what a terminal takes for itself never arrives.
  private static func handBackKey(_ name: String) -> Key? {
    let lower = name.lowercased()
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    guard lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last,
      "abdefgklnoprtuvwxy".contains(letter)
    else { return nil }
    return .control(letter)
  }
}
