// The words of the citizen's own screen, one value a language.

package import Domain

package struct CitizenScreenPhrases: Sendable {
  package var window: String
  package var idle: String
  /// In capitals that the large glyphs have.
  package var hello: String
  package var greeting: String
  package var thanks: String
  package var thanked: String
  /// The name of the language in itself: the key offers it.
  package var language: String
  package var criteria: String
  package var leaveAgain: String
  package var leaveCode: String
  package var wrongCode: String
  /// How this screen is left: with a code, or without.
  package var wayOut: @Sendable (_ hasCode: Bool) -> String
  package var notKept: String
  /// Beside the code.
  package var later: String
  // A line of words.
  package var addWords: String
  package var noNames: String
  package var sendWords: String
  package var wordsFull: String
  package var wordsApart: String
  /// At the desk's own screen, beside which the clerk sits.
  package var wordsApartHere: String
  // The offer of a call.
  package var sorry: String
  package var offerCall: String
  package var noCall: String
  package var wrongNumber: String
  package var onlyForCall: String

  package static func of(_ language: Language) -> CitizenScreenPhrases {
    language == .ru ? .ru : .en
  }

  static let ru = CitizenScreenPhrases(
    window: "окно",
    idle: "Здесь можно оценить обслуживание",
    hello: "ЗДРАВСТВУЙТЕ",
    greeting: "После приёма мы спросим, как вас обслужили",
    thanks: "СПАСИБО",
    thanked: "Ваш ответ принят",
    language: "Русский",
    criteria: "Что важно: 6 и 9 — выбор, 8 — отметить",
    leaveAgain: "Выйти? Ещё раз Ctrl-Q или F10",
    leaveCode: "Код для выхода",
    wrongCode: "! Код неверный",
    wayOut: { $0 ? "Выход: Ctrl-Q и код" : "Выход: Ctrl-Q два раза или SIGTERM" },
    notKept: "! Ответ не сохранён: позовите сотрудника",
    later: "Оценить позже, без нас: наведите камеру телефона",
    addWords: "Хотите что-то добавить?",
    noNames: "Одна строка своими словами. Имён, телефонов и номеров не пишите",
    sendWords: "Enter — отправить. Нечего добавить — просто Enter",
    wordsFull: "! Больше не поместится. Enter — отправить",
    wordsApart: "Слова хранятся отдельно от оценки, сотрудник их не видит",
    wordsApartHere: "Слова хранятся отдельно от оценки",
    sorry: "Жаль, что вышло так",
    offerCall: "Перезвонить вам? Наберите телефон и нажмите Enter",
    noCall: "Не нужно — сразу Enter",
    wrongNumber: "! В номере от 10 до 15 цифр. Не нужно — Enter",
    onlyForCall: "Номер хранится отдельно от оценки и только для звонка")

  static let en = CitizenScreenPhrases(
    window: "window",
    idle: "Here you can rate how you were served",
    hello: "HELLO",
    greeting: "Later we ask how you were served",
    thanks: "THANKS",
    thanked: "Your answer was taken",
    language: "English",
    criteria: "What mattered: 6, 9 choose, 8 marks",
    leaveAgain: "Leave? Ctrl-Q or F10 once more",
    leaveCode: "The code to leave",
    wrongCode: "! The code is wrong",
    wayOut: { $0 ? "To leave: Ctrl-Q and the code" : "To leave: Ctrl-Q twice, or SIGTERM" },
    notKept: "! The answer was not kept: call the staff",
    later: "To rate later, away from here: point a phone's camera",
    addWords: "Anything to add?",
    noNames: "One line in your own words. No names, phones or numbers, please",
    sendWords: "Enter sends it. Nothing to add: Enter alone",
    wordsFull: "! The line is full. Enter sends it",
    wordsApart: "Kept apart from the rating. The clerk does not see it",
    wordsApartHere: "Kept apart from the rating",
    sorry: "We are sorry",
    offerCall: "Shall we call you? Type a number, then Enter",
    noCall: "Enter alone for no call",
    wrongNumber: "! A number has 10 to 15 digits. Enter alone for no call",
    onlyForCall: "Kept apart from the rating, and for the call only")
}
