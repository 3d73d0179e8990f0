// The words of the citizen's list: they are read by the citizen, at home and without a clerk.

package import DeskCore

package struct ChecklistPhrases: Sendable {
  package var title: @Sendable (_ situation: String) -> String
  package var wholeSituation: String
  package var bring: String
  package var copy: String
  package var interagency: String
  /// Before the papers of which one is enough.
  package var oneOf: String
  package var steps: String
  /// Beside the days on which results are there.
  package var ifToday: String
  package var ready: @Sendable (_ day: String) -> String
  /// The numbers of the steps that come before.
  package var after: @Sendable (_ steps: String) -> String
  /// The numbers of the steps that want a paper, each on its own conditions.
  package var forSteps: @Sendable (_ steps: String) -> String
  package var apply: @Sendable (_ channels: String) -> String
  package var feeUnknown: String
  package var perhaps: String
  package var total: @Sendable (_ amount: String) -> String
  package var nothingToPay: String
  package var feesDepend: String
  package var feesUnknown: @Sendable (_ steps: String) -> String
  package var complexRequest: @Sendable (_ steps: String) -> String
  package var deadlines: String
  package var dayOff: String
  package var notDue: String
  package var ruledOut: String
  package var openQuestions: String
  package var inexact: String
  package var reference: String
  package var nothingLeft: String
  /// In a code, where every letter counts.
  package var restByState: String
  package var notForAll: String
  package var shortReference: String

  // The codes.
  package var codePlace: @Sendable (_ number: Int, _ of: Int) -> String
  package var codeAdvice: String
  /// Beside the code of the rating.
  package var rateCode: String
  package var rateLater: @Sendable (_ address: String) -> String
  package var codeKeys: [String]
  package var codesWait: String
  package var codesTooMany: String
  package var codesImpossible: String
  package var printed: @Sendable (PrintResult) -> String
  package var printing: String
}

extension ChecklistPhrases {
  package static let ru = ChecklistPhrases(
    title: { "Памятка: \($0)" },
    wholeSituation: "по всем услугам ситуации",
    bring: "Принесите",
    copy: "Хватит копии",
    interagency: "Приносить не нужно, государство запросит само",
    oneOf: "одно из:",
    steps: "Что сделать, по порядку",
    ifToday: "дни — если подать сегодня",
    ready: { "готово не позже \($0)" },
    after: { "после п. \($0)" },
    forSteps: { "для п. \($0)" },
    apply: { "подать: \($0)" },
    feeUnknown: "плату уточните",
    perhaps: "? уточните, подходит ли",
    total: { "К оплате: \($0)" },
    nothingToPay: "Платить не нужно",
    feesDepend: "для некоторых людей плата другая",
    feesUnknown: { "плату уточните: п. \($0)" },
    complexRequest: {
      "Одним заявлением в центре можно оформить п. \($0): это комплексный запрос (закон № 210-ФЗ, ст. 15.1). "
        + "Если услуге нужен результат другой, центр отправит её сам, когда он будет готов. Спросите, не исключил "
        + "ли её регион."
    },
    deadlines: "Сроки",
    dayOff: "выходной, придите раньше",
    notDue: "По вашим ответам не подходит",
    ruledOut: "По решению сотрудника не подходит",
    openQuestions: "Известно не всё: ответьте на вопросы сотрудника, и список станет точнее.",
    inexact: "Дата без учёта переносов выходных: на этот год они ещё не известны.",
    reference: "Это справка, а не решение. Порядок вашего центра может отличаться: уточните в нём.",
    nothingLeft: "Подавать больше нечего.",
    restByState: "Остальное государство запросит само.",
    notForAll: "* нужно не всем: спросите",
    shortReference: "Справка, а не решение.",
    codePlace: { "\($0) из \($1)" },
    codeAdvice: "Наведите камеру телефона: появится текст памятки.",
    rateCode: "По этому коду можно оценить обслуживание позже.",
    rateLater: { "Оценить обслуживание позже, без имени: \($0)" },
    codeKeys: ["← → другой код", "Tab поменять цвета", "Esc к списку"],
    codesWait: "Готовим код…",
    codesTooMany:
      "Экран мал для такого списка. Увеличьте окно, отметьте меньше услуг или напечатайте памятку: Esc, Enter.",
    codesImpossible:
      "QR-код сделать нечем: нет библиотеки libqrencode. Администратору: установите libqrencode4.",
    printed: {
      switch $0 {
      case .done: "Памятка отправлена на печать"
      case .failed: "Памятка не напечатана: проверьте принтер и команду checklist_print"
      case .noCommand: "Печать не настроена: checklist_print в настройках"
      }
    },
    printing: "Печатаем памятку…")

  package static let en = ChecklistPhrases(
    title: { "Checklist: \($0)" },
    wholeSituation: "all services of the situation",
    bring: "Bring",
    copy: "A copy is enough",
    interagency: "Do not bring, the state fetches it itself",
    oneOf: "one of:",
    steps: "What to do, in order",
    ifToday: "days count from handing in today",
    ready: { "ready by \($0)" },
    after: { "after \($0)" },
    forSteps: { "for \($0)" },
    apply: { "apply: \($0)" },
    feeUnknown: "ask for the fee",
    perhaps: "? ask whether it is due",
    total: { "To pay: \($0)" },
    nothingToPay: "Nothing to pay",
    feesDepend: "the fee differs for some people",
    feesUnknown: { "ask for the fee: \($0)" },
    complexRequest: {
      "At the centre one application takes \($0): a complex request (Federal Law 210-FZ, article 15.1). Where a "
        + "service needs the result of another, the centre hands it in once that is there. Ask whether the region "
        + "excludes it."
    },
    deadlines: "Deadlines",
    dayOff: "a day off, come earlier",
    notDue: "Not due by your answers",
    ruledOut: "Not due by the employee's decision",
    openQuestions: "Not everything is known: answer the clerk's questions for a more exact list.",
    inexact: "The date does not count transferred days off: those of that year are not known yet.",
    reference: "This is reference data, not a decision. Your centre may differ: ask there.",
    nothingLeft: "There is nothing left to hand in.",
    restByState: "The state fetches the rest itself.",
    notForAll: "* not for everyone: ask",
    shortReference: "Reference data, not a decision.",
    codePlace: { "\($0) of \($1)" },
    codeAdvice: "Point a phone's camera here: it shows the text of the list.",
    rateCode: "By this code the service can be rated later.",
    rateLater: { "To rate the service later, without a name: \($0)" },
    codeKeys: ["← → another code", "Tab: exchange the colours", "Esc: the list"],
    codesWait: "Making the code…",
    codesTooMany:
      "The screen is too small for this list. Enlarge the window, mark fewer services or print it: Esc, Enter.",
    codesImpossible:
      "There is nothing to make a QR code with: the library libqrencode is missing. For the administrator: "
      + "install libqrencode4.",
    printed: {
      switch $0 {
      case .done: "The list is sent to the printer"
      case .failed: "The list is not printed: look at the printer and at checklist_print"
      case .noCommand: "No printing here: set checklist_print in the configuration"
      }
    },
    printing: "Printing the list…")
}
