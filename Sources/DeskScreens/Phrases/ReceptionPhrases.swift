// The words of the reception, and of the ticket on paper.

package import DeskCore
package import Domain

package struct ReceptionPhrases: Sendable {
  package var title: String
  package var ask: String
  package var other: String
  package var about: String
  package var field: @Sendable (ReceptionState.Field) -> String
  package var noGroup: String
  package var basis: String
  package var appointmentHint: String
  package var wait: @Sendable (WaitEstimate?) -> String
  package var printing: @Sendable (IssuedTicket.Printing) -> String
  package var yourNumber: String
  package var issuing: String
  package var situationAdvice: String
  package var detailsAdvice: String
  package var issuedAdvice: String
  package var help: [(key: String, meaning: String)]
  package var watch: String

  package static func of(_ language: Language) -> ReceptionPhrases { language == .ru ? .ru : .en }

  static let ru = ReceptionPhrases(
    title: "Окно · выдача талонов",
    ask: "Что случилось?",
    other: "Другой вопрос: талон без темы",
    about: "Тема",
    field: {
      switch $0 {
      case .audience: "Кто пришёл"
      case .group: "Вне очереди"
      case .appointment: "Номер записи"
      }
    },
    noGroup: "нет, общая очередь",
    basis: "Основание",
    appointmentHint: "если записан заранее",
    wait: { estimate in
      guard let estimate else { return "Сколько ждать, неизвестно: нужное окно закрыто" }
      let (low, high) = (estimate.optimistic, estimate.pessimistic)
      if high == 0 { return "Ждать не придётся" }
      return low == high ? "Ждать около \(low) мин" : "Ждать от \(low) до \(high) мин"
    },
    printing: {
      switch $0 {
      case .none: ""
      case .underWay: "Печатается…"
      case .done: "Талон напечатан"
      case .failed: "! Талон не напечатан: назовите номер, проверьте принтер"
      }
    },
    yourNumber: "Ваш номер",
    issuing: "Талон выдаётся…",
    situationAdvice: "Печатайте, что случилось · ↑↓ выбрать · Enter — дальше · F10 — выход",
    detailsAdvice: "Enter — выдать талон · Tab — поле · ← → — выбрать · Esc — назад",
    issuedAdvice: "Любая клавиша — следующий посетитель",
    help: [
      ("буквы", "что случилось, своими словами"), ("↑ ↓, Tab", "по списку и полям"),
      ("← →, цифры", "кто пришёл, право вне очереди"), ("Enter", "дальше; выдать талон"),
      ("Esc", "назад"), ("F10, Ctrl-Q", "выход"),
    ],
    watch: "Номер окна появится на экране")

  static let en = ReceptionPhrases(
    title: "Okno · reception",
    ask: "What happened?",
    other: "Something else: a ticket without a subject",
    about: "Subject",
    field: {
      switch $0 {
      case .audience: "Who has come"
      case .group: "Served first"
      case .appointment: "Appointment number"
      }
    },
    noGroup: "no, the common line",
    basis: "Basis",
    appointmentHint: "if there is one",
    wait: { estimate in
      guard let estimate else { return "No window is open for this: the wait is unknown" }
      let (low, high) = (estimate.optimistic, estimate.pessimistic)
      if high == 0 { return "No wait" }
      return low == high ? "The wait is about \(low) min" : "The wait is \(low) to \(high) min"
    },
    printing: {
      switch $0 {
      case .none: ""
      case .underWay: "Printing…"
      case .done: "The ticket is printed"
      case .failed: "! Not printed: say the number, look at the printer"
      }
    },
    yourNumber: "Your number",
    issuing: "The ticket is being made…",
    situationAdvice: "Type what happened · ↑↓ choose · Enter goes on · F10 leaves",
    detailsAdvice: "Enter gives the ticket · Tab field · ← → choose · Esc back",
    issuedAdvice: "Any key: the next visitor",
    help: [
      ("letters", "what happened, in any words"), ("↑ ↓, Tab", "through lists and fields"),
      ("← →, digits", "who has come, who is served first"),
      ("Enter", "go on; give the ticket"), ("Esc", "back"), ("F10, Ctrl-Q", "leave"),
    ],
    watch: "The screen will show the window")
}
