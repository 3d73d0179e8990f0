// The words of what the desk offers by itself.

package import Domain

package struct OfferPhrases: Sendable {
  package var title: String
  /// Before the offers on a card and on a service.
  package var offer: String
  /// How many there are, on the visit's line.
  package var count: @Sendable (Int) -> String
  package var answer: @Sendable (OfferAnswer) -> String
  package var listAdvice: String
  package var advice: String
  package var reasonHint: String
  package var reasonAdvice: String
  package var deadline: @Sendable (_ title: String) -> String
  package var proactive: String
  package var wasPutOff: String
  package var list: String
  package var empty: String
  package var loading: String
}

extension OfferPhrases {
  package static let ru = OfferPhrases(
    title: "Предложите",
    offer: "Предложите",
    count: { "предложить: \($0)" },
    answer: {
      switch $0 {
      case .taken: "согласен, оформляем"
      case .notToday: "не сегодня"
      case .declined: "отказывается (укажите причину)"
      }
    },
    listAdvice: "цифра или Enter — открыть · Esc — назад",
    advice: "цифра или Enter — ответ заявителя · Esc — назад",
    reasonHint: "почему отказывается",
    reasonAdvice: "Enter — записать · Esc — назад",
    deadline: { "срок подходит: \($0)" },
    proactive: "по ответам подходит, государство начинает само: проверьте, что началось",
    wasPutOff: "уже откладывали",
    list: "Кому что предложить",
    empty: "Сейчас предлагать нечего",
    loading: "Смотрим карточки…")

  package static let en = OfferPhrases(
    title: "Offer",
    offer: "Offer",
    count: { "to offer: \($0)" },
    answer: {
      switch $0 {
      case .taken: "agrees, let us do it"
      case .notToday: "not today"
      case .declined: "declines (say why)"
      }
    },
    listAdvice: "digit or Enter: open · Esc: back",
    advice: "digit or Enter: the citizen's answer · Esc: back",
    reasonHint: "why it is declined",
    reasonAdvice: "Enter: keep · Esc: back",
    deadline: { "the time comes: \($0)" },
    proactive: "due by the answers, and the state starts it by itself: look whether it has",
    wasPutOff: "put off before",
    list: "To whom to offer what",
    empty: "There is nothing to offer now",
    loading: "Looking at the cards…")
}
